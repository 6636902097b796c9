"""Terms are found by their words: the longest, abbreviations by their capitals."""

from __future__ import annotations

import pytest

from claimbook.evidence.nouns import Term
from claimbook.evidence.terms import Vocabulary

WORDS = Vocabulary(
    [
        Term(id="headache", words=("headache", "headaches")),
        Term(id="cluster headache", words=("cluster headache", "CH"), under="headache"),
        Term(id="gout", words=("gout",)),
        Term(id="sleep apnoea", words=("sleeper's apnoea", "SAD")),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Headaches and Gout", ("headache", "gout")),
        ("a cluster  headache", ("cluster headache",)),
        ("CH or ch", ("cluster headache",)),
        ("a sad case of SAD", ("sleep apnoea",)),
        ("Sleeper’s apnoea", ("sleep apnoea",)),
        ("gouty, goutless", ()),
        ("gout and gout", ("gout",)),
        ("", ()),
    ],
)
def test_named(text: str, found: tuple[str, ...]) -> None:
    assert WORDS.named(text) == found


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("gout gout gout", "gout"),
        ("gout gout gout headache", "gout"),
        ("gout gout headache", None),
        ("cluster headache, headache, CH and gout", "headache"),
        ("nothing", None),
    ],
)
def test_what_a_text_is_about(text: str, about: str | None) -> None:
    assert WORDS.prevailing(text) == about


def test_wider_and_narrower() -> None:
    assert WORDS.covers("headache", "cluster headache")
    assert not WORDS.covers("cluster headache", "headache")
    assert WORDS.touches(["cluster headache"], "headache")
    assert not WORDS.touches(["gout"], "headache")


def test_terms_under_each_other_do_not_hang() -> None:
    ring = Vocabulary([Term(id="a", words=("a",), under="b"), Term(id="b", words=("b",), under="a")])
    assert ring.widest("a") == "b"


def test_no_terms_name_nothing() -> None:
    assert Vocabulary([]).named("gout") == ()
