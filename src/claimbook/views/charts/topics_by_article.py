"""Which questions the articles answer, and where they agree or clash."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

ROW = 0.34
RANK = {"contradict": 3, "tension": 2, "agree": 1, "alone": 0}
COLOUR = {"contradict": style.ALARM, "tension": style.WARN, "agree": style.CALM, "alone": style.FAINT}
SIGN = {"contradict": "✕", "tension": "!", "agree": "=", "alone": ""}
SUBTITLE = (
    "Number of claims by question and article. ✕ contradicts another claim · ! in tension with one · = agrees with one "
    "· grey: nothing said against it. Questions on which no two claims meet are left out; the CSV has them all."
)


def table(book: Book) -> pd.DataFrame:
    """Count claims by topic and article, with the strongest relation any of them has."""
    state = _states(book)
    claims = book.claims.dropna(subset=["topic"])
    claims = claims.assign(state=[state.get(claim, "alone") for claim in claims["claim"]])
    claims["rank"] = claims["state"].map(RANK)
    grouped = claims.groupby(["topic", "question", "article"], sort=True)
    cells = grouped.agg(claims=("claim", "size"), rank=("rank", "max"), ids=("claim", " ".join)).reset_index()
    names = {rank: name for name, rank in RANK.items()}
    cells["state"] = cells["rank"].map(names)
    shared = cells.groupby("topic")["article"].transform("nunique") > 1
    worst = cells.groupby("topic")["rank"].transform("max")
    cells = cells.assign(worst=worst)[shared | (worst >= RANK["tension"])]
    spread = cells.groupby("topic")["article"].transform("nunique")
    order = cells.assign(spread=spread).sort_values(
        ["worst", "spread", "topic", "article"], ascending=[False, False, True, True]
    )
    return order[["topic", "question", "article", "claims", "state", "ids"]].reset_index(drop=True)


def _states(book: Book) -> dict[str, str]:
    state: dict[str, str] = {}
    for relation in book.all_relations:
        for claim in (relation.a, relation.b):
            if RANK.get(relation.relation, 0) > RANK[state.get(claim, "alone")]:
                state[claim] = relation.relation
    return state


def title(rows: pd.DataFrame) -> str:
    """Say on how many shared questions claims contradict each other."""
    worst = rows.assign(rank=rows["state"].map(RANK)).groupby("topic")["rank"].max()
    clash, tense = (int((worst == RANK[state]).sum()) for state in ("contradict", "tension"))
    return (
        f"The articles share {len(worst)} questions: on {clash} of them claims contradict each other, "
        f"on {tense} more they pull apart"
    )


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a grid of counted dots, one row a question on which claims meet, one column an article."""
    articles = sorted(rows["article"].unique())
    met = rows.groupby("topic")["state"].transform(lambda states: bool(set(states) - {"alone"}))
    rows = rows[met.astype(bool)] if met.any() else rows
    questions = list(dict.fromkeys(rows["question"]))
    top = style.head_room(heading, SUBTITLE) + 0.35
    figure = style.new_figure(top + ROW * len(questions) + 0.15)
    axes = style.place(figure, 4.2, 0.1, top, 0.15)
    for y, question in enumerate(questions):
        axes.axhline(y, color=style.FAINT, lw=0.6, zorder=0)
        axes.text(-0.62, y, style.shorten(question, 68), ha="right", va="center", size=8.5)
    for row in records(rows):
        _dot(axes, row, articles.index(row["article"]), questions.index(row["question"]))
    axes.set(xlim=(-0.55, len(articles) - 0.45), ylim=(len(questions) - 0.5, -0.6), yticks=[])
    _name_columns(axes, articles)
    style.headline(figure, heading, SUBTITLE)
    return figure


def _name_columns(axes: Axes, articles: list[str]) -> None:
    axes.xaxis.tick_top()
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks(range(len(articles)), [textwrap.fill(name.replace("-", " "), 11) for name in articles], size=8)
    axes.tick_params(axis="x", length=0, colors=style.INK)


def _dot(axes: Axes, row: dict[str, Any], x: int, y: int) -> None:
    state = row["state"]
    axes.plot([x], [y], "o", ms=15, color=COLOUR[state], zorder=2)
    ink = style.INK if state in ("alone", "tension") else style.PAPER
    axes.text(x, y, str(row["claims"]), ha="center", va="center_baseline", size=8.5, color=ink, weight="bold", zorder=3)
    axes.text(x + 0.25, y, SIGN[state], ha="left", va="center", size=9, color=style.INK, weight="bold", zorder=3)


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    clash = rows[rows["state"].isin(["contradict", "tension"])]
    said = ["{question} {article}: {state}".format(**row) for row in records(clash)]
    return f"Questions by article, with agreement and conflict. {'; '.join(said)}."


CHART = Chart(
    "topics-by-article", "Which questions do the articles answer, and where do they clash?", table, title, draw, alt
)
