"""What a review's evidence comes to: which claims are judged and how, and what still has to be read.

Refuses to count "not yet assessed" as an answer: nobody has looked there, so nothing could be checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.evidence.checking import Misfit, misfits
from claimbook.evidence.judging import STANDINGS, Agreement, Standing, agreement, disagreements, first_readings
from claimbook.evidence.nouns import Assessment
from claimbook.evidence.shelf import Evidence
from claimbook.model import Claim

WORTH_CHECKING = 3


@dataclass(frozen=True)
class Status:
    """Sum up the evidence of a review.

    `verdicts` counts what stands of the first readings, by verdict; `unassessed` lists the claims that must be checked
    before publication and have no assessment at all, `waiting` those whose first assessment is `not yet assessed`.
    """

    records: int
    verdicts: Mapping[str, int]
    unassessed: tuple[str, ...]
    waiting: tuple[str, ...]
    downgraded: tuple[Standing, ...]
    agreements: tuple[Agreement, ...]
    disagreements: tuple[tuple[Assessment, ...], ...]
    misfits: tuple[Misfit, ...]


def status(evidence: Evidence, claims: Iterable[Claim]) -> Status:
    """Sum up the evidence of a review with these claims."""
    first = first_readings(evidence)
    counts = Counter(one.verdict for one in first)
    assessed = {one.claim for one in evidence.assessments}
    waiting = (one.assessment.claim for one in first if one.verdict == "not yet assessed")
    return Status(
        records=len(evidence.records),
        verdicts={verdict: counts[verdict] for verdict in STANDINGS},
        unassessed=tuple(one.id for one in claims if one.worth >= WORTH_CHECKING and one.id not in assessed),
        waiting=tuple(dict.fromkeys(waiting)),
        downgraded=tuple(one for one in first if one.downgraded),
        agreements=tuple(agreement(evidence.assessments)),
        disagreements=tuple(tuple(read) for read in disagreements(evidence.assessments)),
        misfits=tuple(misfits(evidence.records.values())),
    )
