"""Claims beside evidence: figures on one question, in one unit, about one condition."""

from __future__ import annotations

from typing import Any

import pytest

from claimbook.compare.beside import Beside, study_figures
from claimbook.evidence.nouns import Question, Record, Terms
from claimbook.evidence.shelf import Evidence
from claimbook.extract.quantities import find_quantities
from claimbook.model import Claim

SHARE = Question(id="share", question="How many?", unit="%", topics=("sleep",), conditions=("asthma",))
TIME = Question(id="time", question="How long?", unit="day", topics=("sleep",))
TERMS = Terms.model_validate(
    {
        "conditions": [
            {"id": "asthma", "words": ["asthma"]},
            {"id": "mild asthma", "words": ["mild asthma"], "under": "asthma"},
            {"id": "gout", "words": ["gout"]},
        ]
    }
)
BESIDE = Beside(Evidence(terms=TERMS, questions=(SHARE, TIME)))


def record(**finding: Any) -> Record:
    empty = dict.fromkeys(name for name, field in Record.model_fields.items() if field.is_required())
    known = {**dict.fromkeys(("measure", "value", "unit", "timepoint")), "outcome": "sleep", "question": "share"}
    read = {"how_much": None, "at": None, "on": None}
    return Record.model_validate({**empty, "id": "a", "read": read, "findings": [{**known, **finding}]})


def claim(text: str, **fields: Any) -> Claim:
    quantities = tuple(find_quantities(text, 0, len(text)))
    given = {"kind": "efficacy", "topic": "sleep", "worth": 3, **fields}
    return Claim.model_validate({"id": "x/a", "quote": text, "at": (0, len(text)), "quantities": quantities, **given})


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        ({"value": 40, "unit": "percent", "interval": (30, 50), "of": 9}, [("alone", 40, 30, 50, False)]),
        ({"value": 40, "unit": "percent"}, [("alone", 40, None, None, False)]),
        ({"value": 40, "unit": "percent", "of": 10}, [("alone", 40, 16.8, 68.7, True)]),
        ({"unit": "patients", "count": 4, "of": 10}, [("alone", 40, 16.8, 68.7, True)]),
        ({"unit": "percent", "range": (8, 19)}, [("alone", None, 8, 19, False)]),
        (
            {"unit": "percent", "arm": {"name": "tea", "value": 40}, "comparison": {"name": "no", "value": 9}},
            [("arm", 40, None, None, False), ("comparison", 9, None, None, False)],
        ),
        ({"value": 40, "unit": "mg"}, []),
        ({"value": 40, "unit": None}, []),
        ({"printed": "better", "unit": "percent"}, []),
        ({"value": 40, "unit": "percent", "question": "time"}, []),
    ],
)
def test_study_figures(finding: dict[str, Any], expected: list[tuple[Any, ...]]) -> None:
    found = list(study_figures(record(**finding), SHARE))
    assert [(one.role, one.computed) for one in found] == [(role, computed) for role, *_, computed in expected]
    for one, (_, *figures, _) in zip(found, expected, strict=True):
        assert [one.value, one.low, one.high] == [None if f is None else pytest.approx(f, abs=0.05) for f in figures]


def test_times_are_brought_to_the_unit_of_the_question() -> None:
    (found,) = study_figures(record(value=2, unit="weeks", question="time"), TIME)
    assert found.value == pytest.approx(14)


@pytest.mark.parametrize(
    ("text", "fields", "subject", "asked"),
    [
        ("60% of those with asthma sleep", {}, None, ["share"]),
        ("60% of those with mild asthma sleep", {}, None, ["share"]),
        ("60% of those with gout sleep", {}, "asthma", []),
        ("60% of those with gout or asthma sleep", {}, None, ["share"]),
        ("60% of them sleep", {}, "asthma", ["share"]),
        ("60% of them sleep", {}, None, []),
        ("60% of them sleep", {"population": "people with asthma"}, None, ["share"]),
        ("60% of those with asthma sleep", {"topic": "cost"}, None, []),
        ("60 of those with asthma sleep", {}, None, []),
        ("Sleep lasts for two weeks", {}, None, ["time"]),
        ("Asthma keeps you awake", {}, None, []),
    ],
)
def test_which_question_a_claim_answers(
    text: str, fields: dict[str, Any], subject: str | None, asked: list[str]
) -> None:
    assert [question.id for question in BESIDE.questions(claim(text, **fields), subject)] == asked


def test_claim_figures_are_in_the_unit_of_the_question() -> None:
    (found,) = BESIDE.claim_figures(claim("Sleep lasts for over two weeks"), TIME)
    assert (found.low, found.high) == (pytest.approx(14), None)
