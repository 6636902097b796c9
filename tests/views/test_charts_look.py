"""The charts as pictures: compared with stored ones (pytest-mpl), and looked at with other eyes.

`pytest --mpl-generate-path=tests/views/charts_as_drawn tests/views/test_charts_look.py` draws the stored ones again:
look at each before it is committed. The tolerance is the root mean square difference of the pixels, of 255: it lets
pass what another build of the same matplotlib changes at the edges of letters; a test here shows that one changed mark
does not pass. The lock gives Python 3.11 to 3.13 the same matplotlib. Another minor version sets letters anew (3.10
against 3.11: a difference of 27 to 42, more than a changed mark makes), so there the pictures are not compared.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from claimbook.evidence.nouns import Assessment
from claimbook.evidence.shelf import Evidence
from claimbook.model import Claim
from claimbook.views import charts
from claimbook.views.book import Book
from claimbook.views.charts import style

STORED = "charts_as_drawn"
TOLERANCE, DPI = 6, 50
DRAWN_WITH = "3.11."
NAMES = [*charts.charts(), "studies-saving"]
SIZES = [(name, size) for name in NAMES for size in style.SIZES]
TOGETHER = {
    "relations": (style.ALARM, style.WARN, style.CALM, style.FAINT),
    "attribution": (style.FAINT, style.WARN, style.CALM, style.DEEP),
    "claims beside studies": (style.ALARM, style.CALM, style.SOFT),
}


@pytest.mark.parametrize(("name", "size"), SIZES, ids=["-".join(one) for one in SIZES])
@pytest.mark.skipif(
    not mpl.__version__.startswith(DRAWN_WITH), reason=f"stored pictures are matplotlib {DRAWN_WITH}x's"
)
@pytest.mark.mpl_image_compare(baseline_dir=STORED, tolerance=TOLERANCE, style="default", savefig_kwargs={"dpi": DPI})
def test_a_chart_looks_as_stored(name: str, size: str, book: Book) -> Figure:
    figure = charts.draw(charts.charts(book)[name], book, size)
    assert figure is not None
    return figure


def test_no_stored_picture_is_left_over() -> None:
    stored = {path.name for path in (Path(__file__).parent / STORED).iterdir()}
    assert stored == {f"test_a_chart_looks_as_stored_{name}-{size}.png" for name, size in SIZES}


@pytest.mark.parametrize("name", ["attribution", "percentages", "findings-by-rule"])
def test_a_mark_left_out_is_seen(name: str, book: Book, tmp_path: Path) -> None:
    from matplotlib.testing.compare import compare_images

    chart = charts.charts(book)[name]
    rows = chart.table(book)
    for number, drawn in enumerate((rows, _one_mark_changed(rows))):
        with style.house_style():
            chart.draw(drawn, chart.title(rows)).savefig(tmp_path / f"{number}.png", dpi=DPI)
    first, second = str(tmp_path / "0.png"), str(tmp_path / "1.png")
    assert compare_images(first, first, TOLERANCE) is None
    assert compare_images(first, second, TOLERANCE) is not None


def _one_mark_changed(rows):  # type: ignore[no-untyped-def]
    """Draw the first row as another colour, length or place."""
    changed = rows.copy()
    column = next(name for name in ("attribution", "findings", "code") if name in changed)
    changed.loc[changed.index[0], column] = "cited" if column == "attribution" else changed[column].max() + 8
    return changed


@pytest.mark.parametrize("eyes", ["protanomaly", "deuteranomaly", "tritanomaly"])
@pytest.mark.parametrize("colours", TOGETHER.values(), ids=list(TOGETHER))
def test_colours_used_together_are_told_apart_by_any_eyes(colours: tuple[str, ...], eyes: str) -> None:
    from colorspacious import deltaE
    from matplotlib.colors import to_rgb

    seen = {"name": "sRGB1+CVD", "cvd_type": eyes, "severity": 100}
    near = {pair: deltaE(*map(to_rgb, pair), input_space=seen) for pair in combinations(colours, 2)}
    assert min(near.values()) > 15, near


@pytest.fixture
def crowded(book: Book) -> Book:
    """Thirteen articles with long names, each saying what the two of the book say."""
    named = [
        replace(source, article=article, claims=tuple(_moved(claim, article) for claim in source.claims))
        for number in range(13)
        for source in book.sources.sources[number % 2 :][:1]
        for article in [f"a-rather-long-name-of-an-article-number-{number:02d}"]
    ]
    return Book(replace(book.sources, sources=tuple(named)))


def _moved(claim: Claim, article: str) -> Claim:
    return claim.model_copy(update={"id": f"{article}/{claim.id.rpartition('/')[2]}"})


@pytest.mark.parametrize("many", [False, True], ids=["two articles", "many articles"])
@pytest.mark.parametrize(("name", "size"), SIZES, ids=["-".join(one) for one in SIZES])
def test_nothing_written_is_cut_off_or_too_small_to_read(
    name: str, size: str, many: bool, book: Book, crowded: Book
) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    shown = crowded if many else book
    if many and name == "certainty-against-evidence":
        shown = Book(replace(crowded.sources, evidence=_all_assessed(crowded)))
    figure = charts.draw(charts.charts(shown)[name], shown, size)
    assert figure is not None
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    written = [text for text in figure.findobj(_is_text) if text.get_visible() and text.get_text().strip()]
    assert len(written) > 4
    for text in written:
        box = text.get_window_extent()
        assert text.get_size() >= 5.8, text.get_text()
        assert box.x0 >= 0, text.get_text()
        assert box.y0 >= 0, text.get_text()
        assert box.x1 <= figure.bbox.width, text.get_text()
        assert box.y1 <= figure.bbox.height, text.get_text()
    level = [text for text in written if not text.get_rotation()]
    boxes = [text.get_window_extent() for text in level]
    over = [
        (level[i].get_text(), level[j].get_text())
        for i, j in combinations(range(len(boxes)), 2)
        if _overlaps(boxes[i], boxes[j])
    ]
    assert over == []


def _all_assessed(book: Book) -> Evidence:
    read = [
        Assessment(claim=one.id, quote=one.quote, verdict="not found", why="Sought.", by="a") for one in book.all_claims
    ]
    return replace(book.sources.evidence, assessments=tuple(read))


def _overlaps(one: Bbox, other: Bbox) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 1 and min(one.y1, other.y1) - max(one.y0, other.y0) > 1


def _is_text(artist: object) -> bool:
    from matplotlib.text import Text

    return isinstance(artist, Text)


def test_the_stored_pictures_are_of_the_locked_matplotlib() -> None:
    lock = (Path(__file__).parents[2] / "requirements.lock").read_text(encoding="utf-8")
    assert f"\nmatplotlib=={DRAWN_WITH}" in lock, "draw the stored pictures again and look at them"
