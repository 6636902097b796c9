"""Quantities as intervals on one scale, and how two intervals lie to each other.

Refuses to know what a figure measures: whether two may be compared at all is decided in `figures`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimbook.lexicon import load
from claimbook.model import Quantity

Lie = Literal["equal", "within", "overlap", "disjoint"]

# "about" stands for a tenth either way; two ranges say the same when they share this part of their union
ABOUT = 0.10
SAME_PART = 0.6
_DECIMALS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
_MEASURED = frozenset({"length", "mass", "volume", "speed", "energy", "dose"})
_DAILY = (" per day", " per night")
_COUNTED = frozenset({"count", "year", "decade", "ordinal"})


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold what a figure allows, in base units of `dimension`; an infinite end is open.

    `strict_low`/`strict_high` say that the end itself is excluded ("over 70%"); `vague` that the ends are what readers
    usually take the words to mean ("several days"), `rounded` that they are one number give or take its last digit.
    """

    low: float
    high: float
    dimension: str
    strict_low: bool = False
    strict_high: bool = False
    vague: bool = False
    rounded: bool = False

    @property
    def one_sided(self) -> bool:
        """Tell whether one end is open."""
        return math.isinf(self.low) or math.isinf(self.high)

    @property
    def is_point(self) -> bool:
        """Tell whether this is one value with its tolerance and not a range."""
        return self.high - self.low <= 2.5 * ABOUT * abs(self.high)


def _rounding(quantity: Quantity) -> float:
    """Give half a unit of the last digit written: 0.05 for "7.6%", half a billion for "$3 billion".

    Counts and years are not rounded.
    """
    digits = _DECIMALS.search(quantity.text)
    if quantity.kind in _COUNTED or quantity.bound != "exactly" or quantity.low != quantity.high or not digits:
        return 0.0
    written = float(digits[0].replace(",", "").rstrip(".") or 0)
    scale = abs(quantity.low / written) if quantity.low and written else 1.0
    return float(0.5 * scale * 10 ** -len(digits[1] or ""))


def _spread(quantity: Quantity) -> float:
    if quantity.bound == "about" and quantity.low == quantity.high and quantity.kind not in ("year", "decade"):
        return ABOUT * abs(quantity.low or 0.0)
    return _rounding(quantity)


def _scale(quantity: Quantity) -> tuple[str, float]:
    """Give the dimension of a quantity's unit and the factor into its base unit (days for durations)."""
    unit = (quantity.unit or "").lower()
    if quantity.kind == "duration" and unit.endswith(_DAILY):
        hours = load("vague_durations")["days"].get(unit.partition(" ")[0].removesuffix("s"))
        return ("time a day", float(hours)) if hours else (f"time {unit}", 1.0)
    if quantity.kind == "duration":
        days = load("vague_durations")["days"].get(unit.removesuffix("s"))
        return ("time", float(days)) if days else (f"time {unit}", 1.0)
    if quantity.kind in ("year", "decade"):
        return "year", 1.0
    if quantity.kind in _MEASURED:
        from claimbook.extract.quantities.units import dimension, to_base

        base = to_base(1.0, quantity.unit or "")
        if base is not None:
            return f"{quantity.kind} {dimension(quantity.unit or '')}", base
    if quantity.kind == "count":
        return f"count {_counted().get(unit, unit.removesuffix('s'))}".strip(), 1.0
    return f"{quantity.kind} {unit.removesuffix('s')}".strip(), 1.0


@cache
def _counted() -> dict[str, str]:
    """Give what is counted one name, whichever of several words is used for it ("workers", "employees")."""
    return {word: name for name, words in load("measures")["counted_alike"].items() for word in (name, *words)}


def to_interval(quantity: Quantity) -> Interval | None:
    """Read a quantity as an interval; `None` when nothing is known of its size."""
    if quantity.low is None and quantity.high is None:
        return _typical(quantity) if quantity.kind == "duration" else None
    dimension, factor = _scale(quantity)
    spread = _spread(quantity)
    low = -math.inf if quantity.low is None else (quantity.low - spread) * factor
    high = math.inf if quantity.high is None else (quantity.high + spread) * factor
    if quantity.kind == "decade" and quantity.low == quantity.high:
        high += 9
    strict, rounded = quantity.bound in ("more_than", "less_than"), _rounding(quantity) > 0
    open_high = rounded or (strict and math.isinf(low))
    return Interval(low, high, dimension, strict and math.isinf(high), open_high, rounded=rounded)


@cache
def _amount(word: str) -> tuple[float, float] | None:
    if word[0].isdigit():
        return float(word), float(word)
    low, high = load("vague_durations")["amount"].get(word, (0, 0))
    return (float(low), float(high)) if high else None


def _amounts(words: Sequence[str]) -> list[tuple[float, float]]:
    """Give the amounts right before a unit: one, or two joined by "or" or "to"."""
    last = _amount(words[-1]) if words else None
    joined = last and len(words) > 2 and words[-2] in ("or", "to")
    other = _amount(words[-3]) if joined else None
    return [amount for amount in (other, last) if amount]


def _typical(quantity: Quantity) -> Interval | None:
    """Give the interval readers take a vague duration for: "several days to weeks" is 3 to 28 days."""
    data, words = load("vague_durations"), _WORD.findall(quantity.text.lower())
    ends: list[float] = []
    for at, word in enumerate(words):
        unit = word.removesuffix("s")
        if word in data["words"]:
            low, high, name = data["words"][word]
            ends += [low * data["days"][name], high * data["days"][name]]
        elif unit in data["days"]:
            amounts = _amounts(words[:at]) or [data["bare"][unit]]
            ends += [end * data["days"][unit] for amount in amounts for end in amount]
    return Interval(min(ends), max(ends), "time", vague=True) if ends else None


def _width(a: Interval, b: Interval, end: float) -> float:
    """Give the width of the narrower of two intervals that has one, else how large the figure at their end is."""
    one, other = a.high - a.low, b.high - b.low
    if math.isinf(one) or not one:
        one = other
    if math.isinf(other) or not other:
        other = one
    width = min(one, other)
    return abs(end) if math.isinf(width) or not width else width


def _disjoint(a: Interval, b: Interval) -> bool:
    first, second = (a, b) if (a.low, a.high) <= (b.low, b.high) else (b, a)
    gap = second.low - first.high
    if math.isinf(gap):
        return False
    if abs(gap) <= 1e-6 * _width(a, b, first.high):
        return first.strict_high or second.strict_low
    return gap > 0


def _overlap_part(a: Interval, b: Interval) -> float:
    union = max(a.high, b.high) - min(a.low, b.low)
    return (min(a.high, b.high) - max(a.low, b.low)) / union if union else 1.0


def _close(x: float, y: float) -> bool:
    return x == y or math.isclose(x, y, rel_tol=1e-4)


def _bound_inside(a: Interval, b: Interval) -> bool:
    """Tell whether the one finite bound of `a` falls strictly inside `b`; "at least 5" allows the 5 that `b` rounds."""
    bound = a.high if math.isinf(a.low) else a.low
    allowed = b.rounded and not (a.strict_low or a.strict_high) and _close(bound, (b.low + b.high) / 2)
    return b.low < bound < b.high and not allowed


def lie(a: Interval, b: Interval) -> Lie:
    """Say how two intervals of one dimension lie: equal, one within the other, overlapping otherwise, or disjoint."""
    if _disjoint(a, b):
        return "disjoint"
    if _close(a.low, b.low) and _close(a.high, b.high):
        return "equal" if (a.strict_low, a.strict_high) == (b.strict_low, b.strict_high) else "within"
    if a.one_sided and b.one_sided:
        return "overlap" if math.isinf(a.low) == math.isinf(b.low) else "within"
    if a.one_sided or b.one_sided:
        one, other = (a, b) if a.one_sided else (b, a)
        return "overlap" if _bound_inside(one, other) else "within"
    narrow, wide = sorted((a, b), key=lambda i: i.high - i.low)
    middle = (narrow.low + narrow.high) / 2
    if narrow.is_point and (wide.is_point or wide.low <= middle <= wide.high or _close(middle, wide.high)):
        return "within"
    return "within" if _overlap_part(a, b) >= SAME_PART else "overlap"
