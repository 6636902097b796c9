"""What is valid in each noun."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from claimbook.model import Article, Attribution, Claim, ClaimReview, Quantity, Topic, claim_key

CLAIM: dict[str, Any] = {"id": "bees/abc234", "quote": "Bees sleep", "at": (4, 14), "kind": "other", "worth": 1}


def test_a_claim_knows_its_article_and_place() -> None:
    claim = Claim(**CLAIM)
    assert (claim.article, claim.start, claim.end, claim.decided) == ("bees", 4, 14, False)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"at": (4, 15)}, "spans 11 characters"),
        ({"at": (-1, 9)}, "greater than or equal to 0"),
        ({"id": "bees"}, "article/key"),
        ({"worth": 4}, "less than or equal to 3"),
        ({"kind": "rumour"}, "Input should be"),
        ({"colour": "red"}, "Extra inputs"),
        ({"quote": "", "at": (4, 4)}, "at least 1 character"),
    ],
    ids=["span", "negative", "id", "worth", "kind", "unknown key", "empty"],
)
def test_a_claim_that_cannot_be_is_refused(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Claim(**{**CLAIM, **changed})


def test_an_interval_does_not_run_backwards() -> None:
    with pytest.raises(ValidationError, match="low 5 is above high 3"):
        Quantity(text="5 to 3", kind="count", low=5, high=3, bound="range", unit=None)


def test_attribution_is_worded_except_at_level_none() -> None:
    for level, text in (("vague", None), ("none", "experts say")):
        with pytest.raises(ValidationError, match="null at level none"):
            Attribution(level=level, text=text)


def test_a_decision_is_signed() -> None:
    with pytest.raises(ValidationError, match="who decided"):
        ClaimReview(status="accepted")
    with pytest.raises(ValidationError):
        ClaimReview(status="accepted", by="ana", on="2025-02-30")


def test_opposed_positions_must_exist() -> None:
    with pytest.raises(ValidationError, match="not one of the positions"):
        Topic(
            id="t",
            question="Do bees sleep?",
            positions={"yes": ("sleep",)},
            opposed=({"a": "yes", "b": "no", "relation": "contradict", "why": "one says no"},),
        )


def test_article_ids_are_plain() -> None:
    with pytest.raises(ValidationError, match="lower-case letters"):
        Article(
            id="Über Bienen", title=None, publisher=None, url=None, published=None, text="x", sha256="0" * 64,
            interests=None,
        )  # fmt: skip


@pytest.mark.parametrize("occurrence", [0, 1, 12])
def test_keys_are_six_plain_characters(occurrence: int) -> None:
    key = claim_key("Bees sleep", occurrence)
    assert len(key) == 6
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_the_same_quote_gives_the_same_key_on_every_machine() -> None:
    assert claim_key("Bees sleep") == "mswbm4"
    assert claim_key("Bees sleep") != claim_key("Bees sleep", 1)


@pytest.mark.parametrize(
    "said",
    [
        {"status": "accepted", "by": "ana", "seconded": [{"by": "ana"}]},
        {"status": "accepted", "by": "ana", "seconded": [{"by": "bo"}, {"by": "bo"}]},
        {"status": "proposed", "seconded": [{"by": "bo"}]},
        {"status": "accepted", "by": "ana", "seconded": [{"by": ""}]},
    ],
)
def test_only_other_people_second_a_decision(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ClaimReview.model_validate(said)


def test_two_others_may_second_a_decision() -> None:
    said = {"status": "accepted", "by": "ana", "seconded": [{"by": "bo", "on": "2026-01-02"}, {"by": "cy"}]}
    assert [one.by for one in ClaimReview.model_validate(said).seconded] == ["bo", "cy"]
