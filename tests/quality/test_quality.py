"""The gate on quality: floors can only be missed loudly, raised in one go, and lowered for a reason."""

from __future__ import annotations

import copy
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def quality() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality", ROOT / "scripts" / "quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FLOORS: dict[str, Any] = {
    "sets": {"trains": {"sha256": "ab", "seen": "not read", "floors": {"F1": 0.8}, "ceilings": {"alarms": 1.0}}}
}


def scored(f1: float, alarms: float, sha256: str = "ab") -> dict[str, Any]:
    return {"trains": {"sha256": sha256, "metrics": {"F1": f1, "alarms": alarms}}}


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        (scored(0.8, 1.0), []),
        (scored(0.79, 1.0), ["trains.F1: 0.79 is below the floor 0.8"]),
        (scored(0.9, 1.1), ["trains.alarms: 1.1 is above the ceiling 1.0"]),
        (scored(0.9, 0, "cd"), ["trains: the data is not the data the floors were pinned on"]),
        ({}, ["trains: not scored, its data is missing"]),
    ],
    ids=["held", "below", "above", "other data", "no data"],
)
def test_missed_floors_are_named(quality: ModuleType, measured: dict[str, Any], said: list[str]) -> None:
    assert quality.missed(measured, FLOORS) == said


def test_raising_never_makes_a_floor_laxer(quality: ModuleType) -> None:
    up = quality.raised(scored(0.9, 2.0, "cd"), copy.deepcopy(FLOORS))["sets"]["trains"]
    assert (up["floors"], up["ceilings"], up["sha256"]) == ({"F1": 0.9}, {"alarms": 1.0}, "cd")


def test_lowering_keeps_its_reason(quality: ModuleType) -> None:
    down = quality.lowered(scored(0.7, 0.5), copy.deepcopy(FLOORS), "trains.F1", "the set was corrected")
    assert down["sets"]["trains"]["floors"] == {"F1": 0.7}
    assert down["lowered"] == [{"what": "trains.F1", "from": 0.8, "to": 0.7, "reason": "the set was corrected"}]
    with pytest.raises(SystemExit, match="no floor is named"):
        quality.lowered(scored(0.7, 0.5), copy.deepcopy(FLOORS), "trains.F2", "why not")


def test_answers_of_any_shape_become_numbers(quality: ModuleType) -> None:
    answer = {"a": {"F1": 0.51234}, "found": "3/4", "none": "0/0", "missed": [1], "right": 1}
    assert dict(quality.flat(answer)) == {"a.F1": 0.512, "found": 0.75, "right": 1.0}


def test_every_pinned_metric_stands_in_the_page() -> None:
    sets = yaml.safe_load((ROOT / "tests" / "quality" / "floors.yaml").read_text(encoding="utf-8"))["sets"]
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    for name, pinned in sets.items():
        assert len(pinned["sha256"]) == 64, name
        for metric in [*pinned.get("floors", {}), *pinned.get("ceilings", {})]:
            assert f"| {name} | {metric} | " in page


def test_without_the_open_sets_it_says_could_not_check(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "quality.py"],
        env={**os.environ, "CLAIMBOOK_BENCHMARKS": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "could not check" in done.stdout


def test_the_floors_file_keeps_its_opening_comments_and_stays_what_it_was(quality: ModuleType) -> None:
    before = quality.FLOORS.read_text(encoding="utf-8")
    after = quality.pinned_text(before, yaml.safe_load(before))
    assert yaml.safe_load(after) == yaml.safe_load(before)
    comments = [line for line in before.splitlines() if line.startswith("#")]
    assert after.splitlines()[: len(comments)] == comments
    assert len(comments) > 1
