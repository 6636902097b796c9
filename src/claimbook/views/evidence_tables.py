"""Evidence, assessments, and claims beside studies, as tidy pandas tables.

Refuses to judge: what stands of a verdict, and which figures compare, is decided by `evidence` and `compare`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimbook.compare.beside import Beside, ClaimFigure, Role, StudyFigure
from claimbook.evidence.judging import by_part, standing
from claimbook.evidence.nouns import Arm, Question, Record, StudyFinding
from claimbook.views.tables import JOIN, frame

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.evidence.shelf import Evidence
    from claimbook.model import Claim


def evidence_table(evidence: Evidence) -> pd.DataFrame:
    """Tabulate the findings of records, one figure a row: each arm of a comparison has its own."""
    records = evidence.records.values()
    return frame("evidence", [row for record in records for one in record.findings for row in _rows(record, one)])


def assessments_table(evidence: Evidence, claims: Iterable[Claim]) -> pd.DataFrame:
    """Tabulate assessments, one a row, with what stands of each."""
    quotes = {claim.id: claim.quote for claim in claims}
    return frame("assessments", list(_assessments(evidence, quotes)))


def beside_table(evidence: Evidence, claims: Iterable[Claim], texts: Mapping[str, str]) -> pd.DataFrame:
    """Tabulate the figures of claims and of studies on each question, claims first."""
    beside = Beside(evidence)
    known = list(claims)
    rows: list[dict[str, Any]] = []
    for question in evidence.questions:
        for claim in known:
            subject = beside.subject(claim.article, texts[claim.article])
            if question in beside.questions(claim, subject):
                rows += [_claim_row(question, one) for one in beside.claim_figures(claim, question)]
        rows += [_study_row(question, one) for one in beside.study_figures(question)]
    return frame("beside", rows)


def _rows(record: Record, finding: StudyFinding) -> Iterator[dict[str, Any]]:
    groups: list[tuple[Role, StudyFinding | Arm | None]] = [("arm", finding.arm), ("comparison", finding.comparison)]
    if finding.arm is None:
        groups = [("alone", finding)]
    told = finding.model_dump(include={"question", "outcome", "measure", "timepoint", "unit", "printed", "note"})
    of_record = record.model_dump(include={"design", "authors", "year", "n", "n_studies"})
    where = {**of_record, "record": record.id, "conditions": JOIN.join(record.conditions) or None}
    for role, group in groups:
        if group is None:
            continue
        low, high = group.interval or group.range or (None, None)
        name = group.name if isinstance(group, Arm) else None
        figure = {"value": group.value, "low": low, "high": high, "count": group.count, "of": group.of}
        yield {**where, **told, **figure, "role": role, "group": name, "how_much": record.read.how_much}


def _assessments(evidence: Evidence, quotes: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for (claim, quote), read in by_part(evidence.assessments).items():
        for number, one in enumerate(read, 1):
            found = standing(one, evidence.records)
            records = evidence.named((*one.supporting, *one.against))
            named = {key: " ".join(getattr(one, key)) or None for key in ("supporting", "against", "nearest")}
            yield {
                **one.model_dump(include={"verdict", "why", "by", "on"}),
                **named,
                "claim": claim,
                "article": claim.rpartition("/")[0],
                "quote": quote or quotes.get(claim),
                "stands": found.verdict,
                "downgraded": found.downgraded or None,
                "designs": JOIN.join(dict.fromkeys(record.design or "unknown" for record in records)) or None,
                "reading": number,
            }


def _claim_row(question: Question, figure: ClaimFigure) -> dict[str, Any]:
    asked = {"question": question.id, "asked": question.question, "unit": question.unit}
    label = {"side": "claim", "source": figure.claim.id, "label": figure.quantity.text}
    return {**asked, **label, "low": figure.low, "high": figure.high}


def _study_row(question: Question, figure: StudyFigure) -> dict[str, Any]:
    asked = {"question": question.id, "asked": question.question, "unit": question.unit}
    label = {"side": "study", "source": figure.record.id, "label": figure.finding.outcome}
    of_study = {"design": figure.record.design, "role": figure.role, "group": figure.group, "of": figure.of}
    bounds = {"value": figure.value, "low": figure.low, "high": figure.high, "computed": figure.computed}
    return {**asked, **label, **of_study, **bounds, "timepoint": figure.finding.timepoint}
