"""`claimbook chart`: draw charts, each as SVG, PNG and the CSV behind it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from claimbook.cli.output import CLEAN, fail, say

if TYPE_CHECKING:
    from claimbook.views.charts import Chart

FIGURES = Path("notebooks/figures")


def chart(
    names: Annotated[list[str] | None, typer.Argument(help="Charts to draw; see --list.")] = None,
    review: Annotated[Path, typer.Option(help="Review folder, article or folder of articles.")] = Path(),
    out: Annotated[Path | None, typer.Option(help="Folder to write to; notebooks/figures of the review.")] = None,
    column: Annotated[bool, typer.Option("--column", help="Draw for a newspaper column, 90 mm wide.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Draw every chart.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the charts with the question each answers.")] = False,
) -> None:
    """Draw comparison charts as SVG, PNG and CSV; the same bytes every time."""
    from claimbook.cli.problems import could_not_check
    from claimbook.review import is_review
    from claimbook.views.charts import charts, save

    if not (list_ or every or names):
        fail("name a chart or use --all; `claimbook chart --list` lists them")
    if list_ and not is_review(review):
        _list(charts())
    with could_not_check():
        import claimbook

        book = claimbook.open(review)
        known = charts(book)
        if list_:
            _list(known)
        wanted = list(known) if every else names or []
        if unknown := [name for name in wanted if name not in known]:
            fail(f"no chart is named {', '.join(unknown)}; `claimbook chart --list` lists them")
        for name in wanted:
            paths = save(known[name], book, out or review / FIGURES, "column" if column else "full")
            say(
                f"{name}: "
                + (", ".join(path.name for path in paths) if paths else f"nothing to draw: {known[name].missing}")
            )


def _list(known: Mapping[str, Chart]) -> NoReturn:
    widest = max(len(name) for name in known)
    for chart in known.values():
        typer.echo(f"{chart.name:<{widest}}  {chart.question}")
    raise typer.Exit(CLEAN)
