"""Tell whether a waiver covers a finding.

Refuses to let an expired waiver cover anything.
"""

from __future__ import annotations

import datetime as dt

from claimbook.model import Finding, Waiver, Waivers
from claimbook.rules.rule import Context, Rule


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether a waiver is about a finding: the same rule, at one of its claims (its article, without any)."""
    places = finding.claims or (finding.article,)
    return waiver.code == finding.code and waiver.claim in places


def has_expired(waiver: Waiver, today: dt.date | None) -> bool:
    """Tell whether a waiver ended before `today`; its last day still counts, and without a date nothing expires."""
    return waiver.until is not None and today is not None and dt.date.fromisoformat(waiver.until) < today


def is_waived(finding: Finding, waivers: Waivers, today: dt.date | None) -> bool:
    """Tell whether a waiver in force covers a finding."""
    return any(covers(waiver, finding) and not has_expired(waiver, today) for waiver in waivers.waivers)


def waiver_finding(rule: Rule, context: Context, waiver: Waiver, message: str) -> Finding:
    """Report a waiver where the claim it names stands; with an empty span where there is no such claim."""
    held = context.by_id.get(waiver.claim)
    if held is not None:
        return rule.at(held[0], held[1].at, message, [waiver.claim])
    article = waiver.claim.rpartition("/")[0] or waiver.claim
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        article=article,
        start=0,
        end=0,
        quote="",
        message=message,
        claims=(waiver.claim,),
    )
