"""Charts: each answers one question, from one table, drawn the same way to the byte every time.

A new chart is a new module here that defines `CHART`, or `FAMILY`: charts that depend on what a review asks. Refuses
marks that cannot be traced: a chart is drawn from the rows of its table and nothing else, and that table is saved
beside it as CSV.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.views.charts import style

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    import pandas as pd
    from matplotlib.figure import Figure

    from claimbook.views.book import Book


@dataclass(frozen=True)
class Chart:
    """Describe one chart: the question it answers, its table, its headline in words, its drawing, its alt text.

    `missing` says why there is nothing to draw where its table is empty.
    """

    name: str
    question: str
    table: Callable[[Book], pd.DataFrame]
    title: Callable[[pd.DataFrame], str]
    draw: Callable[[pd.DataFrame, str], Figure]
    alt: Callable[[pd.DataFrame], str]
    missing: str = "no figure answers this question"


def charts(book: Book | None = None) -> dict[str, Chart]:
    """Find every chart of this room by name; those that depend on what a review asks only with its `book`."""
    found = {chart.name: chart for module in _modules() if (chart := getattr(module, "CHART", None))}
    if book is not None:
        families = (family(book) for module in _modules() if (family := getattr(module, "FAMILY", None)))
        found |= {chart.name: chart for family in families for chart in family}
    return found


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def draw(chart: Chart, book: Book, size: str = "full") -> Figure | None:
    """Draw a chart for a book; None where its table is empty: there is nothing to draw."""
    table = chart.table(book)
    if table.empty:
        return None
    with style.house_style(size):
        return chart.draw(table, chart.title(table))


def save(chart: Chart, book: Book, folder: Path, size: str = "full") -> list[Path]:
    """Save a chart as SVG, PNG and the CSV behind it; give the paths, none where there is nothing to draw.

    In the size column, 90 mm wide, the pictures are named `NAME-column`; the CSV is the same.
    The files hold no time stamp and no path: the same book gives the same bytes.
    """
    table = chart.table(book)
    if table.empty:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    stem = chart.name if size == "full" else f"{chart.name}-{size}"
    paths = [folder / f"{stem}.svg", folder / f"{stem}.png", folder / f"{chart.name}.csv"]
    title, alt = chart.title(table), chart.alt(table)
    with style.house_style(size):
        figure = chart.draw(table, title)
        figure.savefig(paths[0], metadata={"Date": None, "Creator": None, "Title": title, "Description": alt})
        figure.savefig(paths[1], metadata={"Software": None, "Title": title, "Description": alt})
    table.to_csv(paths[2], index=False, lineterminator="\n")
    return paths
