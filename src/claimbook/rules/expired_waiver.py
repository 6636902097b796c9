"""W902: a waiver has run out.

Refuses to look at a clock: the caller says what today is. What an expired waiver covered is reported again as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.rule import Context, Rule
from claimbook.rules.waiving import has_expired, waiver_finding


def _find(context: Context) -> Iterator[Finding]:
    for waiver in context.waivers.waivers:
        if has_expired(waiver, context.today):
            message = f"The waiver of {waiver.code} by {waiver.by} ended on {waiver.until}: decide again, or remove it."
            yield waiver_finding(RULE, context, waiver, message)


RULE = Rule(
    code="W902",
    name="expired-waiver",
    severity="warning",
    summary="A waiver has run out.",
    find=_find,
    closing=True,
)
