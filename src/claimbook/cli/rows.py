"""Claims and quantities as the rows of the machine-readable output: keys, their order and their types are a promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimbook.model import Claim, Quantity


def claim_row(claim: Claim) -> dict[str, Any]:
    """Give a claim as `claimbook extract --format jsonl` prints it."""
    return fields_row(claim.article, vars(claim))


def fields_row(article: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give a claim of an article, told by its fields, as `claimbook extract --format jsonl` prints it."""
    start, end = fields["at"]
    return {
        "article": article,
        "start": start,
        "end": end,
        "quote": fields["quote"],
        "kind": fields["kind"],
        "topic": fields["topic"],
        "population": fields["population"],
        "outcome": fields["outcome"],
        "direction": fields["direction"],
        "quantities": [quantity_row(quantity) for quantity in fields["quantities"]],
        "certainty": fields["certainty"],
        "attribution": fields["attribution"].level,
        "condition": fields["condition"],
        "worth": fields["worth"],
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
