"""Claims beside evidence: which question a claim's figure answers, and what the studies found on it.

Refuses to set a figure beside one in another unit or about another condition, and to give a share an interval where
neither an interval nor the number of people is on record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from claimbook.evidence.nouns import Arm, Question, Record, StudyFinding
from claimbook.evidence.recomputed import wilson
from claimbook.evidence.shelf import Evidence
from claimbook.evidence.terms import Vocabulary
from claimbook.extract.quantities.units import dimension, to_base
from claimbook.model import Claim, Quantity

Role = Literal["alone", "arm", "comparison"]
POOLED = frozenset({"meta-analysis", "systematic review"})
_NAMES = {"percent": "%", "mm Hg": "mmHg"}


@dataclass(frozen=True)
class StudyFigure:
    """Hold one figure of a record on a question, in the question's unit.

    `role` says whether it is of a study's only group, of the arm or of the comparison arm. `low` and `high` bound it:
    its printed interval or range, or, where `computed`, Wilson's 95% interval from the number of people. Both are
    `None` where there is none; `value` is `None` where only a range is on record.
    """

    record: Record
    finding: StudyFinding
    role: Role
    group: str | None
    value: float | None
    low: float | None
    high: float | None
    computed: bool
    of: int | None

    @property
    def top(self) -> float | None:
        """Give the highest value the figure allows."""
        return self.high if self.high is not None else self.value

    @property
    def bottom(self) -> float | None:
        """Give the lowest value the figure allows."""
        return self.low if self.low is not None else self.value


@dataclass(frozen=True)
class ClaimFigure:
    """Hold a claim's figure on a question: `low` and `high` in the question's unit, `None` where open."""

    claim: Claim
    quantity: Quantity
    low: float | None
    high: float | None


class Beside:
    """Set claims and studies side by side by the questions of a review's evidence."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._subjects: dict[str, str | None] = {}

    @cached_property
    def conditions(self) -> Vocabulary:
        """Give the review's conditions."""
        return Vocabulary(self.evidence.terms.conditions)

    @cached_property
    def products(self) -> Vocabulary:
        """Give the review's products."""
        return Vocabulary(self.evidence.terms.products)

    @cached_property
    def institutions(self) -> Vocabulary:
        """Give the review's institutions."""
        return Vocabulary(self.evidence.terms.institutions)

    def subject(self, article: str, text: str) -> str | None:
        """Give the widest condition an article is about, `None` where it is about several or none."""
        if article not in self._subjects:
            self._subjects[article] = self.conditions.prevailing(text)
        return self._subjects[article]

    def claim_conditions(self, claim: Claim) -> tuple[str, ...]:
        """List the conditions a claim names, in its quote or as its population or outcome."""
        said = filter(None, (claim.quote, claim.population, claim.outcome))
        return self.conditions.named(" · ".join(said))

    def questions(self, claim: Claim, subject: str | None = None) -> list[Question]:
        """List the questions a claim's figures answer; one that names no condition is about its article's `subject`."""
        about = self.claim_conditions(claim) or ((subject,) if subject else ())
        return [question for question in self.evidence.questions if self._asks(question, claim, about)]

    def claim_figures(self, claim: Claim, question: Question) -> list[ClaimFigure]:
        """List the figures of a claim that answer a question; frequencies and counts of sessions are none."""
        return [
            ClaimFigure(claim, quantity, *bounds)
            for quantity in claim.quantities
            if quantity.trend is None and (bounds := _bounds(quantity.low, quantity.high, quantity.unit, question.unit))
        ]

    def study_figures(self, question: Question) -> list[StudyFigure]:
        """List what the records found on a question, in order of record id."""
        records = sorted(self.evidence.records.values(), key=lambda record: record.id)
        return [figure for record in records for figure in study_figures(record, question)]

    def _asks(self, question: Question, claim: Claim, about: Sequence[str]) -> bool:
        if claim.topic not in question.topics or not self.claim_figures(claim, question):
            return False
        conditions = question.conditions
        return not conditions or any(self.conditions.touches(about, condition) for condition in conditions)


def study_figures(record: Record, question: Question) -> Iterator[StudyFigure]:
    """Give the figures of a record on a question: each arm of a comparison, or the figure of the only group."""
    for finding in record.findings:
        if finding.question != question.id:
            continue
        groups: list[tuple[Role, StudyFinding | Arm | None]] = [
            ("arm", finding.arm),
            ("comparison", finding.comparison),
        ]
        if finding.arm is None:
            groups = [("alone", finding)]
        for role, group in groups:
            figure = _study_figure(record, finding, role, group, question) if group else None
            if figure:
                yield figure


def _study_figure(
    record: Record, finding: StudyFinding, role: Role, group: StudyFinding | Arm, question: Question
) -> StudyFigure | None:
    counted = _share(group)
    unit = "%" if counted is not None and group.value is None else finding.unit
    value = _in_unit(group.value if group.value is not None else counted, unit, question.unit)
    low, high, computed = _interval(group, counted, unit, question.unit)
    if value is None and low is None and high is None:
        return None
    name = group.name if isinstance(group, Arm) else None
    return StudyFigure(record, finding, role, name, value, low, high, computed, group.of)


def _share(group: StudyFinding | Arm) -> float | None:
    return 100 * group.count / group.of if group.count is not None and group.of else None


def _interval(
    group: StudyFinding | Arm, counted: float | None, unit: str | None, wanted: str
) -> tuple[float | None, float | None, bool]:
    """Bound a figure: by what is printed, or by Wilson's interval where it is a share of a known number of people."""
    printed = group.interval or group.range
    if printed:
        return _in_unit(printed[0], unit, wanted), _in_unit(printed[1], unit, wanted), False
    # Where a source's counts and its share disagree, the share that is printed counts, on as many people.
    share = group.value if group.value is not None else counted
    if wanted == "%" and group.of and share is not None and _in_unit(share, unit, wanted) is not None:
        low, high = wilson(min(share, 100.0) / 100 * group.of, group.of)
        return low, high, True
    return None, None, False


def _bounds(
    low: float | None, high: float | None, unit: str | None, wanted: str
) -> tuple[float | None, float | None] | None:
    if low is None and high is None:
        return None
    ends = [None if end is None else _in_unit(end, unit, wanted) for end in (low, high)]
    same = any(end is not None for end in ends)
    return (ends[0], ends[1]) if same else None


def _in_unit(value: float | None, unit: str | None, wanted: str) -> float | None:
    """Convert a value to the unit of a question; `None` where the two do not compare."""
    if value is None or unit is None:
        return None
    unit = _NAMES.get(unit, unit)
    if unit == wanted:
        return value
    kind, base, one = dimension(unit), to_base(value, unit), to_base(1.0, wanted)
    return base / one if kind and kind == dimension(wanted) and base is not None and one else None
