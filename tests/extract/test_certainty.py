from __future__ import annotations

import pytest

from claimbook.extract.certainty import certainty, sentence_certainty
from claimbook.extract.clauses import Clause
from claimbook.extract.grammar import finite_verbs
from claimbook.extract.phrases import Cues
from claimbook.extract.tokens import Tokens


def clause(text: str) -> Clause:
    tokens = Tokens(text)
    return Clause(tokens, 0, len(tokens), Cues(tokens).cues, (), finite_verbs(tokens, 0, len(tokens)))


CLAUSES = {
    "may": ("Solar panels may cut bills.", "hedged"),
    "can": ("The virus can spread by touch.", "hedged"),
    "suggests": ("The survey suggests fewer people commute.", "hedged"),
    "promising": ("The battery shows promising results.", "hedged"),
    "plain": ("The reactor produces 900 megawatts.", "assertive"),
    "month of May": ("The bridge opened in May 1937.", "assertive"),
    "a day of May": ("The gates of the lock open on 9 May.", "assertive"),
    "May with nothing after it": ("The ferry runs until May.", "assertive"),
    "may in a headline": ("Longer Nights May Save Bees.", "hedged"),
    "more likely is a comparison": ("Cyclists were more likely to be injured.", "assertive"),
    "is likely": ("The strike is likely to end soon.", "hedged"),
    "no side effects": ("The cream has no side effects.", "absolute"),
    "non-addictive": ("The gum is non-addictive.", "absolute"),
    "proven": ("It is a proven way to save fuel.", "absolute"),
    "guaranteed": ("Returns are guaranteed.", "absolute"),
    "always": ("The cheaper tyre always wears faster.", "absolute"),
    "not a cure": ("Insulation is not a cure-all.", "assertive"),
    "hedged cure": ("The treatment may cure hay fever.", "hedged"),
    "hedge in a trailing clause": ("The dam holds 2 billion litres, which may surprise visitors.", "assertive"),
    "hedge in brackets": ("The flight takes nine hours (possibly more in winter).", "assertive"),
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_judges_the_clause(text: str, expected: str) -> None:
    assert certainty(clause(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The law is regarded as unfair by landlords.", "hedged"),
        ("It is unclear whether the train will run.", "hedged"),
        ("Trains run every hour.", "assertive"),
        ("Nobody has ever failed this test.", "absolute"),
        ("", "assertive"),
    ],
)
def test_judges_a_whole_sentence(text: str, expected: str) -> None:
    assert sentence_certainty(text) == expected
