"""Statistics computed again: a share from its counts, an interval for it, a p value from its test, a mean from its sum.

Refuses to correct a source: what is printed stays, and what does not fit is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import Any

import re2

from claimbook.lexicon import load

Span = tuple[int, int]
_AROUND = 60  # code points beside a mean in which it says of what
# How a test is printed: "t(28) = 2.20, p = .036", "F(2, 45) = 3.5, p < 0.05", "F9,115=2.6, p=0.01", "χ2(1, N = 90) = …"
_TEST = (
    r"(\b[tFrzZ]|χ2|χ²|X2|chi2|[Cc]hi-square[d]?)\s?"
    r"(?:\(?\s?(\d{1,6}(?:\.\d{1,3})?)(?:\s?,\s?(?:[Nn]\s?=\s?\d{1,7}|(\d{1,6}(?:\.\d{1,3})?)))?\s?\)?)?"
    r"\s?=\s?([-−–]?\d{0,6}(?:\.\d{1,6})?)\s?[,;]\s?[pP]\s?([=<>])\s?([01]?\.\d{1,10}|[01])"
)
_MEAN = (
    r"\b(?:M|[Mm]ean(?: (?:score|rating|number))?)\s?(?:=|of)\s?(\d{1,4}\.\d{1,3})\b[^;()]{0,60}?"
    r"\b[nN]\s?=\s?(\d{1,4})\b"
)


@dataclass(frozen=True)
class Inconsistency:
    """Say what does not fit, where in the text it stands, and whether it is sure (`False`: under an assumption)."""

    span: Span
    why: str
    sure: bool = True


def wilson(count: float, of: int, level: float = 0.95) -> tuple[float, float]:
    """Give Wilson's interval of a share, in percent (Wilson 1927). `count` may be a share times `of`, so not whole.

    Raises ValueError where the count is not among 0 to `of`.
    """
    if not 0 <= count <= of or of < 1:
        raise ValueError(f"{count:g} of {of} is no share")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, square = count / of, z * z
    centre = share + square / (2 * of)
    reach = z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = ((centre + way * reach) / (1 + square / of) for way in (-1, 1))
    return 100 * max(0.0, low), 100 * min(1.0, high)


def decimals(number: str) -> int:
    """Count the digits behind the point of a printed figure."""
    return len(number.partition(".")[2])


def rounds_to(exact: float, printed: float, digits: int) -> bool:
    """Tell whether a figure, rounded or cut off to `digits` behind the point, can be printed so."""
    step = 10.0**-digits
    return abs(exact - printed) <= step / 2 + 1e-9 or 0 <= abs(exact) - abs(printed) < step - 1e-9


def mean_is_possible(mean: str, n: int) -> bool:
    """Tell by the GRIM test whether `n` whole numbers can have this printed mean (Brown and Heathers 2016)."""
    digits = decimals(mean)
    total = round(float(mean) * n)
    return any(abs((total + way) / n - float(mean)) <= 0.5 * 10.0**-digits + 1e-9 for way in (-1, 0, 1))


def inconsistencies(text: str) -> Iterator[Inconsistency]:
    """Find test statistics whose p value does not follow from them, and means no whole numbers can have."""
    for match in _pattern(_TEST).finditer(text):
        why = _p_value_misfit(match)
        if why:
            yield Inconsistency(match.span(), why)
    for match in _pattern(_MEAN).finditer(text):
        mean, n = match.group(1), int(match.group(2))
        if n and not mean_is_possible(mean, n) and _averages_whole_numbers(text, match.span()):
            yield Inconsistency(match.span(), f"no {n} whole numbers have the mean {mean} (GRIM test)", sure=False)


def _averages_whole_numbers(text: str, span: Span) -> bool:
    """Tell whether the words around a mean say that scores or counts were averaged, not times or weights."""
    around = text[max(0, span[0] - _AROUND) : span[1] + _AROUND]
    return any(word in _whole_numbers() for word in around.lower().replace("(", " ").replace(",", " ").split())


def p_range(name: str, value: str, first: float | None, second: float | None) -> tuple[float, float] | None:
    """Give the two-sided p values a printed test statistic allows, its rounding included; `None` if it has none."""
    number = float(value.replace("−", "-").replace("–", "-"))
    half = 0.5 * 10.0 ** -decimals(value)
    size = abs(number)
    ends = [_p_value(name, max(0.0, size - half), first, second), _p_value(name, size + half, first, second)]
    known = [end for end in ends if end is not None]
    return (min(known), max(known)) if len(known) == 2 else None


def _p_value_misfit(match: Any) -> str:
    # the groups by their order: asking re2 for each by name takes ten times as long as finding them
    name, first, second, value, sign, printed = match.groups()
    if not any(character.isdigit() for character in value) or (name == "r" and "(" not in match.group()):
        return ""  # r2 is a square
    allowed = p_range(name, value, float(first) if first else None, float(second) if second else None)
    if allowed is None or _p_fits(allowed, sign, printed):
        return ""
    # A one-sided test halves p, and many papers do not say which was used.
    halved = (allowed[0] / 2, allowed[1] / 2)
    if name in ("t", "z", "Z", "r") and _p_fits(halved, sign, printed):
        return ""
    return f"the test gives p = {_shown(allowed)}, printed is p {sign} {printed}"


def _p_fits(allowed: Span | tuple[float, float], sign: str, printed: str) -> bool:
    low, high = allowed
    p = float(printed)
    if sign == "<":
        return low < p
    if sign == ">":
        return high > p
    half = 0.5 * 10.0 ** -decimals(printed)
    return low <= p + half + 1e-12 and high >= p - half - 1e-12


def _shown(allowed: tuple[float, float]) -> str:
    low, high = (f"{end:.2g}" for end in allowed)
    return low if low == high else f"{low} to {high}"


def _p_value(name: str, size: float, first: float | None, second: float | None) -> float | None:
    from scipy import special

    if name in ("z", "Z"):
        return 2 * (1 - NormalDist().cdf(size)) if first is None else None
    if not first:
        return None
    if name == "t":
        return float(2 * special.stdtr(first, -size))
    if name == "F":
        return float(special.fdtrc(first, second, size)) if second else None
    if name == "r":
        return float(2 * special.stdtr(first, -size * math.sqrt(first / (1 - size * size)))) if size < 1 else None
    return float(special.chdtrc(first, size))


@cache
def _whole_numbers() -> frozenset[str]:
    return frozenset(load("whole_numbers")["words"].split())


@cache
def _pattern(pattern: str) -> Any:
    return re2.compile(pattern)
