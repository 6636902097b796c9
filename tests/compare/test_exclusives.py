"""What is said to be the only one of its kind, and another that is named."""

import pytest

from claimbook.compare.relating import relate

ONLY = "The only sound that a glider makes comes from the wind"


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("A glider gives off a high sound when its brakes are out", "tension"),
        ("The only sound that a glider makes comes from its brakes", None),
        ("The wind makes a loud sound around a glider", None),
        ("A glider makes no sound", None),
        ("A bell gives off a high sound", None),
    ],
    ids=["another one", "only as well", "the one that is named", "none", "another thing"],
)
def test_only_one_leaves_no_other(other: str, relation: str | None) -> None:
    for found in (relate(ONLY, other), relate(other, ONLY)):
        assert found.relation == relation if relation else "leaves no other" not in found.why


def test_the_only_way_is_no_kind_of_thing() -> None:
    assert (
        "leaves no other"
        not in relate("The only way to the island is by boat", "One way to the island is a bridge").why
    )
