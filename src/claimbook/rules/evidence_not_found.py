"""E404: a claim for which evidence was looked for and none was found.

Refuses to take "not yet assessed" for "not found": where nobody has looked, nothing is said here.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.evidence.nouns import Assessment
from claimbook.model import Finding
from claimbook.rules.judged import judged, named, sentence
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    for part in judged(context):
        assessment = part.first.assessment
        if assessment.verdict == "not found":
            records = context.evidence.named((*assessment.nearest, *assessment.against))
            near = f" Nearest: {named(dict.fromkeys(records))}." if records else ""
            message = (
                f"Looked for and not found{_searched(assessment)}. {sentence(assessment.why)}{near} Name the source."
            )
            yield RULE.at(part.reading, part.span, message, [part.claim.id])


def _searched(assessment: Assessment) -> str:
    return f": {assessment.searched}" if assessment.searched else ""


RULE = Rule(
    code="E404",
    name="evidence-not-found",
    severity="warning",
    summary="A claim for which evidence was looked for and none was found.",
    find=_find,
)
