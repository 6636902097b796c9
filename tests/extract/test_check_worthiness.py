from __future__ import annotations

import pytest

from claimbook.extract.check_worthiness import sentence_features, sentence_worth

WORTHY = [
    "We created 3 million jobs in two years.",
    "The deficit doubled to $400 billion under his budget.",
    "Unemployment fell from 9% to 6% last year.",
]
IDLE = ["Thank you very much.", "I think so.", "Well, let me say this."]


@pytest.mark.parametrize("worthy", WORTHY)
@pytest.mark.parametrize("idle", IDLE)
def test_facts_with_figures_outrank_small_talk(worthy: str, idle: str) -> None:
    assert sentence_worth(worthy) > 0.5 > sentence_worth(idle)


def test_stays_between_nought_and_one_and_repeats_itself() -> None:
    for text in ("", "…", "9 " * 5000, "Yes."):
        assert 0 <= sentence_worth(text) <= 1
        assert sentence_worth(text) == sentence_worth(text)


def test_features_can_be_read() -> None:
    found = sentence_features("Taxes rose 4%.")
    assert {"w taxes", "w #", "p taxes rose", "figures at least 1", "has past"} <= found
