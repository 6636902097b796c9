"""L501: wording that leaves no room for doubt or exception, beyond what a text can support.

Refuses denials ("is not a cure-all"), hopes and questions, somebody else's boast, hedged claims, and advice ("always
consult your doctor").
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
    for reading, claim in context.claims():
        if claim.certainty == "hedged":
            continue
        span = _absolute_words(reading, claim)
        if span:
            words = reading.text[span[0] : span[1]]
            message = f"“{words}” leaves no room for doubt or exception: say what was found, in whom and how surely."
            yield RULE.at(reading, span, message, [claim.id])


def _absolute_words(reading: Reading, claim: Claim) -> Span | None:
    """Find the first words of a claim that are absolute and asserted."""
    groups = ("strong", "weak") if claim.certainty == "absolute" else ("strong",)
    for group in groups:
        for span in find_cues(cues(_LEXICON, group), reading.text, *claim.at):
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
