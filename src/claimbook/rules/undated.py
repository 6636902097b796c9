"""P602: wording that counts from the day of writing, in an article that has no date.

Refuses articles whose record or head carries a date, and words that are not about the time of writing ("new neural
connections", "people who recently moved").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimbook.model import Claim, Finding
from claimbook.rules.cues import Span, cues, find_cues, has_cue
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule

_LEXICON = "time_relative"
_HEAD = 600  # code points in which an article that carries its own date shows it
_NEAR = 40  # code points in which a year anchors the words beside it


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        if is_dated(reading):
            continue
        for first, last in reading.sentences:
            claims = reading.claims_in(first, last)
            span = _relative_words(reading, (first, last), claims) if claims else None
            if span:
                words = reading.text[span[0] : span[1]]
                message = f"“{words}” counts from a day the article does not give: name the year, or date the article."
                yield RULE.at(reading, span, message, [claim.id for claim in claims])


def is_dated(reading: Reading) -> bool:
    """Tell whether an article's record or its own head says when it was published."""
    if reading.record is not None and (reading.record.published or reading.record.updated):
        return True
    return has_cue(cues(_LEXICON, "dateline"), reading.text[:_HEAD])


def _goes_stale(claim: Claim) -> bool:
    """Tell whether a claim that says "now" can be out of date: it gives a figure, or more than a description."""
    return bool(claim.quantities) or claim.kind != "other"


def _relative_words(reading: Reading, sentence: Span, claims: Iterable[Claim]) -> Span | None:
    """Find the first words of a sentence that count from the day of writing."""
    first, last = sentence
    found = list(find_cues(cues(_LEXICON, "relative"), reading.text, first, last))
    if any(_goes_stale(claim) for claim in claims):
        found = sorted([*found, *find_cues(cues(_LEXICON, "present"), reading.text, first, last)])
    others = list(find_cues(cues(_LEXICON, "not_relative"), reading.text, first, last))
    for start, end in found:
        near = reading.text[max(first, start - _NEAR) : min(last, end + _NEAR)]
        if has_cue(cues(_LEXICON, "anchor"), near) or any(a < end and start < b for a, b in others):
            continue
        return start, end
    return None


RULE = Rule(
    code="P602",
    name="undated",
    severity="info",
    summary="Wording that counts from the day of writing, in an article that has no date.",
    find=_find,
)
