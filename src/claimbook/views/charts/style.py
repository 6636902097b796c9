"""One style sheet and one palette for every chart.

Colours are from the Okabe-Ito set, told apart by readers with any colour vision; no chart tells anything by colour
alone. Refuses time stamps and random ids, so that the same data gives the same bytes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK = "#1f2328"
SOFT = "#5c6470"
FAINT = "#d5d9de"
PAPER = "#ffffff"
ALARM = "#c2410c"
WARN = "#e69f00"
CALM = "#0072b2"
GOOD = "#009e73"
DEEP = "#00344f"

EDGE = 0.15
SLANT = 1.35
MOST_ROWS = {"full": 30, "column": 20}


@dataclass(frozen=True)
class Size:
    """Hold what depends on the width of a chart: inches, points, and the characters that fit in a line."""

    width: float
    text: float
    title: float
    title_characters: int
    text_characters: int


SIZES = {"full": Size(7.6, 9, 12.5, 66, 96), "column": Size(3.54, 7.5, 10, 38, 54)}

_STYLE: dict[str, Any] = {
    "axes.edgecolor": FAINT,
    "axes.grid": False,
    "axes.labelcolor": SOFT,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.dpi": 100,
    "figure.facecolor": PAPER,
    "font.family": "DejaVu Sans",
    "hatch.linewidth": 0.8,
    "savefig.dpi": 160,
    "savefig.facecolor": PAPER,
    "svg.fonttype": "path",
    "svg.hashsalt": "claimbook",
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": SOFT,
    "xtick.labelsize": "medium",
    "ytick.color": INK,
    "ytick.left": False,
}


@contextmanager
def house_style(size: str = "full") -> Iterator[None]:
    """Draw in the house style, whatever the caller's own settings are; `size` is full or column (90 mm)."""
    import matplotlib as mpl

    plain: dict[str, Any] = {key: value for key, value in mpl.rcParamsDefault.items() if "backend" not in key}
    own = {"figure.figsize": (SIZES[size].width, 1), "font.size": SIZES[size].text}
    with mpl.rc_context({**plain, **_STYLE, **own}):  # type: ignore[dict-item]
        yield


def current() -> Size:
    """Give the size that `house_style` set."""
    import matplotlib as mpl

    width = mpl.rcParams["figure.figsize"][0]
    return next((size for size in SIZES.values() if size.width == width), SIZES["full"])


def points(factor: float) -> float:
    """Give a text size as a part of the size of running text."""
    return current().text * factor


def narrow() -> bool:
    """Tell whether a chart is drawn for a newspaper column: names then stand above the marks, not beside them."""
    return current() == SIZES["column"]


def new_figure(height: float) -> Figure:
    """Open a figure of the house width; `height` in inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(current().width, height))


def place(figure: Figure, left: float, right: float, top: float, bottom: float) -> Axes:
    """Add axes by margins in inches, so that long charts keep the same head and foot."""
    width, height = figure.get_size_inches()
    return figure.add_axes((left / width, bottom / height, 1 - (left + right) / width, 1 - (top + bottom) / height))


def headline(figure: Figure, title: str, subtitle: str, foot: str = "") -> None:
    """Write the finding above the chart, what is shown below it, and the note at the foot."""
    size = current()
    width, height = figure.get_size_inches()
    x = EDGE / width
    lines = wrap(title, size.title_characters)
    figure.text(x, 1 - 0.14 / height, "\n".join(lines), size=size.title, weight="bold", va="top", linespacing=1.25)
    below = 0.14 + _title_inches(title) + 0.06
    figure.text(x, 1 - below / height, _wrapped(subtitle), size=size.text, color=SOFT, va="top")
    if foot:
        figure.text(x, 0.1 / height, _wrapped(foot, 1.12), size=size.text * 0.86, color=SOFT, va="bottom")


def head_room(title: str, subtitle: str) -> float:
    """Give the inches that `headline` takes above the chart."""
    return 0.32 + _title_inches(title) + _lines_inches(subtitle, current().text)


def foot_room(foot: str) -> float:
    """Give the inches that the note at the foot takes."""
    return 0.2 + _lines_inches(foot, current().text * 0.86, 1.12)


def _title_inches(title: str) -> float:
    size = current()
    return size.title * 1.35 / 72 * len(wrap(title, size.title_characters))


def _lines_inches(text: str, points: float, wider: float = 1) -> float:
    return points * 1.36 / 72 * len(_wrapped(text, wider).splitlines())


def _wrapped(text: str, wider: float = 1) -> str:
    return "\n".join(wrap(text, int(current().text_characters * wider)))


def beside(axes: Axes, inches: float, y: float, text: str, *, right: bool = False, **look: Any) -> None:
    """Write at `inches` from the left edge of the scale, or from its right edge."""
    from matplotlib.transforms import ScaledTranslation, blended_transform_factory

    figure = axes.get_figure(root=True)
    assert figure is not None
    shift = ScaledTranslation(inches, 0, figure.dpi_scale_trans)
    at = blended_transform_factory(axes.transAxes, axes.transData) + shift
    axes.text(1 if right else 0, y, text, transform=at, **{"va": "center", "clip_on": False, **look})


@cache
def inches(text: str, points: float) -> float:
    """Measure the longest line of a text at a size in points."""
    from matplotlib.textpath import TextPath

    return max(float(TextPath((0, 0), line or ".", size=points).get_extents().x1) for line in text.split("\n")) / 72


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


def names_room(names: Sequence[str]) -> float:
    """Give the inches that the longest of the names takes at the size of running text, edge included."""
    return max(inches(name, current().text) for name in names) + EDGE


def drawn(rows: pd.DataFrame, thing: str) -> tuple[pd.DataFrame, str]:
    """Give as many rows as a chart holds, and a note on the others."""
    most = MOST_ROWS["column" if narrow() else "full"]
    note = f" The first {most} of {len(rows)} {thing}; all are in the CSV." if len(rows) > most else ""
    return rows.head(most), note


def drawn_columns(
    names: Sequence[str], room: float, weight: Mapping[str, float], narrowest: float = 0.2
) -> tuple[list[str], str]:
    """Give the names of the columns that fit into `room` inches, the heaviest first, and a note on the others."""
    most = max(int((room - SLANT * 0.75) / narrowest), 2)
    if len(names) <= most:
        return list(names), ""
    kept = sorted(names, key=lambda name: (-weight.get(name, 0), name))[:most]
    return sorted(kept), f" The {most} of {len(names)} articles with most; all are in the CSV."


def columns_room(names: Sequence[str], each: float) -> float:
    """Give the inches that the names of columns, `each` inches apart, take above a grid."""
    if _level(names, each):
        return 0.1 + 1.3 * current().text / 72 * max(len(_broken(name).splitlines()) for name in names)
    return 0.15 + max(inches(_slanted(name), points(0.9)) for name in names) * 0.71


def _columns_edge(names: Sequence[str], each: float) -> float:
    """Give the inches that the names of columns reach beyond the last column."""
    beyond = (
        inches(_slanted(name), points(0.9)) * 0.71 - each * (number + 0.5)
        for number, name in enumerate(reversed(names))
    )
    return EDGE if _level(names, each) else max(EDGE, *beyond) + 0.1


def columns_fit(names: Sequence[str], room: float, most: float = 9.0) -> tuple[float, float]:
    """Share `room` inches among columns of at most `most`: the margin left for the names, and the width of each."""
    each = min(most, (room - EDGE) / len(names))
    for _ in range(8):
        edge = _columns_edge(names, each)
        each = min(most, (room - edge) / len(names))
    return room - each * len(names), each


def name_columns(axes: Axes, places: Sequence[float], names: Sequence[str], each: float) -> None:
    """Name the columns of a grid at its top: level where the words fit between columns, slanting where not."""
    axes.xaxis.tick_top()
    axes.spines["bottom"].set_visible(False)
    small: dict[str, Any] = {"size": points(0.9)}
    if _level(names, each):
        axes.set_xticks(places, [_broken(name) for name in names], **small)
    else:
        axes.set_xticks(
            places, [_slanted(name) for name in names], rotation=45, ha="left", rotation_mode="anchor", **small
        )
    axes.tick_params(length=0, colors=INK)


def _level(names: Sequence[str], each: float) -> bool:
    return max(inches(_broken(name), points(0.9)) for name in names) <= each - 0.03


def _slanted(name: str) -> str:
    return fitted(name, SLANT, points(0.9))


def _broken(name: str) -> str:
    return textwrap.fill(name.replace("-", " "), 11)


def ink_on(colour: str | tuple[float, float, float]) -> str:
    """Pick the text colour, dark or light, that stands out more on `colour` (WCAG contrast)."""
    from matplotlib.colors import to_rgb

    light = _luminance(to_rgb(colour))
    on_dark, on_light = 1.05 / (light + 0.05), (light + 0.05) / (_luminance(to_rgb(INK)) + 0.05)
    return PAPER if on_dark > on_light else INK


def _luminance(rgb: tuple[float, float, float]) -> float:
    """Give the relative luminance of an sRGB colour, as WCAG 2 defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


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
