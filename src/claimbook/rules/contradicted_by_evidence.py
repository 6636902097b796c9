"""E401: a claim that a reader of the evidence found contradicted.

Refuses to rest on what nobody read: a verdict on snippets and providers' pages alone is a warning that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.judged import judged, named, sentence
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    for part in judged(context):
        assessment, weak = part.first.assessment, part.first.downgraded
        if assessment.verdict != "contradicts":
            continue
        records = named(context.evidence.named(assessment.against))
        message = f"Contradicted by {records}: {sentence(assessment.why)}"
        if weak:
            verdict = f"this {weak}, so it stands as “{part.first.verdict}” until one of them is read"
            message = f"Recorded as contradicted by {records}, but {verdict}: {sentence(assessment.why)}"
        yield RULE.at(part.reading, part.span, message, [part.claim.id], "warning" if weak else None)


RULE = Rule(
    code="E401",
    name="contradicted-by-evidence",
    severity="error",
    summary="A claim that a reader of the evidence found contradicted.",
    find=_find,
)
