"""Headings that say what is so are claims; labels, questions and orders are not."""

import pytest

from claimbook.extract import extract_claims

BELOW = "\n\nThe council opened the line in 2019. It has 14 stops.\n"


@pytest.mark.parametrize(
    ("heading", "claimed"),
    [
        ("Trams are much cheaper than buses", True),
        ("Electric cars are better for the environment", True),
        ("A short nap is no cure for tiredness", True),
        ("Coffee prevents most headaches", True),
        ("Costs and savings of trams", False),
        ("What trams are good for", False),
        ("How trams can help", False),
        ("Are trams cheaper than buses", False),
        ("Trams are quiet?", False),
        ("The quiet ones", False),
    ],
)
def test_a_heading_is_a_claim_if_it_states_something(heading: str, claimed: bool) -> None:
    quotes = [claim.quote for claim in extract_claims("a", f"# {heading}{BELOW}")]
    assert (heading in quotes) is claimed
    assert any("2019" in quote for quote in quotes)
