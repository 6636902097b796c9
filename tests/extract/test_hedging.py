from __future__ import annotations

import pytest

from claimbook.extract.hedging import hedge_features, hedging
from claimbook.extract.phrases import Cues
from claimbook.extract.tokens import Tokens


def _hedging(text: str) -> float:
    tokens = Tokens(text)
    return hedging(tokens, Cues(tokens).cues)


@pytest.mark.parametrize(
    "text",
    [
        "The new tram line may open before the summer.",
        "Researchers think that the bridge was built earlier.",
        "Rents are likely to rise again next year.",
        "The results suggest that the vaccine lasts longer.",
        "It is possible that the phone overheated.",
    ],
)
def test_hears_a_hedge(text: str) -> None:
    assert _hedging(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened in 1932.",
        "In May the council raised the tax by 4%.",
        "The team could not find a sponsor.",
        "Solar panels turn sunlight into electricity.",
        "",
    ],
)
def test_hears_none_where_none_is(text: str) -> None:
    assert _hedging(text) < 0


def test_features_name_the_cue_and_its_neighbours() -> None:
    tokens = Tokens("Prices may fall")
    found = hedge_features(tokens, Cues(tokens).cues)
    assert {"h may", "g both", "left prices", "right fall", "prices < may", "may > fall", "p ^ prices"} <= found
    assert "hedges at least 1" in found
    assert "hedges at least 2" not in found
