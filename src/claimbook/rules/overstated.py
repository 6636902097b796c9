"""E402: a figure that lies beyond what the evidence found.

Refuses to set a figure beside one on another question or in another unit, to count a control group or a provider's page
as evidence, and to speak against a claim whose evidence a reader found to support it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimbook.compare.beside import POOLED, ClaimFigure, StudyFigure
from claimbook.evidence.nouns import Question
from claimbook.model import Finding
from claimbook.rules.judged import judged
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule
from claimbook.rules.statistics import span_of


def _find(context: Context) -> Iterator[Finding]:
    if not context.evidence.questions:
        return
    supported = {part.claim.id for part in judged(context) if part.first.verdict == "supports"}
    for reading, claim in context.claims():
        if claim.id in supported or not claim.quantities:
            continue
        asked = context.beside.questions(claim, context.beside.subject(reading.article, reading.text))
        answers = {one.id: [each for each in context.beside.study_figures(one) if _counts(each)] for one in asked}
        for question in asked:
            others = [(one, answers[one.id]) for one in asked if one.unit == question.unit and one is not question]
            for figure in context.beside.claim_figures(claim, question):
                yield from _overstated(reading, figure, question, answers[question.id], others)


def _counts(study: StudyFigure) -> bool:
    return study.role != "comparison" and study.record.design != "provider page"


def _overstated(
    reading: Reading,
    figure: ClaimFigure,
    question: Question,
    studies: Sequence[StudyFigure],
    others: Sequence[tuple[Question, Sequence[StudyFigure]]],
) -> Iterator[Finding]:
    pooled = [study for study in studies if study.record.design in POOLED]
    most = pooled or studies
    if not most or not _beyond(figure, question, most):
        return
    singles = [study for study in studies if study not in pooled]
    unit = question.unit if question.unit == "%" else f" {question.unit}"
    found = f"pooled, {_shown(pooled, unit)}" if pooled else _shown(singles, unit)
    if pooled and singles:
        found += f"; single studies {_from_to(singles, unit)}"
    words = figure.quantity.text
    beyond = "every pooled estimate" if pooled and singles else "what the evidence found"
    message = f"“{words}” is beyond {beyond}. {question.question} {found[:1].upper()}{found[1:]}."
    message += "".join(_reached(figure, *other, unit) for other in others)
    yield RULE.at(reading, span_of(reading, figure.claim, figure.quantity), message, [figure.claim.id])


def _reached(figure: ClaimFigure, question: Question, studies: Sequence[StudyFigure], unit: str) -> str:
    """Say of another question that the claim answers with the same figure that studies there do reach it."""
    pooled = [study for study in studies if study.record.design in POOLED]
    if not studies or _beyond(figure, question, pooled or studies):
        return ""
    return f" {question.question} Studies there reach it: {_from_to(studies, unit)}."


def _beyond(figure: ClaimFigure, question: Question, studies: Sequence[StudyFigure]) -> bool:
    """Tell whether the whole of a claim's figure lies on the flattering side of everything the studies allow."""
    if question.more == "better":
        tops = [study.top for study in studies if study.top is not None]
        return bool(tops) and figure.low is not None and figure.low > max(tops)
    bottoms = [study.bottom for study in studies if study.bottom is not None]
    return bool(bottoms) and figure.high is not None and figure.high < min(bottoms)


def _shown(studies: Sequence[StudyFigure], unit: str) -> str:
    return "; ".join(f"{_figure(study, unit)} in {study.record.id} ({study.record.design})" for study in studies[:4])


def _figure(study: StudyFigure, unit: str) -> str:
    bounds = f"{study.low:.3g} to {study.high:.3g}{unit}" if study.low is not None and study.high is not None else ""
    if study.value is None:
        return bounds
    computed = ", computed" if study.computed else ""
    return f"{study.value:.3g}{unit}" + (f" ({bounds}{computed})" if bounds else "")


def _from_to(studies: Sequence[StudyFigure], unit: str) -> str:
    values = sorted(study.value for study in studies if study.value is not None)
    return f"{values[0]:.3g} to {values[-1]:.3g}{unit}" if values else "give ranges only"


RULE = Rule(
    code="E402",
    name="overstated",
    severity="warning",
    summary="A figure that lies beyond what the evidence found.",
    find=_find,
)
