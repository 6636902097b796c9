"""What a review's evidence comes to: which claims are judged and how, and what still has to be read.

Refuses to count "not yet assessed" as an answer: nobody has looked there, so nothing could be checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.evidence.checking import Misfit, misfits
from claimbook.evidence.judging import STANDINGS, Agreement, Standing, agreement, disagreements, first_readings
from claimbook.evidence.nouns import Assessment, Record
from claimbook.evidence.shelf import Evidence
from claimbook.model import Claim

WORTH_CHECKING = 3


@dataclass(frozen=True)
class Status:
    """Sum up the evidence of a review.

    `read` says how much of the records was read. `verdicts` counts what stands of the first readings, by verdict;
    `unassessed` lists the claims that must be checked before publication and have no assessment at all, `waiting`
    those whose first assessment is `not yet assessed`.
    """

    records: int
    read: str
    verdicts: Mapping[str, int]
    unassessed: tuple[str, ...]
    waiting: tuple[str, ...]
    downgraded: tuple[Standing, ...]
    agreements: tuple[Agreement, ...]
    disagreements: tuple[tuple[Assessment, ...], ...]
    misfits: tuple[Misfit, ...]


def how_much_read(records: Iterable[Record]) -> str:
    """Say in a sentence how much of the sources was read: `None of 84 records was read in full: 44 …`."""
    read: Counter[str | None] = Counter(record.read.how_much for record in records)
    if not (total := read.total()):
        return "No evidence was read."
    named: dict[str | None, str] = {
        "abstract": "in an abstract",
        "snippet": "in a snippet",
        None: "nobody says how far",
    }
    parts = [f"{read[key]} {words}" for key, words in named.items() if read[key]]
    full = f"{read['full text'] or 'None'} of {total} {'record' if total == 1 else 'records'}"
    rest = (
        f": {' and '.join(parts)}" if parts and not read["full text"] else f", {' and '.join(parts)}" if parts else ""
    )
    return f"{full} {'were' if read['full text'] > 1 else 'was'} read in full{rest}."


def status(evidence: Evidence, claims: Iterable[Claim]) -> Status:
    """Sum up the evidence of a review with these claims."""
    first = first_readings(evidence)
    counts = Counter(one.verdict for one in first)
    assessed = {one.claim for one in evidence.assessments}
    waiting = (one.assessment.claim for one in first if one.verdict == "not yet assessed")
    return Status(
        records=len(evidence.records),
        read=how_much_read(evidence.records.values()),
        verdicts={verdict: counts[verdict] for verdict in STANDINGS},
        unassessed=tuple(one.id for one in claims if one.worth >= WORTH_CHECKING and one.id not in assessed),
        waiting=tuple(dict.fromkeys(waiting)),
        downgraded=tuple(one for one in first if one.downgraded),
        agreements=tuple(agreement(evidence.assessments)),
        disagreements=tuple(tuple(read) for read in disagreements(evidence.assessments)),
        misfits=tuple(misfits(evidence.records.values())),
    )
