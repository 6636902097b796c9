"""A small review about tea, with evidence, built in a temporary folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimbook.evidence.nouns import Assessment, Record

TEXT = "Green tea lowers blood pressure in 80% of people. In 2003 Oslo doctors proved it. It is drunk in Asia.\n"
RECORD = """\
id: {id}
design: {design}
title: Tea and pressure
authors: Moe K, Berg A
year: 2003
published_in: Journal of Tea 4:1-9
doi: {doi}
pmid: null
population: 90 adults
intervention: green tea
comparator: water
n: 90
n_studies: null
findings: {findings}
summary: Pressure fell a little.
limits: Small.
funding: null
risk_of_bias: null
read:
  how_much: {read}
  at: https://example.org/tea
  on: 2026-01-02
"""
ASSESSMENTS = """\
article: tea
assessments:
- claim: tea/aaaaaa
  verdict: partly supports
  supporting: [moe-2003]
  why: Half of the people in one trial.
  by: Ada
  on: 2026-01-03
"""


def record_yaml(**values: str) -> str:
    given = {"id": "moe-2003", "design": "randomised trial", "doi": "null", "findings": "[]", "read": "abstract"}
    return RECORD.format(**{**given, **values})


def _claim(key: str, quote: str) -> str:
    start = TEXT.index(quote)
    return f"- {{id: tea/{key}, quote: {quote}, at: [{start}, {start + len(quote)}], kind: other, worth: 3}}\n"


@pytest.fixture
def review_path(tmp_path: Path) -> Path:
    """Build the review: one article, three claims, one record, one assessment."""
    root = tmp_path / "tea"
    (root / "claims" / "articles").mkdir(parents=True)
    (root / "claims" / "articles" / "tea.txt").write_text(TEXT)
    checksum = hashlib.sha256(TEXT.encode()).hexdigest()
    article = (
        "article: {id: tea, title: null, publisher: null, url: null, published: null, text: articles/tea.txt, "
        f"sha256: {checksum}, interests: null}}\nclaims:\n"
    )
    claims = (
        _claim("aaaaaa", "Green tea lowers blood pressure in 80% of people")
        + _claim("bbbbbb", "In 2003 Oslo doctors proved it")
        + _claim("cccccc", "It is drunk in Asia")
    )
    (root / "claims" / "tea.yaml").write_text(article + claims)
    for folder in ("records", "assessments"):
        (root / "evidence" / folder).mkdir(parents=True)
    (root / "evidence" / "records" / "moe-2003.yaml").write_text(record_yaml())
    (root / "evidence" / "assessments" / "tea.yaml").write_text(ASSESSMENTS)
    return root


@pytest.fixture
def make_record() -> Callable[..., Record]:
    """Build a record, unknown where nothing is given."""

    def _make(**values: Any) -> Record:
        empty = dict.fromkeys(name for name, field in Record.model_fields.items() if field.is_required())
        read = {"how_much": values.pop("read", "abstract"), "at": None, "on": None}
        known = ("outcome", "measure", "value", "unit", "timepoint")
        findings = [{**dict.fromkeys(known), "outcome": "sleep", **one} for one in values.pop("findings", [])]
        return Record.model_validate({**empty, "id": "a", **values, "findings": findings, "read": read})

    return _make


@pytest.fixture
def make_assessment() -> Callable[..., Assessment]:
    """Build an assessment of one claim by Ada."""

    def _make(verdict: str, **values: Any) -> Assessment:
        return Assessment.model_validate({"claim": "x/a", "verdict": verdict, "why": "so", "by": "Ada", **values})

    return _make
