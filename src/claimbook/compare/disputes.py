"""What one text says is denied or rejected, and the other text says: an accusation beside its denial.

Refuses to oppose a denial to a text that shares no word with what is denied, or but one in all, or itself denies.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import re2

from claimbook.compare.verdicts import Verdict
from claimbook.compare.wording import Word, content_stems, read_words
from claimbook.lexicon import load

# how many words of what is denied are read
_REACH = 12
_LEAST = 2


@cache
def _cues(side: str) -> re2._Regexp:
    return re2.compile(rf"(?i)\b(?:{'|'.join(load('disputes')[side])})\b")


def _denials(text: str) -> Iterator[tuple[str, tuple[Word, ...], tuple[Word, ...]]]:
    """Give each cue of denial with the words of what it denies and of who denies."""
    for match in _cues("before").finditer(text):
        left, right = read_words(text[: match.start()]), read_words(text[match.end() :])
        yield match[0], right[:_REACH], left[-_REACH:]
    for match in _cues("after").finditer(text):
        left, right = read_words(text[: match.start()]), read_words(text[match.end() :])
        yield match[0], left[-_REACH:], right[:_REACH]


def find_dispute(a: str, b: str) -> Verdict | None:
    """Say what one of two texts denies that the other says; `None` where none or both deny."""
    found = [list(_denials(text)) for text in (a, b)]
    if bool(found[0]) == bool(found[1]):
        return None
    denials, other = (found[0], b) if found[0] else (found[1], a)
    said = content_stems(read_words(other))
    for cue, words, who in denials:
        shared = content_stems(words) & said
        if shared and len(shared | (content_stems(who) & said)) >= _LEAST:
            named = ", ".join(dict.fromkeys(w.text for w in words if w.stem in shared))
            return Verdict("tension", "polarity", f"one denies (“{cue}”) what the other says: {named}", "dispute")
    return None
