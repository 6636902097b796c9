"""Which questions the articles answer, and where they agree or clash."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from claimbook.views.charts import Chart, layout, style
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
SHOWN, ACROSS = {"full": 20, "column": 12}, {"full": 58, "column": 60}
SUBTITLE = (
    "Number of claims by question and article. ✕: contradicts another claim; !: in tension with one; "
    "=: agrees with one; grey: met by no other."
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
    """Say on how many questions a claim contradicts another, and on how many more there is tension."""
    worst = rows.assign(rank=rows["state"].map(RANK)).groupby("topic")["rank"].max()
    clash, tense, same = (int((worst == RANK[state]).sum()) for state in ("contradict", "tension", "agree"))
    found = [
        f"{number} {what}" for number, what in ((clash, "with a contradiction"), (tense, "with a tension")) if number
    ]
    if not found:
        return f"{len(worst)} questions, none with a contradiction or a tension; claims agree on {same or 'none'}"
    return f"Of {len(worst)} questions that articles share or clash on: {' and '.join(found)}"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a grid of counted dots, one row a question on which claims meet, one column an article."""
    narrow = style.narrow()
    left = 0.2 if narrow else 3.95
    rows, note = _picked(rows)
    weight = {str(article): float(count) for article, count in rows.groupby("article")["claims"].sum().items()}
    articles, left_out = layout.drawn_columns(sorted(weight), style.current().width - left, weight, 0.36)
    rows, note = rows[rows["article"].isin(articles)], note + left_out
    questions = list(dict.fromkeys(rows["question"]))
    right, each = layout.columns_fit(articles, style.current().width - left)
    row = (0.46 if max(map(len, questions)) <= ACROSS["column"] else 0.56) if narrow else ROW
    top = layout.head_room(heading, SUBTITLE + note) + layout.columns_room(articles, each)
    figure = style.new_figure(top + row * len(questions) + 0.15)
    axes = layout.place(figure, left, right, top, 0.15)
    for y, question in enumerate(questions):
        at = y + 0.2 if narrow else y
        axes.axhline(at, color=style.FAINT, lw=0.6, zorder=0)
        across = ACROSS["column" if narrow else "full"]
        label = "\n".join(textwrap.wrap(layout.shorten(question, 2 * across - 6), across))
        layout.beside(axes, style.EDGE - left, y - 0.3 if narrow else y, label, linespacing=1.1)
    for cell in records(rows):
        _dot(axes, cell, articles.index(cell["article"]), questions.index(cell["question"]) + (0.2 if narrow else 0))
    axes.set(xlim=(-0.5, len(articles) - 0.5), ylim=(len(questions) - 0.5, -0.5), yticks=[])
    layout.name_columns(axes, range(len(articles)), articles, each)
    layout.headline(figure, heading, SUBTITLE + note)
    return figure


def _picked(rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Pick the questions to draw, the sharpest clash first; say what is left out."""
    met = rows.groupby("topic")["state"].transform(lambda states: bool(set(states) - {"alone"})).astype(bool)
    kept = rows[met] if met.any() else rows
    first = list(dict.fromkeys(kept["topic"]))[: SHOWN["column" if style.narrow() else "full"]]
    total = rows["topic"].nunique()
    note = f" The {len(first)} questions with most at stake; all {total} are in the CSV." if len(first) < total else ""
    return kept[kept["topic"].isin(first)], note


def _dot(axes: Axes, row: dict[str, Any], x: int, y: float) -> None:
    state, size = row["state"], style.current().text
    axes.plot([x], [y], "o", ms=size * 1.65, color=COLOUR[state], zorder=2)
    look: dict[str, Any] = {"ha": "center", "va": "center_baseline", "weight": "bold", "zorder": 3}
    axes.text(x, y, str(row["claims"]), color=style.ink_on(COLOUR[state]), **look)
    axes.annotate(
        SIGN[state],
        (x, y),
        (size * 1.4, 0),
        textcoords="offset points",
        va="center",
        color=style.INK,
        **{key: value for key, value in look.items() if key != "va"},
    )


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    clash = rows[rows["state"].isin(["contradict", "tension"])]
    said = ["{question} {article}: {state}".format(**row) for row in records(clash)]
    return f"Questions by article, with agreement and conflict. {'; '.join(said)}."


CHART = Chart(
    "topics-by-article",
    "Which questions do the articles answer, and where do they clash?",
    table,
    title,
    draw,
    alt,
    missing="no two articles answer the same question yet; claims/topics.yaml holds the questions",
)
