"""E405: two readers judged the same words of a claim differently.

Refuses to pick a side: the first reader's verdict stands until the readers have settled it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.judged import judged, sentence
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    for part in judged(context):
        if len({one.verdict for one in part.assessments}) < 2:
            continue
        said = " ".join(f"{one.by}: {one.verdict}. {sentence(one.why)}" for one in part.assessments)
        yield RULE.at(part.reading, part.span, f"Readers of the evidence disagree. {said}", [part.claim.id])


RULE = Rule(
    code="E405",
    name="readers-disagree",
    severity="warning",
    summary="Two readers of the evidence judged the same words differently.",
    find=_find,
)
