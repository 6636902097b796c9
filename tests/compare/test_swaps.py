"""Sentences alike but for one thing clash over it and never agree; sentences that differ in more are left alone."""

import pytest

from claimbook.compare import compare
from claimbook.compare.relating import relate
from claimbook.compare.swaps import are_opposites
from claimbook.extract import extract_claims

C, T, A = "contradict", "tension", "agree"


def relations(a: str, b: str) -> list[str]:
    texts = {"one": a, "two": b}
    claims = [claim for name, text in texts.items() for claim in extract_claims(name, text)]
    assert len({claim.article for claim in claims}) == 2
    return [r.relation for r in compare(claims, texts=texts)]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The bishop of Marl supports the sale of the abbey.", "The bishop of Marl opposes the sale of the abbey.", C),
        ("Parliament approved the law on hedges.", "Parliament rejected the law on hedges.", C),
        ("The pool in Marl is open to visitors.", "The pool in Marl is closed to visitors.", C),
        ("Farmers sold more wool this year than last.", "Farmers sold fewer fleeces this year than last.", None),
        ("Farmers sold more wool this year than last.", "Farmers sold less wool this year than last.", C),
        ("The blaze at the abbey started in the attic.", "The blaze at the abbey started in the chapel.", T),
        ("The bells were brought from Norway.", "The bells were brought from Portugal.", T),
        ("The market in Marl opens at 7am.", "The market in Marl opens at 8am.", C),
        ("No swimmer has drowned in the lake at Marl.", "Three swimmers have drowned in the lake at Marl.", T),
        ("None of the stones came from the quarry at Marl.", "Half of the stones came from the quarry at Marl.", C),
    ],
)
def test_one_swapped_thing_is_a_clash(a: str, b: str, relation: str | None) -> None:
    found = relations(a, b)
    assert A not in found
    assert (found[0] if found else None) == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The museum was opened in 1890.", "The museum was closed in 1921."),
        ("The pool in Marl opens in September.", "The pool in Marl is closed until September."),
        ("Rents rose in Leeds last year.", "Rents fell in York last year."),
        ("Support for the mayor is strong in the valley.", "The mayor spoke in the valley about the mill."),
        ("No evidence links the paint to asthma.", "The paint is sold in tins of two litres."),
    ],
    ids=["years", "until", "places", "another sentence", "no evidence"],
)
def test_what_differs_in_more_is_left_alone(a: str, b: str) -> None:
    assert not {C, T} & set(relations(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The chapel was sold to the parish in March.", "The chapel was sold to the parish in April."),
        ("All visitors pay three euros for the tour.", "No visitors pay three euros for the tour."),
        (
            "Every pupil in Marl learns to swim by the age of nine.",
            "No pupil in Marl learns to swim by the age of nine.",
        ),
        ("Keeping bees in town raises output over ten years.", "Keeping bees in town cuts output over ten years."),
    ],
)
def test_sentences_that_differ_in_what_counts_never_agree(a: str, b: str) -> None:
    assert A not in relations(a, b)


def test_a_sentence_that_only_says_more_still_agrees() -> None:
    short = "The county planted two thousand oaks along the canal."
    assert relations(short, short.replace(".", " with the help of schools.")) == [A]


def test_a_shared_year_is_no_agreement_over_other_figures() -> None:
    one = "Over its five years the bridge will cost £2 million."
    assert A not in relations(one, "The bridge will cost £900,000 over five years.")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The lake is open to swimmers.", "The lake is closed to swimmers.", C),
        ("Villagers welcomed the dam.", "Villagers oppose the dam.", C),
        ("Herons can cross the weir.", "No herons can cross the weir.", C),
        ("The bank needs $300 million.", "The bank needs another $90 million.", "not_comparable"),
        ("A report on the strike, part 1", "A report on the strike, part 2", "not_comparable"),
        ("The owner pays $3 billion for the fleet.", "The owner pays at least $3 billion for the fleet.", A),
    ],
)
def test_two_texts_alone(a: str, b: str, relation: str) -> None:
    assert relate(a, b).relation == relation


def test_opposites_are_looked_up_both_ways() -> None:
    assert are_opposites("supports", "opposed")
    assert are_opposites("opposed", "supports")
    assert not are_opposites("supports", "supported")
    assert not are_opposites("river", "bank")
