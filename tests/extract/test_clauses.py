from __future__ import annotations

import pytest

from claimbook.extract.clauses import cut
from claimbook.extract.quantities import find_quantities
from claimbook.extract.tokens import Tokens


def clauses(text: str) -> list[str]:
    tokens = Tokens(text)
    return [tokens.slice(i, j) for i, j in cut(tokens, 0, len(tokens), find_quantities(text))]


CUT = {
    "but": (
        "Heat pumps cost more to install, but they use less energy.",
        ["Heat pumps cost more to install", "they use less energy."],
    ),
    "semicolon": (
        "The old boiler runs on oil; the new one uses electricity.",
        ["The old boiler runs on oil", "the new one uses electricity."],
    ),
    "whereas": (
        "Diesel cars emit soot, whereas electric cars emit none.",
        ["Diesel cars emit soot", "electric cars emit none."],
    ),
    "opening while": (
        "While rents rose by 4%, wages fell in most regions.",
        ["rents rose by 4%", "wages fell in most regions."],
    ),
    "opening although": (
        "Although the tax was unpopular, it raised $2 billion.",
        ["the tax was unpopular", "it raised $2 billion."],
    ),
    "and with its own subject": (
        "The bridge opened in 1937 and it carries 110,000 cars a day.",
        ["The bridge opened in 1937", "it carries 110,000 cars a day."],
    ),
    "two dated participles": (
        "The vaccine was developed in the 1950s and licensed in the 1960s.",
        ["The vaccine was developed in the 1950s", "licensed in the 1960s."],
    ),
    "shared subject, second figure": (
        "The phone weighs 180 grams and lasts 20 hours on one charge.",
        ["The phone weighs 180 grams", "lasts 20 hours on one charge."],
    ),
}  # fmt: skip

WHOLE = {
    "report governs both": "Engineers say that the dam is safe and the valves work.",
    "condition governs both": "When tyres are worn, braking takes longer and accidents happen.",
    "not only": "The law not only raised wages but it also cut hours.",
    "nouns": "Runners and swimmers burn more calories.",
    "verbs without figures": "The filter removes dust and traps pollen.",
    "relative clause": "People who drink coffee and tea sleep less.",
    "infinitives": "The river continues to rise and fall with the tide.",
    "between": "Shops could open between 9am and 5pm and the rest of the day stayed shut.",
    "that-clause": "It means that rents rise and that tenants leave.",
    "subordinate subjects": "Sales grew as trials and reviews proved its worth.",
    "brackets": "The car (it is new and it was cheap) has no radio.",
    "comparative": "Prices went lower and lower as stock piled up.",
}


@pytest.mark.parametrize(("text", "expected"), CUT.values(), ids=CUT)
def test_cuts_where_two_things_are_asserted(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_keeps_whole_what_one_word_governs(text: str) -> None:
    assert clauses(text) == [text]


def test_never_cuts_a_run_of_words_too_long_for_a_sentence() -> None:
    text = "it rains and it pours, but " * 200
    assert len(clauses(text)) == 1
