"""Shares of people left unnamed, changes told far from their figure, initials, and orders that tell an amount."""

import pytest

from claimbook.extract import extract_claims
from claimbook.extract.quantities import find_quantities


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(q.text, q.kind, q.trend) for q in find_quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("About a quarter own a kayak.", [("About a quarter", "proportion", None)]),
        ("A third were late.", [("A third", "proportion", None)]),
        ("Two canoes sank and a third was towed.", [("Two canoes", "count", None)]),
        ("They found a third use for it.", []),
        (
            "Smoke raises the odds of an early fever in older sheep by half.",
            [("half", "proportion", "up")],
        ),
        ("Ewes cost £270 a year after leaving the farm.", [("£270 a year", "money", None)]),
        ("It was sold in 44 U.S. states.", []),
    ],
)
def test_read(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Expect to pay roughly £13,000 for a kiln.", True),
        ("Allow about a week for the glaze.", True),
        ("Buy three tins of glaze.", False),
    ],
)
def test_an_order_that_tells_an_amount_is_a_claim(text: str, taken: bool) -> None:
    assert bool(extract_claims("kiln", f"Kilns\n\n{text}\n")) is taken


def test_people_with_low_levels_are_named_whole() -> None:
    (claim,) = extract_claims("iron", "In people with low levels, iron reduced falls by 16 per cent.")
    assert claim.population == "people with low levels"
