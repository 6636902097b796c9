"""`claimbook report`: the review as a site of plain files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimbook.cli.output import counted, fail, say


def report(
    path: Annotated[Path, typer.Argument(help="Review folder, article or folder of articles.")] = Path(),
    out: Annotated[Path, typer.Option(help="Folder to write to; made where it is missing.")] = Path("build/report"),
) -> None:
    """Write the report: overview, a page per article, claims, differences, findings, methods.

    Plain files that work without a network and without JavaScript; the same review gives the same bytes.
    """
    from claimbook.cli.problems import could_not_check
    from claimbook.views.report import write_report

    with could_not_check():
        import claimbook

        book = claimbook.open(path)
        try:
            written = write_report(book, out)
        except OSError as error:
            fail(f"{out}: could not write the report: {error.strerror or error}")
    say(f"{counted(len(written), 'page')}; open {out / 'index.html'} in a browser")
