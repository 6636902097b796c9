"""Established terms that two neighbouring words may stand for.

Refuses pairs that are an established term themselves, and pairs of which only the endings differ.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from claimbook.extract.garbled.store import ITSELF, Store

_KEPT = 6


class Candidate(NamedTuple):
    """An established pair that two words may stand for, and what speaks for it."""

    first: int
    second: int
    features: tuple[float, ...]


FEATURES = (
    "share",
    "first_weight",
    "second_weight",
    "both",
    "strength",
    "coupling",
    "pair_technical",
    "word_technical",
)


def candidates(data: Store, first: str, second: str) -> list[Candidate]:
    """List the established pairs that two words may stand for, the likeliest first; none for an established pair."""
    seconds = data.origins(second)
    found: list[tuple[float, int, int, float, float]] = []
    for x, x_weight in data.origins(first).items():
        established = data.seconds(x)
        for y in established.keys() & seconds.keys():
            if data.is_itself(first, x) and data.is_itself(second, y):
                return []
            likely = established[y].strength + math.log10(x_weight * seconds[y])
            found.append((likely, x, y, x_weight, seconds[y]))
    if not found:
        return []
    # Ties are broken by the words' numbers, so that the same text gives the same answer everywhere.
    found.sort(key=lambda each: (-_rank(data, *each), each[1], each[2]))
    total = math.log10(math.fsum(10 ** each[0] for each in found))
    return [_candidate(data, total, *each) for each in found[:_KEPT]]


def _rank(data: Store, likely: float, x: int, y: int, x_weight: float, y_weight: float) -> float:
    kept = 0.8 if ITSELF in (x_weight, y_weight) else 0.0
    return likely + kept + 0.5 * (data.seconds(x)[y].strength - (data.frequency(x) + data.frequency(y)) / 2)


def _candidate(data: Store, total: float, likely: float, x: int, y: int, x_weight: float, y_weight: float) -> Candidate:
    term = data.seconds(x)[y]
    features = (
        likely - total,
        math.log10(x_weight),
        math.log10(y_weight),
        float(ITSELF not in (x_weight, y_weight)),
        term.strength,
        term.strength + 12 - data.frequency(x) - data.frequency(y),
        term.technical,
        min(data.technical(x), data.technical(y)),
    )
    return Candidate(x, y, features)
