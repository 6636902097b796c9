"""Records that contradict themselves are found, others are left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimbook.evidence.checking import misfits
from claimbook.evidence.nouns import Record
from claimbook.evidence.shelf import load_records


def arms(first: tuple[float, int, int], second: tuple[float, int, int], printed: str | None = None) -> dict[str, Any]:
    named = zip(("tea", "water"), (first, second), strict=True)
    arm, comparison = ({"name": name, "value": v, "count": c, "of": n} for name, (v, c, n) in named)
    return {"unit": "percent", "printed": printed, "arm": arm, "comparison": comparison}


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        ({"value": 40.0, "unit": "percent", "count": 9, "of": 20}, "9 of 20 is 45.0%, printed is 40%"),
        ({"value": 33.33, "unit": "percent", "count": 3, "of": 10}, "3 of 10 is 30.0%, printed is 33.33%"),
        ({"unit": "patients", "count": 21, "of": 20}, "21 of 20 is more than all of them"),
        ({"value": 4.0, "unit": "points", "interval": (5, 7)}, "4 lies outside its interval, 5 to 7"),
        ({"unit": None, "printed": "t(28)=2.20, p=0.2"}, "the test gives p"),
        (arms((50.0, 20, 50), (20.0, 8, 40)), "tea 20 of 50 is 40.0%, printed is 50%"),
        (
            arms((50.0, 20, 60), (20.0, 12, 40)),
            "the sizes of the groups look swapped (20 of 40 is 50%, 12 of 60 is 20%)",
        ),
        (arms((62.0, 31, 70), (30.9, 21, 50), "62.0 vs 30.9"), "look swapped (31 of 50 is 62.0%)"),
    ],
)
def test_misfits(make_record: Callable[..., Record], finding: dict[str, Any], expected: str) -> None:
    found = misfits([make_record(findings=[finding])])
    assert len(found) == 1
    assert expected in str(found[0])


@pytest.mark.parametrize(
    "finding",
    [
        {"value": 45.0, "unit": "percent", "count": 9, "of": 20},
        {"value": 67.0, "unit": "percent", "count": 2, "of": 3},
        {"value": 66.0, "unit": "percent", "count": 2, "of": 3},  # cut off, not rounded
        {"value": 40.0, "unit": "percent", "of": 20},
        {"value": 3.0, "unit": "points", "count": 9, "of": 20},
        {"value": 4.0, "unit": "points", "interval": (3, 7)},
        arms((40.0, 20, 50), (20.0, 8, 40)),
    ],
)
def test_what_fits(make_record: Callable[..., Record], finding: dict[str, Any]) -> None:
    assert misfits([make_record(findings=[finding])]) == []


def test_the_swapped_groups_of_the_shipped_records_are_found_and_nothing_else() -> None:
    found = misfits(load_records(Path(__file__).parents[2]).values())
    assert [(one.record, "look swapped" in one.why) for one in found] == [("abbar-2022-bmj-suicidal-ideation", True)]
