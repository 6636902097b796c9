"""Linear models over named features, read from `lexicon/<name>.tsv`: one feature and its weight a line.

Refuses floating-point sums over sets: weights are whole thousandths, so a score never depends on their order.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

from claimbook import lexicon

BIAS = "(bias)"
_LONGEST_CHUNK = 40
_MOST_KEPT = 50_000


@cache
def weights_of(name: str) -> dict[str, int]:
    """Read the weights of a model once, in thousandths by feature; the first lines, up to the bias, are remarks."""
    text = resources.files(lexicon).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = text[text.index(f"\n{BIAS}\t") + 1 :].splitlines()
    return {feature: int(weight) for feature, _, weight in (row.rpartition("\t") for row in rows)}


def points(weights: dict[str, int], features: Iterable[str]) -> int:
    """Add up the weights of features, in thousandths; one the model does not know weighs nothing."""
    return sum([weights.get(feature, 0) for feature in features])


def spellings(chunk: str) -> list[str]:
    """Give the runs of 2 to 5 characters of a word between spaces, each once; of a very long one, of its beginning."""
    padded = f" {chunk[:_LONGEST_CHUNK]} "
    runs = {padded[i : i + n] for n in range(2, 6) for i in range(len(padded) - n + 1)}
    return [f"c {run}" for run in sorted(runs)]


class Spelling:
    """Add up the weights of the spellings of words, each word looked at once."""

    def __init__(self, weights: dict[str, int]) -> None:
        self._weights = weights
        self._known: dict[str, tuple[int, int]] = {}

    def points(self, text: str) -> tuple[int, int]:
        """Give the sum of the weights of a text's distinct words, in thousandths, and how many runs it has."""
        total = count = 0
        for chunk in set(text.split()):
            known = self._known.get(chunk)
            if known is None:
                if len(self._known) >= _MOST_KEPT:
                    self._known.clear()
                runs = spellings(chunk)
                known = self._known[chunk] = (points(self._weights, runs), len(runs))
            total += known[0]
            count += known[1]
        return total, count
