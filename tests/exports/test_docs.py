"""docs/exports.md and docs/evidence-look-up.md say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimbook.evidence.lookup import settings
from claimbook.exports import EXPORTS
from claimbook.exports.claimreview import _RATINGS, _WORDS
from claimbook.exports.tables import TABLES

DOCS = Path(__file__).parents[2] / "docs"
EXPORTS_PAGE = (DOCS / "exports.md").read_text(encoding="utf-8")
LOOK_UP_PAGE = (DOCS / "evidence-look-up.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_is_described(table):
    columns = " · ".join(name for name, _ in table.columns)
    assert f"| `{table.name}` | {table.what} | {columns} |" in EXPORTS_PAGE


def test_every_format_is_described():
    assert set(re.findall(r"^\| `([a-z]+)` \| (?:`|one per)", EXPORTS_PAGE, re.MULTILINE)) == set(EXPORTS)


@pytest.mark.parametrize(("verdict", "words"), _WORDS.items())
def test_every_rating_is_described(verdict, words):
    assert re.search(rf"^\| {verdict} \| {_RATINGS.get(verdict, 'none')}\b.*\| {words} \|$", EXPORTS_PAGE, re.MULTILINE)


def test_every_variable_is_described():
    source = Path(settings.__file__).read_text(encoding="utf-8")
    read = set(re.findall(r'"((?:[A-Z]+_)*[A-Z]+)"', source)) - {"XDG_CACHE_HOME"}
    assert {f"CLAIMBOOK_{name}" for name in read} == set(
        re.findall(r"^\| `(CLAIMBOOK_\w+)`", LOOK_UP_PAGE, re.MULTILINE)
    )


def test_the_limits_told_are_the_limits_held():
    held = settings.Settings()
    for told in (
        f"{held.timeout:.0f} seconds to wait for anything, {held.deadline:.0f} for a whole answer",
        f"{held.max_bytes // 1024 // 1024} MB at most",
        f"Up to {held.attempts} tries",
        f"more than {held.longest_wait:.0f} seconds is left alone",
        f"at most {held.max_redirects}, to http and https",
        f"for {held.max_age / settings.DAY:.0f} days when adding",
    ):
        assert told in LOOK_UP_PAGE
