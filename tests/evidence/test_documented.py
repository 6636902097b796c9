"""The page about evidence: its examples are valid, and do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimbook.evidence.checking import misfits
from claimbook.evidence.nouns import Assessments, Questions, Record, Terms
from claimbook.review.reading import interpret

PAGE = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")
RECORD, FINDINGS, APPROVALS, ASSESSMENTS, TERMS, QUESTIONS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def whole_record() -> str:
    text = re.sub(r"findings: ….*\n", lambda _: FINDINGS, RECORD)
    return re.sub(r"approvals: ….*\n", lambda _: APPROVALS, text)


@pytest.mark.parametrize(
    ("text", "model"),
    [(whole_record(), Record), (ASSESSMENTS, Assessments), (TERMS, Terms), (QUESTIONS, Questions)],
    ids=["record", "assessments", "terms", "questions"],
)
def test_the_examples_are_valid(text: str, model: type[Record]) -> None:
    assert [str(problem) for problem in interpret(Path("example.yaml"), text.encode(), model).problems] == []


def test_every_key_of_a_record_is_explained() -> None:
    reading = interpret(Path("example.yaml"), whole_record().encode(), Record)
    assert reading.node is not None
    assert set(reading.node.data) == set(Record.model_fields)


def test_the_example_contradicts_itself_as_the_page_says() -> None:
    record = interpret(Path("example.yaml"), whole_record().encode(), Record).value
    assert record is not None
    assert [one.why for one in misfits([record])] == ["water 17 of 42 is 40.5%, printed is 40.0%"]
