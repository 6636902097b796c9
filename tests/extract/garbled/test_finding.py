"""Garbled terms are found with what was meant; sound wording is left alone; every place is a slice of the text."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.extract.garbled import find_garbled, load_dictionary
from claimbook.extract.garbled.acronyms import spells
from claimbook.extract.garbled.words import lemma, read_words, same_stem

GARBLED = [
    ("The runner had a coronary heart sickness.", "coronary heart sickness", "coronary heart disease"),
    ("The car uses a lithium particle battery.", "lithium particle battery", "lithium ion battery"),
    ("Growth is the gross domestic merchandise (GDP).", "gross domestic merchandise", "gross domestic product"),
    ("A worldwide positioning framework (GPS) helps.", "worldwide positioning framework", "global positioning system"),
    ("It has little irregular access memory (RAM).", "irregular access memory", "random access memory"),
]
SOUND = [
    "The global positioning system (GPS) and random access memory (RAM) are cheap.",
    "The national housing office (NHO) counted empty flats in the old town.",
    "The bakery sells rye bread, and the owner repairs old bicycles behind the shop.",
    "The oil cartel cut its output, and fuel prices rose.",
    "Coronary heart disease is common, and so is breast cancer.",
    "",
    "(GPS) (VAT) ((((",
]


@pytest.mark.parametrize(("text", "phrase", "meant"), GARBLED, ids=[phrase for _, phrase, _ in GARBLED])
def test_a_garbled_term_is_found_with_what_was_meant(text: str, phrase: str, meant: str) -> None:
    (found,) = find_garbled(text)
    assert (found.text, found.meant) == (phrase, meant)
    assert text[found.start : found.end] == phrase


@pytest.mark.parametrize("text", SOUND)
def test_sound_wording_is_left_alone(text: str) -> None:
    assert find_garbled(text) == []


def test_places_are_code_points() -> None:
    text = "👩‍👩‍👧 é﻿ A worldwide positioning\r\nframework (GPS)."
    (found,) = find_garbled(text)
    assert text[found.start : found.end] == found.text == "worldwide positioning\r\nframework"


def test_an_editors_dictionary_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("phrase,meaning\nflour sickness,baker's asthma\n", encoding="utf-8")
    (found,) = find_garbled("Flour sicknesses are rare.", [load_dictionary(path)])
    assert (found.text, found.meant) == ("Flour sicknesses", "baker's asthma")


@given(st.text(alphabet=st.sampled_from("value added duty (VAT) İß’-é\u0301\n")))
def test_found_places_are_ordered_slices(text: str) -> None:
    found = find_garbled(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("unit", ["(", "a", "value added ", "(VAT", "-", "duty "])
def test_hostile_texts_take_no_longer(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    find_garbled(text)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("words", "letters", "expected"),
    [
        (["value", "added", "tax"], "vat", True),
        (["posttraumatic", "stress", "disorder"], "ptsd", True),
        (["value", "added", "duty"], "vat", False),
        (["tax"], "vat", False),
    ],
)
def test_what_an_acronym_spells(words: list[str], letters: str, expected: bool) -> None:
    assert spells(words, letters) is expected


def test_plain_forms() -> None:
    assert [lemma(word) for word in ("glasses", "batteries", "gas", "viruses", "basis")] == [
        "glass", "battery", "gas", "viruse", "basis",
    ]  # fmt: skip
    assert same_stem("domestic", "domesticated")
    assert not same_stem("tax", "duty")
    assert [word.form for word in read_words("Neuro-fuzzy it’s 5%")] == ["neuro", "fuzzy", "it's", "5", "%"]


WEAK = "The nurse gave conventional medications."


def test_a_long_text_needs_more() -> None:
    """The more pairs are looked at, the likelier is a coincidence."""
    (found,) = find_garbled(WEAK)
    assert found.meant
    assert find_garbled(WEAK + " The mill was built of brick." * 30) == []
