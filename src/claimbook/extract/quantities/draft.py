"""A quantity before its text is cut out."""

from __future__ import annotations

from typing import NamedTuple

from claimbook.model import Bound, QuantityKind, Trend


class Draft(NamedTuple):
    """Hold what a quantity will say, and its tokens `[start, end)`."""

    low: float | None
    high: float | None
    bound: Bound
    kind: QuantityKind
    unit: str | None
    start: int
    end: int
    trend: Trend | None = None
