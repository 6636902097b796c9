"""`claimbook review`: the whole job on a review folder, with progress and a summary."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.output import CLEAN, FINDINGS, say

if TYPE_CHECKING:
    from claimbook.views.book import Book


@dataclass(frozen=True)
class Progress:
    """Tell on stderr what is under way: `step` begins a part and ends the one before, `skip` says why it was none."""

    step: Callable[[str], None]
    skip: Callable[[str], None]


def review(
    path: Annotated[Path, typer.Argument(help="Review folder: the one that holds claims/.")] = Path(),
    no_notebooks: Annotated[bool, typer.Option("--no-notebooks", help="Skip executing the notebooks.")] = False,
) -> None:
    """Validate, compare, check, draw the charts, run the notebooks and sum up."""
    from claimbook.cli.problems import could_not_check
    from claimbook.views.summary import summarise

    began = time.perf_counter()
    with _progress() as progress, could_not_check():
        book, core = _check(path, progress.step)
        _publish(book, path, progress, with_notebooks=not no_notebooks)
    # Charts and notebooks must not change with the calendar; what is reported today must: waivers expire.
    dated = replace(book, today=dt.date.today())
    typer.echo(summarise(dated))
    typer.echo("\n" + _next(dated, path))
    say(f"\nextraction and comparison {core:.2f} s; the whole review {time.perf_counter() - began:.1f} s")
    raise typer.Exit(FINDINGS if dated.all_findings else CLEAN)


@contextmanager
def _progress() -> Iterator[Progress]:
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("starting") as status:
        last = ""

        def step(name: str) -> None:
            nonlocal last
            if last:
                console.print(f"  done  {last}", style="dim", highlight=False)
            last = name
            status.update(name)

        def skip(why: str) -> None:
            nonlocal last
            console.print(f"  skip  {last}: {why}", style="dim", highlight=False)
            last = ""

        yield Progress(step, skip)
        step("")


def _check(path: Path, step: Callable[[str], None]) -> tuple[Book, float]:
    """Open, extract, compare and check; give the book and the seconds extraction and comparison took."""
    import claimbook
    from claimbook.extract import extract_claims
    from claimbook.review import open_review

    step("validate the catalogues against the articles")
    open_review(path)
    book = claimbook.open(path)
    step("extract claims from the article texts")
    began = time.perf_counter()
    for source in book.sources.sources:
        extract_claims(source.article, source.text, book.sources.topics)
    step("compare the claims")
    _ = book.all_relations
    core = time.perf_counter() - began
    step("check them by the rules")
    _ = book.all_findings
    return book, core


def _publish(book: Book, path: Path, progress: Progress, *, with_notebooks: bool) -> None:
    from claimbook.views import charts, notebooks

    for name, chart in charts.charts(book).items():
        progress.step(f"draw {name}")
        if not charts.save(chart, book, path / "notebooks" / "figures"):
            progress.skip(f"nothing to draw: {chart.missing}")
    if with_notebooks and (path / "notebooks" / notebooks.SOURCES).is_dir():
        progress.step("run the notebooks")
        executed = notebooks.run(path / "notebooks")
        notebooks.write(executed)
        notebooks.trust(list(executed))


def _next(book: Book, path: Path) -> str:
    lines = ["Where to look next"]
    if book.all_findings:
        lines.append("  claimbook check     every finding with its place; `claimbook rules CODE` explains one")
    if any(relation.relation in ("contradict", "tension") for relation in book.all_relations):
        lines.append("  claimbook compare   every contradiction and tension, both sides quoted")
    if (path / "notebooks").is_dir():
        lab = "make lab" if (path / "Makefile").exists() else "jupyter lab"
        lines.append(f"  {lab:<20}the notebooks: what is claimed, where they differ, what is flagged")
        lines.append("  notebooks/figures/  the charts as SVG, PNG and CSV")
    return "\n".join(lines)
