"""How soon something is said to work and how long it is said to last, on a logarithmic time axis."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from claimbook.compare.intervals import to_interval
from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    from claimbook.views.book import Book

ROW = 0.5
SHORTEST, LONGEST = 1 / 24 / 6, 730.0
TICKS = {
    1 / 24: "1 hour",
    0.25: "6 hours",
    1: "1 day",
    7: "1 week",
    30.4375: "1 month",
    182.6: "6 months",
    365.25: "1 year",
}
SUBTITLE = (
    "Each bar is one article's claim. Solid: figures as written. Hatched: vague words (“hours”, “several days”), drawn "
    "at their usual meaning. An arrow: no limit given."
)


def table(book: Book) -> pd.DataFrame:
    """List the durations of onset and duration claims, by question, article and place in the text."""
    import pandas as pd

    rows = [
        _row(claim, quantity, book)
        for claim in book.all_claims
        if claim.kind in ("onset", "duration") and claim.worth >= 2
        for quantity in claim.quantities
        if quantity.kind == "duration"
    ]
    columns = ["question", "article", "text", "low_days", "high_days", "vague", "condition", "quote", "claim"]
    found = pd.DataFrame([row for row in rows if row], columns=columns).drop_duplicates(["question", "article", "text"])
    return found.sort_values(["question", "article", "low_days", "text"], kind="stable").reset_index(drop=True)


def _row(claim: Any, quantity: Any, book: Book) -> dict[str, Any] | None:
    interval = to_interval(quantity)
    if interval is None or interval.dimension != "time":
        return None
    questions = {topic.id: topic.question for topic in book.sources.topics.topics}
    return {
        "question": questions.get(claim.topic, "No topic"),
        "article": claim.article,
        "text": quantity.text,
        "low_days": interval.low if math.isfinite(interval.low) else None,
        "high_days": interval.high if math.isfinite(interval.high) else None,
        "vague": interval.vague,
        "condition": claim.condition,
        "quote": claim.quote,
        "claim": claim.id,
    }


def title(rows: pd.DataFrame) -> str:
    """Say how many of the times are vague and how many questions they answer."""
    vague, total = int(rows["vague"].sum()), len(rows)
    questions = rows["question"].nunique()
    return (
        f"{total} claims of how soon or how long, on {questions} question{'' if questions == 1 else 's'}: "
        f"{vague} of them in words too vague to be wrong"
    )


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one bar for each claim, grouped by the question it answers."""
    groups = list(rows.groupby("question", sort=False))
    slots = len(rows) + 0.9 * len(groups)
    top = style.head_room(heading, SUBTITLE)
    figure = style.new_figure(top + slots * ROW * 0.8 + 0.6)
    axes = style.place(figure, 1.75, 0.2, top, 0.6)
    axes.set_xscale("log")
    y = 0.0
    for question, group in groups:
        axes.text(
            -0.29, y + 0.35, str(question), weight="bold", size=9.5, va="center", transform=axes.get_yaxis_transform()
        )
        y += 0.9
        for row in records(group):
            _mark(axes, row, y + 0.2)
            y += 1
    axes.set(xlim=(SHORTEST, LONGEST), ylim=(slots, -0.1), yticks=[])
    axes.set_xticks(list(TICKS), list(TICKS.values()))
    axes.minorticks_off()
    axes.grid(axis="x", color=style.FAINT, linewidth=0.6, zorder=0)
    style.headline(figure, heading, SUBTITLE)
    return figure


def _mark(axes: Axes, row: dict[str, Any], y: float) -> None:
    import pandas as pd

    low, high = row["low_days"], row["high_days"]
    shown_low = SHORTEST if pd.isna(low) else max(low, SHORTEST)
    shown_high = LONGEST if pd.isna(high) else min(high, LONGEST)
    if shown_low == shown_high:
        axes.plot([shown_low], [y], "D", ms=7, color=style.CALM, zorder=3)
    else:
        axes.add_patch(_bar(shown_low, shown_high, y, vague=row["vague"]))
    if pd.isna(low):
        axes.plot([SHORTEST], [y], "<", ms=6, color=style.CALM, clip_on=False, zorder=4)
    if pd.isna(high):
        axes.plot([LONGEST], [y], ">", ms=6, color=style.CALM, clip_on=False, zorder=4)
    axes.text(-0.29, y, row["article"], va="center", transform=axes.get_yaxis_transform())
    right = shown_high > 60
    edge = shown_low / 1.15 if right else shown_high * 1.15
    axes.text(edge, y, row["text"], va="center", ha="right" if right else "left", size=8.5)


def _bar(low: float, high: float, y: float, *, vague: bool) -> Rectangle:
    from matplotlib.patches import Rectangle

    face = style.PAPER if vague else style.CALM
    return Rectangle(
        (low, y - 0.21),
        high - low,
        0.42,
        facecolor=face,
        edgecolor=style.CALM,
        hatch="////" if vague else None,
        zorder=2,
    )


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{article}: {text} ({question})".format(**row) for row in records(rows)]
    return f"Times claimed. {'; '.join(said)}."


CHART = Chart("relief-times", "How soon does it work, and how long does it last?", table, title, draw, alt)
