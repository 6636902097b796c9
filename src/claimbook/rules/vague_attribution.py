"""A201: a claim is credited to "studies", "research" or "experts", and nobody can be found behind the word.

Refuses testimony ("many owners report"), research that is only needed or under way, and words that refer back to a
source the article named.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Claim, Finding
from claimbook.rules.cues import Span, cues, has_cue
from claimbook.rules.identified import is_named_later, names_a_source, passage, refers_back, source_carries_over
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule
from claimbook.rules.studies import introduces_a_study

_LEXICON = "vague_attribution"


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        told = -1
        for span, claims in _credited(reading).items():
            # A sentence that credits nobody twice is told once.
            if span[0] >= told and _credits_nobody(reading, span):
                told = reading.around(*span)[1]
                words = reading.text[span[0] : span[1]]
                message = (
                    f"“{words}” names nobody a reader could ask: say who found this, where and when, or leave it out."
                )
                yield RULE.at(reading, span, message, claims)


def _credited(reading: Reading) -> dict[Span, list[str]]:
    """Gather the claims that rest on the same vague words."""
    places: dict[Span, list[str]] = {}
    for claim in reading.claims:
        if claim.attribution.level == "vague":
            places.setdefault(attributing_span(reading, claim), []).append(claim.id)
    return dict(sorted(places.items()))


def attributing_span(reading: Reading, claim: Claim) -> Span:
    """Find the attributing words of a claim: in its quote, else nearest before it, else the quote itself."""
    words = claim.attribution.text or ""
    inside = claim.quote.find(words)
    if inside >= 0:
        return claim.start + inside, claim.start + inside + len(words)
    first, last = reading.around(*claim.at)
    before = reading.text.rfind(words, max(0, first - _REACH), claim.start)
    found = before if before >= 0 else reading.text.find(words, claim.end, last + _REACH)
    return (found, found + len(words)) if found >= 0 else claim.at


def _credits_nobody(reading: Reading, span: Span) -> bool:
    first, last = reading.around(*span)
    before = reading.text[max(first, span[0] - _BEFORE) : span[0]]
    words = reading.text[span[0] : span[1]]
    if not _is_authority(before, words, reading.text[span[1] : min(last, span[1] + _AFTER)]) or names_a_source(
        passage(reading, *span)
    ):
        return False
    if _is_described(reading, span):
        return False
    if refers_back(before + words):
        return not source_carries_over(reading, *span) and not is_named_later(reading, *reading.around(*span))
    return not _is_named_next(reading, span)


def _is_authority(before: str, words: str, after: str) -> bool:
    if has_cue(cues(_LEXICON, "testimony"), words) or has_cue(cues(_LEXICON, "no_attribution"), before + words + after):
        return False
    if has_cue(cues(_LEXICON, "unnamed"), words + after if words.lower() == "according to" else words):
        return True
    return has_cue(cues(_LEXICON, "authority"), words) and has_cue(cues(_LEXICON, "reporting"), before + words + after)


def _is_described(reading: Reading, span: Span) -> bool:
    # A study that is described but not findable is A202's, and one finding is enough.
    first, last = reading.around(*span)
    return introduces_a_study(reading.text[first:last])


def _is_named_next(reading: Reading, span: Span) -> bool:
    """Tell whether the next sentence of the block gives the source ("One of them, at the University of Oslo, …")."""
    following = reading.sentence_after(reading.around(*span)[1])
    if following is None:
        return False
    text = reading.text[following[0] : following[1]]
    return names_a_source(text) and (refers_back(text) or introduces_a_study(text))


_BEFORE = 20  # code points: "no" before "evidence", "his own" before "analysis"
_AFTER = 40  # code points: what decides that "studies" credit nothing ("are needed") stands right behind them
_REACH = 400  # code points: attributing words stand in the sentence, or in the words that lead into a list

RULE = Rule(
    code="A201",
    name="vague-attribution",
    severity="warning",
    summary="A claim is credited to unnamed studies, experts or opinion, with nothing identifiable near.",
    find=_find,
)
