"""Which way two things go together, in a claim and in a passage. Sentences are our own."""

import pytest

from claimbook.compare.signs import compare_signs

SAME = [
    (
        "Lack of sunlight slows moss growth.",
        "In two plots, low sunlight reduced the growth of moss by a third.",
    ),
    ("Vinegar prevents rust on bolts.", "Bolts kept in vinegar showed less rust after a month."),
    (
        "Crop rotation is linked to healthier soil.",
        "We found that crop rotation was associated with soil that held water.",
    ),
]
OTHER = [
    ("Vinegar prevents rust on bolts.", "Vinegar increased rust on bolts in every trial."),
    ("Crop rotation raises wheat yield.", "Crop rotation had no effect on the yield of wheat."),
    ("Salt protects concrete from frost damage.", "Frost damage of concrete was higher where salt was spread."),
]
SILENT = [
    ("Vinegar prevents rust on bolts.", "Bolts and vinegar are sold in most shops."),
    ("Vinegar prevents rust on bolts.", "Crop rotation raises wheat yield."),
    (
        "Crop rotation raises wheat yield.",
        "Crop rotation raised wheat yield in May. Crop rotation lowered wheat yield in June.",
    ),
    (
        "Crop rotation raises wheat yield in some of the many fields that were looked at by the board and the two other"
        " bodies that the ministry named.",
        "Crop rotation lowered wheat yield in the fields looked at by the ministry and two bodies of the board, where"
        " rye, barley, beans and oats had been sown before the drought.",
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME, ids=[f"{a} / {b}" for a, b in SAME])
def test_hears_the_same_way(a, b):
    verdict = compare_signs(a, b)
    assert verdict is not None
    assert verdict.relation == "agree"


@pytest.mark.parametrize(("a", "b"), OTHER, ids=[f"{a} / {b}" for a, b in OTHER])
def test_hears_different_ways(a, b):
    verdict = compare_signs(a, b)
    assert verdict is not None
    assert verdict.relation == "tension"
    assert b.rstrip(".") in verdict.why


@pytest.mark.parametrize(("a", "b"), SILENT, ids=[a[:30] + " / " + b[:30] for a, b in SILENT])
def test_says_nothing_where_the_texts_do_not_say(a, b):
    assert compare_signs(a, b) is None
