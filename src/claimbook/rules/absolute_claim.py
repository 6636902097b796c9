"""L501: wording that leaves no room for doubt or exception, beyond what a text can support.

Refuses denials ("is not a cure-all"), hedges, hopes and questions, somebody else's boast, and advice ("always consult
your doctor"). A heading counts for the claims under it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Claim, Finding
from claimbook.rules.cues import Span, cues, find_cues, has_cue
from claimbook.rules.denial import is_denied
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule

_LEXICON = "absolute_claim"


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        for claim in reading.claims:
            yield from _finding(reading, _in_claim(reading, claim), [claim.id])
        for heading in reading.blocks:
            if heading.kind == "heading" and reading.text[heading.end - 1] != "?":
                span = _words(reading, heading.start, heading.end, "strong")
                claims = [claim.id for claim in reading.claims_under(heading)] if span else []
                yield from _finding(reading, span, claims)


def _finding(reading: Reading, span: Span | None, claims: list[str]) -> Iterator[Finding]:
    if span and claims:
        words = reading.text[span[0] : span[1]]
        message = f"“{words}” leaves no room for doubt or exception: say what was found, where and how surely."
        yield RULE.at(reading, span, message, claims)


def _in_claim(reading: Reading, claim: Claim) -> Span | None:
    """Find the first words of a claim that are absolute and asserted."""
    # "always" and "the only" are often plain facts: they count where a person has called the claim absolute.
    weak = claim.decided and claim.certainty == "absolute"
    return _words(reading, *claim.at, "strong") or (_words(reading, *claim.at, "weak") if weak else None)


def _words(reading: Reading, start: int, end: int, group: str) -> Span | None:
    for span in find_cues(cues(_LEXICON, group), reading.text, start, end):
        if not is_denied(reading, span, or_hedged=True) and not _is_advice(reading, span):
            return span
    return None


def _is_advice(reading: Reading, span: Span) -> bool:
    around = reading.text[max(0, span[0] - 15) : span[1] + 15]
    return has_cue(cues(_LEXICON, "advice"), around)


RULE = Rule(
    code="L501",
    name="absolute-claim",
    severity="warning",
    summary="Wording that leaves no room for doubt or exception, beyond what a text can support.",
    find=_find,
)
