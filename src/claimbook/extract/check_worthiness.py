"""How check-worthy one sentence is, from 0 to 1, by a linear model over its words, cues, spellings and likeness.

Refuses to know a subject: words that only some subject uses weigh nothing they did not earn in the training set. The
weights are data (`lexicon/worth_model.tsv`), trained by `scripts/train_worth.py`; model card: docs/worth-model.md.
"""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimbook.extract.encoder import WIDTH, encoded
from claimbook.extract.linear import BIAS, Spelling, points, weights_of
from claimbook.extract.phrases import Cues
from claimbook.extract.tokens import ING, MODAL, PAST, THIRD, Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LENGTHS = (4, 7, 10, 14, 19, 26, 36)


def sentence_features(text: str) -> set[str]:
    """Name what a sentence is made of: its words and pairs of words, its figures, names, tenses and cues."""
    tokens = Tokens(text)
    words = ["#" if w[0].isdigit() else w for w in tokens.words]
    found = {f"w {w}" for w in words}
    found.update(f"p {a} {b}" for a, b in pairwise(["^", *words, "$"]))
    found.update(f"cue {cue.list} {cue.group}" for cue in Cues(tokens).cues)
    return found | _shape(tokens, words)


def _shape(tokens: Tokens, words: list[str]) -> set[str]:
    out = {f"longer than {n}" for n in _LENGTHS if len(words) > n}
    capitals = sum(1 for k in range(1, len(words)) if tokens.text[tokens.starts[k]].isupper() and words[k] != "i")
    figures = words.count("#")
    out |= {f"capitals at least {n}" for n in (1, 2, 4) if capitals >= n}
    out |= {f"figures at least {n}" for n in (1, 2, 3) if figures >= n}
    for name, tag in (("modal", MODAL), ("past", PAST), ("third", THIRD), ("ing", ING)):
        if any(t & tag for t in tokens.tags):
            out.add(f"has {name}")
    return out


class _Model(NamedTuple):
    """Hold the weights: of named features, of spellings, and of the encoder's numbers in their order."""

    named: dict[str, int]
    spelling: Spelling
    likeness: NDArray[np.float64]


@cache
def _model() -> _Model:
    import numpy as np

    weights = weights_of("worth_model")
    numbers = [weights.pop(f"e {n}") for n in range(WIDTH)]
    return _Model(weights, Spelling(weights), np.array(numbers, dtype=np.float64))


def sentence_worth(text: str) -> float:
    """Give how check-worthy a sentence is, 0 to 1; 0.5 is the model's even chance."""
    model = _model()
    found = sentence_features(text)
    total, count = model.spelling.points(text)
    # a long sentence has more of everything, so each family of features counts by the root of how many there are
    score = points(model.named, found) / math.sqrt(len(found) or 1) + total / math.sqrt(count or 1)
    # whole thousandths, so that how a machine adds up does not show
    score += round(float(model.likeness @ encoded(text))) + model.named[BIAS]
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score / 1000))))
