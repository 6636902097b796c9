"""Quotes hold both quotation marks or neither."""

from __future__ import annotations

import pytest

from claimbook.extract import extract_claims

QUOTES = {
    "speaker behind": (
        '"Rents eat half of all wages," she said.', ['"Rents eat half of all wages," she said']),
    "curly marks": (
        "“Nobody asked the tenants,” says Ana Silva, who rents in Oldham.",
        ["“Nobody asked the tenants,” says Ana Silva, who rents in Oldham"]),
    "single marks": (
        "‘Rents eat half of all wages,’ said Kim Lo.", ["‘Rents eat half of all wages,’ said Kim Lo"]),
    "plain single marks": (
        "'Rents eat half of all wages,' said Kim Lo.", ["'Rents eat half of all wages,' said Kim Lo"]),
    "speaker before": (
        'Kim Lo said, "The bridge carries 400 cars a day."', ['Kim Lo said, "The bridge carries 400 cars a day."']),
    "a word at the end": (
        "The council calls the tax on 40,000 homes “a fee”.", ["The council calls the tax on 40,000 homes “a fee”"]),
    "all of it quoted": (
        '"The bridge carries 400 cars a day."', ["The bridge carries 400 cars a day"]),
    "opened in an earlier sentence": (
        '"We lost. The bridge carries 400 cars a day," says Lo.', ['The bridge carries 400 cars a day," says Lo']),
    "closed in a later sentence": (
        '"The bridge carries 400 cars a day. We lost," says Lo.',
        ["The bridge carries 400 cars a day", 'We lost," says Lo']),
    "two statements in one pair of marks": (
        '"Rents rose 12% last year, and wages fell 3% in spring," said Ana Silva.',
        ['"Rents rose 12% last year, and wages fell 3% in spring," said Ana Silva']),
    "inches are no quotation": (
        'The screen is 6" wide, and it has sold 900 copies.', ['The screen is 6" wide', "it has sold 900 copies"]),
    "an owner is no quotation": (
        "The farmers’ union has 400 members in ‘the valley’.", ["The farmers’ union has 400 members in ‘the valley’"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), QUOTES.values(), ids=QUOTES.keys())
def test_marks_stand_in_pairs(text: str, quotes: list[str]) -> None:
    claims = extract_claims("a", text)
    assert [claim.quote for claim in claims] == quotes
    assert all(text[slice(*claim.at)] == claim.quote for claim in claims)


def test_a_mark_at_the_edge_changes_no_judgement() -> None:
    bare, quoted = extract_claims("a", "About 40% of flats leak."), extract_claims("a", 'About 40% of flats "leak."')
    assert [q.text for q in quoted[0].quantities] == [q.text for q in bare[0].quantities] == ["About 40%"]
    assert (quoted[0].kind, quoted[0].certainty) == (bare[0].kind, bare[0].certainty)
