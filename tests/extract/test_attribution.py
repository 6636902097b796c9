from __future__ import annotations

import pytest

from claimbook.extract.attribution import attribution, citations, names_source_before, sentence_attribution
from claimbook.extract.clauses import Clause
from claimbook.extract.grammar import finite_verbs
from claimbook.extract.phrases import Cues
from claimbook.extract.tokens import Tokens
from claimbook.model import Attribution, AttributionLevel

LEVELS = {
    "nobody": ("Electric vans cost less to run.", "none"),
    "studies show": ("Studies show that walking lowers stress.", "vague"),
    "studies in somebody have suggested": ("Studies in night nurses have suggested a link.", "vague"),
    "research suggests": ("Research suggests renters move more often.", "vague"),
    "experts": ("Experts warn that prices will rise.", "vague"),
    "has been shown": ("Insulation has been shown to cut bills.", "vague"),
    "believed to": ("The stone is believed to be Roman.", "vague"),
    "according to nobody in particular": ("Output fell, according to a report.", "vague"),
    "a dated study": ("A 2019 study of 300 farms found lower yields.", "named"),
    "a study led by": ("In 2012, a study led by Uppsala University showed a fall in crashes.", "named"),
    "an institution says": ("The World Health Organization says one in eight people migrate.", "named"),
    "according to an abbreviation": ("Road deaths fell by 4%, according to OECD data.", "named"),
    "a person said": ("The drought will last, Moreno said.", "named"),
    "approval is no attribution": ("The FDA approved the device in 1998.", "none"),
    "a named denial": ("The Lakeside Trust denied that two seals had died.", "named"),
    "officials deny": ("Officials denied that two seals had died.", "vague"),
    "he insists": ("He insists that the seals are well.", "vague"),
    "a denied request is no attribution": ("The bank denied 300 loans in May.", "none"),
    "doi": ("Yields fell by 3% (doi: 10.1234/abcd.5678).", "cited"),
    "numbered reference": ("Yields fell by 3% [12].", "cited"),
    "author and year": ("Yields fell by 3% (Okafor et al., 2020).", "cited"),
    "link": ("Yields fell by 3%, see https://example.org/yields for tables.", "cited"),
}


@pytest.mark.parametrize(("text", "level"), LEVELS.values(), ids=LEVELS)
def test_tells_whom_a_sentence_credits(text: str, level: str) -> None:
    assert sentence_attribution(text) == level


@pytest.mark.parametrize("text", [text for text, level in LEVELS.values() if level in ("vague", "named")])
def test_the_words_that_credit_stand_in_the_text(text: str) -> None:
    found = attribution(_clause(text))
    assert found.text
    assert found.text in text


def test_finds_references_by_their_form() -> None:
    text = "Yields fell [3]. Rents rose (Okafor, 2020). See https://example.org/a and (see above)."
    assert [text[a:b] for a, b in citations(text)] == ["[3]", "(Okafor, 2020)", "https://example.org/a"]


def test_the_study_has_a_name_once_one_was_given() -> None:
    clause = _clause("The study found no difference.")
    assert attribution(clause).level == "vague"
    assert attribution(clause, known=True).level == "named"


RESULTS = {
    "a risk in the past": ("Night drivers had a 20% higher risk of crashing.", "named", "none"),
    "no difference in the past": ("The extra lane was not associated with fewer delays.", "named", "none"),
    "what its groups did": ("The control group was charged full fares.", "named", "none"),
    "a general truth": ("Night drivers have a higher risk of crashing.", "none", "none"),
    "somebody else's claim": ("Studies show that night drivers had a higher risk.", "vague", "vague"),
}


@pytest.mark.parametrize(("text", "after_a_name", "without"), RESULTS.values(), ids=RESULTS)
def test_results_told_in_the_past_are_the_named_study_s(text: str, after_a_name: str, without: str) -> None:
    clause = _clause(text)
    assert attribution(clause, known=True).level == after_a_name
    assert attribution(clause).level == without


@pytest.mark.parametrize(
    ("opening", "own", "expected"),
    [
        ("That is according to a", "none", True),
        ("The findings come from a", "none", False),
        ("The study , published in", "vague", True),
        ("The study , published in", "none", False),
        ("The bridge was built in", "vague", False),
        ("This is not new .", "none", False),
        ("", "vague", False),
    ],
)
def test_the_next_sentence_names_the_source(opening: str, own: AttributionLevel, expected: bool) -> None:
    text = None if own == "none" else "a study"
    assert names_source_before(opening.lower().split(), Attribution(level=own, text=text)) is expected


def _clause(text: str) -> Clause:
    tokens = Tokens(text)
    return Clause(tokens, 0, len(tokens), Cues(tokens).cues, (), finite_verbs(tokens, 0, len(tokens)))
