"""Tell which quantities of a claim are statistics: figures somebody must have counted or measured.

Refuses years, dates, ages, doses, and how long or how often something is done.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from claimbook.lexicon import load
from claimbook.model import Claim, Quantity
from claimbook.rules.cues import compile_cues, has_cue
from claimbook.rules.reading import Reading

# A figure of this size is a statistic whatever is counted: nobody knows ten thousand of anything by looking.
LARGE_COUNT = 10_000
# A sum below this is a price, a wage or a fine: on record somewhere, but counted by nobody.
LARGE_SUM = 1_000_000
_MEASURED = frozenset({"temperature", "length", "mass", "volume", "speed", "energy", "other"})


def statistics(reading: Reading, claim: Claim) -> list[Quantity]:
    """List the quantities of a claim that are statistics, in the order of the claim."""
    if claim.kind == "administration" or has_cue(_pattern("not_a_statistic"), claim.quote):
        return []
    return [
        quantity
        for quantity in claim.quantities
        if is_statistic(quantity) and not _is_exposure(reading.text[span_of(reading, claim, quantity)[1] : claim.end])
    ]


def is_statistic(quantity: Quantity) -> bool:
    """Tell whether a quantity states a share, a ratio, a large sum, a change, or a count of people, studies or many."""
    if (quantity.low is None and quantity.high is None) or has_cue(_pattern("unspecific"), quantity.text):
        return False
    if quantity.kind == "ratio":
        return not has_cue(_pattern("not_a_ratio"), quantity.text)
    if quantity.kind == "count":
        return quantity.trend is not None or _counts_people(quantity) or _size(quantity) >= LARGE_COUNT
    if quantity.kind == "money":
        return _size(quantity) >= LARGE_SUM
    return quantity.kind == "proportion" or (quantity.trend is not None and quantity.kind in _MEASURED)


def span_of(reading: Reading, claim: Claim, quantity: Quantity) -> tuple[int, int]:
    """Give where a quantity stands in the article, the whole quote where its text is not found in it."""
    if quantity.start is not None and quantity.end is not None:
        return quantity.start, quantity.end
    found = reading.text.find(quantity.text, claim.start, claim.end)
    return (found, found + len(quantity.text)) if found >= 0 else claim.at


def names_people(text: str) -> bool:
    """Tell whether one of the words is a person or another counted being or case, in the singular or plural."""
    words = text.lower().replace(",", " ").replace(".", " ").split()
    plain = _words("people")
    irregular = {"people", "children", "men", "women", "wives", "lives", "mice"}
    return any(word in irregular or word.removesuffix("s") in plain or word in plain for word in words)


def _is_exposure(after: str) -> bool:
    """Tell whether a figure says how much of a cause there was ("a 10% cut in hours was linked to …").

    `after` is the rest of the claim behind the figure.
    """
    return has_cue(_pattern("exposure"), after) and not after.lstrip().startswith("of ")


def _counts_people(quantity: Quantity) -> bool:
    words = (quantity.unit or "").lower().split()
    # "a 3-person crew" and "two people" are told, not counted: a handful is no statistic
    return bool(words) and words[-1] in _words("people") and _size(quantity) >= _HANDFUL


def _size(quantity: Quantity) -> float:
    return max(quantity.low or 0, quantity.high or 0)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("statistics")[group].split())


@cache
def _pattern(group: str) -> Any:
    return compile_cues(load("statistics")["patterns"][group])


_HANDFUL = 20
