"""S102: a share or a change that does not say of what, in whom or against what.

Refuses shares that name their whole anywhere in the sentence, and comparisons that name the other side.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding, Quantity
from claimbook.rules.cues import Span, cues, has_cue
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule
from claimbook.rules.statistics import span_of

_LEXICON = "statistic_without_base"
_AFTER = 40  # code points: what a figure measures stands right behind it


def _find(context: Context) -> Iterator[Finding]:
    for reading, claim in context.claims():
        sentence = reading.sentence(claim)
        for quantity in claim.quantities:
            span = span_of(reading, claim, quantity)
            why = _missing(reading, quantity, span, sentence) if quantity.kind in {"proportion", "ratio"} else None
            if why:
                yield RULE.at(reading, span, f"“{quantity.text}”: {why}.", [claim.id])


def _missing(reading: Reading, quantity: Quantity, span: Span, sentence: str) -> str | None:
    """Say what a figure lacks, `None` where it lacks nothing."""
    after = reading.text[span[1] : span[1] + _AFTER]
    figure = f"{quantity.text}{after}"
    if has_cue(cues(_LEXICON, "comparison"), figure) and not has_cue(cues(_LEXICON, "other_side"), sentence):
        return "more or less than what? Name what it is compared with"
    if has_cue(cues(_LEXICON, "rate"), figure) and not has_cue(cues(_LEXICON, "whom"), sentence):
        return "of whom, and how many were there? Name the group and its size"
    return None


RULE = Rule(
    code="S102",
    name="statistic-without-base",
    severity="warning",
    summary="A share or a change does not say of what, in whom or against what.",
    find=_find,
)
