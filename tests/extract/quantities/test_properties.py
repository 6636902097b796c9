"""What holds for any text: offsets, order, sameness, linear time."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimbook.extract.quantities import find_quantities

PIECES = st.sampled_from(
    [
        "1",
        "one",
        "half",
        "of",
        "in",
        "$",
        "%",
        "-",
        "–",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\ufeff",
        "\u00a0",
        "é",
        "e\u0301",
        "🚗",
        "مئة",
        "İ",
        "weeks",
        "mg",
        "/",
        "kg",
        "between",
        "and",
        "to",
        "3.5",
        "1,000",
        "million",
        "(",
        ")",
        "[",
        "twice",
        "a",
        "the",
        "1990s",
        "over",
        "or more",
        "+",
        "°C",
        "½",
        ".",
        ",",
        "up",
        "rose",
        "by",
        "x",
        "²",
        "٣",
        "old",
        "year",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join)
)


@settings(max_examples=400, deadline=None)
@example("1/²")
@example("½/²")
@example("1-²")
@given(TEXTS)
def test_offsets_are_code_points_in_order_and_apart(text):
    last = 0
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start >= last
        last = quantity.end


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_quantities(text):
    assert find_quantities(text) == find_quantities(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Over 70% left.", "It took 2-4 weeks (10 days) in 2006.", "One in five 🚗 cost $3bn.", "• Twice a day"]
        ),
        max_size=6,
    )
)
def test_paragraphs_add_up(parts):
    whole = [q.text for q in find_quantities("\n\n".join(parts))]
    assert whole == [q.text for part in parts for q in find_quantities(part)]


HOSTILE = [
    "7",
    "1 of ",
    "one ",
    "[",
    "1-",
    "$",
    "and a half ",
    "two, ",
    "9 million ",
    "phases 3, ",
    "\n",
    ".1",
    "a@",
    "- ",
    "from 1 ",
    "between ",
    "per ",
    "% ",
    "1/",
    "1990s ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_longer_than_prose(piece):
    size = 400_000
    prose = (
        "A survey of 412 bakers found that over 70% of ovens use gas, and most of the rest run on wood or oil. "
        * (size // 90)
    )[:size]
    hostile = (piece * (size // len(piece) + 1))[:size]
    assert _seconds(hostile) < 1.5 * _seconds(prose) + 0.2


def _seconds(text):
    begin = time.process_time()
    find_quantities(text)
    return time.process_time() - begin
