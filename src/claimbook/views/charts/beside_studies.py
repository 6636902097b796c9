"""Claims above, studies below, on one scale: a forest chart for each question of the review's evidence.

Refuses to pool: studies of different designs and people stand one under the other, never as one number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from claimbook.evidence.checking import misfits
from claimbook.evidence.nouns import DESIGNS
from claimbook.views.charts import Chart, layout, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

GAP = 0.28
DOUBTFUL = "†"
SELLERS = ("provider page",)
NO_STUDIES = ("label", "regulatory notice", "guideline", "official statistic", "narrative review")
_MARKERS = {
    "randomised trial": "o", "meta-analysis": "D", "systematic review": "D", "open-label trial": "^", "cohort": "s",
    "label": "P", "regulatory notice": "P", "official statistic": "P",
}  # fmt: skip
_OTHER = "X"
_FAR = 20.0
_ORANGE = " Orange: what articles claim, an arrow where no limit is given."
_COMPUTED = "Thin lines are Wilson’s 95% intervals, computed here from the number of people. "
_GIVEN = "Thick lines are intervals as the source gives them. "


@dataclass(frozen=True)
class _Places:
    """Hold where things stand, in inches: margins of the scale, the second column of words, the height of a row."""

    left: float
    right: float
    second: float
    row: float


_FULL = _Places(left=3.5, right=1.2, second=1.55, row=0.36)
_COLUMN = _Places(left=0.25, right=1.02, second=0.25, row=0.44)


def family(book: Book) -> Iterable[Chart]:
    """Give a chart for each question that a claim or a study answers with a figure."""
    rows = book.beside
    for question, asked in dict(zip(rows["question"], rows["asked"], strict=True)).items():
        pick = partial(table, question=str(question))
        yield Chart(f"studies-{question}", f"Beside the studies: {asked}", pick, title, draw, alt)


def table(book: Book, question: str) -> pd.DataFrame:
    """List the figures of claims and studies on one question, claims first, studies by design and name.

    `misfit` says why a study's figures contradict each other in their source, missing where they do not.
    """
    rows = book.beside[book.beside["question"] == question].copy()
    names = {record.id: _name(record) for record in book.sources.evidence.records.values()}
    rows["name"] = [names.get(source, source.rpartition("/")[0]) for source in rows["source"]]
    first = ("meta-analysis", "systematic review")
    order = {design: number for number, design in enumerate((*first, *(d for d in DESIGNS if d not in first)))}
    rows["order"] = [
        -1 if side == "claim" else order.get(design, 99)
        for side, design in zip(rows["side"], rows["design"].fillna(""), strict=True)
    ]
    wrong: dict[tuple[str, str], list[str]] = {}
    for one in misfits(book.sources.evidence.records.values()):
        wrong.setdefault((one.record, one.outcome), []).append(one.why)
    keys = zip(rows["source"], rows["label"], strict=True)
    rows["misfit"] = ["; ".join(wrong.get((str(source), str(label)), ())) or None for source, label in keys]
    rows = rows.sort_values(["order", "name", "source"], kind="stable").drop(columns="order")
    return rows.reset_index(drop=True)


def _name(record: Any) -> str:
    from claimbook.evidence.lookup.references import in_text

    return in_text(record)


def title(rows: pd.DataFrame) -> str:
    """Say what the articles claim and what span the studies found; what sellers say of themselves does not count."""
    claims = [f"“{row['label']}”" for row in records(rows[rows["side"] == "claim"])]
    studies = rows[(rows["side"] == "study") & (rows["role"] != "comparison") & ~rows["design"].isin(SELLERS)]
    unit = _unit(rows)
    found = "no evidence read gives one"
    values = studies["value"].dropna()
    low = min([*values, *studies.loc[studies["value"].isna(), "low"].dropna()], default=None)
    high = max([*values, *studies.loc[studies["value"].isna(), "high"].dropna()], default=None)
    if low is not None and high is not None:
        span = f"{low:.3g}{unit}" if low == high else f"{low:.3g} to {high:.3g}{unit}"
        one = studies["source"].nunique() == 1
        who = "one study reports" if one else "studies report"
        found = f"{'the evidence read gives' if studies['design'].isin(NO_STUDIES).any() else who} {span}"
    said = f"Claimed: {' and '.join(dict.fromkeys(claims))}" if claims else "No article gives a figure"
    return f"{rows['asked'].iloc[0]} {said}; {found}"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw the claims as bounded intervals above, the studies below with theirs; heights in inches."""
    claims, studies = rows[rows["side"] == "claim"], rows[rows["side"] == "study"]
    places = _COLUMN if style.narrow() else _FULL
    subtitle = f"In {_scale_name(rows)}.{_ORANGE if len(claims) else ''} {_blue(studies)}"
    note = _note(studies)
    top, foot = layout.head_room(heading, subtitle), 0.35 + layout.foot_room(note)
    gap = GAP if len(claims) and len(studies) else 0
    height = places.row * len(rows) + gap
    figure = style.new_figure(top + height + foot)
    axes = layout.place(figure, places.left, places.right, top, foot)
    low, high = _limits(rows)
    if _is_log(rows):
        axes.set_xscale("log")
    axes.set(xlim=(low, high), ylim=(height, 0), yticks=[])
    y = places.row * 0.62
    for row in records(claims):
        _claim(axes, row, y, places)
        y += places.row
    if gap:
        axes.axhline(y - places.row * 0.62 + gap / 2, color=style.FAINT, lw=0.8)
        y += gap
    before = ""
    for row in records(studies):
        _study(axes, row, y, places, repeated=row["source"] == before)
        before = row["source"]
        y += places.row
    axes.grid(axis="x", color=style.FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    percent = "%" if _unit(rows) == "%" else ""
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}{percent}")
    layout.headline(figure, heading, subtitle, note)
    return figure


def _blue(studies: pd.DataFrame) -> str:
    compared = "; grey: the comparison group" if (studies["role"] == "comparison").any() else ""
    return f"Blue: what the evidence says{compared}." if len(studies) else ""


def _claim(axes: Axes, row: dict[str, Any], y: float, places: _Places) -> None:
    import pandas as pd

    low, high = row["low"], row["high"]
    left, right = axes.get_xlim()
    if pd.isna(low) or pd.isna(high):
        tail, tip = (low, right) if pd.isna(high) else (high, left)
        axes.annotate("", (tip, y), (tail, y), arrowprops={"arrowstyle": "->", "color": style.ALARM, "lw": 2.2})
        axes.plot([tail], [y], "o", ms=8, mfc=style.PAPER, mec=style.ALARM, mew=2, zorder=3)
    else:
        axes.plot([low, high], [y, y], "o-", ms=8, lw=4, color=style.ALARM, zorder=3, clip_on=False)
    bold: dict[str, Any] = {"weight": "bold", "size": style.points(0.92)}
    if style.narrow():
        said = f"{layout.fitted(str(row['name']), 1.2, style.points(1))}: “{layout.shorten(row['label'], 28)}”"
        layout.beside(axes, style.EDGE - places.left, y - 0.2, said, color=style.ALARM, **bold)
        return
    layout.beside(
        axes,
        style.EDGE - places.left,
        y,
        layout.fitted(str(row["name"]), 1.3, style.points(0.92)),
        size=style.points(0.92),
    )
    label = f"“{layout.shorten(row['label'], 34)}”"
    layout.beside(axes, places.second - places.left, y, label, color=style.ALARM, **bold)


def _study(axes: Axes, row: dict[str, Any], y: float, places: _Places, *, repeated: bool) -> None:
    import pandas as pd

    other = row["role"] == "comparison"
    colour = style.SOFT if other else style.CALM
    low, high, value = row["low"], row["high"], row["value"]
    if not (pd.isna(low) or pd.isna(high)):
        line = ":" if _is_doubtful(row) else "-"
        axes.plot([low, high], [y, y], line, color=colour, lw=1.1 if row["computed"] else 2.6, zorder=2)
    if not pd.isna(value):
        marker = _MARKERS.get(str(row["design"]), _OTHER)
        fill = style.PAPER if other or _is_doubtful(row) else colour
        axes.plot([value], [y], marker, ms=6.5, mfc=fill, mec=colour, mew=1.2, zorder=3, clip_on=False)
    told = _figures(row) + (f" {DOUBTFUL}" if _is_doubtful(row) else "")
    layout.beside(axes, 0.1, y, told, right=True, color=colour, size=style.points(0.88))
    what = f"against {row['group']}" if other else _outcome(row)
    name, edge = "" if repeated else str(row["name"]), style.EDGE - places.left
    if style.narrow():
        said = layout.shorten(": ".join(filter(None, (layout.shorten(name, 34), what))), 66)
        layout.beside(axes, edge, y - 0.2, said, size=style.points(0.88), color=style.SOFT if repeated else style.INK)
        return
    layout.beside(axes, edge, y, _first_lines(name, 22), size=style.points(0.88), linespacing=1.1)
    lines = _first_lines(what, 33)
    layout.beside(
        axes, places.second - places.left, y, lines, color=style.SOFT, size=style.points(0.78), linespacing=1.15
    )


def _outcome(row: dict[str, Any]) -> str:
    import pandas as pd

    return str(row["label"]) + ("" if pd.isna(row["timepoint"]) else f", {row['timepoint']}")


def _first_lines(text: str, width: int) -> str:
    """Break into two lines at most, the second cut at a word."""
    lines = layout.wrap(text, width)
    return "\n".join(lines if len(lines) <= 2 else [lines[0], layout.shorten(" ".join(lines[1:]), width)])


def _figures(row: dict[str, Any]) -> str:
    import pandas as pd

    span = "" if pd.isna(row["low"]) or pd.isna(row["high"]) else f"{row['low']:.3g}–{row['high']:.3g}"
    if pd.isna(row["value"]):
        return span
    value = f"{row['value']:.3g}"
    return f"{value} ({span})" if span else value


def _limits(rows: pd.DataFrame) -> tuple[float, float]:
    known = [float(value) for name in ("value", "low", "high") for value in rows[name].dropna()]
    if _unit(rows) == "%":
        return 0.0, 100.0
    if _is_log(rows):
        return min(value for value in known if value > 0) / 1.6, max(known) * 1.6
    return 0.0, max(known) * 1.15


def _is_log(rows: pd.DataFrame) -> bool:
    known = [float(value) for name in ("value", "low", "high") for value in rows[name].dropna() if value > 0]
    return _unit(rows) != "%" and max(known) / min(known) > _FAR


def _unit(rows: pd.DataFrame) -> str:
    unit = str(rows["unit"].iloc[0])
    return unit if unit == "%" else f" {unit}s" if unit.isalpha() and unit.islower() else f" {unit}"


def _scale_name(rows: pd.DataFrame) -> str:
    unit = _unit(rows).strip()
    return "percent of people" if unit == "%" else unit


def _note(studies: pd.DataFrame) -> str:
    """Explain the lines and marks that are drawn, and no others."""
    known = studies.dropna(subset=["low", "high"])
    lines = (_COMPUTED if known["computed"].any() else "") + (
        _GIVEN if (~known["computed"].fillna(False)).any() else ""
    )
    bare = len(known) < len(studies)
    return lines + ("A mark alone has no interval. " if lines and bare else "") + _legend(studies) + _doubts(studies)


def _is_doubtful(row: dict[str, Any]) -> bool:
    import pandas as pd

    return not pd.isna(row["misfit"])


def _doubts(studies: pd.DataFrame) -> str:
    """Say which figures, drawn hollow and dotted, their own source contradicts."""
    doubtful = studies.dropna(subset=["misfit"]).drop_duplicates(["name", "misfit"])
    said = "; ".join(f"{row['name']}: {row['misfit']}" for row in records(doubtful))
    return f" {DOUBTFUL} Dotted: the source contradicts itself. {said}." if said else ""


def _legend(studies: pd.DataFrame) -> str:
    shapes = {"o": "circle", "D": "diamond", "^": "triangle", "s": "square", "P": "plus", "X": "cross"}
    seen: dict[str, list[str]] = {}
    for design in dict.fromkeys(studies.dropna(subset=["value"])["design"].fillna("unknown design")):
        seen.setdefault(shapes[_MARKERS.get(design, _OTHER)], []).append(design)
    return (
        "; ".join(f"{shape}: {', '.join(designs)}" for shape, designs in seen.items()).capitalize() + "."
        if seen
        else ""
    )


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = [
        f"{row['name']} claims {row['label']}" if row["side"] == "claim"
        else f"{row['name']}, {row['label'] if row['role'] != 'comparison' else row['group']}: {_figures(row)}"
        for row in records(rows)
    ]  # fmt: skip
    return f"{rows['asked'].iloc[0]} {'; '.join(said)}."


FAMILY = family
