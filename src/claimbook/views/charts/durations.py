"""How soon things are said to happen and how long they are said to take or last, on a logarithmic time axis.

Refuses times that are none of this: ages, dates, how long ago, how long a study ran.
"""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

from claimbook.compare import figures
from claimbook.compare.intervals import Interval, to_interval
from claimbook.views.charts import Chart, layout, measured, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    from claimbook.model import Claim
    from claimbook.views.book import Book

ROW, HEAD, APART, LINE = 0.3, 0.46, 0.45, 0.16
OTHERS = "Other times"
PLAIN = "how long"  # the words beside a time do not tell what it measures
ROLES = ("how soon", "how long it lasts", PLAIN)
COLUMNS = ("question", "role", "article", "text", "low_days", "high_days", "vague", "condition", "quote", "claim")
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
    "In claims worth checking. Each step of the scale is many times the one before. Solid: figures as written. "
    "Hatched: vague words (“hours”, “several days”), drawn at their usual meaning. An arrow: no limit given."
)


def table(book: Book) -> pd.DataFrame:
    """List the times claimed, by the question they answer or the thing they are times of, article and size."""
    import pandas as pd

    questions = {topic.id: topic.question for topic in book.sources.topics.topics}
    told = [
        (claim, figure, measured.name(claim, figure.quantity, questions.get(claim.topic or "")))
        for claim in book.all_claims
        if claim.worth >= 2
        for figure in figures.read_figures(claim)
        if _is_told(claim, figure, questions)
    ]
    heads = measured.headings([named for _, _, named in told], OTHERS)
    rows = [_row(claim, figure, head) for (claim, figure, _), head in zip(told, heads, strict=True)]
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    kept = found[_shared(found, set(questions.values()))]
    order = [ROLES.index(role) for role in kept["role"]]
    kept = kept.assign(order=order, last=kept["question"] == OTHERS)
    by = ["last", "order", "question", "article", "low_days", "text", "claim"]
    # the first role of a heading places it, so that its rows stay together
    kept["order"] = kept.groupby("question")["order"].transform("min")
    kept = kept.sort_values(by, kind="stable").drop_duplicates(["question", "article", "text"])
    return kept[list(COLUMNS)].reset_index(drop=True)


def _is_told(claim: Claim, figure: figures.Figure, questions: Mapping[str, str]) -> bool:
    if figure.interval.dimension != "time" or (figure.role or PLAIN) not in ROLES:
        return False
    # among the answers to a question, only a time whose words say what it measures is sure to be an answer
    return figure.role is not None or claim.topic not in questions


def _shared(found: pd.DataFrame, questions: Set[str]) -> pd.Series:
    """Tell which rows to keep: of the questions, those that articles share; all where there is no such question."""
    asked = found["question"].isin(questions)
    shared = asked & (found.groupby("question")["article"].transform("nunique") > 1)
    return shared | ~asked if shared.any() else shared | True


def _row(claim: Claim, figure: figures.Figure, head: str) -> dict[str, Any]:
    interval = _drawn(figure)
    return {
        "question": head,
        "role": figure.role or PLAIN,
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
    """Say how many of the times are figures and how many vague words."""
    total, exact = len(rows), int((~rows["vague"].astype(bool)).sum())
    articles = rows["article"].nunique()
    if total == 1:
        return f"One time in one article: {'a figure' if exact else 'vague words, not a figure'}"
    found = {total: "all are figures", 0: "none is a figure", 1: "one is a figure"}.get(exact, f"{exact} are figures")
    vague = total - exact
    rest = f"; {vague} {'is' if vague == 1 else 'are'} vague words" if vague and exact else ""
    return f"Of {total} times in {articles} article{'' if articles == 1 else 's'}, {found}{rest}"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one bar for each wording, grouped by what it is a time of; heights in inches."""
    rows, note = layout.drawn(rows, "times")
    groups = list(rows.groupby("question", sort=False))
    narrow = style.narrow()
    named = _named(rows)
    heads = [textwrap.wrap(str(question), 46 if narrow else 90) for question, _ in groups]
    height = ROW * (len(rows) + (0.75 * sum(named) if narrow else 0)) + sum(_words_room(row) for row in records(rows))
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
                _name(axes, row["article"], y + 0.12, left)
                y += ROW * 0.75 if narrow else 0
            _mark(axes, row, y + 0.12)
            y, number = y + ROW + _words(axes, row, y + 0.26), number + 1
    _scale(axes, low, high)
    layout.headline(figure, heading, SUBTITLE + note)
    return figure


def _name(axes: Axes, article: str, y: float, left: float) -> None:
    narrow = style.narrow()
    name = layout.fitted(article, 3.1 if narrow else left - 0.25, style.points(1))
    layout.beside(axes, style.EDGE - left, y, name, color=style.SOFT if narrow else style.INK)


def _words_room(row: dict[str, Any]) -> float:
    """Give the inches that the words of a claim take below its mark: none where a question says what it is about."""
    if str(row["question"]).endswith("?"):
        return 0.0
    return 0.04 + LINE * len(_lines(row))


def _words(axes: Axes, row: dict[str, Any], y: float) -> float:
    room = _words_room(row)
    if room:
        look: dict[str, Any] = {"va": "top", "size": style.points(0.86), "color": style.SOFT, "linespacing": 1.15}
        layout.beside(axes, 0.0, y, "\n".join(_lines(row)), **look)
    return room


def _lines(row: dict[str, Any]) -> list[str]:
    narrow = style.narrow()
    words = layout.excerpt(row["quote"], row["text"], 100 if narrow else 84)
    return textwrap.wrap(f"“{words}”", 52 if narrow else 200)


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
    "durations",
    "How soon, and how long: which times are claimed?",
    table,
    title,
    draw,
    alt,
    missing="no claim worth checking says how soon something happens or how long it takes",
)
