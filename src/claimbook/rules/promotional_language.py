"""L502: sales language, in the text of an article or around its claims.

Refuses what an article denies, doubts or quotes as somebody else's, page furniture, and absolute claims (L501's).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.cues import Span, cues, find_cues, has_cue
from claimbook.rules.denial import is_denied
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule

_LEXICON = "promotional_language"
_PROSE = frozenset({"paragraph", "item"})


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        for first, last in reading.sentences:
            block = reading.block_at(first)
            span = _sales_words(reading, first, last) if block is not None and block.kind in _PROSE else None
            if span:
                words = reading.text[span[0] : span[1]]
                claims = [claim.id for claim in reading.claims_in(first, last)]
                yield RULE.at(reading, span, f"“{words}” sells: say what it does, and leave the judgement out.", claims)


def _sales_words(reading: Reading, first: int, last: int) -> Span | None:
    """Find the first sales words of a sentence that the sentence does not take back."""
    for span in find_cues(cues(_LEXICON, "sales"), reading.text, first, last):
        if not is_denied(reading, span) and not has_cue(
            cues(_LEXICON, "other_sense"), reading.text[span[0] : span[1] + 15]
        ):
            return span
    # "Don't miss out" denies nothing, so calls to act are looked for without asking.
    return next(find_cues(cues(_LEXICON, "call"), reading.text, first, last), None)


RULE = Rule(
    code="L502",
    name="promotional-language",
    severity="info",
    summary="Sales language.",
    find=_find,
)
