"""Claims above, studies below, on one scale: a forest chart for each question of the review's evidence.

Refuses to pool: studies of different designs and people stand one under the other, never as one number.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from claimbook.evidence.nouns import DESIGNS
from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

ROW, GAP = 0.36, 0.9
LEFT, RIGHT, FOOT = 3.5, 1.12, 1.02
EDGE, SECOND = 0.15, 1.55
_MARKERS = {
    "randomised trial": "o", "meta-analysis": "D", "systematic review": "D", "open-label trial": "^", "cohort": "s",
    "label": "P", "regulatory notice": "P", "official statistic": "P",
}  # fmt: skip
_OTHER = "X"
_FAR = 20.0
_BLUE = "Blue: what studies report."
_NOTE = (
    "Thin lines are Wilson’s 95% intervals, computed here from the number of people; thick lines are as the source "
    "gives them; a mark alone has neither. "
)


def family(book: Book) -> Iterable[Chart]:
    """Give a chart for each question that a claim or a study answers with a figure."""
    rows = book.beside
    for question, asked in dict(zip(rows["question"], rows["asked"], strict=True)).items():
        pick = partial(table, question=str(question))
        yield Chart(f"studies-{question}", f"Beside the studies: {asked}", pick, title, draw, alt)


def table(book: Book, question: str) -> pd.DataFrame:
    """List the figures of claims and studies on one question, claims first, studies by design and name."""
    rows = book.beside[book.beside["question"] == question].copy()
    names = {record.id: _name(record) for record in book.sources.evidence.records.values()}
    rows["name"] = [names.get(source, source.rpartition("/")[0]) for source in rows["source"]]
    first = ("meta-analysis", "systematic review")
    order = {design: number for number, design in enumerate((*first, *(d for d in DESIGNS if d not in first)))}
    rows["order"] = [
        -1 if side == "claim" else order.get(design, 99)
        for side, design in zip(rows["side"], rows["design"].fillna(""), strict=True)
    ]
    rows = rows.sort_values(["order", "name", "source"], kind="stable").drop(columns="order")
    return rows.reset_index(drop=True)


def _name(record: Any) -> str:
    from claimbook.evidence.lookup.references import in_text

    return in_text(record)


def title(rows: pd.DataFrame) -> str:
    """Say what the articles claim and what span the studies found."""
    claims = [f"“{row['label']}”" for row in records(rows[rows["side"] == "claim"])]
    studies = rows[(rows["side"] == "study") & (rows["role"] != "comparison")]
    unit = _unit(rows)
    found = ""
    if len(studies):
        values = studies["value"].dropna()
        low = min([*values, *studies.loc[studies["value"].isna(), "low"].dropna()], default=None)
        high = max([*values, *studies.loc[studies["value"].isna(), "high"].dropna()], default=None)
        if low is not None and high is not None:
            span = f"{low:.3g}{unit}" if low == high else f"{low:.3g} to {high:.3g}{unit}"
            found = f"studies report {span}"
    said = f"Claimed: {' and '.join(dict.fromkeys(claims))}" if claims else "No article gives a figure"
    return f"{rows['asked'].iloc[0]} {said}; {found or 'no study read gives one'}"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw the claims as bounded intervals above, the studies below with theirs."""
    claims, studies = rows[rows["side"] == "claim"], rows[rows["side"] == "study"]
    subtitle = f"In {_scale_name(rows)}. Orange: what articles claim, an arrow where no limit is given. {_BLUE}"
    top = style.head_room(heading, subtitle)
    slots = len(claims) + len(studies) + (GAP if len(claims) and len(studies) else 0)
    figure = style.new_figure(top + slots * ROW + FOOT)
    axes = style.place(figure, LEFT, RIGHT, top, FOOT)
    low, high = _limits(rows)
    if _is_log(rows):
        axes.set_xscale("log")
    axes.set(xlim=(low, high), ylim=(slots - 0.4, -0.6), yticks=[])
    y = 0.0
    for row in records(claims):
        _claim(axes, row, y, low, high)
        y += 1
    if len(claims) and len(studies):
        axes.axhline(y - 0.5 + GAP / 2, color=style.FAINT, lw=0.8)
        y += GAP
    before = ""
    for row in records(studies):
        _study(axes, row, y, repeated=row["source"] == before)
        before = row["source"]
        y += 1
    axes.grid(axis="x", color=style.FAINT, linewidth=0.6, zorder=0)
    percent = "%" if _unit(rows) == "%" else ""
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}{percent}")
    style.headline(figure, heading, subtitle, _NOTE + _legend(studies))
    return figure


def _claim(axes: Axes, row: dict[str, Any], y: float, left: float, right: float) -> None:
    import pandas as pd

    low, high = row["low"], row["high"]
    if pd.isna(low) or pd.isna(high):
        tail, tip = (low, right) if pd.isna(high) else (high, left)
        axes.annotate("", (tip, y), (tail, y), arrowprops={"arrowstyle": "->", "color": style.ALARM, "lw": 2.2})
        axes.plot([tail], [y], "o", ms=8, mfc=style.PAPER, mec=style.ALARM, mew=2, zorder=3)
    else:
        axes.plot([low, high], [y, y], "o-", ms=8, lw=4, color=style.ALARM, zorder=3)
    _label(axes, EDGE - LEFT, y, style.shorten(row["name"], 24), weight="bold", size=7.6)
    _label(axes, SECOND - LEFT, y, f"“{style.shorten(row['label'], 34)}”", color=style.ALARM, weight="bold", size=7.6)


def _study(axes: Axes, row: dict[str, Any], y: float, *, repeated: bool) -> None:
    import pandas as pd

    other = row["role"] == "comparison"
    colour = style.SOFT if other else style.CALM
    low, high, value = row["low"], row["high"], row["value"]
    if not (pd.isna(low) or pd.isna(high)):
        axes.plot([low, high], [y, y], "-", color=colour, lw=1.1 if row["computed"] else 2.6, zorder=2)
    if not pd.isna(value):
        marker = _MARKERS.get(str(row["design"]), _OTHER)
        fill = style.PAPER if other else colour
        axes.plot([value], [y], marker, ms=6.5, mfc=fill, mec=colour, mew=1.2, zorder=3, clip_on=False)
    if not repeated:
        _label(axes, EDGE - LEFT, y, "\n".join(textwrap.wrap(row["name"], 22)[:2]), size=7.8, linespacing=1.1)
    what = f"against {row['group']}" if other else _outcome(row)
    _label(axes, SECOND - LEFT, y, what, color=style.SOFT, size=6.9, linespacing=1.15)
    _label(axes, 0.08, y, _figures(row), right=True, color=colour, size=7.8)


def _outcome(row: dict[str, Any]) -> str:
    import pandas as pd

    said = str(row["label"]) + ("" if pd.isna(row["timepoint"]) else f", {row['timepoint']}")
    lines = textwrap.wrap(said, 36)
    return "\n".join(lines if len(lines) <= 2 else [lines[0], style.shorten(" ".join(lines[1:]), 34)])


def _label(
    axes: Axes, inches: float, y: float, text: str, *, right: bool = False, size: float = 8.2, **look: Any
) -> None:
    """Write at `inches` from the left edge of the scale, or from its right edge."""
    from matplotlib.transforms import ScaledTranslation, blended_transform_factory

    figure = axes.get_figure(root=True)
    assert figure is not None
    at = blended_transform_factory(axes.transAxes, axes.transData) + ScaledTranslation(
        inches, 0, figure.dpi_scale_trans
    )
    axes.text(1 if right else 0, y, text, transform=at, va="center", size=size, clip_on=False, **look)


def _figures(row: dict[str, Any]) -> str:
    import pandas as pd

    span = "" if pd.isna(row["low"]) else f"{row['low']:.3g}–{row['high']:.3g}"
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


def _legend(studies: pd.DataFrame) -> str:
    shapes = {"o": "circle", "D": "diamond", "^": "triangle", "s": "square", "P": "plus", "X": "cross"}
    seen: dict[str, list[str]] = {}
    for design in dict.fromkeys(studies["design"].fillna("unknown design")):
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
