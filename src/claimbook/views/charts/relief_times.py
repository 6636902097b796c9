"""How soon something is said to work and how long it is said to last, on a logarithmic time axis."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from claimbook.compare import figures
from claimbook.compare.intervals import Interval, to_interval
from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    from claimbook.model import Claim
    from claimbook.views.book import Book

ROW = 0.36
ROLES = ("how soon", "how long it lasts")
SHORTEST, LONGEST = 1 / 24 / 6, 730.0
TICKS = {
    1 / 24: "1 hour",
    0.25: "6 hours",
    1: "1 day",
    7: "1 week",
    30.4375: "1 month",
    365.25: "1 year",
}
SUBTITLE = (
    "Each bar is one article's claim. Solid: figures as written. Hatched: vague words (“hours”, “several days”), drawn "
    "at their usual meaning. An arrow: no limit given."
)


def table(book: Book) -> pd.DataFrame:
    """List the durations that say how soon or how long, by question, article and place in the text."""
    import pandas as pd

    rows = [
        _row(claim, figure, book)
        for claim in book.all_claims
        if claim.worth >= 2 and claim.kind in ("onset", "duration")
        for figure in figures.read_figures(claim)
        if figure.role in ROLES and figure.interval.dimension == "time"
    ]
    columns = ["question", "role", "article", "text", "low_days", "high_days", "vague", "condition", "quote", "claim"]
    found = pd.DataFrame(rows, columns=columns)
    found["order"] = [ROLES.index(role) for role in found["role"]]
    found = found.sort_values(["order", "question", "article", "low_days", "text", "claim"], kind="stable")
    found = found.drop_duplicates(["question", "article", "text"])
    shared = found.groupby("question")["article"].transform("nunique") > 1
    return found[shared if shared.any() else shared | True][columns].reset_index(drop=True)


def _row(claim: Claim, figure: figures.Figure, book: Book) -> dict[str, Any]:
    questions = {topic.id: topic.question for topic in book.sources.topics.topics}
    interval = _drawn(figure)
    return {
        "question": questions.get(claim.topic or "", figure.role),
        "role": figure.role,
        "article": claim.article,
        "text": figure.quantity.text,
        "low_days": interval.low if math.isfinite(interval.low) else None,
        "high_days": interval.high if math.isfinite(interval.high) else None,
        "vague": interval.vague,
        "condition": claim.condition,
        "quote": claim.quote,
        "claim": claim.id,
    }


def _drawn(figure: figures.Figure) -> Interval:
    """Give "a few days to a week" a lower end to draw: its figure has none, its words do."""
    usual = to_interval(figure.quantity.model_copy(update={"low": None, "high": None}))
    open_below = math.isinf(figure.interval.low) and not math.isinf(figure.interval.high)
    return usual if open_below and usual and usual.low < usual.high else figure.interval


def title(rows: pd.DataFrame) -> str:
    """Say how many of the times give a figure."""
    vague, total = int(rows["vague"].sum()), len(rows)
    found = "all give" if vague == 0 else f"{total - vague or 'none'} give" if total - vague != 1 else "one gives"
    return f"Of {total} claims on how soon or how long, {found} a figure an editor could check"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one bar for each claim, grouped by the question it answers."""
    groups = list(rows.groupby("question", sort=False))
    slots = len(rows) + 0.9 * len(groups)
    top = style.head_room(heading, SUBTITLE)
    figure = style.new_figure(top + slots * ROW + 0.6)
    axes = style.place(figure, 1.75, 0.2, top, 0.6)
    axes.set_xscale("log")
    y = 0.0
    for question, group in groups:
        axes.text(
            -0.29, y + 0.35, str(question), weight="bold", size=9.5, va="center", transform=axes.get_yaxis_transform()
        )
        y += 0.9
        before = None
        for row in records(group):
            _mark(axes, row, y + 0.2, named=row["article"] != before)
            before = row["article"]
            y += 1
    axes.set(xlim=(SHORTEST, LONGEST), ylim=(slots, -0.1), yticks=[])
    axes.set_xticks(list(TICKS), list(TICKS.values()))
    axes.minorticks_off()
    axes.grid(axis="x", color=style.FAINT, linewidth=0.6, zorder=0)
    style.headline(figure, heading, SUBTITLE)
    return figure


def _mark(axes: Axes, row: dict[str, Any], y: float, *, named: bool) -> None:
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
    label = row["article"] if named else ""
    axes.text(-0.29, y, label, va="center", transform=axes.get_yaxis_transform())
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
