"""The figures of a record against each other: shares against their counts, values against their intervals.

Refuses to correct a record: a source that contradicts itself is kept as it was read, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimbook.evidence.nouns import Arm, Record, StudyFinding
from claimbook.evidence.recomputed import decimals, inconsistencies, rounds_to

_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,12})?")
_SHARES = frozenset({"percent", "%"})


@dataclass(frozen=True)
class Misfit:
    """Say what does not fit in a finding of a record; `finding` counts from 0."""

    record: str
    finding: int
    outcome: str
    why: str

    def __str__(self) -> str:
        return f"{self.record}: {self.outcome}: {self.why}"


def misfits(records: Iterable[Record]) -> list[Misfit]:
    """List every figure of some records that its counts, its interval or its test contradict."""
    return [
        Misfit(record.id, number, finding.outcome, why)
        for record in records
        for number, finding in enumerate(record.findings)
        for why in _misfits(finding)
    ]


def share(figure: StudyFinding | Arm) -> float | None:
    """Compute the share of a figure from its counts, in percent."""
    return 100 * figure.count / figure.of if figure.count is not None and figure.of else None


def _misfits(finding: StudyFinding) -> Iterator[str]:
    yield from _arms_misfit(finding)
    if finding.unit in _SHARES or finding.value is None:
        yield from _share_misfit(finding, finding, "")
    yield from _interval_misfit(finding)
    for text in (finding.printed, finding.note):
        yield from (one.why for one in inconsistencies(text or "") if one.sure)


def _share_misfit(finding: StudyFinding, figure: StudyFinding | Arm, whose: str) -> Iterator[str]:
    if figure.count is not None and figure.of and figure.count > figure.of:
        yield f"{whose}{figure.count} of {figure.of} is more than all of them"
    elif not _fits(finding, figure, figure.of):
        yield f"{whose}{_counted(figure)}, printed is {_printed(finding, figure)}%"


def _arms_misfit(finding: StudyFinding) -> Iterator[str]:
    arm, other = finding.arm, finding.comparison
    if finding.unit not in _SHARES or arm is None:
        return
    wrong = [why for one in (arm, other) if one for why in _share_misfit(finding, one, f"{one.name} ")]
    if wrong and other and _closer_swapped(finding, arm, other):
        fits = [one for one, of in ((arm, other.of), (other, arm.of)) if _fits(finding, one, of)]
        proof = ", ".join(f"{one.count} of {_swapped(one, arm, other)} is {_printed(finding, one)}%" for one in fits)
        yield f"{'; '.join(wrong)}: the sizes of the groups look swapped{f' ({proof})' if proof else ''}"
    else:
        yield from wrong


def _closer_swapped(finding: StudyFinding, arm: Arm, other: Arm) -> bool:
    """Tell whether the counts fit the printed shares better with the sizes of the two groups exchanged."""
    if None in (arm.value, arm.count, arm.of, other.value, other.count, other.of):
        return False
    as_is = _distance(arm, arm.of) + _distance(other, other.of)
    swapped = _distance(arm, other.of) + _distance(other, arm.of)
    return swapped < as_is / 2 and (_fits(finding, arm, other.of) or _fits(finding, other, arm.of))


def _swapped(one: Arm, arm: Arm, other: Arm) -> int | None:
    return other.of if one is arm else arm.of


def _distance(figure: Arm, of: int | None) -> float:
    return abs(100 * (figure.count or 0) / (of or 1) - (figure.value or 0.0))


def _fits(finding: StudyFinding, figure: StudyFinding | Arm, of: int | None) -> bool:
    if figure.value is None or figure.count is None or not of:
        return True
    return rounds_to(100 * figure.count / of, figure.value, decimals(_printed(finding, figure)))


def _printed(finding: StudyFinding, figure: StudyFinding | Arm) -> str:
    """Give a figure with the digits the source printed, which tell how far it was rounded."""
    for number in _NUMBER.findall(finding.printed or ""):
        if float(number) == figure.value:
            return str(number)
    return f"{figure.value:g}"


def _counted(figure: StudyFinding | Arm) -> str:
    return f"{figure.count} of {figure.of} is {share(figure):.1f}%"


def _interval_misfit(finding: StudyFinding) -> Iterator[str]:
    for figure in filter(None, (finding, finding.arm, finding.comparison)):
        if figure.value is None or figure.interval is None:
            continue
        low, high = figure.interval
        if not low <= figure.value <= high:
            yield f"{figure.value:g} lies outside its interval, {low:g} to {high:g}"
