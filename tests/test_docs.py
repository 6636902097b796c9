"""The documents agree with what is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(path for path in ROOT.rglob("*.md") if not {".venv", "build", "node_modules"} & set(path.parts))


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_relative_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), target


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\((\d{4}-[^)]+)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("0*.md")}


def test_the_makefile_has_what_the_readme_and_its_help_promise() -> None:
    help_text = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("review", "test", "lab", "charts", "notebooks", "help"):
        assert f"make {target} " in help_text


def test_nothing_in_the_source_knows_what_the_shipped_review_is_about() -> None:
    subject = re.compile(r"ketamine|anxiety|depress|glutamate|nmda|suicid|anesthe|veterinar", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "src").rglob("*"))
        if path.suffix in {".py", ".yaml", ".md"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if subject.search(line)
    ]
    assert found == []


def test_no_module_is_two_rooms_in_one() -> None:
    long = [path.name for path in (ROOT / "src").rglob("*.py") if path.read_text(encoding="utf-8").count("\n") > 400]
    assert long == []
