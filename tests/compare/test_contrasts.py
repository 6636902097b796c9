"""Figures of two things of one sort stay apart; the same thing measured twice does not."""

import pytest

from claimbook.compare.contrasts import figures_of_different_things, find_sides, sides_apart
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.wording import read_words
from claimbook.extract import extract_claims


def reading(name: str, text: str) -> Reading:
    return read_claim(extract_claims(name, text)[0])


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (
            "In Wales, 70% of primary schools have a library.",
            "In Wales, 88% of secondary schools have a library.",
            "case",
        ),
        ("The price of tin rose by 12% in March.", "The price of zinc rose by 30% in March.", "thing"),
        ("Cyclists spend 40 minutes of riding a day.", "Cyclists spend 15 minutes a day in traffic jams.", "measure"),
        ("Adults should drink 2 litres a day.", "People over 60 should drink 3 litres a day.", "population"),
        ("Heat pumps cover 95% of demand in summer.", "Heat pumps cover 60% of demand in winter.", "case"),
    ],
    ids=["sides", "another word in its place", "of what", "age", "season"],
)
def test_figures_of_different_things_are_told_apart(a: str, b: str, reason: str) -> None:
    one, other = reading("a", a), reading("b", b)
    said = figures_of_different_things(one, other, one.figures[0], other.figures[-1])
    assert str(said).startswith(f"different {reason}")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The price of tin rose by 12% in March.", "Analysts say the price of tin rose by 30% in March."),
        ("About 70% of schools have a library.", "Only 40% of schools have a library."),
        ("Experts estimate that 20% of hives were lost.", "Officials estimate that 45% of hives were lost."),
    ],
    ids=["same thing", "same base", "two sayers"],
)
def test_the_same_thing_measured_twice_is_not_told_apart(a: str, b: str) -> None:
    one, other = reading("a", a), reading("b", b)
    assert figures_of_different_things(one, other, one.figures[0], other.figures[0]) is None


def test_a_claim_that_names_both_sides_meets_either() -> None:
    both, one = (find_sides(read_words(t)) for t in ("Men and women slept longer", "Women slept longer"))
    assert sides_apart(both, one) is None
    assert sides_apart(one, find_sides(read_words("Men slept longer"))) is not None
