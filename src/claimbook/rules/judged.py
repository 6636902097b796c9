"""What the rules about evidence share: the assessed parts of claims at their places, and records named to an editor.

Refuses to judge: verdicts come from assessments, and what stands of them from `claimbook.evidence.judging`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimbook.evidence.judging import Standing, by_part, standing
from claimbook.evidence.nouns import Assessment, Record
from claimbook.model import Claim
from claimbook.rules.cues import Span
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context

_MOST_NAMED = 4


@dataclass(frozen=True)
class Judged:
    """Hold an assessed part of a claim: where it stands, all its assessments, and what stands of the first reader's."""

    reading: Reading
    claim: Claim
    span: Span
    assessments: tuple[Assessment, ...]
    first: Standing


def judged(context: Context) -> Iterator[Judged]:
    """Give every assessed part of every claim, in order of the assessments."""
    for (claim_id, quote), read in by_part(context.evidence.assessments).items():
        known = context.by_id.get(claim_id)
        if known is None:
            continue
        reading, claim = known
        first = standing(read[0], context.evidence.records)
        yield Judged(reading, claim, _span(claim, quote), tuple(read), first)


def named(records: Iterable[Record]) -> str:
    """Name records to an editor: by id, with their design, a few at most."""
    shown = [f"{record.id} ({record.design or 'design unknown'})" for record in records]
    more = len(shown) - _MOST_NAMED
    return ", ".join(shown[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def sentence(text: str) -> str:
    """Bring a reader's words to the form of a sentence."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "”", '"')) else f"{text}."


def _span(claim: Claim, quote: str | None) -> Span:
    at = claim.quote.find(quote) if quote else -1
    return (claim.start + at, claim.start + at + len(quote)) if quote and at >= 0 else claim.at
