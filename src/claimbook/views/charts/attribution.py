"""How often each article says where a claim comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.views.charts import Chart, layout, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

ROW = 0.48
LEVELS = {"none": "no source", "vague": "vague (“studies show”)", "named": "named", "cited": "cited"}
COLOUR = {"none": style.FAINT, "vague": style.WARN, "named": style.CALM, "cited": style.DEEP}
SUBTITLE = (
    "Claims worth checking, by how the article says where they come from. Named: an institution or a study; "
    "cited: a reference."
)


def table(book: Book) -> pd.DataFrame:
    """Count the claims worth checking by article and attribution."""
    worthy = book.claims[book.claims["worth"] >= 2]
    grouped = worthy.groupby(["article", "attribution"], sort=True)
    return grouped.agg(claims=("claim", "size"), ids=("claim", " ".join)).reset_index()


def title(rows: pd.DataFrame) -> str:
    """Say what part of the claims has a source a reader could find."""
    total = int(rows["claims"].sum())
    sourced = int(rows.loc[rows["attribution"].isin(["named", "cited"]), "claims"].sum())
    found = "none names" if sourced == 0 else "one names" if sourced == 1 else f"{sourced} name"
    if sourced == total:
        return f"All {total} claims worth checking name a source" if total > 1 else "The one claim names a source"
    over = f"Of the {total} claims worth checking" if total > 1 else "Of the one claim worth checking"
    return f"{over}, {found} a source"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one stacked bar an article, the most claims first."""
    wide = rows.pivot(index="article", columns="attribution", values="claims").fillna(0)
    wide = wide.reindex(columns=list(LEVELS), fill_value=0)
    wide = wide.loc[wide.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    wide, note = layout.drawn(wide, "articles")
    narrow = style.narrow()
    key = 0.42 if narrow else 0.3
    top = layout.head_room(heading, SUBTITLE + note) + key
    left = layout.names_margin([str(name) for name in wide.index])
    figure = style.new_figure(top + ROW * len(wide) + 0.15)
    axes = layout.place(figure, style.EDGE if narrow else left, 0.35, top, 0.15)
    axes.set(xlim=(0, wide.sum(axis=1).max()), ylim=(len(wide) - 0.5, -0.5), yticks=[], xticks=[])
    axes.spines["bottom"].set_visible(False)
    for y, (article, counts) in enumerate(wide.iterrows()):
        _bar(axes, y, str(article), {str(level): float(count) for level, count in counts.items()})
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        borderaxespad=0.2,
        borderpad=0,
        ncols=2 if narrow else 4,
        frameon=False,
        handlelength=1,
        columnspacing=1.2,
    )
    layout.headline(figure, heading, SUBTITLE + note)
    return figure


def _bar(axes: Axes, y: int, article: str, counts: Mapping[str, float]) -> None:
    """Draw the bar of one article, its name beside it, or above it in a column."""
    narrow, left = style.narrow(), 0.0
    at, height = (y + 0.14, 0.44) if narrow else (y, 0.62)
    for level, label in LEVELS.items():
        axes.barh([at], [counts[level]], left=left, color=COLOUR[level], height=height, label=label if y == 0 else None)
        if counts[level]:
            ink = style.ink_on(COLOUR[level])
            axes.text(left + counts[level] / 2, at, f"{counts[level]:.0f}", ha="center", va="center", color=ink)
        left += counts[level]
    axes.text(left, at, f" {left:.0f}", va="center", color=style.SOFT)
    x, beside = (0.0, y - 0.28) if narrow else (-0.012, y)
    name = layout.fitted(article, 3.2 if narrow else 2.2, style.points(1))
    axes.text(x, beside, name, va="center", ha="left" if narrow else "right", transform=axes.get_yaxis_transform())


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{article}: {claims} {attribution}".format(**row) for row in records(rows)]
    return f"Attribution of claims by article. {'; '.join(said)}."


CHART = Chart(
    "attribution",
    "How often does each article say where a claim comes from?",
    table,
    title,
    draw,
    alt,
    missing="no claim here is worth checking",
)
