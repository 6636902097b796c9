"""Writing YAML: the shape people read, and that every catalogue loads as itself."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model import Article, Attribution, Catalogue, Claim, ClaimReview, Quantity
from claimbook.review import emit
from claimbook.review.reading import interpret

PLAIN = {
    "words": "a plain text, with a comma", "apostrophe": "don't", "url": "https://example.org/a#b", "percent": "78%",
    "euro": "€ 5", "emoji": "🚲", "dash inside": "2-4 weeks", "hash inside": "a#b", "curly quotes": "“x”",
}  # fmt: skip
QUOTED = {
    "null": ("null", '"null"'), "on": ("on", '"on"'), "figure": ("12", '"12"'), "exponent": ("1e3", '"1e3"'),
    "date": ("2024-01-01", '"2024-01-01"'), "time": ("12:30", '"12:30"'),
    "octal": ("0o7", '"0o7"'),
    "empty": ("", '""'), "leading space": (" a", '" a"'), "trailing space": ("a ", '"a "'), "item": ("- a", '"- a"'),
    "colon": ("a: b", '"a: b"'), "colon at the end": ("a:", '"a:"'), "comment": ("a #b", '"a #b"'),
    "tab": ("a\tb", '"a\\tb"'),
    "percent": ("%", '"%"'), "double quotes": ('"a" b', "'\"a\" b'"), "both quotes": ("\"it's\"", '"\\"it\'s\\""'),
    "line separator": ("a\u2028b", '"a\\u2028b"'), "no-break space": ("a\xa0b", '"a\\xA0b"'), "merge": ("<<", '"<<"'),
    "windows line": ("a\r\nb", '"a\\r\\nb"'), "old boolean": ("No", '"No"'), "backslash": ('"\\', '"\\"\\\\"'),
    "high": ("\U0010ffff\x00", '"\U0010ffff\\x00"'),
}  # fmt: skip


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_plain(text: str) -> None:
    assert emit.scalar(text) == text


@pytest.mark.parametrize(("text", "written"), QUOTED.values(), ids=QUOTED.keys())
def test_quoted(text: str, written: str) -> None:
    assert emit.scalar(text) == written


FIGURES = {"float": (78.0, "78"), "fraction": (0.25, "0.25"), "large": (1e300, "1e+300"), "true": (True, "true")}


@pytest.mark.parametrize(("value", "written"), FIGURES.values(), ids=FIGURES.keys())
def test_figures(value: float, written: str) -> None:
    assert emit.scalar(value) == written


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "a\ud800"])
def test_what_cannot_be_written(value: object) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        emit.scalar(value)


def test_brackets_quote_more() -> None:
    assert emit.flow({"text": "a, b", "url": "x:y", "on": "2024-01-01", "low": None}) == (
        '{text: "a, b", url: "x:y", on: 2024-01-01, low: null}'
    )


SHAPE = """\
article:
  id: bikes
  title: null
  publisher: Pedal & Co
  url: null
  published: 2025-03-09
  text: articles/bikes.txt
  sha256: SUM
  interests: [sells bikes]
claims:
- id: bikes/abcdef
  quote: |-
    It lasts 2-4 years:
    - in town, and
    - 78% of riders agree
  at: [0, 56]
  kind: duration
  topic: null
  population: null
  outcome: null
  direction: null
  quantities:
  - {text: 2-4 years, kind: duration, low: 2, high: 4, bound: range, unit: year}
  - {text: 78%, kind: proportion, low: 78, high: null, bound: more_than, unit: "%", trend: up}
  certainty: assertive
  attribution: {level: vague, text: riders}
  condition: in town
  items: [in town, 78% of riders agree]
  worth: 3
  review: {status: accepted, by: ana, on: 2026-01-02, note: "a: b"}
""".replace("SUM", "a" * 64)


def test_the_shape_on_disk() -> None:
    reading = interpret(Path("bikes.yaml"), SHAPE.encode(), Catalogue)
    assert reading.problems == []
    assert reading.value is not None
    assert emit.catalogue_text(reading.value) == SHAPE


def test_another_yaml_reader_reads_the_same() -> None:
    loaded = yaml.load(SHAPE, Loader=yaml.BaseLoader)
    assert loaded["claims"][0]["quantities"][1]["unit"] == "%"
    assert loaded["claims"][0]["review"]["on"] == "2026-01-02"


NASTY = [
    "null",
    "on",
    "2024-01-01",
    "- ",
    "a: b",
    " #x",
    "~",
    "yes",
    "1e3",
    "12:30",
    "{",
    "*a",
    "---",
    "a\r\n\tb",
    "\x85",
]
PIECES = ["a", " ", "\n", "\t", "#", ":", "'", '"', "\\", ",", "]", "🚲"]
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(min_size=1, max_size=30),
    st.lists(st.sampled_from([*NASTY, *PIECES]), min_size=1, max_size=8).map("".join),
)
DATES = st.dates().map(str) | st.none()
FLOATS = st.none() | st.integers(-(10**20), 10**20).map(float) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = draw(FLOATS), draw(FLOATS)
    low, high = (high, low) if low is not None and high is not None and low > high else (low, high)
    trend = draw(st.sampled_from(["up", "down", None]))
    unit = draw(TEXTS | st.none())
    return Quantity(text=draw(TEXTS), kind="other", low=low, high=high, bound="about", unit=unit, trend=trend)


@st.composite
def claims(draw: st.DrawFn, key: int) -> Claim:
    quote, start = draw(TEXTS), draw(st.integers(0, 10**6))
    credit = draw(TEXTS | st.none())
    return Claim(
        id=f"a/{key}",
        quote=quote,
        at=(start, start + len(quote)),
        kind="other",
        topic=draw(TEXTS | st.none()),
        condition=draw(TEXTS | st.none()),
        quantities=tuple(draw(st.lists(quantities(), max_size=3))),
        attribution=Attribution(level="none" if credit is None else "named", text=credit),
        items=tuple(draw(st.lists(TEXTS, max_size=3))),
        worth=draw(st.integers(1, 3)),
        review=ClaimReview(by=draw(TEXTS | st.none()), on=draw(DATES), note=draw(TEXTS | st.none())),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    article = Article(
        id="a",
        title=draw(TEXTS | st.none()),
        publisher=draw(TEXTS | st.none()),
        url=draw(TEXTS | st.none()),
        published=draw(DATES),
        updated=draw(DATES),
        text=draw(TEXTS),
        sha256="0" * 64,
        interests=draw(st.none() | st.lists(TEXTS, max_size=3).map(tuple)),
        note=draw(TEXTS | st.none()),
    )
    return Catalogue(article=article, claims=tuple(draw(claims(key)) for key in range(draw(st.integers(0, 2)))))


@given(catalogues())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_every_catalogue_loads_as_itself(catalogue: Catalogue) -> None:
    reading = interpret(Path("a.yaml"), emit.catalogue_text(catalogue).encode(), Catalogue)
    assert reading.problems == []
    assert reading.value == catalogue
