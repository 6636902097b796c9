"""Finding a quote again: exactly once, and never where it would say something else."""

import pytest

from claimbook.text.anchors import count_quote, find_parts, find_quote, nearest_passage

FOUND = {
    "moved": ("New lead. Rents rose 4% in May.", "Rents rose 4% in May", "Rents rose 4% in May"),
    "other white space": ("Rents rose\n  4% in\xa0May.", "Rents rose 4% in May", "Rents rose\n  4% in\xa0May"),
    "other quote marks": ("They call it “cheap”, it’s not.", 'call it "cheap", it\'s not', "call it “cheap”, it’s not"),
    "beside a bracket": ("(Rents rose.)", "Rents rose", "Rents rose"),
    "ends a sentence": ("It costs 5.", "It costs 5", "It costs 5"),
}

NOT_FOUND = {
    "a changed digit": ("Rents rose 5% in May.", "Rents rose 4% in May"),
    "a changed decimal": ("Rents rose 4.5% in May.", "Rents rose 4"),
    "part of a larger figure": ("In all 15 homes burned.", "5 homes burned"),
    "part of a thousand": ("In all 1,500 homes burned.", "500 homes burned"),
    "part of a decimal": ("A dose of 2.5 mg is given.", "5 mg is given"),
    "a unit cut off": ("They grew 40%.", "They grew 40"),
    "an added negation inside": ("Rents did not rise in May.", "Rents did rise in May"),
    "a negation in front": ("It is not safe for children.", "safe for children"),
    "a short negation in front": ("It isn’t safe for children.", "safe for children"),
    "a hedge in front": ("It may cause rashes.", "cause rashes"),
    "a hedge inside": ("Rents may rise in May.", "Rents rise in May"),
    "a prefix that turns it": ("The paint is non-toxic.", "toxic"),
    "a word that goes on": ("The market is stable.", "The market is stab"),
    "twice": ("Rents rose. Rents rose.", "Rents rose"),
    "another dash": ("It takes 2–4 weeks.", "It takes 2-4 weeks"),
    "other case": ("rents rose.", "Rents rose"),
    "white space gone": ("Rentsrose.", "Rents rose"),
    "only white space": ("Rents rose.", "  "),
}


@pytest.mark.parametrize(("text", "quote", "found"), FOUND.values(), ids=FOUND.keys())
def test_found_again(text: str, quote: str, found: str) -> None:
    span = find_quote(text, quote)
    assert span is not None
    assert text[slice(*span)] == found


@pytest.mark.parametrize(("text", "quote"), NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_not_found_again(text: str, quote: str) -> None:
    assert find_quote(text, quote) is None


def test_a_repeated_quote_that_still_stands_in_its_place() -> None:
    assert find_quote("Rents rose. Rents rose.", "Rents rose", near=12) == (12, 22)
    assert find_quote("Rents rose. Rents rose.", "Rents rose", near=11) is None


def test_count() -> None:
    assert count_quote("It rose. It rose. It rosely.", "It rose") == 2


PARTS = {
    "in order": ("5 of 5 men", ["5", "5 men"], ["5", "5 men"], [0, 5]),
    "whole words first": ("15 of 5 men", ["5"], ["5"], [6]),
    "inside a word if nowhere else": ("25-minute runs", ["5-minute"], ["5-minute"], [1]),
    "out of order": ("2 men and 3 dogs", ["3 dogs", "2 men"], ["3 dogs", "2 men"], [10, 0]),
}


@pytest.mark.parametrize(("text", "parts", "found", "starts"), PARTS.values(), ids=PARTS.keys())
def test_parts(text: str, parts: list[str], found: list[str], starts: list[int]) -> None:
    spans = find_parts(text, parts, 0, len(text))
    assert [text[slice(*span)] for span in spans if span] == found
    assert [span[0] for span in spans if span] == starts


def test_a_part_outside_the_span_is_not_found() -> None:
    assert find_parts("5 men. 7 men", ["7 men"], 0, 6) == [None]


def test_nearest_passage_is_shown_never_used() -> None:
    text = "Prices fell. Rents rose 5% in May, tenants say."
    assert find_quote(text, "Rents rose 4% in May") is None
    span = nearest_passage(text, "Rents rose 4% in May")
    assert span is not None
    assert text[slice(*span)] == "Rents rose 5% in May"
    assert nearest_passage("0000000000", "Rents rose") is None


def test_hostile_white_space_is_linear() -> None:
    assert find_quote("a" + " " * 200_000, "a b") is None
    assert find_quote("a " * 100_000, "a\ta\nb") is None
