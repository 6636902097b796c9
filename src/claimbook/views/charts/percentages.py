"""Every percentage the articles claim, with its bound, and who is said to have found it."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

from claimbook.views.charts import Chart, layout, measured, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from claimbook.model import Claim, Quantity
    from claimbook.views.book import Book

ROW, HEAD = 0.62, 0.46
REACH = 100.0
OTHERS = "Other percentages"
COLUMNS = {
    "question": "string", "article": "string", "text": "string", "low": "Float64", "high": "Float64",
    "bound": "string", "attribution": "string", "source": "string", "quote": "string", "claim": "string",
}  # fmt: skip
SUBTITLE = (
    "In claims worth checking; on a scale from 0 percent, grouped by what each is a figure of. An arrow means the "
    "wording sets no upper or lower limit. Orange: no source named; blue: one named or cited."
)


def table(book: Book) -> pd.DataFrame:
    """List the percentages of claims an editor would check, by what they are figures of and size."""
    import pandas as pd

    questions = {topic.id: topic.question for topic in book.sources.topics.topics}
    rows = [
        (claim, quantity, measured.name(claim, quantity, questions.get(claim.topic or "")))
        for claim in book.all_claims
        if claim.worth >= 2
        for quantity in claim.quantities
        if quantity.kind == "proportion" and quantity.unit == "%" and (quantity.low, quantity.high) != (None, None)
    ]
    heads = measured.headings([named for _, _, named in rows], OTHERS)
    found = [_row(claim, quantity, head) for (claim, quantity, _), head in zip(rows, heads, strict=True)]
    table = pd.DataFrame(found, columns=list(COLUMNS)).astype(COLUMNS)
    point, last = table["low"].fillna(table["high"]), table["question"] == OTHERS
    order = table.assign(point=point, last=last).sort_values(
        ["last", "question", "point", "claim"], ascending=[True, True, False, True], kind="stable"
    )
    return order[list(COLUMNS)].reset_index(drop=True)


def _row(claim: Claim, quantity: Quantity, head: str) -> dict[str, Any]:
    return {
        "question": head,
        "article": claim.article,
        **quantity.model_dump(include={"text", "low", "high", "bound"}),
        "attribution": claim.attribution.level,
        "source": claim.attribution.text,
        "quote": claim.quote,
        "claim": claim.id,
    }


def title(rows: pd.DataFrame) -> str:
    """Say how many percentages are claimed and how many have an identifiable source."""
    total, articles = len(rows), rows["article"].nunique()
    sourced = int(rows["attribution"].isin(["named", "cited"]).sum())
    only = "only " if sourced * 2 < total else ""
    found = "none names its source" if sourced == 0 else f"{only}{sourced} name{'s' if sourced == 1 else ''} a source"
    if sourced == total:
        found = "each names its source"
    if total == 1:
        return f"One percentage in one article: {'it names its source' if sourced else 'it names no source'}"
    return f"{total} percentages in {articles} article{'' if articles == 1 else 's'}: {found}"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one line for each percentage, grouped by what it is a figure of; heights in inches."""
    rows, note = layout.drawn(rows, "percentages")
    groups = list(rows.groupby("question", sort=False))
    narrow = style.narrow()
    row_height = ROW + (0.22 if narrow else 0)
    heads = [textwrap.wrap(str(question), 46 if narrow else 90) for question, _ in groups]
    height = row_height * len(rows) + sum(HEAD + 0.14 * (len(head) - 1) for head in heads)
    top = layout.head_room(heading, SUBTITLE + note)
    figure = style.new_figure(top + height + 0.4)
    left = style.EDGE + 0.05 if narrow else layout.names_margin(list(rows["article"]))
    axes = layout.place(figure, left, 0.35, top, 0.4)
    end, tick = _reach(rows)
    y = 0.0
    for (_, group), head in zip(groups, heads, strict=True):
        y += HEAD + 0.14 * (len(head) - 1)
        layout.beside(axes, style.EDGE - left, y - 0.26, "\n".join(head), weight="bold")
        for row in records(group):
            _mark(axes, row, y, end, style.EDGE - left)
            y += row_height
    axes.set(
        xlim=(0, end), ylim=(height, 0), yticks=[], xticks=[tick * number for number in range(int(end // tick) + 1)]
    )
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}%")
    axes.grid(axis="x", color=style.FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    layout.headline(figure, heading, SUBTITLE + note)
    return figure


def _reach(rows: pd.DataFrame) -> tuple[float, float]:
    """Give the end of the scale and the step of its ticks: 100, or beyond where a change is larger."""
    largest = max(*rows["low"].fillna(0).abs(), *rows["high"].fillna(0).abs(), 0)
    if largest <= REACH:
        return REACH, 25
    step = 10 ** math.floor(math.log10(largest))
    step = step / 2 if largest / step < 4 else step
    return step * (largest // step + 1), step


def _mark(axes: Axes, row: dict[str, Any], y: float, end: float, edge: float) -> None:
    """Draw a percentage below `y`: what was written, the mark, the words around it."""
    import pandas as pd

    narrow = style.narrow()
    colour = style.CALM if row["attribution"] in ("named", "cited") else style.ALARM
    low, high = row["low"], row["high"]
    at = y + (0.36 if narrow else 0.2)
    if pd.isna(high) or pd.isna(low):
        tip, tail = (end, low) if pd.isna(high) else (0, high)
        axes.annotate("", (tip, at), (tail, at), arrowprops={"arrowstyle": "->", "color": colour, "lw": 2.2})
        axes.plot([tail], [at], "o", ms=8, mfc=style.PAPER, mec=colour, mew=2, zorder=3, clip_on=False)
    else:
        axes.plot([low, high], [at, at], "o-", ms=8, lw=5, color=colour, zorder=3, clip_on=False)
    anchor = high if pd.isna(low) else low
    name = layout.fitted(row["article"], 1.15 if narrow else -edge - 0.1, style.points(1))
    layout.beside(axes, edge, y + 0.17 if narrow else at, name)
    room = style.current().width - 2 * style.EDGE - (layout.inches(name, style.points(1)) + 0.1 if narrow else -edge)
    label, wide = _label(row, room)
    bold: dict[str, Any] = {"color": colour, "weight": "bold"}
    if narrow:
        layout.beside(axes, 0.2, y + 0.17, label, right=True, ha="right", **bold)
    else:
        # To the right of the mark where it fits there, else with its end at the end of the scale.
        start = min(anchor / end * (room - 0.2) + 0.12, room - wide)
        layout.beside(axes, start, at - 0.15, label, **bold)
    words = layout.excerpt(row["quote"], row["text"], 108 if narrow else 92)
    lines = "\n".join(textwrap.wrap(f"“{words}”", 58 if narrow else 200))
    look: dict[str, Any] = {"va": "top", "size": style.points(0.86), "color": style.SOFT, "linespacing": 1.15}
    axes.text(0, at + 0.11, lines, **look)


def _label(row: dict[str, Any], room: float) -> tuple[str, float]:
    """Say the figure and who is said to have found it, as far as it fits in `room` inches; give its width too."""
    bold = 1.14
    for width in (30, 22, 14, 0):
        said = "no source" if row["attribution"] == "none" else f"“{layout.shorten(str(row['source']), width)}”"
        label = f"{row['text']} — {said}" if width else str(row["text"])
        wide = layout.inches(label, style.points(1)) * bold
        if wide <= room:
            break
    return label, wide


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{article}: {text}, attribution {attribution}".format(**row) for row in records(rows)]
    return f"Percentages claimed. {'; '.join(said)}."


CHART = Chart(
    "percentages",
    "Which percentages are claimed, and who says so?",
    table,
    title,
    draw,
    alt,
    missing="no claim worth checking gives a percentage",
)
