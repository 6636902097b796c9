"""Rankings and answers: what cannot both be true, and what only looks like it."""

import pytest

from claimbook.compare.relating import relate


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Rowing burns more calories than cycling", "Cycling burns more calories than rowing", "contradict"),
        ("Heat pumps are cheaper than gas boilers", "Gas boilers are cheaper than heat pumps", "contradict"),
        ("Oak floors last longer than pine floors", "Oak floors do not last longer than pine floors", "contradict"),
        ("Trams are faster than buses", "Buses are slower than trams", None),
        ("Trams are faster than buses", "Buses are cheaper than trams", None),
        ("Trams are faster than buses", "Trams are faster than walking", None),
        ("Rain water is cleaner than river water", "River water is as clean as rain water", "contradict"),
        ("Rain water is cleaner than river water", "River water is as cheap as rain water", None),
        ("Rain water is as clean as river water", "River water is as clean as rain water", None),
        ("The tram is the cheapest and quickest way into town", "The ferry is quicker than the tram", "tension"),
        ("The tram is the quickest way into town", "The tram is quicker than the ferry", None),
        ("The tram is not the quickest way into town", "The ferry is quicker than the tram", None),
    ],
)
def test_rankings(a: str, b: str, relation: str | None) -> None:
    found = relate(a, b).relation
    assert found == relation if relation else found not in ("contradict", "tension")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The zip was invented by a Swede", "The zip was invented by two Chicago tailors", "contradict"),
        ("The tunnel was originally built for coal", "The tunnel was first used for mail trains", "tension"),
        ("Quinoa originated in Peru", "Quinoa originated in Bolivia", "tension"),
        ("The zip was invented by a Swede", "The zip was invented by a Swede from Malmö", None),
        ("The zip was invented by a Swede", "The button was invented by two tailors", None),
        ("The zip was not invented by a Swede", "The zip was invented by two tailors", None),
    ],
)
def test_answers(a: str, b: str, relation: str | None) -> None:
    found = relate(a, b)
    assert found.relation == relation if relation else "one question" not in found.why
