"""One style sheet and one palette for every chart.

Colours are from the Okabe-Ito set, told apart by readers with any colour vision; no chart tells anything by colour
alone. Refuses time stamps and random ids, so that the same data gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
