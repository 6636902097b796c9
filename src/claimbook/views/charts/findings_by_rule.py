"""Which rules fire where."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    from claimbook.views.book import Book

ROW = 0.4
SUBTITLE = "Number of findings by rule and article; the darker, the more."


def table(book: Book) -> pd.DataFrame:
    """Count findings by rule and article."""
    grouped = book.findings.groupby(["code", "name", "article"], sort=True)
    return grouped.agg(findings=("quote", "size"), claims=("claims", " ".join)).reset_index()


def title(rows: pd.DataFrame) -> str:
    """Name the rule that fires most."""
    most = rows.groupby("name")["findings"].sum().sort_values(ascending=False, kind="stable")
    total = int(most.sum())
    return f"{total} findings, most of them {most.index[0].replace('-', ' ')} ({int(most.iloc[0])})"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a shaded grid, one row a rule, one column an article."""
    from matplotlib.colors import to_rgba

    wide = rows.pivot(index=["code", "name"], columns="article", values="findings").fillna(0)
    top = style.head_room(heading, SUBTITLE) + 0.35
    figure = style.new_figure(top + ROW * len(wide) + 0.2)
    axes = style.place(figure, 2.5, 0.2, top, 0.2)
    most = wide.to_numpy().max()
    for y, (_, counts) in enumerate(wide.iterrows()):
        for x, count in enumerate(counts):
            shade = to_rgba(style.ALARM, 0.12 + 0.88 * count / most) if count else to_rgba(style.FAINT, 0.25)
            axes.add_patch(_cell(x, y, shade))
            ink = style.PAPER if count > most * 0.45 else style.INK if count else style.SOFT
            axes.text(x, y, f"{count:.0f}" if count else "·", ha="center", va="center", color=ink, weight="bold")
    axes.set(xlim=(-0.5, wide.shape[1] - 0.5), ylim=(len(wide) - 0.5, -0.5))
    axes.set_yticks(range(len(wide)), [f"{code}  {name.replace('-', ' ')}" for code, name in wide.index])
    axes.xaxis.tick_top()
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks(range(wide.shape[1]), [textwrap.fill(name.replace("-", " "), 12) for name in wide.columns])
    axes.tick_params(length=0, colors=style.INK)
    style.headline(figure, heading, SUBTITLE)
    return figure


def _cell(x: int, y: int, shade: tuple[float, float, float, float]) -> Rectangle:
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.48, y - 0.46), 0.96, 0.92, facecolor=shade, edgecolor="none")


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{code} in {article}: {findings}".format(**row) for row in records(rows)]
    return f"Findings by rule and article. {'; '.join(said)}."


CHART = Chart("findings-by-rule", "Which rules fire where?", table, title, draw, alt)
