"""P605: several articles agree and none of them names a source.

Refuses to call agreement support, and to report what is worth no check or has a source beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.compare.independence import Agreement, agreements
from claimbook.model import Finding
from claimbook.rules.conflicts import sentence, shortened
from claimbook.rules.identified import names_a_source, passage, source_carries_over
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule

WORTH = 2
_LONGEST = 120
_SHOWN = 4
_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def _find(context: Context) -> Iterator[Finding]:
    claims = [claim for _, claim in context.claims()]
    records = {reading.article: reading.record for reading in context.readings if reading.record}
    for agreement in agreements(context.relations, claims, records):
        if agreement.standing == "no source" and not _stands_on_something(agreement, context):
            yield _finding(agreement, context)


def _stands_on_something(agreement: Agreement, context: Context) -> bool:
    """Tell whether the words around some claim name a source, or too few articles say what is worth a check."""
    sides = [context.by_id[claim] for claim in agreement.claims]
    worthy = {claim.article for _, claim in sides if claim.worth >= WORTH}
    return len(worthy) < 2 or any(_sourced(reading, claim.at) for reading, claim in sides)


def _sourced(reading: Reading, at: tuple[int, int]) -> bool:
    return names_a_source(passage(reading, *at)) or source_carries_over(reading, *at)


def _finding(agreement: Agreement, context: Context) -> Finding:
    order = {reading.article: number for number, reading in enumerate(context.readings)}
    sides = sorted((context.by_id[name] for name in agreement.claims), key=lambda s: (order[s[0].article], s[1].at))
    reading, claim = sides[0]
    others = {other.article: other.quote for _, other in sides if other.article != claim.article}
    told = "; ".join(f"{article}: “{shortened(quote, _LONGEST)}”" for article, quote in list(others.items())[:_SHOWN])
    ties = f" ({'; '.join(agreement.ties)})" if agreement.ties else ""
    many, other = len(agreement.articles), "The other" if len(others) == 1 else "The others"
    count = _COUNTS[many] if many < len(_COUNTS) else str(many)
    message = (
        f"{count} articles agree and none names a source{ties}: repetition is no support. "
        f"{sentence(_agreed(agreement))} Find where it comes from. {other}: {told}"
    )
    return RULE.at(reading, claim.at, message, [side.id for _, side in sides])


def _agreed(agreement: Agreement) -> str:
    """Say what the articles agree on: the first reason, without what one pair alone adds to it."""
    why = agreement.why.partition("; ")[0].partition(" (and ")[0]
    if len(agreement.articles) > 2:
        why = why.replace("Both say:", "All say:").replace("both say ", "all say ", 1)
    return why


RULE = Rule(
    code="P605",
    name="circular-sourcing",
    severity="warning",
    summary="Several articles agree and none of them names a source: agreement is not support.",
    find=_find,
)
