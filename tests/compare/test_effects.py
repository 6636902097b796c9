import pytest

from claimbook.compare.effects import find_effects, opposite

NOTHING: frozenset[str] = frozenset()


def clash(a, b):
    return any(opposite(x, y, NOTHING) for x in find_effects(a) for y in find_effects(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The new bypass reduces traffic in the old town", "The new bypass increased traffic in the old town"),
        ("Coffee raises blood pressure", "Coffee does not raise blood pressure"),
        ("Hedgerows preserve soil", "Wider fields could exacerbate soil loss"),
        ("The ban has no effect on smoking", "The ban lowers smoking"),
        ("The drug led to decreased mortality", "It was linked to a higher risk of death"),
        ("The subsidy boosts employment", "The subsidy caused layoffs"),
        ("Working from home improves mood", "Working from home can cause irritability"),
    ],
    ids=lambda text: text[:24],
)
def test_changes_that_go_opposite_ways(a, b):
    assert clash(a, b)
    assert clash(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The drug improves heart disease risk", "The drug reduces heart disease risk"),
        ("The law reduces noise", "The law increases rents"),
        ("Cycling lowers the risk of cancer mortality", "Smoking brings a higher risk of cardiovascular death"),
        ("It blocks and stimulates certain receptors", "It inhibits pain receptors"),
        ("Mulch prevents soil loss", "Mulch preserves soil"),
        ("The tax reduces proteins that cause decay", "The tax prevents decay"),
        ("The lamp protects against glare", "The lamp reduces glare"),
        ("No soil loss was seen", "The plan preserves soil"),
    ],
    ids=lambda text: text[:24],
)
def test_changes_that_only_look_opposite(a, b):
    assert not clash(a, b)
