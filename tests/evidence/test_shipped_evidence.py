"""The evidence that ships says one thing: no verdict or finding denies what its own records and charts show."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimbook
from claimbook.compare.beside import Beside, ClaimFigure, StudyFigure
from claimbook.evidence.judging import UNCONFIRMED, by_part, standing
from claimbook.evidence.lookup.references import in_text, reference
from claimbook.evidence.summary import how_much_read
from claimbook.views import factcheck
from claimbook.views.book import Book

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Book:
    return claimbook.open(ROOT)


def reaches(study: StudyFigure, claim: ClaimFigure) -> bool:
    """Tell whether the value a study found lies within a claim's figure."""
    if study.value is None:
        return False
    return (claim.low is None or study.value >= claim.low) and (claim.high is None or study.value <= claim.high)


def test_no_claim_is_denied_a_figure_that_a_study_beside_it_reaches(shipped: Book) -> None:
    evidence = shipped.sources.evidence
    beside, texts = Beside(evidence), {one.article: one.text for one in shipped.sources.sources}
    verdicts = {
        claim: standing(read[0], evidence.records).verdict for (claim, _), read in by_part(evidence.assessments).items()
    }
    denied = [
        (claim.id, study.record.id)
        for claim in shipped.all_claims
        if verdicts.get(claim.id) in ("contradicts", "not found")
        for question in beside.questions(claim, beside.subject(claim.article, texts[claim.article]))
        for study in beside.study_figures(question)
        if study.role != "comparison" and not study.record.weak
        for figure in beside.claim_figures(claim, question)
        if reaches(study, figure)
    ]
    assert denied == []


def test_no_borrowed_figure_where_the_chart_shows_studies_of_that_condition(shipped: Book) -> None:
    rows = shipped.beside
    plotted = set(rows[rows["side"] == "claim"]["source"])
    borrowed = [one for one in shipped.all_findings if one.code == "E403" and "shares on record" in one.message]
    assert [one.claims for one in borrowed if set(one.claims) & plotted] == []


def test_a_contradiction_counted_is_one_that_stands(shipped: Book) -> None:
    evidence = shipped.sources.evidence
    read = [(read[0], standing(read[0], evidence.records)) for read in by_part(evidence.assessments).values()]
    for code, verdict in (("E401", "contradicts"), ("E406", UNCONFIRMED)):
        stands = sorted(first.claim for first, found in read if found.verdict == verdict)
        assert stands, verdict
        assert sorted(one.claims[0] for one in shipped.all_findings if one.code == code) == stands


@pytest.mark.parametrize("page", ["evidence/README.md", "docs/evidence.md"])
def test_the_pages_say_how_much_was_read_as_the_records_do(shipped: Book, page: str) -> None:
    text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    assert how_much_read(shipped.sources.evidence.records.values()) in text


def test_no_source_is_called_by_the_name_of_its_file(shipped: Book) -> None:
    for record in shipped.sources.evidence.records.values():
        assert record.id not in reference(record).replace(record.read.at or "", "")
        assert record.id not in in_text(record)
        assert "not shown" not in in_text(record)


def test_advice_gives_what_was_found_on_every_question_a_claim_answers(shipped: Book) -> None:
    rows = shipped.beside[shipped.beside["side"] == "claim"]
    asked = rows.groupby("source")["asked"].agg(set)
    several = {str(claim): questions for claim, questions in asked.items() if len(questions) > 1}
    assert several
    for one in factcheck.entries(shipped):
        if one.claim.id in several and one.instead.startswith("Give the figure"):
            assert all(question in one.instead for question in several[one.claim.id])
