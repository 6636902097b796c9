"""Opening the evidence of a review: all of it, or every problem at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimbook.evidence.shelf import Evidence, load_records, open_all, open_evidence
from claimbook.review import ReviewError, open_review
from tests.evidence.conftest import ASSESSMENTS, record_yaml

ROOT = Path(__file__).parents[2]


def problems(path: Path) -> list[str]:
    with pytest.raises(ReviewError) as error:
        open_all(path)
    return [f"{Path(one.path).name}:{one.line}:{one.column}: {one.code}" for one in error.value.problems]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_review_with_evidence(review_path: Path) -> None:
    review, evidence = open_all(review_path)
    assert list(evidence.records) == ["moe-2003"]
    assert [one.claim for one in evidence.of("tea/aaaaaa")] == ["tea/aaaaaa"]
    assert evidence.of("tea/bbbbbb") == ()
    assert open_evidence(review) == evidence


def test_a_review_without_evidence_has_none(review_path: Path) -> None:
    (review_path / "evidence").rename(review_path / "elsewhere")
    assert open_all(review_path)[1] == Evidence()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: moe-2003", "id: moe-2004", "moe-2003.yaml:1:5: R160"),
        ("design: randomised trial", "design: randomized trial", "moe-2003.yaml:2:9: R122"),
        ("title: Tea", "titel: Tea", "moe-2003.yaml:3:1: R120"),
        ("pmid: null", "pmid: 123", "moe-2003.yaml:8:7: R122"),
        ("doi: null", "doi: https://doi.org/10.1000/1", "moe-2003.yaml:7:6: R122"),
        ("n: 90\n", "", "moe-2003.yaml:1:1: R121"),
        ("on: 2026-01-02", "on: 2026-13-02", "moe-2003.yaml:22:7: R122"),
        ("year: 2003", "year: 2003\nyear: 2004", "moe-2003.yaml:6:1: R115"),
        ("summary: P", "conditions: [gout]\nsummary: P", "moe-2003.yaml:15:14: R162"),
        (
            "findings: []",
            "findings:\n- {outcome: a, measure: null, value: 1, unit: null, timepoint: null, question: how}",
            "moe-2003.yaml:15:80: R162",
        ),
        (
            "findings: []",
            "findings:\n- {outcome: a, measure: null, value: 1, unit: null, timepoint: null, interval: [3, 2]}",
            "moe-2003.yaml:15:3: R122",
        ),
    ],
)
def test_a_wrong_record(review_path: Path, old: str, new: str, expected: str) -> None:
    change(review_path / "evidence/records/moe-2003.yaml", old, new)
    assert expected in problems(review_path)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("article: tea", "article: coffee", "tea.yaml:1:10: R163"),
        ("claim: tea/aaaaaa", "claim: tea/aaaaab", "tea.yaml:3:10: R150"),
        ("[moe-2003]", "[moe-2002]", "tea.yaml:5:16: R164"),
        ("  supporting: [moe-2003]\n", "", "tea.yaml:4:12: R167"),
        ("partly supports", "contradicts", "tea.yaml:4:12: R167"),
        ("partly supports", "not yet assessed", "tea.yaml:4:12: R167"),
        ("partly supports", "probably", "tea.yaml:4:12: R122"),
        ("  verdict", "  quote: black tea\n  verdict", "tea.yaml:4:10: R165"),
        ("  by: Ada\n", "", "tea.yaml:3:3: R121"),
    ],
)
def test_a_wrong_assessment(review_path: Path, old: str, new: str, expected: str) -> None:
    change(review_path / "evidence/assessments/tea.yaml", old, new)
    assert expected in problems(review_path)


def test_a_verdict_without_evidence_is_one_problem(review_path: Path) -> None:
    change(review_path / "evidence/assessments/tea.yaml", "  supporting: [moe-2003]\n", "")
    assert problems(review_path) == ["tea.yaml:4:12: R167"]


def test_two_readers_are_welcome_and_one_twice_is_not(review_path: Path) -> None:
    path = review_path / "evidence/assessments/tea.yaml"
    again = ASSESSMENTS.partition("assessments:\n")[2]
    path.write_text(ASSESSMENTS + again.replace("Ada", "Bo"))
    assert [one.by for one in open_all(review_path)[1].assessments] == ["Ada", "Bo"]
    path.write_text(ASSESSMENTS + again)
    assert problems(review_path) == ["tea.yaml:9:3: R166"]


def test_one_source_has_one_record(review_path: Path) -> None:
    records = review_path / "evidence/records"
    (records / "moe-2003.yaml").write_text(record_yaml(doi="10.1000/Tea"))
    (records / "moe-2003-b.yaml").write_text(record_yaml(id="moe-2003-b", doi="10.1000/tea"))
    assert problems(review_path) == ["moe-2003.yaml:7:6: R161"]


def test_no_file_is_passed_over(review_path: Path) -> None:
    (review_path / "evidence/records/b.yml").write_text(record_yaml(id="b"))
    (review_path / "evidence/c.yaml").write_text(record_yaml(id="c"))
    assert sorted(problems(review_path)) == ["b.yml:1:1: R107", "c.yaml:1:1: R160"]


def test_problems_of_claims_and_records_come_together(review_path: Path) -> None:
    change(review_path / "claims/tea.yaml", "kind: other", "kind: tale")
    change(review_path / "evidence/records/moe-2003.yaml", "year: 2003", "year: soon")
    assert {one.rpartition(" ")[2] for one in problems(review_path)} == {"R122"}
    assert len(problems(review_path)) == 2


def test_records_alone(review_path: Path) -> None:
    assert list(load_records(review_path)) == ["moe-2003"]
    change(review_path / "evidence/records/moe-2003.yaml", "year: 2003", "year: soon")
    with pytest.raises(ReviewError):
        load_records(review_path)


def test_a_question_gathers_topics_of_the_review(review_path: Path) -> None:
    (review_path / "evidence/questions.yaml").write_text(
        'questions:\n- {id: share, question: How many?, unit: "%", topics: [pressure]}\n'
    )
    assert problems(review_path) == ["questions.yaml:2:56: R143"]


def test_the_shipped_evidence() -> None:
    evidence = open_evidence(open_review(ROOT))
    claims = {claim.id for claim in open_review(ROOT).claims if claim.worth == 3}
    assert len(evidence.records) >= 84
    assert claims - {one.claim for one in evidence.assessments} == set()
