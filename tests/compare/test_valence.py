"""All harm or all good denied beside a harm or a good that is named; one outcome beside another is no clash."""

import pytest

from claimbook.compare import compare
from claimbook.compare.effects import find_effects
from claimbook.compare.valence import worth_of
from claimbook.extract import extract_claims


def reasons(a: str, b: str) -> list[str]:
    texts = {"one": a, "two": b}
    claims = [claim for name, text in texts.items() for claim in extract_claims(name, text)]
    return [r.why for r in compare(claims, texts=texts) if r.relation in ("contradict", "tension")]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Tea raises blood pressure", -1),
        ("Tea lowers the risk of stroke", 1),
        ("Tea improves memory", 1),
        ("Tea impairs sleep", -1),
        ("Tea does not raise blood pressure", 0),
        ("Tea raises the kettle", 0),
        pytest.param("Tanning increases melanoma", -1, id="an illness by how its name ends"),
        pytest.param("Smoke causes bronchitis", -1, id="an inflammation"),
        pytest.param("Baking increases the aroma", 0, id="a word that only ends like one"),
    ],
)
def test_a_change_is_for_the_better_or_worse_only_where_the_lexicon_says(text: str, worth: int) -> None:
    assert max((worth_of(effect) for effect in find_effects(text)), key=abs) == worth


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Working nights has no negative health effects.", "Working nights raises the risk of stroke."),
        ("Green tea is perfectly safe for adults.", "Green tea raises blood pressure, a trial found."),
        ("There is no cognitive benefit to chess.", "Chess improves cognitive function in adults."),
        ("The diet has only a marginal impact on health.", "The diet lowers the risk of diabetes by 30%."),
    ],
    ids=["no harm", "safe", "no such good", "little good"],
)
def test_a_blanket_denial_meets_what_it_denies(a: str, b: str) -> None:
    assert any("says it does" in why for why in reasons(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Green tea is perfectly safe for adults.", "Green tea lowers blood pressure."),
        ("There is no cognitive benefit to chess.", "Chess improves mood in adults."),
        ("Tea is safe in moderation.", "Excessive tea drinking raises blood pressure."),
        ("Green tea is safe for adults.", "Night shifts raise blood pressure."),
    ],
    ids=["a good, not a harm", "another good", "another amount", "another thing"],
)
def test_a_blanket_denial_leaves_alone_what_it_does_not_deny(a: str, b: str) -> None:
    assert not any("says it does" in why for why in reasons(a, b))
