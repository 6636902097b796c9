"""What the assessments come to: the verdict that stands, what two readers disagree on, and how well they agree.

Refuses a verdict stronger than what was read: one that rests on snippets and providers' pages alone is downgraded.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimbook.evidence.nouns import VERDICTS, Assessment, Record

if TYPE_CHECKING:
    from claimbook.evidence.shelf import Evidence

UNCONFIRMED = "against, unconfirmed"  # evidence against was found, but none of it was read closely enough to decide
# What can stand of an assessment: the verdicts a reader gives, and the one that a weak `contradicts` stands as.
STANDINGS = ("supports", "partly supports", "contradicts", UNCONFIRMED, "not found", "not yet assessed")
_DECISIVE = {"supports": "partly supports", "contradicts": UNCONFIRMED}
Part = tuple[str, str | None]  # a claim, and the words of it that were judged


@dataclass(frozen=True)
class Standing:
    """Hold what stands of an assessment: its verdict, or a weaker one and why (`downgraded`, empty where it stands).

    `verdict` is one of `STANDINGS`.
    """

    assessment: Assessment
    verdict: str
    downgraded: str = ""


@dataclass(frozen=True)
class Agreement:
    """Hold how two readers agree over the parts both judged: `kappa` with its 95% interval, `None` where undefined.

    `counts` tells how often the first reader said one verdict and the second the other.
    """

    readers: tuple[str, str]
    parts: int
    same: int
    kappa: float | None
    interval: tuple[float, float] | None
    counts: Mapping[tuple[str, str], int]


def standing(assessment: Assessment, records: Mapping[str, Record]) -> Standing:
    """Give the verdict that stands, judged by the records it rests on."""
    weaker = _DECISIVE.get(assessment.verdict)
    if weaker is None:
        return Standing(assessment, assessment.verdict)
    rests_on = assessment.supporting if assessment.verdict == "supports" else assessment.against
    named = [records[one] for one in rests_on if one in records]
    if any(not record.weak for record in named):
        return Standing(assessment, assessment.verdict)
    return Standing(assessment, weaker, _weakness(named))


def by_part(assessments: Iterable[Assessment]) -> dict[Part, list[Assessment]]:
    """Group assessments by the claim and words they judge, first reader first."""
    parts: dict[Part, list[Assessment]] = {}
    for one in assessments:
        parts.setdefault((one.claim, one.quote), []).append(one)
    return parts


def first_readings(evidence: Evidence) -> list[Standing]:
    """Give what stands of the first reader's assessment of each part of each claim, in order."""
    return [standing(read[0], evidence.records) for read in by_part(evidence.assessments).values()]


def disagreements(assessments: Iterable[Assessment]) -> list[list[Assessment]]:
    """List the parts that two readers judged differently, with all their assessments."""
    return [read for read in by_part(assessments).values() if len({one.verdict for one in read}) > 1]


def agreement(assessments: Iterable[Assessment]) -> list[Agreement]:
    """Measure Cohen's kappa of every two readers, in order of their names, over the parts that both judged.

    A part that one of them has not yet assessed does not count.
    """
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for read in by_part(assessments).values():
        judged = {one.by: one.verdict for one in read if one.verdict != "not yet assessed"}
        names = sorted(judged)
        for position, first in enumerate(names):
            for second in names[position + 1 :]:
                pairs.setdefault((first, second), []).append((judged[first], judged[second]))
    return [_agreement(readers, verdicts) for readers, verdicts in sorted(pairs.items())]


def _agreement(readers: tuple[str, str], verdicts: Sequence[tuple[str, str]]) -> Agreement:
    counts = Counter(verdicts)
    kappa, interval = _kappa(counts)
    same = sum(times for (first, second), times in counts.items() if first == second)
    return Agreement(readers, len(verdicts), same, kappa, interval, dict(sorted(counts.items())))


def _kappa(counts: Mapping[tuple[str, str], int]) -> tuple[float | None, tuple[float, float] | None]:
    """Ask statsmodels for kappa; it has none where both readers only ever said one and the same verdict."""
    said = [verdict for verdict in VERDICTS if any(verdict in pair for pair in counts)]
    if len(said) < 2:
        return None, None
    import numpy as np
    from statsmodels.stats.inter_rater import cohens_kappa

    table = np.array([[counts.get((first, second), 0) for second in said] for first in said])
    with np.errstate(all="ignore"):  # a handful of parts may leave kappa or its interval undefined: said as such below
        found = cohens_kappa(table)
        kappa, low, high = float(found.kappa), float(found.kappa_low), float(found.kappa_upp)
    if math.isnan(kappa):
        return None, None
    return kappa, None if math.isnan(low) else (max(-1.0, low), min(1.0, high))


def _weakness(records: Sequence[Record]) -> str:
    """Say what all the records a verdict rests on lack."""
    pages = sum(record.design == "provider page" for record in records)
    if not records or pages == len(records):
        return "rests on providers' pages alone"
    pages_and = "providers' pages and " if pages else ""
    return f"rests on {pages_and}sources read as a snippet alone"
