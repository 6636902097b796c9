"""Which articles say the same, and where they clash: every pair of articles in one square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

    from claimbook.views.book import Book

CELL = 0.62
NAMES = ("agree", "tension", "contradict")
COLOUR = {"agree": style.CALM, "tension": style.WARN, "contradict": style.ALARM}
SUBTITLE = (
    "Below the diagonal: how often two articles say the same. Above it: how often they clash. "
    "On it: one article with itself."
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
    agree = apart[apart["relation"] == "agree"].sort_values(["times", "first", "second"], ascending=[False, True, True])
    clash = apart[apart["relation"] != "agree"].groupby(["first", "second"]).agg(times=("times", "sum")).reset_index()
    clash = clash.sort_values(["times", "first", "second"], ascending=[False, True, True])
    said = []
    for found, what in ((agree, "say the same most often"), (clash, "clash most")):
        if len(found):
            top = records(found)[0]
            said.append(f"{top['first']} and {top['second']} {what} ({top['times']} times)")
    return "; ".join(said) or "No two articles say the same, and none clash"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a square of articles by articles."""
    articles = sorted({*rows["first"], *rows["second"]})
    top, size = style.head_room(heading, SUBTITLE) + 0.55, CELL * len(articles)
    figure = style.new_figure(top + size + 0.35)
    right = style.WIDTH - 2.0 - 1.45 * size
    axes = style.place(figure, 2.0, max(right, 0.2), top, 0.35)
    axes.set(xlim=(0, len(articles)), ylim=(len(articles), 0))
    counts = {(r["first"], r["second"], r["relation"]): r["times"] for r in records(rows)}
    for y, one in enumerate(articles):
        for x, other in enumerate(articles):
            first, second = sorted((one, other))
            shown = ("agree",) if x < y else ("contradict", "tension") if x > y else NAMES
            found = [(name, counts[first, second, name]) for name in shown if (first, second, name) in counts]
            axes.add_patch(_square(x, y, x == y))
            for number, (name, times) in enumerate(found):
                at = x + (number + 1) / (len(found) + 1)
                axes.text(at, y + 0.5, str(times), ha="center", va="center", color=_ink(name), weight="bold", size=10.5)
    axes.set_yticks([y + 0.5 for y in range(len(articles))], articles)
    axes.set_xticks([x + 0.5 for x in range(len(articles))], ["\n".join(a.split("-", 1)) for a in articles], size=7.8)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[["bottom"]].set_visible(False)
    key = [("agree", "say the same"), ("tension", "tension"), ("contradict", "contradiction")]
    for number, (name, label) in enumerate(key):
        figure.text(0.02 + 0.19 * number, 0.1 / figure.get_size_inches()[1], f"12 {label}", color=_ink(name), size=8.5)
    style.headline(figure, heading, SUBTITLE)
    return figure


def _ink(name: str) -> str:
    return "#8a5a00" if name == "tension" else COLOUR[name]


def _square(x: int, y: int, own: bool) -> Patch:
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), 1, 1, facecolor="#f1f3f5" if own else style.PAPER, edgecolor=style.FAINT, lw=0.8)


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{first} and {second}: {times} {relation}".format(**row) for row in records(rows)]
    return f"Relations by pair of articles. {'; '.join(said)}."


CHART = Chart("who-repeats-whom", "Which articles say the same, and which clash?", table, title, draw, alt)
