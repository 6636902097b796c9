"""Claims written by hand for the tests of comparison."""

from __future__ import annotations

from typing import Any

from claimbook.model import Claim, Quantity, claim_key


def quantity(text: str, kind: str, low: float | None, high: float | None, bound: str, unit: str | None) -> Quantity:
    return Quantity.model_validate(
        {"text": text, "kind": kind, "low": low, "high": high, "bound": bound, "unit": unit},
    )


def percent(text: str, low: float | None, high: float | None, bound: str = "exactly") -> Quantity:
    return quantity(text, "proportion", low, high, bound, "%")


def time(text: str, low: float | None, high: float | None, unit: str, bound: str = "exactly") -> Quantity:
    return quantity(text, "duration", low, high, bound, unit)


def claim(article: str, quote: str, start: int = 0, **fields: Any) -> Claim:
    data = {"kind": "other", "worth": 2, **fields}
    at = (start, start + len(quote))
    return Claim.model_validate({"id": f"{article}/{claim_key(quote, start)}", "quote": quote, "at": at, **data})
