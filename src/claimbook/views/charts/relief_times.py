"""How soon something is said to work and how long it is said to last, on a logarithmic time axis."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

from claimbook.compare import figures
from claimbook.compare.intervals import Interval, to_interval
from claimbook.views.charts import Chart, layout, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    from claimbook.model import Claim
    from claimbook.views.book import Book

ROW, HEAD, APART = 0.3, 0.46, 0.45
NO_QUESTION = ", of things with no question given"
ROLES = ("how soon", "how long it lasts")
TICKS = {
    1: "1 day",
    1 / 24: "1 hour",
    365.25: "1 year",
    7: "1 week",
    30.4375: "1 month",
    1 / 1440: "1 minute",
    1 / 86400: "1 second",
    3652.5: "10 years",
    36525: "100 years",
    365250: "1,000 years",
}
SUBTITLE = (
    "On a scale where each step is many times the one before. Solid: figures as written. Hatched: vague words "
    "(“hours”, “several days”), drawn at their usual meaning. An arrow: no limit given."
)


def table(book: Book) -> pd.DataFrame:
    """List the durations that say how soon or how long, by question, article and place in the text."""
    import pandas as pd

    rows = [
        _row(claim, figure, book)
        for claim in book.all_claims
        if claim.worth >= 2
        for figure in figures.read_figures(claim)
        if figure.role in ROLES and figure.interval.dimension == "time"
    ]
    columns = ["question", "role", "article", "text", "low_days", "high_days", "vague", "condition", "quote", "claim"]
    found = pd.DataFrame(rows, columns=columns)
    found["order"] = [ROLES.index(role) for role in found["role"]]
    found = found.sort_values(["order", "question", "article", "low_days", "text", "claim"], kind="stable")
    found = found.drop_duplicates(["question", "article", "text"])
    shared = found.groupby("question")["article"].transform("nunique") > 1
    shared |= found["question"].str.endswith(NO_QUESTION)
    return found[shared if shared.any() else shared | True][columns].reset_index(drop=True)


def _row(claim: Claim, figure: figures.Figure, book: Book) -> dict[str, Any]:
    questions = {topic.id: topic.question for topic in book.sources.topics.topics}
    interval = _drawn(figure)
    return {
        "question": questions.get(claim.topic or "", f"{str(figure.role).capitalize()}{NO_QUESTION}"),
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
    """Say how many of the wordings give a figure, and whether any says under which condition it holds."""
    total, exact = len(rows), int((~rows["vague"].astype(bool)).sum())
    if total == 1:
        return f"The one time claimed is {'a figure' if exact else 'not a figure'} an editor could check"
    found = "all give" if exact == total else "one gives" if exact == 1 else f"{exact or 'none'} give"
    return f"Of {total} wordings of how soon or how long, {found} a figure an editor could check"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one bar for each wording, grouped by the question it answers; heights in inches."""
    rows, note = layout.drawn(rows, "wordings")
    groups = list(rows.groupby("question", sort=False))
    narrow = style.narrow()
    named = _named(rows)
    heads = [textwrap.wrap(str(question), 46 if narrow else 90) for question, _ in groups]
    height = ROW * (len(rows) + (0.75 * sum(named) if narrow else 0))
    height += sum(HEAD + 0.14 * (len(head) - 1) for head in heads)
    top = layout.head_room(heading, SUBTITLE + note)
    figure = style.new_figure(top + height + 0.45)
    left = style.EDGE + 0.05 if narrow else layout.names_margin(list(rows["article"]))
    axes = layout.place(figure, left, 0.3, top, 0.45)
    axes.set_xscale("log")
    low, high = _limits(rows)
    axes.set(xlim=(low, high), ylim=(height, 0), yticks=[])
    y, number = 0.0, 0
    for (_, group), head in zip(groups, heads, strict=True):
        y += HEAD + 0.14 * (len(head) - 1)
        layout.beside(axes, style.EDGE - left, y - 0.22, "\n".join(head), weight="bold")
        for row in records(group):
            if named[number]:
                layout.beside(
                    axes,
                    style.EDGE - left,
                    y + 0.12,
                    layout.fitted(row["article"], 3.1 if narrow else left - 0.25, style.points(1)),
                    color=style.SOFT if narrow else style.INK,
                )
                y += ROW * 0.75 if narrow else 0
            _mark(axes, row, y + 0.12)
            y, number = y + ROW, number + 1
    _scale(axes, low, high)
    layout.headline(figure, heading, SUBTITLE + note)
    return figure


def _named(rows: pd.DataFrame) -> list[bool]:
    """Tell in which rows the article is not the one of the row above."""
    return [bool(new) for new in (rows[["question", "article"]] != rows[["question", "article"]].shift()).any(axis=1)]


def _limits(rows: pd.DataFrame) -> tuple[float, float]:
    """Give the ends of the scale in days: round the shortest and the longest time, with room for a label."""
    known = [float(value) for name in ("low_days", "high_days") for value in rows[name].dropna() if value > 0]
    low, high = min(known, default=1.0), max(known, default=1.0)
    return low / 4, max(high * 4, low * 50)


def _scale(axes: Axes, low: float, high: float) -> None:
    room = axes.get_position().width * style.current().width / math.log(high / low)
    ticks: dict[float, str] = {}
    for days, name in TICKS.items():
        if low <= days <= high and all(abs(math.log(days / other)) * room > APART for other in ticks):
            ticks[days] = name
    axes.set_xticks(list(ticks), list(ticks.values()))
    axes.minorticks_off()
    axes.grid(axis="x", color=style.FAINT, linewidth=0.6)
    axes.set_axisbelow(True)


def _mark(axes: Axes, row: dict[str, Any], y: float) -> None:
    import pandas as pd

    first, last = axes.get_xlim()
    low, high = row["low_days"], row["high_days"]
    left = first if pd.isna(low) or low <= 0 else low
    right = last if pd.isna(high) else high
    if pd.isna(low) or pd.isna(high):
        tip, tail = (right, left) if pd.isna(high) else (left, right)
        dashed = "--" if row["vague"] else "-"
        arrow = {"arrowstyle": "->", "color": style.CALM, "lw": 2.2, "linestyle": dashed, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", (tip, y), (tail, y), arrowprops=arrow)
        axes.plot([tail], [y], "o", ms=7, mfc=style.PAPER if row["vague"] else style.CALM, mec=style.CALM, mew=2)
    elif left == right:
        axes.plot([left], [y], "D", ms=7, color=style.CALM, zorder=3)
    else:
        axes.add_patch(_bar(left, right, y, vague=row["vague"]))
    beyond = math.log(right / first) > 0.62 * math.log(last / first)
    edge = ("right", left, -7) if beyond and not pd.isna(low) else ("left", right, 7)
    axes.annotate(
        row["text"], (edge[1], y), (edge[2], 0), textcoords="offset points", ha=edge[0], va="center", color=style.INK
    )


def _bar(low: float, high: float, y: float, *, vague: bool) -> Rectangle:
    from matplotlib.patches import Rectangle

    face = style.PAPER if vague else style.CALM
    return Rectangle(
        (low, y - 0.075),
        high - low,
        0.15,
        facecolor=face,
        edgecolor=style.CALM,
        hatch="////" if vague else None,
        zorder=2,
    )


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{article}: {text} ({question})".format(**row) for row in records(rows)]
    return f"Times claimed. {'; '.join(said)}."


CHART = Chart(
    "relief-times",
    "How soon does it work, and how long does it last?",
    table,
    title,
    draw,
    alt,
    missing="no claim worth checking says how soon or how long",
)
