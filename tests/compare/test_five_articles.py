"""The five articles under review: what must be found, and the look-alikes that must stay silent.

The machine alone is tested here (no decisions of people), on the catalogue as people corrected it.
"""

from functools import cache
from pathlib import Path

import pytest

from claimbook.compare import compare
from claimbook.model import Relation
from claimbook.review import open_review

ROOT = Path(__file__).parents[2]


@cache
def _compared(everything: bool = False) -> tuple[list[Relation], dict[str, str]]:
    review = open_review(ROOT)
    quotes = {claim.id: claim.quote for claim in review.claims}
    return compare(list(review.claims), review.topics, everything=everything), quotes


def between(one: str, a: str, other: str, b: str, everything: bool = False) -> list[Relation]:
    """Give the relations between a quote of one article with words `a` and one of another with words `b`."""
    relations, quotes = _compared(everything)
    for article, words in ((one, a), (other, b)):
        assert any(i.startswith(f"{article}/") and words in q for i, q in quotes.items()), f"{article}: {words}"
    wanted = {(one, a), (other, b)}
    found = []
    for relation in relations:
        sides = [(i.split("/")[0], quotes[i]) for i in (relation.a, relation.b)]
        orders = (sides, sides[::-1])
        if any(all(s[0] == w[0] and w[1] in s[1] for s, w in zip(o, sorted(wanted), strict=False)) for o in orders):
            found.append(relation)
    return found


@pytest.mark.parametrize(
    ("one", "a", "other", "b", "relation"),
    [
        pytest.param(
            "greater-boston",
            "serotonin and dopamine",
            "troomi-guide",
            "rather than serotonin or dopamine",
            "contradict",
            id="serotonin and dopamine: rather than, against enhancing",
        ),
        pytest.param(
            "greater-boston", "veterinary", "troomi-guide", "surgical", "contradict", id="veterinary, surgical"
        ),
        pytest.param(
            "greater-boston", "veterinary", "what-to-know", "anesthetic", "tension", id="veterinary, anesthetic"
        ),
        pytest.param(
            "troomi-guide", "Non-addictive", "greater-boston", "risk is low", "contradict", id="non-addictive, low risk"
        ),
        pytest.param(
            "troomi-guide",
            "Non-addictive",
            "what-to-know",
            "misuse or dependency",
            "tension",
            id="non-addictive, misuse",
        ),
        pytest.param(
            "troomi-guide", "Non-addictive", "troomi-guide", "dependency", "tension", id="non-addictive, in one article"
        ),
        pytest.param(
            "troomi-guide", "transient", "greater-boston", "often lasting", "tension", id="transient, often lasting"
        ),
        pytest.param(
            "troomi-guide",
            "transient",
            "greater-boston",
            "Short-Lived Benefits",
            "tension",
            id="transient, short-lived a misconception",
        ),
        pytest.param(
            "promising-alternative",
            "a few days to a week",
            "troomi-guide",
            "days to weeks",
            "tension",
            id="days to a week, days to weeks",
        ),
        pytest.param(
            "millions-worldwide",
            "contributes to its efficacy",
            "troomi-guide",
            "dissociati",
            "tension",
            id="dissociation, side effect or what works",
        ),
        pytest.param(
            "greater-boston",
            "Addiction Recovery",
            "troomi-guide",
            "substance abuse",
            "tension",
            id="addiction, a use or a reason not to treat",
        ),
        pytest.param(
            "greater-boston", "over 70%", "what-to-know", "more than 80%", "tension", id="over 70%, more than 80%"
        ),
        pytest.param(
            "millions-worldwide",
            "instantaneous",
            "promising-alternative",
            "hours or days",
            "tension",
            id="at once, within hours or days",
        ),
        pytest.param(
            "greater-boston",
            "safe and effective",
            "troomi-guide",
            "controlled setting",
            "tension",
            id="safe outright, safe in controlled settings",
        ),
    ],
)
def test_what_an_editor_must_see(one, a, other, b, relation):
    assert relation in {r.relation for r in between(one, a, other, b)}


LOOK_ALIKES = [
    pytest.param("greater-boston", "78%", "what-to-know", "more than 80%", id="suicidal thoughts, symptoms (80%)"),
    pytest.param("greater-boston", "78%", "greater-boston", "over 70%", id="suicidal thoughts, symptoms (70%)"),
    pytest.param("millions-worldwide", "within hours", "troomi-guide", "40 minutes", id="onset, length of a session"),
    pytest.param("promising-alternative", "hours or days", "troomi-guide", "40 minutes", id="onset, a session (days)"),
    pytest.param("troomi-guide", "1960s", "troomi-guide", "1970s", id="synthesized, approved"),
    pytest.param("what-to-know", "1960s", "troomi-guide", "1970s", id="developed, approved"),
    pytest.param("what-to-know", "1960s", "greater-boston", "1970s", id="developed, in use since"),
    pytest.param("troomi-guide", "2-4 weeks", "greater-boston", "up to two weeks", id="schedule, relief"),
    pytest.param("millions-worldwide", "several weeks", "troomi-guide", "days to weeks", id="schedule, relief (vague)"),
    pytest.param(
        "millions-worldwide", "4 to six weeks", "troomi-guide", "2-4 weeks", id="other drugs' onset, schedule"
    ),
    pytest.param(
        "millions-worldwide", "4 to six weeks", "millions-worldwide", "within hours", id="other drugs, ketamine"
    ),
    pytest.param("promising-alternative", "24 studies", "promising-alternative", "40 million", id="studies, adults"),
    pytest.param("greater-boston", "2006", "greater-boston", "early 2000s", id="a study, a first use"),
    pytest.param("what-to-know", "1960s", "greater-boston", "early 2000s", id="developed, in psychiatry"),
    pytest.param("troomi-guide", "transient and resolve", "greater-boston", "often lasting", id="side effects, relief"),
    pytest.param(
        "what-to-know", "short-lived and subside", "greater-boston", "often lasting", id="side effects, relief 2"
    ),
    pytest.param(
        "greater-boston", "Temporary Disorientation", "promising-alternative", "long-lasting", id="temporary, lasting"
    ),
    pytest.param("what-to-know", "within hours or days", "what-to-know", "require weeks", id="ketamine, SSRIs"),
]


@pytest.mark.parametrize(("one", "a", "other", "b"), LOOK_ALIKES)
def test_look_alikes_stay_silent(one, a, other, b):
    found = [r for r in between(one, a, other, b) if r.relation != "agree"]
    assert found == []


@pytest.mark.parametrize(
    ("one", "a", "other", "b", "why"),
    [
        (
            "greater-boston",
            "78%",
            "what-to-know",
            "more than 80%",
            "different outcome — suicidal thoughts / anxiety symptoms",
        ),
        ("promising-alternative", "hours or days", "troomi-guide", "40 minutes", "different"),
    ],
)
def test_what_keeps_look_alikes_apart_is_told(one, a, other, b, why):
    found = between(one, a, other, b, everything=True)
    assert found
    assert all(r.relation == "not_comparable" and r.why.startswith(why) for r in found)


def test_over_80_against_over_70_is_never_a_contradiction():
    assert {r.relation for r in between("greater-boston", "over 70%", "what-to-know", "more than 80%")} == {"tension"}


def test_contradictions_are_few_and_each_says_why():
    relations, _ = _compared()
    contradictions = [r for r in relations if r.relation == "contradict"]
    assert 3 <= len(contradictions) <= 8
    assert all(r.why.startswith("cannot both be true because ") for r in contradictions)
