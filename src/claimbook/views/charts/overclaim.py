"""How sure each article sounds against what the evidence says: every assessed claim in its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.evidence.judging import UNCONFIRMED
from claimbook.views.charts import Chart, layout, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

CERTAINTIES = ("absolute", "assertive", "hedged")
VERDICTS = ("contradicts", UNCONFIRMED, "not found", "partly supports", "supports")
_MARKERS, _COLOURS = "os^DvP", (style.CALM, style.ALARM, style.GOOD, style.WARN, "#cc79a7", "#56b4e9")
STEP, LINE = 0.145, 0.17
SUBTITLE = (
    "Each mark is a claim somebody assessed: upwards, how sure its wording is; to the right, how far the evidence "
    "read supports it, by its weakest part. Top left is where wording outruns evidence."
)


def table(book: Book) -> pd.DataFrame:
    """List the assessed claims: how sure each sounds, and the weakest verdict that stands of its parts."""
    read = book.assessments[(book.assessments["reading"] == 1) & book.assessments["stands"].isin(VERDICTS)].copy()
    read["rank"] = [VERDICTS.index(verdict) for verdict in read["stands"]]
    weakest = read.sort_values(["claim", "rank"], kind="stable").drop_duplicates("claim")
    about = book.claims[["claim", "article", "certainty", "quote"]]
    merged = about.merge(weakest[["claim", "stands", "why", "supporting", "against"]], on="claim")
    return merged.rename(columns={"stands": "verdict"}).reset_index(drop=True)


def title(rows: pd.DataFrame) -> str:
    """Say how many of the assessed claims are plainly worded, and how many of those the evidence does not carry."""
    sure = rows[rows["certainty"] != "hedged"]
    if sure.empty:
        return f"All {len(rows)} assessed claims are hedged" if len(rows) > 1 else "The one assessed claim is hedged"
    lacking = int(sure["verdict"].isin(["contradicts", UNCONFIRMED, "not found"]).sum())
    if len(rows) == 1:
        return f"The one assessed claim has no hedge, and {'no' if lacking else 'some'} support in what was read"
    plain = f"{len(sure)} of the {len(rows)} assessed claims {'has' if len(sure) == 1 else 'have'} no hedge"
    return f"{plain}; {lacking or 'none'} of these {len(sure)} found no support in what was read"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a grid of certainty by verdict, a mark a claim; heights in inches."""
    narrow, width = style.narrow(), style.current().width
    left, foot = (style.EDGE if narrow else 1.0), (0.58 if narrow else 0.45)
    cell = (width - left - 0.15) / len(VERDICTS)
    across = int((cell - 0.1) / STEP)
    cells = dict(iter(rows.groupby(["certainty", "verdict"])))
    heads = 0.5 if narrow else 0.3
    heights = [heads + LINE * max(_deep(cells.get((c, v)), across) for v in VERDICTS) for c in CERTAINTIES]
    looks = {article: _look(number) for number, article in enumerate(dict.fromkeys(rows["article"]))}
    columns = _columns(list(looks), width - 0.2)
    top = layout.head_room(heading, SUBTITLE) + 0.05 + 0.19 * -(-len(looks) // columns)
    figure = style.new_figure(top + foot + sum(heights))
    axes = layout.place(figure, left, 0.15, top, foot)
    axes.set(xlim=(0, cell * len(VERDICTS)), ylim=(sum(heights), 0), yticks=[])
    y = 0.0
    for certainty, height in zip(CERTAINTIES, heights, strict=True):
        layout.beside(axes, style.EDGE - left, y + (0.14 if narrow else height / 2), certainty, weight="bold")
        for x, verdict in enumerate(VERDICTS):
            _cell(axes, x * cell, y + heads, cells.get((certainty, verdict)), looks, across)
        y += height
        axes.axhline(y, color=style.FAINT, lw=0.8)
    for x in range(1, len(VERDICTS)):
        axes.axvline(x * cell, color=style.FAINT, lw=0.8)
    between = " " if narrow else ", "
    verdicts = [verdict.replace(between, f"{between.strip()}\n") for verdict in VERDICTS]
    verdicts = [verdict.replace("unconf", "uncon-\nf") if narrow else verdict for verdict in verdicts]
    axes.set_xticks([cell * (x + 0.5) for x in range(len(VERDICTS))], verdicts, weight="bold", color=style.INK)
    axes.tick_params(axis="x", length=0)
    _key(axes, looks, columns, style.EDGE - left)
    layout.headline(figure, heading, SUBTITLE)
    return figure


def _look(number: int) -> tuple[str, str]:
    """Give the marker and colour of an article: 36 pairs, the first six told apart by shape alone."""
    lap, place = divmod(number, len(_MARKERS))
    return _MARKERS[place], _COLOURS[(place + lap) % len(_COLOURS)]


def _cell(
    axes: Axes, x: float, y: float, group: pd.DataFrame | None, looks: Mapping[str, tuple[str, str]], across: int
) -> None:
    """Draw the claims of a cell as marks, `across` in a line, their number above them."""
    axes.text(x + 0.05, y - 0.14, str(0 if group is None else len(group)), color=style.SOFT, va="center")
    for number, row in enumerate(records(group) if group is not None else []):
        marker, colour = looks[row["article"]]
        at = (x + 0.12 + STEP * (number % across), y + 0.04 + LINE * (number // across))
        axes.plot(*at, marker, color=colour, ms=5.5)


def _key(axes: Axes, looks: Mapping[str, tuple[str, str]], columns: int, edge: float) -> None:
    for article, (marker, colour) in looks.items():
        axes.plot([], [], marker, color=colour, ms=5.5, ls="", label=_short(article))
    box = axes.get_position()
    figure = axes.get_figure(root=True)
    assert figure is not None
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(edge / (box.width * figure.get_size_inches()[0]), 1.0),
        ncols=columns,
        frameon=False,
        handletextpad=0.1,
        columnspacing=1,
        borderpad=0.2,
        borderaxespad=0,
    )


def _short(article: str) -> str:
    return layout.fitted(article, 1.45, style.points(1))


def _columns(articles: list[str], room: float) -> int:
    """Give the columns of the key: one line where all names fit, else as many as the longest allows."""
    wide = [layout.inches(_short(article), style.points(1)) + 0.34 for article in articles]
    return len(wide) if sum(wide) <= room else max(int(room // max(wide)), 1)


def _deep(group: pd.DataFrame | None, across: int) -> int:
    return 1 if group is None else -(-len(group) // across)


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    counts = rows.groupby(["article", "certainty", "verdict"]).agg(claims=("claim", "size")).reset_index()
    said = ["{article}: {claims} {certainty}, verdict {verdict}".format(**row) for row in records(counts)]
    return f"Assessed claims by certainty and verdict. {'; '.join(said)}."


CHART = Chart(
    "certainty-against-evidence",
    "Does the wording outrun the evidence?",
    table,
    title,
    draw,
    alt,
    missing="nobody has assessed a claim yet",
)
