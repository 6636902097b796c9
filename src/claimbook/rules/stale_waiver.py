"""W901: a waiver covers nothing any more.

Refuses to judge a waiver of a rule that was not run. An expired waiver is W902's.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding, Waiver
from claimbook.rules.registry import rules
from claimbook.rules.rule import Context, Rule
from claimbook.rules.waiving import covers, has_expired, waiver_finding


def _find(context: Context) -> Iterator[Finding]:
    for waiver in context.waivers.waivers:
        if has_expired(waiver, context.today) or any(covers(waiver, finding) for finding in context.raised):
            continue
        why = _why(waiver, context)
        if why:
            yield waiver_finding(RULE, context, waiver, f"{why} Take the waiver of {waiver.code} out of waivers.yaml.")


def _why(waiver: Waiver, context: Context) -> str | None:
    if waiver.code not in {rule.code for rule in rules()}:
        return f"There is no rule {waiver.code}."
    if waiver.code not in context.judged:
        return None
    articles = {reading.article for reading in context.readings}
    if waiver.claim not in context.by_id and waiver.claim not in articles:
        return f"There is no claim {waiver.claim}."
    return f"{waiver.code} no longer fires at {waiver.claim}."


RULE = Rule(
    code="W901",
    name="stale-waiver",
    severity="warning",
    summary="A waiver covers nothing any more.",
    find=_find,
    closing=True,
)
