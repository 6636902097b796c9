"""C301: two figures about the same thing cannot both be true, or sit badly together.

Refuses to compare: it reports relations of kind numeric or temporal that comparison found and nobody dismissed, a
heading whose figure the text contradicts, and shares that make no whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.compare.headings import Doubt, compare_headings
from claimbook.compare.sums import misfit_of_shares
from claimbook.model import Finding
from claimbook.rules.conflicts import conflicts, sentence, shortened
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    found = list(conflicts(context, RULE, {"numeric", "temporal"}))
    yield from found
    for reading in context.readings:
        for doubt in compare_headings(reading.article, reading.text, reading.claims):
            if any(_tells(finding, doubt) for finding in found):
                continue
            message = f"{sentence(doubt.verdict.why)} The text: “{shortened(doubt.claim.quote)}”"
            yield RULE.at(reading, doubt.heading.at, message, [doubt.claim.id])
    for reading, claim in context.claims():
        if said := misfit_of_shares(claim):
            yield RULE.at(reading, claim.at, f"The parts do not add up: {said}.", [claim.id])


def _tells(finding: Finding, doubt: Doubt) -> bool:
    """Tell whether a finding sets the same heading, read as a claim, against the same text."""
    start, end = doubt.heading.at
    heads = finding.article == doubt.heading.article and finding.start < end and start < finding.end
    return heads and doubt.claim.id in finding.claims


RULE = Rule(
    code="C301",
    name="conflicting-figures",
    severity="error",
    summary="Two figures or times about the same thing cannot both be true, or need reading side by side.",
    find=_find,
)
