"""Where words stand in a chart: headline, notes, names beside and above a scale, all measured in inches.

Refuses to let words be cut off at an edge: what does not fit is broken, shortened, or left to the CSV with a note.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from claimbook.views.charts import style

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def place(figure: Figure, left: float, right: float, top: float, bottom: float) -> Axes:
    """Add axes by margins in inches, so that long charts keep the same head and foot."""
    width, height = figure.get_size_inches()
    return figure.add_axes((left / width, bottom / height, 1 - (left + right) / width, 1 - (top + bottom) / height))


def headline(figure: Figure, title: str, subtitle: str, foot: str = "") -> None:
    """Write the finding above the chart, what is shown below it, and the note at the foot."""
    size = style.current()
    width, height = figure.get_size_inches()
    x = style.EDGE / width
    lines = wrap(title, size.title_characters)
    figure.text(x, 1 - 0.14 / height, "\n".join(lines), size=size.title, weight="bold", va="top", linespacing=1.25)
    below = 0.14 + _title_inches(title) + 0.06
    figure.text(x, 1 - below / height, _wrapped(subtitle), size=size.text, color=style.SOFT, va="top")
    if foot:
        figure.text(x, 0.1 / height, _wrapped(foot, 1.12), size=size.text * 0.86, color=style.SOFT, va="bottom")


def head_room(title: str, subtitle: str) -> float:
    """Give the inches that `headline` takes above the chart."""
    return 0.32 + _title_inches(title) + _lines_inches(subtitle, style.current().text)


def foot_room(foot: str) -> float:
    """Give the inches that the note at the foot takes."""
    return 0.2 + _lines_inches(foot, style.current().text * 0.86, 1.12)


def _title_inches(title: str) -> float:
    size = style.current()
    return size.title * 1.35 / 72 * len(wrap(title, size.title_characters))


def _lines_inches(text: str, points: float, wider: float = 1) -> float:
    return points * 1.36 / 72 * len(_wrapped(text, wider).splitlines())


def _wrapped(text: str, wider: float = 1) -> str:
    return "\n".join(wrap(text, int(style.current().text_characters * wider)))


def beside(axes: Axes, inches: float, y: float, text: str, *, right: bool = False, **look: Any) -> None:
    """Write at `inches` from the left edge of the scale, or from its right edge."""
    from matplotlib.transforms import ScaledTranslation, blended_transform_factory

    figure = axes.get_figure(root=True)
    assert figure is not None
    shift = ScaledTranslation(inches, 0, figure.dpi_scale_trans)
    at = blended_transform_factory(axes.transAxes, axes.transData) + shift
    axes.text(1 if right else 0, y, text, transform=at, **{"va": "center", "clip_on": False, **look})


def fitted(name: str, room: float, points: float) -> str:
    """Cut the middle out of a name that is wider than `room` inches: its two ends tell it from others."""
    if inches(name, points) <= room:
        return name
    for kept in range(len(name) - 1, 4, -1):
        tail = min(kept // 3, 8)
        cut = f"{name[: kept - tail]}…{name[len(name) - tail :]}"
        if inches(cut, points) <= room:
            return cut
    return name[:4]


def names_margin(names: Sequence[str]) -> float:
    """Give the inches to the left of a scale for names at its side, within bounds."""
    return min(max(1.75, names_room(names) + 0.12), 2.4)


def drawn(rows: pd.DataFrame, thing: str) -> tuple[pd.DataFrame, str]:
    """Give as many rows as a chart holds, and a note on the others."""
    most = style.MOST_ROWS["column" if style.narrow() else "full"]
    note = f" The first {most} of {len(rows)} {thing}; all are in the CSV." if len(rows) > most else ""
    return rows.head(most), note


def drawn_columns(
    names: Sequence[str], room: float, weight: Mapping[str, float], narrowest: float = 0.2
) -> tuple[list[str], str]:
    """Give the names of the columns that fit into `room` inches, the heaviest first, and a note on the others."""
    most = max(int((room - style.SLANT * 0.75) / narrowest), 2)
    if len(names) <= most:
        return list(names), ""
    kept = sorted(names, key=lambda name: (-weight.get(name, 0), name))[:most]
    return sorted(kept), f" The {most} of {len(names)} articles with most; all are in the CSV."


def names_room(names: Sequence[str]) -> float:
    """Give the inches that the longest of the names takes at the size of running text, edge included."""
    return max(inches(name, style.current().text) for name in names) + style.EDGE


@cache
def inches(text: str, points: float) -> float:
    """Measure the longest line of a text at a size in points."""
    from matplotlib.textpath import TextPath

    return max(float(TextPath((0, 0), line or ".", size=points).get_extents().x1) for line in text.split("\n")) / 72


def columns_room(names: Sequence[str], each: float) -> float:
    """Give the inches that the names of columns, `each` inches apart, take above a grid."""
    if _level(names, each):
        return 0.1 + 1.3 * style.current().text / 72 * max(len(_broken(name).splitlines()) for name in names)
    return 0.15 + max(inches(_slanted(name), style.points(0.9)) for name in names) * 0.71


def _columns_edge(names: Sequence[str], each: float) -> float:
    """Give the inches that the names of columns reach beyond the last column."""
    beyond = (
        inches(_slanted(name), style.points(0.9)) * 0.71 - each * (number + 0.5)
        for number, name in enumerate(reversed(names))
    )
    return style.EDGE if _level(names, each) else max(style.EDGE, *beyond) + 0.1


def columns_fit(names: Sequence[str], room: float, most: float = 9.0) -> tuple[float, float]:
    """Share `room` inches among columns of at most `most`: the margin left for the names, and the width of each."""
    each = min(most, (room - style.EDGE) / len(names))
    for _ in range(8):
        edge = _columns_edge(names, each)
        each = min(most, (room - edge) / len(names))
    return room - each * len(names), each


def name_columns(axes: Axes, places: Sequence[float], names: Sequence[str], each: float) -> None:
    """Name the columns of a grid at its top: level where the words fit between columns, slanting where not."""
    axes.xaxis.tick_top()
    axes.spines["bottom"].set_visible(False)
    small: dict[str, Any] = {"size": style.points(0.9)}
    if _level(names, each):
        axes.set_xticks(places, [_broken(name) for name in names], **small)
    else:
        axes.set_xticks(
            places, [_slanted(name) for name in names], rotation=45, ha="left", rotation_mode="anchor", **small
        )
    axes.tick_params(length=0, colors=style.INK)


def _slanted(name: str) -> str:
    return fitted(name, style.SLANT, style.points(0.9))


def _level(names: Sequence[str], each: float) -> bool:
    return max(inches(_broken(name), style.points(0.9)) for name in names) <= each - 0.03


def _broken(name: str) -> str:
    return textwrap.fill(name.replace("-", " "), 11)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` characters and of like length, so that no word is left over."""
    wrapper = textwrap.TextWrapper(width, break_on_hyphens=False)
    lines = wrapper.wrap(text)
    while wrapper.width > 1 and len(lines) > 1:
        wrapper.width -= 1
        if len(narrower := wrapper.wrap(text)) > len(lines) or any(len(line) > wrapper.width for line in narrower):
            break
        lines = narrower
    return lines


def shorten(text: str, width: int) -> str:
    """Cut a quote at a word for a label; the CSV keeps it whole."""
    return textwrap.shorten(" ".join(text.split()), width, placeholder=" …")


def excerpt(text: str, around: str, width: int) -> str:
    """Cut a quote to `width` characters at words so that the passage `around` stays in view."""
    words = " ".join(text.split())
    if len(words) <= width:
        return words
    at = max(words.find(around), 0)
    start = min(max(at + len(around) // 2 - width // 2, 0), len(words) - width)
    cut = words[start : start + width]
    head = f"… {cut.partition(' ')[2]}" if start else cut
    return f"{head.rpartition(' ')[0]} …" if start + width < len(words) else head
