"""E401: a claim that a reader of the evidence found contradicted.

Refuses to rest on what nobody read: a verdict on snippets and providers' pages alone is E406's, not an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.judged import judged, named, sentence
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    for part in judged(context):
        if part.first.verdict == "contradicts":
            assessment = part.first.assessment
            message = f"Contradicted by {named(context.evidence.named(assessment.against))}: {sentence(assessment.why)}"
            yield RULE.at(part.reading, part.span, message, [part.claim.id])


RULE = Rule(
    code="E401",
    name="contradicted-by-evidence",
    severity="error",
    summary="A claim that a reader of the evidence found contradicted.",
    find=_find,
)
