"""S101: a specific figure is stated and no identifiable source stands behind it.

Refuses years, procedure (how long a session takes, how often), doses, definitions and advice: those are facts too, but
not statistics.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.extract.attribution import sentence_attribution
from claimbook.model import Claim, Finding, Quantity
from claimbook.rules.identified import is_named_later, names_a_source, passage, source_carries_over
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule
from claimbook.rules.statistics import span_of, statistics
from claimbook.rules.studies import follows_as_size, introduced_studies, introduces_a_study, leads_to_sample


def _find(context: Context) -> Iterator[Finding]:
    for reading, claim in context.claims():
        if claim.attribution.level in {"named", "cited"}:
            continue
        figures = [figure for figure in statistics(reading, claim) if not _describes_a_study(reading, claim, figure)]
        if figures and not _has_source(reading, claim):
            yield RULE.at(reading, claim.at, _message(claim, figures), [claim.id])


def _has_source(reading: Reading, claim: Claim) -> bool:
    if names_a_source(passage(reading, *claim.at)) or source_carries_over(reading, *claim.at):
        return True
    if sentence_attribution(reading.sentence(claim)) in {"named", "cited"}:
        return True
    first, last = reading.around(*claim.at)
    return introduces_a_study(reading.text[first:last]) and is_named_later(reading, first, last)


def _describes_a_study(reading: Reading, claim: Claim, figure: Quantity) -> bool:
    """Tell whether a figure is the size of a study ("a survey of 2,000 drivers"), which A202 looks at."""
    if figure.kind != "count":
        return False
    first, last = reading.around(*claim.at)
    start, _ = span_of(reading, claim, figure)
    if leads_to_sample(reading.text[first:start]):
        return True
    studies = introduced_studies(reading.text, first, last)
    return any(a <= start < b or (b <= start and follows_as_size(reading.text[b:start])) for a, b in studies)


def _message(claim: Claim, figures: list[Quantity]) -> str:
    said = ", ".join(f"“{figure.text}”" for figure in figures)
    if claim.attribution.level == "vague":
        return f"{said}: “{claim.attribution.text}” is no source. Name the one that counted, or leave the figure out."
    return f"{said}: no source is given. Name the one that counted, or leave the figure out."


RULE = Rule(
    code="S101",
    name="unsupported-statistic",
    severity="error",
    summary="A specific figure is stated with no identifiable source.",
    find=_find,
)
