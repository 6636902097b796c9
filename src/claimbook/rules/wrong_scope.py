"""E403: a figure or an approval for one condition or product used for another.

Refuses to speak where the claim names the condition the evidence is about and no other, where nobody recorded what a
product is approved for, and where an article is about several conditions and the claim names none.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.evidence.nouns import Record
from claimbook.model import Claim, Finding
from claimbook.rules.cues import cues, has_cue
from claimbook.rules.judged import Judged, judged, named
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    if not context.evidence.records:
        return
    for part in judged(context):
        yield from _borrowed_figure(context, part)
    approving = [record for record in context.evidence.records.values() if record.approvals]
    for reading, claim in context.claims() if approving else ():
        yield from _borrowed_approval(context, reading, claim, approving)


def _borrowed_figure(context: Context, part: Judged) -> Iterator[Finding]:
    """Find a share given for a condition that no study with a share is about: none assessed, none on its question."""
    if part.first.verdict == "supports" or not any(quantity.unit == "%" for quantity in part.claim.quantities):
        return
    records = [one for one in context.evidence.named(part.first.assessment.records) if _gives_a_share(one)]
    about = list(dict.fromkeys(condition for record in records for condition in record.conditions))
    covered = [*about, *_answered(context, part)] if about else []
    missing = [
        one for one in _scope(context, part.reading, part.claim) if not context.beside.conditions.touches(covered, one)
    ]
    if about and missing:
        message = (
            f"The shares on record here are for {_listed(about)}, none for {_listed(missing)}: {named(records)}. "
            f"Say whom the figure is about, or name a source for {_listed(missing)}."
        )
        yield RULE.at(part.reading, part.span, message, [part.claim.id])


def _answered(context: Context, part: Judged) -> Iterator[str]:
    """Give the conditions of the studies whose figures stand beside the claim's, assessed or not."""
    beside = context.beside
    for question in beside.questions(part.claim, beside.subject(part.reading.article, part.reading.text)):
        for figure in beside.study_figures(question):
            yield from figure.record.conditions


def _borrowed_approval(context: Context, reading: Reading, claim: Claim, approving: list[Record]) -> Iterator[Finding]:
    """Find an approval of a product told where it is read as one for another condition."""
    products = context.beside.products.named(claim.quote)
    if not products or not has_cue(cues("approval", "approved"), claim.quote):
        return
    if has_cue(cues("approval", "limits"), claim.quote):
        return
    for product in products:
        records = [one for one in approving if any(approval.product == product for approval in one.approvals)]
        approvals = [one for record in records for one in record.approvals if one.product == product]
        allowed = list(dict.fromkeys(condition for one in approvals for condition in one.conditions))
        missing = [one for one in _scope(context, reading, claim) if not _is_allowed(context, allowed, one)]
        if allowed and missing:
            message = (
                f"The approval on record is of {product} for {_listed(allowed)}, not for {_listed(missing)}: "
                f"{named(records)}. Say what is approved, and for what."
            )
            yield RULE.at(reading, claim.at, message, [claim.id])


def _is_allowed(context: Context, allowed: list[str], condition: str) -> bool:
    return any(context.beside.conditions.covers(one, condition) for one in allowed)


def _scope(context: Context, reading: Reading, claim: Claim) -> tuple[str, ...]:
    """Give the conditions a claim is read as being about: those it names, else what its whole article is about."""
    said = context.beside.claim_conditions(claim)
    subject = context.beside.subject(reading.article, reading.text)
    return said or ((subject,) if subject else ())


def _gives_a_share(record: Record) -> bool:
    return any(one.question and (one.unit in ("percent", "%") or one.of is not None) for one in record.findings)


def _listed(conditions: tuple[str, ...] | list[str]) -> str:
    return " and ".join(filter(None, (", ".join(conditions[:-1]), conditions[-1])))


RULE = Rule(
    code="E403",
    name="wrong-scope",
    severity="warning",
    summary="A figure or an approval for one condition or product used for another.",
    find=_find,
)
