"""How often each article says where a claim comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

ROW = 0.48
LEVELS = {"none": "no source", "vague": "vague (“studies show”)", "named": "named", "cited": "cited"}
COLOUR = {"none": style.FAINT, "vague": style.WARN, "named": style.CALM, "cited": style.GOOD}
SUBTITLE = "Claims an editor would check, by how the article attributes them."


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
    return f"Of {total} claims an editor would check, {found} a source a reader could find"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one stacked bar an article."""
    wide = rows.pivot(index="article", columns="attribution", values="claims").fillna(0)
    wide = wide.reindex(columns=list(LEVELS), fill_value=0)
    top = style.head_room(heading, SUBTITLE) + 0.3
    figure = style.new_figure(top + ROW * len(wide) + 0.4)
    axes = style.place(figure, 1.75, 0.3, top, 0.4)
    articles, left = list(wide.index), [0.0] * len(wide)
    for level, label in LEVELS.items():
        counts = [float(count) for count in wide[level]]
        axes.barh(articles, counts, left=left, color=COLOUR[level], height=0.62, label=label)
        ink = style.PAPER if level in ("named", "cited") else style.INK
        for y, (count, edge) in enumerate(zip(counts, left, strict=True)):
            if count:
                axes.text(edge + count / 2, y, f"{count:.0f}", ha="center", va="center", color=ink, size=8.5)
        left = [edge + count for edge, count in zip(left, counts, strict=True)]
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(0, max(left))
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.01, 1.0), ncols=4, frameon=False, handlelength=1, columnspacing=1.2
    )
    style.headline(figure, heading, SUBTITLE)
    return figure


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{article}: {claims} {attribution}".format(**row) for row in records(rows)]
    return f"Attribution of claims by article. {'; '.join(said)}."


CHART = Chart("attribution", "How often does each article say where a claim comes from?", table, title, draw, alt)
