"""Bibliographic lines: authors and places of publication, taken apart and put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.evidence.lookup.metadata import (
    Author,
    Metadata,
    Notice,
    authors_line,
    in_parts,
    initials,
    merged,
    plain,
    published_in,
    read_authors,
    year_in,
)


@pytest.mark.parametrize(
    ("line", "authors", "others"),
    [
        ("Okafor N", [Author("Okafor", "N")], False),
        ("Okafor N, van der Berg JP", [Author("Okafor", "N"), Author("van der Berg", "JP")], False),
        ("Okafor N, Lindqvist ÅM, et al.", [Author("Okafor", "N"), Author("Lindqvist", "ÅM")], True),
        ("Okafor et al.", [Author("Okafor")], True),
        ("Reyes CA Jr et al. (HARBOUR)", [Author("Reyes", "CA Jr")], True),
        (
            "Office for Soil, Water and Air; Reyes CA",
            [Author("Office for Soil, Water and Air"), Author("Reyes", "CA")],
            False,
        ),
        ("World Health Organization", [Author("World Health Organization")], False),
        ("US FDA", [Author("US FDA")], False),
        ("not shown in excerpt (a university group)", [], False),
        (None, [], False),
    ],
)
def test_authors_are_read(line, authors, others):
    assert read_authors(line) == (tuple(authors), others)


_FAMILY = st.from_regex(r"[A-Z][a-zé]{1,8}(?:-[A-Z][a-z]{1,5})?", fullmatch=True)
_AUTHOR = st.builds(Author, _FAMILY, st.none() | st.from_regex(r"[A-Z]{1,3}( Jr)?", fullmatch=True))


@given(st.lists(_AUTHOR, min_size=1, max_size=6), st.booleans())
def test_authors_come_back_as_written(authors, others):
    assert read_authors(authors_line(authors, others)) == (tuple(authors), others)


@pytest.mark.parametrize(
    ("given_names", "expected"),
    [("Paul W.", "PW"), ("Jean-Pierre", "JP"), ("CA Jr", "CA Jr"), ("Ng", "N"), ("É", "É"), ("", ""), (None, "")],
)
def test_initials(given_names, expected):
    assert initials(given_names) == expected


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Soil Letters 31(10):1302-1305", ("Soil Letters", "31", "10", "1302-1305")),
        ("Soil Letters 43:325-333", ("Soil Letters", "43", None, "325-333")),
        ("Annals of Ice 8(Suppl 2)", ("Annals of Ice", "8", "Suppl 2", None)),
        ("Annals of Ice 376:e067194", ("Annals of Ice", "376", None, "e067194")),
        ("Annals of Ice", ("Annals of Ice", None, None, None)),
        ("Census 2011", ("Census", "2011", None, None)),
        ("a report (of the council)", ("a report", None, "of the council", None)),
        (None, (None, None, None, None)),
    ],
)
def test_places_are_taken_apart_and_put_together_the_same(line, parts):
    found = in_parts(line)
    assert tuple(found.values()) == parts
    put = published_in(Metadata("x", **found))
    assert (put or "").replace(" (", "(") == (line or "").replace(" (", "(")


def test_the_second_source_fills_only_what_is_open():
    first = Metadata("A", title="T", years=(2019,), notices=(Notice("correction"),))
    second = Metadata(
        "B", title="U", authors=(Author("X"),), years=(2020, 2019), pmid="1", notices=(Notice("retraction"),)
    )
    both = merged(first, second)
    assert (both.title, both.authors, both.years, both.pmid) == ("T", (Author("X"),), (2019, 2020), "1")
    assert [one.kind for one in both.notices] == ["correction", "retraction"]
    assert both.source == "A and B"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<i>In vivo</i> CO<sub>2</sub> &amp; ice", "In vivo CO2 & ice"),
        (" \n ", None),
        (["x"], None),
        (7, None),
        ("a\x1b[31mb\u202ec", "a[31mbc"),
        ("p < 0.05 and q > 2", "p < 0.05 and q > 2"),
    ],
)
def test_plain(value, expected):
    assert plain(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2017 Oct 3", 2017), (2017, 2017), ("20171", None), ("0", None), (None, None), ([2017], None)],
)
def test_years(value, expected):
    assert year_in(value) == expected
