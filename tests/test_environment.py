"""pyproject.toml, the locks and environment.yml name one and the same environment."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).parent.parent


def _lock_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lock", ROOT / "scripts/lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LOCK = _lock_script()


def test_environment_yml_is_what_the_lock_script_writes() -> None:
    assert (ROOT / "environment.yml").read_text(encoding="utf-8") == LOCK.environment()


def test_environment_yml_names_every_dependency_at_its_locked_version() -> None:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pip = next(entry["pip"] for entry in listed if isinstance(entry, dict))
    conda = [entry for entry in listed if isinstance(entry, str)]
    assert pip[-1] == "-e ."
    named = dict(re.split("==?", entry) for entry in [*conda, *pip] if "=" in entry and ">" not in entry)
    pins = LOCK.pins(ROOT / "requirements.lock")
    wanted = {name: pins[LOCK.normal(name)] for name in [*LOCK.requirements(), "hatchling"]}
    assert named == wanted


def test_conda_specs_are_well_formed() -> None:
    rattler = pytest.importorskip("rattler")
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    for spec in (entry for entry in listed if isinstance(entry, str)):
        assert rattler.MatchSpec(spec, strict=True).name is not None


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_have_hashes_and_no_index_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--index|--find-links|file:", text)
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if block)


def test_the_tests_run_on_the_versions_the_review_runs_on() -> None:
    run, dev = (LOCK.pins(ROOT / name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert {name: dev.get(name) for name in run} == run


def test_the_lock_satisfies_pyproject() -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = LOCK.pins(ROOT / "requirements.lock")
    for line in project["dependencies"]:
        requirement = Requirement(line)
        assert requirement.specifier.contains(pins[LOCK.normal(requirement.name)]), line
