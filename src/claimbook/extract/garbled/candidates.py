"""Established terms that two neighbouring words may stand for, each with the weight of what speaks for it.

Refuses pairs that are an established term themselves, and pairs that are common as they stand.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

from claimbook.extract.garbled.store import store
from claimbook.lexicon import load

_KEPT = 6


class Candidate(NamedTuple):
    """An established pair that two words may stand for; the weight is in hundredths."""

    weight: int
    first: int
    second: int


@cache
def model() -> dict[str, Any]:
    """Read the word lists and the threshold."""
    read: dict[str, Any] = load("garbled")
    return {**read, **{name: frozenset(read[name]) for name in ("apart", "determiners", "before_verbs")}}


@cache
def floor() -> int:
    """Give the weight from which a third word can lift a pair to the threshold, in hundredths."""
    return int(model()["threshold"] - model()["third_word"])


@lru_cache(maxsize=1 << 16)
def candidates(first: int, second: int) -> tuple[Candidate, ...]:
    """List the established pairs that two words (by number) may stand for, the likeliest first."""
    data, least = store(), floor()
    seconds = data.origins(second)
    found = []
    for x, (x_weight, _) in data.origins(first).items():
        established = data.seconds(x)
        if x == first and second in established:
            return ()
        for y in established.keys() & seconds.keys():
            weight = x_weight + established[y] + seconds[y][1]
            if weight > least:
                found.append(Candidate(weight, x, y))
    if not found or data.is_common(first, second):
        return ()
    # Ties are broken by the words' numbers, so that the same text gives the same answer everywhere.
    return tuple(sorted(found, key=lambda each: (-each.weight, each.first, each.second))[:_KEPT])
