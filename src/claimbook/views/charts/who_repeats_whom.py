"""Which articles say the same, and where they clash: every pair of articles in one square."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claimbook.views.charts import Chart, layout, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

    from claimbook.views.book import Book

CELL = 0.78
NAMES = ("agree", "tension", "contradict")
COLOUR = {"agree": style.CALM, "tension": style.WARN, "contradict": style.ALARM}
WORD = {"agree": "agreement", "tension": "tension", "contradict": "contradiction"}
SIGN = {"agree": "=", "tension": "!", "contradict": "✕"}
SUBTITLE = (
    "Below the diagonal: how often a claim of one article agrees with one of the other (=). Above it: how often they "
    "are in tension (!) or contradict each other (✕). On it: an article with itself."
)


def table(book: Book) -> pd.DataFrame:
    """Count the relations of each pair of articles, by relation."""
    rows = book.relations[book.relations["relation"].isin(NAMES)].copy()
    pairs = [sorted(pair) for pair in zip(rows["article_a"], rows["article_b"], strict=True)]
    rows["first"], rows["second"] = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    rows["claims"] = rows["a"] + " " + rows["b"]
    grouped = rows.groupby(["first", "second", "relation"], sort=True)
    return grouped.agg(times=("a", "size"), claims=("claims", " ".join)).reset_index()


def title(rows: pd.DataFrame) -> str:
    """Say which two articles agree most and which clash most."""
    apart = rows[rows["first"] != rows["second"]]
    if len(apart.groupby(["first", "second"])) == 1:
        return _pair(records(apart))
    agree = apart[apart["relation"] == "agree"].sort_values(["times", "first", "second"], ascending=[False, True, True])
    worst = "contradict" if (apart["relation"] == "contradict").any() else "tension"
    clash = apart[apart["relation"] == worst].sort_values(["times", "first", "second"], ascending=[False, True, True])
    clashing = {"contradict": "contradict each other most often", "tension": "are in tension most often"}[worst]
    said = []
    for found, what in ((agree, "agree most often"), (clash, clashing)):
        if len(found):
            said.append(_first(records(found), what))
    return "; ".join(said) or "No two articles agree or contradict each other"


def _pair(found: list[dict[str, Any]]) -> str:
    one, times = found[0], {row["relation"]: int(row["times"]) for row in found}
    said = [f"{times[name]} {WORD[name]}{'s' if times[name] > 1 else ''}" for name in reversed(NAMES) if name in times]
    return f"{one['first']} and {one['second']}: {', '.join(said)}"


def _first(pairs: list[dict[str, Any]], what: str) -> str:
    most = pairs[0]["times"]
    times = "once" if most == 1 else f"{most} times"
    ties = sum(pair["times"] == most for pair in pairs)
    if ties > 1:
        return f"{ties} pairs of articles {what} ({times} each)"
    return f"{pairs[0]['first']} and {pairs[0]['second']} {what} ({times})"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a square of articles by articles."""
    weight: Counter[str] = Counter()
    for row in records(rows):
        weight.update({row["first"]: row["times"], row["second"]: row["times"]})
    side = 1.2 if style.narrow() else 2.0
    articles, note = layout.drawn_columns(sorted(weight), style.current().width - side - 0.2, weight)
    left = layout.names_room([layout.fitted(one, side, style.points(1)) for one in articles]) + 0.1
    right, each = layout.columns_fit(articles, style.current().width - left, CELL)
    size = each * len(articles)
    top = layout.head_room(heading, SUBTITLE + note) + layout.columns_room(articles, each)
    figure = style.new_figure(top + size * 0.72 + 0.15)
    axes = layout.place(figure, left, right, top, 0.15)
    axes.set(xlim=(-0.5, len(articles) - 0.5), ylim=(len(articles) - 0.5, -0.5))
    counts = {(r["first"], r["second"], r["relation"]): r["times"] for r in records(rows)}
    for y, one in enumerate(articles):
        layout.beside(axes, style.EDGE - left, y, layout.fitted(one, side, style.points(1)))
        for x, other in enumerate(articles):
            first, second = sorted((one, other))
            shown = ("agree",) if x < y else ("contradict", "tension") if x > y else NAMES
            axes.add_patch(_square(x, y, x == y))
            _write(
                axes, x, y, [(name, counts[first, second, name]) for name in shown if (first, second, name) in counts]
            )
    axes.set_yticks([])
    layout.name_columns(axes, range(len(articles)), articles, each)
    layout.headline(figure, heading, SUBTITLE + note)
    return figure


def _write(axes: Axes, x: int, y: int, found: list[tuple[str, int]]) -> None:
    """Write the counts of a square, one below the other."""
    for number, (name, times) in enumerate(found):
        at = y - 0.5 + (number + 1) / (len(found) + 1)
        look: dict[str, Any] = {"ha": "center", "va": "center", "color": _ink(name), "weight": "bold"}
        axes.text(x, at, f"{times} {SIGN[name]}", size=style.points(1 if len(found) < 3 else 0.8), **look)


def _ink(name: str) -> str:
    return "#8a5a00" if name == "tension" else COLOUR[name]


def _square(x: int, y: int, own: bool) -> Patch:
    from matplotlib.patches import Rectangle

    return Rectangle(
        (x - 0.5, y - 0.5), 1, 1, facecolor="#f1f3f5" if own else style.PAPER, edgecolor=style.FAINT, lw=0.8
    )


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{first} and {second}: {times} {relation}".format(**row) for row in records(rows)]
    return f"Relations by pair of articles. {'; '.join(said)}."


CHART = Chart(
    "who-repeats-whom",
    "Which articles say the same, and which clash?",
    table,
    title,
    draw,
    alt,
    missing="no two claims agree or stand against each other",
)
