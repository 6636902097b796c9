"""Records and assessments are written so that they load again, to the letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.evidence.nouns import Assessment, Assessments, Record
from claimbook.evidence.shelf import open_evidence
from claimbook.evidence.writing import assessments_text, record_path, record_text, write_record
from claimbook.review import ReviewChanged, open_review
from claimbook.review.reading import interpret
from tests.evidence.conftest import record_yaml

ROOT = Path(__file__).parents[2]


def reload(text: str) -> Record:
    reading = interpret(Path("a.yaml"), text.encode(), Record)
    assert reading.problems == []
    assert reading.value is not None
    return reading.value


def test_a_written_record_loads_again(make_record: Callable[..., Record]) -> None:
    record = make_record(
        title="Sleep: a “trial”, 40% better",
        pmid="123",
        population="on: yes\nand no",
        findings=[
            {"value": 62.5, "unit": "percent", "interval": (50.25, 70), "printed": "62.50"},
            {"unit": "percent", "arm": {"name": "tea", "count": 4, "of": 7}, "comparison": {"name": "no", "value": 1}},
        ],
        approvals=[{"product": "tea", "conditions": ["sleep"], "year": 2001}],
        note="- a dash",
    )
    assert reload(record_text(record)) == record


def test_an_empty_record_says_null_for_what_a_source_should_tell(make_record: Callable[..., Record]) -> None:
    text = record_text(make_record())
    assert "doi: null\n" in text
    assert "findings: []\n" in text
    assert "note" not in text
    assert reload(text) == make_record()


def test_the_written_form_is_the_form_on_disk() -> None:
    evidence = open_evidence(open_review(ROOT))
    for record in evidence.records.values():
        assert reload(record_text(record)) == record


def test_assessments_load_again(make_assessment: Callable[..., Assessment]) -> None:
    items = (
        make_assessment("not found", searched="a survey: 40%", quote="so"),
        make_assessment("contradicts", against=["a"], by="Bo", on="2026-01-01", note="#1"),
    )
    whole = Assessments(article="x", assessments=items)
    assert interpret(Path("x.yaml"), assessments_text(whole).encode(), Assessments).value == whole
    none = Assessments(article="x")
    assert interpret(Path("x.yaml"), assessments_text(none).encode(), Assessments).value == none


def test_a_record_is_never_written_over(review_path: Path, make_record: Callable[..., Record]) -> None:
    path = write_record(review_path, make_record(id="new"))
    assert path == record_path(review_path, "new")
    assert path.read_text().startswith("id: new\n")
    with pytest.raises(ReviewChanged):
        write_record(review_path, make_record(id="moe-2003"))
    assert (review_path / "evidence/records/moe-2003.yaml").read_text() == record_yaml()


_FIGURES = st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False), st.integers(-(10**6), 10**6))


@given(st.text(), st.text(min_size=1), st.text(min_size=1), _FIGURES)
def test_whatever_a_source_says_loads_again(title: str, outcome: str, printed: str, value: float | None) -> None:
    empty = dict.fromkeys(name for name, field in Record.model_fields.items() if field.is_required())
    finding = {
        "outcome": outcome,
        "measure": title,
        "value": value,
        "unit": None,
        "timepoint": None,
        "printed": printed,
    }
    read = {"how_much": None, "at": printed, "on": None}
    record = Record.model_validate({**empty, "id": "a", "title": title, "read": read, "findings": [finding]})
    assert reload(record_text(record)) == record
