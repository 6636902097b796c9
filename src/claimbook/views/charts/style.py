"""One style sheet and one palette for every chart.

Colours are from the Okabe-Ito set, told apart by readers with any colour vision; no chart tells anything by colour
alone. Refuses time stamps and random ids, so that the same data gives the same bytes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

WIDTH = 7.6
MARGIN = 0.02
TITLE_CHARACTERS = 66
TEXT_CHARACTERS = 104

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
    "font.size": 9,
    "hatch.linewidth": 0.8,
    "savefig.dpi": 160,
    "savefig.facecolor": PAPER,
    "svg.fonttype": "path",
    "svg.hashsalt": "claimbook",
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": SOFT,
    "xtick.labelsize": 8.5,
    "ytick.color": INK,
    "ytick.left": False,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style, whatever the caller's own settings are."""
    import matplotlib as mpl

    plain: dict[str, Any] = {key: value for key, value in mpl.rcParamsDefault.items() if "backend" not in key}
    with mpl.rc_context({**plain, **_STYLE}):  # type: ignore[dict-item]
        yield


def new_figure(height: float) -> Figure:
    """Open a figure of the house width; `height` in inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH, height))


def place(figure: Figure, left: float, right: float, top: float, bottom: float) -> Axes:
    """Add axes by margins in inches, so that long charts keep the same head and foot."""
    width, height = figure.get_size_inches()
    return figure.add_axes((left / width, bottom / height, 1 - (left + right) / width, 1 - (top + bottom) / height))


def headline(figure: Figure, title: str, subtitle: str, foot: str = "") -> None:
    """Write the finding above the chart, what is shown below it, and the note at the foot."""
    _, height = figure.get_size_inches()
    lines = textwrap.wrap(title, TITLE_CHARACTERS)
    figure.text(MARGIN, 1 - 0.14 / height, "\n".join(lines), size=12.5, weight="bold", va="top", linespacing=1.25)
    below = 0.14 + 0.235 * len(lines) + 0.06
    figure.text(
        MARGIN, 1 - below / height, "\n".join(textwrap.wrap(subtitle, TEXT_CHARACTERS)), size=9, color=SOFT, va="top"
    )
    if foot:
        figure.text(
            MARGIN, 0.1 / height, "\n".join(textwrap.wrap(foot, TEXT_CHARACTERS)), size=7.5, color=SOFT, va="bottom"
        )


def head_room(title: str, subtitle: str) -> float:
    """Give the inches that `headline` takes above the chart."""
    return (
        0.42
        + 0.235 * len(textwrap.wrap(title, TITLE_CHARACTERS))
        + 0.17 * len(textwrap.wrap(subtitle, TEXT_CHARACTERS))
    )


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
