"""Claims and quantities as the rows of the machine-readable output: keys, their order and their types are a promise."""

from __future__ import annotations

from typing import Any

from claimbook.model import Claim, Quantity


def claim_row(claim: Claim) -> dict[str, Any]:
    """Give a claim as `claimbook extract --format jsonl` prints it."""
    return {
        "article": claim.article,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "kind": claim.kind,
        "topic": claim.topic,
        "population": claim.population,
        "outcome": claim.outcome,
        "direction": claim.direction,
        "quantities": [quantity_row(quantity) for quantity in claim.quantities],
        "certainty": claim.certainty,
        "attribution": claim.attribution.level,
        "condition": claim.condition,
        "worth": claim.worth,
    }


def quantity_row(quantity: Quantity) -> dict[str, Any]:
    """Give a quantity as `extract` and `annotate` print it."""
    return {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "kind": quantity.kind,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "bound": quantity.bound,
        "unit": quantity.unit,
        "trend": quantity.trend,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() and abs(value) < 1e15 else value
