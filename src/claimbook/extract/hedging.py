"""How strongly a sentence hedges, by a linear model over its hedge cues, what stands beside them, and its other words.

Refuses to hear a hedge in a single clause: that is `certainty`, by rule. The weights are data
(`lexicon/hedge_model.tsv`), trained by `scripts/train_hedges.py`; model card: docs/hedge-model.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claimbook.extract.linear import BIAS, points, weights_of
from claimbook.extract.phrases import Cue, by_list
from claimbook.extract.tokens import Tokens

_WHOLE = ("both", "sentence")


def hedge_features(tokens: Tokens, cues: Sequence[Cue]) -> set[str]:
    """Name the hedge cues of a sentence with the words beside them, and all its words and pairs."""
    words = ["^", *("#" if w[0].isdigit() else w for w in tokens.words), "$"]
    found = {f"w {w}" for w in words}
    found.update(f"p {a} {b}" for a, b in pairwise(words))
    hedges = by_list(list(cues)).get("hedges", [])
    for cue in hedges:
        phrase, left, right = " ".join(words[cue.i + 1 : cue.j + 1]), words[cue.i], words[cue.j + 1]
        found |= {f"h {phrase}", f"g {cue.group}", f"left {left}", f"right {right}"}
        found |= {f"{left} < {phrase}", f"{phrase} > {right}"}
    places = {cue.i for cue in hedges if cue.group in _WHOLE}
    return found | {f"hedges at least {n}" for n in (1, 2) if len(places) >= n}


@cache
def _weights() -> dict[str, int]:
    return weights_of("hedge_model")


def hedging(tokens: Tokens, cues: Sequence[Cue]) -> float:
    """Give the weight of evidence that a sentence hedges, in log odds; above 0 it does."""
    weights = _weights()
    return (points(weights, hedge_features(tokens, cues)) + weights[BIAS]) / 1000
