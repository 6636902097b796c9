"""How sure each article sounds against what the evidence says: every assessed claim in its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

CERTAINTIES = ("absolute", "assertive", "hedged")
VERDICTS = ("contradicts", "not found", "partly supports", "supports")
_LOOK = (
    ("o", style.CALM),
    ("s", style.ALARM),
    ("^", style.GOOD),
    ("D", style.WARN),
    ("v", "#cc79a7"),
    ("P", "#56b4e9"),
)
ACROSS, STEP = 9, 0.095
SUBTITLE = (
    "Each mark is a claim with an assessment: upwards, how sure its wording is; to the right, how far the evidence "
    "read supports it. Top left is where wording outruns evidence."
)


def table(book: Book) -> pd.DataFrame:
    """List the assessed claims: how sure each sounds, and the weakest verdict that stands of its parts."""
    read = book.assessments[(book.assessments["reading"] == 1) & book.assessments["stands"].isin(VERDICTS)].copy()
    read["rank"] = [VERDICTS.index(verdict) for verdict in read["stands"]]
    weakest = read.sort_values(["claim", "rank"], kind="stable").drop_duplicates("claim")
    about = book.claims[["claim", "article", "certainty", "quote"]]
    merged = about.merge(weakest[["claim", "stands", "why", "supporting", "against"]], on="claim")
    return merged.rename(columns={"stands": "verdict"}).reset_index(drop=True)


def title(rows: pd.DataFrame) -> str:
    """Say how many plainly worded claims the evidence does not carry."""
    sure = rows[rows["certainty"] != "hedged"]
    lacking = int(sure["verdict"].isin(["contradicts", "not found"]).sum())
    return f"Of {len(sure)} assessed claims worded without a hedge, {lacking} found no support in what was read"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a grid of certainty by verdict, a mark a claim."""
    top, left, foot = style.head_room(heading, SUBTITLE) + 0.35, 1.0, 0.55
    cells = dict(iter(rows.groupby(["certainty", "verdict"])))
    heights = [max((_deep(cells.get((c, v))) for v in VERDICTS), default=1) for c in CERTAINTIES]
    unit = 0.17
    figure = style.new_figure(top + foot + unit * (sum(heights) + 1.4 * len(heights)))
    axes = style.place(figure, left, 0.2, top, foot)
    axes.set(xlim=(0, len(VERDICTS)), ylim=(sum(heights) + 1.4 * len(heights), 0), yticks=[])
    looks = {article: _LOOK[number % len(_LOOK)] for number, article in enumerate(dict.fromkeys(rows["article"]))}
    y = 0.0
    for certainty, height in zip(CERTAINTIES, heights, strict=True):
        axes.text(-0.04, y + (height + 1.4) / 2, certainty, ha="right", va="center", weight="bold", color=style.INK)
        for x, verdict in enumerate(VERDICTS):
            group = cells.get((certainty, verdict))
            count = 0 if group is None else len(group)
            axes.text(x + 0.03, y + 0.55, str(count), size=8, color=style.SOFT, va="center")
            for number, row in enumerate(records(group) if group is not None else []):
                marker, colour = looks[row["article"]]
                at = (x + 0.1 + STEP * (number % ACROSS), y + 1.35 + number // ACROSS)
                axes.plot(*at, marker, color=colour, ms=6)
        y += height + 1.4
        axes.axhline(y, color=style.FAINT, lw=0.8)
    for x in range(1, len(VERDICTS)):
        axes.axvline(x, color=style.FAINT, lw=0.8)
    axes.set_xticks([x + 0.5 for x in range(len(VERDICTS))], VERDICTS, weight="bold", color=style.INK)
    axes.tick_params(axis="x", length=0)
    for article, (marker, colour) in looks.items():
        axes.plot([], [], marker, color=colour, ms=6, ls="", label=article)
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.14, 1.0), ncols=5, frameon=False, handletextpad=0.1, columnspacing=1
    )
    style.headline(figure, heading, SUBTITLE)
    return figure


def _deep(group: pd.DataFrame | None) -> int:
    return 1 if group is None else -(-len(group) // ACROSS)


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    counts = rows.groupby(["article", "certainty", "verdict"]).agg(claims=("claim", "size")).reset_index()
    said = ["{article}: {claims} {certainty}, verdict {verdict}".format(**row) for row in records(counts)]
    return f"Assessed claims by certainty and verdict. {'; '.join(said)}."


CHART = Chart("certainty-against-evidence", "Does the wording outrun the evidence?", table, title, draw, alt)
