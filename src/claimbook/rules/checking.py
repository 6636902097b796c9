"""Run the rules over articles and set waived findings aside.

Refuses to drop anything silently: what was waived is counted, and a waiver that no longer does anything is a finding.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimbook.extract.garbled import Dictionary
from claimbook.model import Finding, Relation
from claimbook.rules.reading import Reading
from claimbook.rules.registry import rules
from claimbook.rules.rule import Context, Rule
from claimbook.rules.waiving import is_waived

if TYPE_CHECKING:
    from claimbook.extract.sources import Sources


@dataclass(frozen=True)
class Checked:
    """Hold what the rules found: what stands, and what an editor decided to live with."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]


def run(
    sources: Sources,
    relations: Sequence[Relation],
    *,
    select: Collection[str] | None = None,
    today: dt.date | None = None,
    dictionaries: Sequence[Dictionary] = (),
) -> Checked:
    """Run the rules (`select`: only these codes) and part what stands from what is waived on `today`.

    Both parts are sorted by article (in the order given), place and code. Without `today` no waiver expires.
    `dictionaries` of garbled wording are an editor's own.
    """
    context = Context(
        readings=tuple(Reading(source) for source in sources.sources),
        relations=tuple(relations),
        topics=sources.topics,
        waivers=sources.waivers,
        today=today,
        evidence=sources.evidence,
        dictionaries=tuple(dictionaries),
    )
    wanted = [rule for rule in rules() if select is None or rule.code in select]
    raised = _found((rule for rule in wanted if not rule.closing), context)
    closing = replace(context, raised=raised, judged=frozenset(rule.code for rule in wanted))
    raised += _found((rule for rule in wanted if rule.closing), closing)
    order = {reading.article: number for number, reading in enumerate(context.readings)}
    ranked = sorted(
        _merged(raised), key=lambda f: (order.get(f.article, len(order)), f.start, f.end, f.code, f.message)
    )
    waived = tuple(finding for finding in ranked if is_waived(finding, context.waivers, today))
    return Checked(tuple(finding for finding in ranked if finding not in set(waived)), waived)


def check(sources: Sources, relations: Sequence[Relation], *, select: Collection[str] | None = None) -> list[Finding]:
    """List what the rules find and nobody waived, sorted by article, place and code."""
    return list(run(sources, relations, select=select).findings)


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    """Make one finding of those a rule raised at one place with one message, for all their claims."""
    claims: dict[Finding, list[str]] = {}
    for finding in findings:
        claims.setdefault(finding.model_copy(update={"claims": ()}), []).extend(finding.claims)
    return [bare.model_copy(update={"claims": tuple(dict.fromkeys(ids))}) for bare, ids in claims.items()]


def _found(wanted: Iterable[Rule], context: Context) -> tuple[Finding, ...]:
    return tuple(finding for rule in wanted for finding in rule.find(context))
