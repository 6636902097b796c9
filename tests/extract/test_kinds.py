from __future__ import annotations

import pytest

from claimbook.extract.clauses import Clause
from claimbook.extract.direction import direction, lean
from claimbook.extract.grammar import finite_verbs
from claimbook.extract.kinds import kind
from claimbook.extract.phrases import Cues
from claimbook.extract.quantities import find_quantities
from claimbook.extract.tokens import Tokens


def clause(text: str) -> Clause:
    tokens = Tokens(text)
    return Clause(
        tokens, 0, len(tokens), Cues(tokens).cues, find_quantities(text), finite_verbs(tokens, 0, len(tokens))
    )


KINDS = {
    "efficacy": ("The cream relieves itching.", "efficacy"),
    "onset": ("The heater starts working within minutes.", "onset"),
    "duration": ("The paint lasts ten years.", "duration"),
    "safety": ("Common side effects are rashes.", "safety"),
    "dependence": ("The gum is addictive.", "dependence"),
    "mechanism": ("The enzyme works by breaking down starch.", "mechanism"),
    "history": ("The lock was first developed in the 1850s.", "history"),
    "regulation": ("The agency approved the device.", "regulation"),
    "prevalence": ("Asthma affects 25 million adults.", "prevalence"),
    "access": ("Insurance rarely covers the cost.", "access"),
    "contraindication": ("Toddlers should not be given honey.", "contraindication"),
    "administration": ("The dose is given twice daily.", "administration"),
    "research": ("Participants were randomly assigned to a cohort.", "research"),
    "share of a group": ("62% of tenants rent from a council.", "statistic"),
    "nothing to go by": ("The sky is blue.", "other"),
}
DIRECTIONS = {
    "less of something bad": ("The filter reduces pollution.", "benefit"),
    "more of something bad": ("Speeding increases crashes.", "harm"),
    "more of something good": ("Shade improves sleep.", "benefit"),
    "less of something good": ("Noise reduces productivity.", "harm"),
    "no difference": ("The additive had no effect on mileage.", "neutral"),
    "side effects": ("Side effects include rashes.", "harm"),
    "neither": ("The bridge opened in 1937.", None),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_kind(text: str, expected: str) -> None:
    found = clause(text)
    assert kind(found, leaning=lean(found)) == expected


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_direction(text: str, expected: str | None) -> None:
    found = clause(text)
    assert direction(lean(found), kind(found)) == expected


def test_a_heading_tips_the_scales() -> None:
    item = clause("Rashes on the arms")
    assert kind(item) == "other"
    tokens = Tokens("Side effects")
    assert kind(item, Cues(tokens).cues) == "safety"
