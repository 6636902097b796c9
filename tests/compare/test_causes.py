"""Who or what is held responsible: two things may do opposite things, and less of one thing does what more undoes."""

import pytest

from claimbook.compare import compare
from claimbook.compare.causes import Cause, Subject, causes_apart, find_cause
from claimbook.compare.wording import read_words
from claimbook.extract import extract_claims

TEA = Subject(("tea", "leav", "health"), {"tea": 9, "leav": 4, "health": 3})
NAP = Subject(("nap", "desk", "health"), {"nap": 7, "desk": 3})


@pytest.mark.parametrize(
    ("text", "at", "named", "turned"),
    [
        ("Green tea lowers stress", 2, {"tea", "green"}, False),
        ("Lack of sunlight lowers mood", 3, {"sunlight"}, True),
        ("Skipping lunch raises hunger", 2, {"lunch"}, True),
        ("Studies show that walking lowers stress", 4, {"walk"}, False),
    ],
)
def test_what_stands_before_a_change_is_its_cause(text: str, at: int, named: set[str], turned: bool) -> None:
    cause = find_cause(read_words(text), at)
    assert (cause.named, cause.turned) == (named, turned)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (Cause(frozenset({"tea"})), Cause(frozenset({"tea", "green"})), False),
        (Cause(frozenset({"tea"})), Cause(frozenset({"noise"})), True),
        (Cause(frozenset({"tea"})), Cause(frozenset()), False),
        (Cause(frozenset({"tea"})), Cause(frozenset({"noise"}), told_before=True), False),
    ],
    ids=["one name", "two things", "none named", "named around the claim only"],
)
def test_different_causes_keep_claims_apart(a: Cause, b: Cause, apart: bool) -> None:
    noisy = Subject(("tram", "track", "health"), {"tram": 8, "track": 3, "noise": 4, "tea": 1})
    assert bool(causes_apart(a, b, (TEA, noisy))) is apart


def test_what_two_articles_are_about_may_go_by_two_names() -> None:
    assert causes_apart(Cause(frozenset({"tea"})), Cause(frozenset({"nap"})), (TEA, NAP)) is None


def article(*sentences: str) -> str:
    return " ".join(sentences) + "\n"


def said(a: str, b: str) -> list[str]:
    texts = {"one": a, "two": b}
    claims = [claim for name, text in texts.items() for claim in extract_claims(name, text)]
    return [r.relation for r in compare(claims, texts=texts) if r.relation in ("contradict", "tension")]


NAPS = ("Naps are taken after lunch.", "Most naps last 20 minutes.", "Naps are common in Spain.", "Naps lift the mood.")


def test_less_of_a_cause_does_what_more_undoes() -> None:
    assert said("Lack of sleep harms memory.", "Sleep improves memory.") == []
    assert said("Lack of sleep does not harm memory.", "Sleep improves memory.") != []


def test_another_cause_of_the_same_change_is_no_clash() -> None:
    espresso = ("Espresso is made under pressure.", "Espresso has 63 mg of caffeine.", "Espresso costs 2 euros.")
    a = article(*NAPS, "Naps improve memory in adults.", "Naps need 20 minutes of quiet.")
    b = article(*espresso, "Espresso harms memory in adults.", "Espresso harms sleep.")
    assert said(a, b) == []
