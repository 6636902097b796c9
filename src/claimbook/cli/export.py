"""`claimbook export`: a review in formats that other programs read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimbook.cli.output import counted, fail, say


class Format(StrEnum):
    """Name the export formats."""

    claimreview = "claimreview"
    webannotation = "webannotation"
    csv = "csv"
    sqlite = "sqlite"
    parquet = "parquet"


def export(
    output: Annotated[Format, typer.Option("--format", help="The format; docs/exports.md describes each.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write into; made if need be.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]…", help="A review folder (this one), articles or folders.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="The organisation that answers for a ClaimReview.")
    ] = None,
    author: Annotated[
        str | None, typer.Option(metavar="NAME", help="The person who does; without one it is the organisation.")
    ] = None,
) -> None:
    """Write articles, claims, relations, findings and evidence for other programs; the same review, the same bytes.

    Exit codes: 0 written · 2 could not be read or written.
    """
    from dataclasses import replace

    from claimbook.cli.problems import could_not_check
    from claimbook.exports import EXPORTS, MissingPyarrowError, open_material, write_files

    with could_not_check():
        material = replace(open_material(paths or [Path()]), publisher=publisher, author=author)
        try:
            files = EXPORTS[output.value](material)
        except MissingPyarrowError as error:
            fail(f"{error}\nnothing was written")
        for path in write_files(out, files):
            typer.echo(f"written: {path.as_posix()}")
    counts = {"article": material.articles, "claim": material.claims, "finding": material.findings}
    say(", ".join(counted(len(each), noun) for noun, each in counts.items()))
    if output is Format.claimreview:
        from claimbook.exports.claimreview import assessed

        reviewed = len({one.claim for one in assessed(material)})
        have = "has" if reviewed == 1 else "have"
        say(f"{counted(reviewed, 'claim')} {have} a verdict and a review; the others have none to publish")
        if not (publisher or author):
            say("no review names its author: give --publisher, or --author where a person answers for them")
