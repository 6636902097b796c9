"""Sums: a figure that follows from others, one that cannot, and pairs where nothing is to be added up."""

import pytest

from claimbook.compare.arithmetic import find_sum
from claimbook.compare.relating import relate


@pytest.mark.parametrize(
    ("numbers", "wanted", "shown"),
    [
        pytest.param([12, 8], 20, "12 + 8", id="sum"),
        pytest.param([12, 8], 4, "12 − 8", id="difference"),
        pytest.param([9, 6, 7], 8, "9 + 6 − 7", id="sum and difference"),
        pytest.param([14, 6], 84, "14 × 6", id="product"),
        pytest.param([90, 40], 2.25, "90 ÷ 40", id="share"),
        pytest.param([100, 3], 33.3, "100 ÷ 3", id="share rounded to one decimal"),
        pytest.param([24, 14, 2, 3], 90, "24 × 2 + 14 × 3", id="two products"),
        pytest.param([12, 8], 21, None, id="nothing gives it"),
    ],
)
def test_the_shortest_sum_is_given(numbers: list[float], wanted: float, shown: str | None) -> None:
    assert find_sum(numbers, wanted) == shown


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(
            "The depot had 40 buses and bought 15 more buses", "The depot runs 55 buses", "agree", id="follows"
        ),
        pytest.param(
            "The depot had 40 buses and sold 15 buses", "26 buses are left at the depot", "contradict", id="wrong"
        ),
        pytest.param(
            "The town planted 120 oaks and 80 elms", "In total 190 oaks and elms were planted", "contradict", id="total"
        ),
        pytest.param(
            "Each of the 12 wards has 30 beds", "The wards hold 360 beds", "agree", id="so many each"
        ),
        pytest.param(
            "We asked 900 drivers in 14 towns", "The fee for drivers is 25 euros", "not_comparable", id="no sum asked"
        ),
        pytest.param(
            "Turnout was 61% and then 66%", "Turnout was 127% in total", "not_comparable", id="shares are not added"
        ),
    ],
)  # fmt: skip
def test_two_texts_are_reckoned_up(a: str, b: str, relation: str) -> None:
    assert relate(a, b).relation == relation


def test_the_reason_names_the_sum() -> None:
    verdict = relate("The library lent 70 films and 130 books", "The library lent 200 films and books in all")
    assert (verdict.relation, verdict.why) == ("agree", "200 follows: 70 + 130")
