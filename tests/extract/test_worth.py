from __future__ import annotations

import pytest

from claimbook.extract.claims import extract_claims
from claimbook.extract.clauses import Clause
from claimbook.extract.phrases import Cues
from claimbook.extract.quantities import find_quantities
from claimbook.extract.tokens import Tokens
from claimbook.extract.worth import features, score, weights, worth


def _found(text: str, kind: str = "other", direction: str | None = None) -> dict[str, float]:
    tokens = Tokens(text)
    clause = Clause(tokens, 0, len(tokens), Cues(tokens).cues, find_quantities(text))
    return features(
        clause, kind=kind, certainty="assertive", attribution="none", direction=direction, scoped=False,
        on_subject=False,
    )  # fmt: skip


LONG = "The council of the town said that the new tram to the sea will run from May to the end of the year"


@pytest.mark.parametrize(
    ("name", "text", "other"),
    [
        ("terms", "Insulation prevents condensation", "Thick walls keep a house warm"),
        ("long", LONG, "The tram will run"),
        ("quoted", "The tram is “a dream” for us", "The tram is a dream for us"),
        ("figure", "Rents rose by 12% in the town", "Rents rose a lot in the town"),
        ("urges", "Councillors should vote no", "The bridge should be open"),
        ("urges", "Parents must not give up", "Cars are so quiet that they must make a sound"),
        ("urges", "The mayor ought to leave", "The mill should save 12% of its energy"),
        ("about_text", "This guide explains how kilns work", "This kiln explains the smell"),
        ("second_person", "The app tells you the price", "The app tells drivers the price"),
    ],
)
def test_a_reason_is_named_where_it_holds_and_nowhere_else(name: str, text: str, other: str) -> None:
    assert name in _found(text)
    assert name not in _found(other)
    assert name in weights().points


def test_a_quote_weighs_less_and_a_fields_own_terms_more() -> None:
    plain = score(_found("The tram is a dream for the town"))
    assert score(_found("The tram is “a dream” for the town")) < plain
    assert score(_found("Insulation prevents condensation in the town")) > plain


@pytest.mark.parametrize(
    ("text", "kind", "direction", "grade"),
    [
        ("Heat pumps cut heating bills by 30% in the first year", "efficacy", "benefit", 3),
        ("Our page will tell you what we love", "other", None, 0),
    ],
)
def test_grades(text: str, kind: str, direction: str | None, grade: int) -> None:
    assert worth(_found(text, kind, direction)) == grade


def test_grades_rise_with_the_score() -> None:
    limits = weights().thresholds
    assert limits["claim"] < limits["editor"] < limits["must"]


@pytest.mark.parametrize("text", ["Vandalism is rare.", "Trams run everywhere.", "Repairs are expensive."])
def test_a_few_words_that_name_their_subject_are_a_claim(text):
    assert [claim.quote for claim in extract_claims("a", text)] == [text.rstrip(".")]


@pytest.mark.parametrize("text", ["This is great.", "There are some.", "They hire people.", "Of course there is."])
def test_a_few_words_that_only_point_are_none(text):
    assert extract_claims("a", text) == []
