"""E406: a claim with evidence against it that nobody has read closely enough to decide.

Refuses to call the claim contradicted, and to call it unsupported: something was found, and it is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.evidence.judging import UNCONFIRMED
from claimbook.model import Finding
from claimbook.rules.judged import judged, named, sentence
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    for part in judged(context):
        if part.first.verdict != UNCONFIRMED:
            continue
        assessment = part.first.assessment
        records = named(context.evidence.named(assessment.against))
        message = (
            f"Evidence against, not yet confirmed: {records}. {sentence(assessment.why)} The verdict "
            f"“{assessment.verdict}” {part.first.downgraded}: read one of them, or take the claim out."
        )
        yield RULE.at(part.reading, part.span, message, [part.claim.id])


RULE = Rule(
    code="E406",
    name="unconfirmed-evidence",
    severity="warning",
    summary="A claim with evidence against it that was seen as a snippet or on a provider's page alone.",
    find=_find,
)
