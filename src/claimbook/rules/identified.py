"""Tell whether a reader could find the source of what an article says.

Refuses to look anything up: a name, a reference or a publication in the text counts, right or wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimbook.rules.cues import cues, has_cue
from claimbook.rules.reading import WIDEST, Reading
from claimbook.rules.studies import introduces_a_study

_LEXICON = "identification"
_AHEAD = 100  # sentences: a study not named by then is not named where a reader would look
_SIZE = re.compile(r"\b\d[\d,]+\b")


def names_a_source(text: str) -> bool:
    """Tell whether a stretch of text carries a reference, a publication, a person or an institution."""
    return has_cue(cues(_LEXICON, "reference"), text) or has_cue(cues(_LEXICON, "exact", any_case=False), text)


def refers_back(text: str) -> bool:
    """Tell whether a stretch of text speaks of a study or its people as already introduced ("the researchers")."""
    return has_cue(cues(_LEXICON, "back"), text)


def source_carries_over(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the passage at a span belongs to a source the article named before it.

    It does when it refers back, and the nearest study or source introduced before it was an identifiable one.
    """
    if not refers_back(passage(reading, start, end)):
        return False
    return _named_before(reading)[reading.index_of(start)]


def is_named_later(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the text names the study in the sentence at a span ("The findings were published in …") further on.

    What follows is looked at until it turns to another study; one of the very same size is the same one.
    """
    sizes = frozenset(_SIZE.findall(reading.text[start:end]))
    following = reading.number_from(end)
    for sentence in _sentences(reading)[following : following + _AHEAD]:
        if sentence.introduces and not sizes & sentence.sizes:
            return False
        if sentence.names and (sentence.refers_back or sentence.introduces):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Hold what one sentence does about sources."""

    names: bool
    refers_back: bool
    introduces: bool
    sizes: frozenset[str]


@lru_cache(maxsize=8)
def _sentences(reading: Reading) -> tuple[_Sentence, ...]:
    texts = (reading.text[first : min(last, first + 2 * WIDEST)] for first, last in reading.sentences)
    return tuple(
        _Sentence(names_a_source(text), refers_back(text), introduces_a_study(text), frozenset(_SIZE.findall(text)))
        for text in texts
    )


@lru_cache(maxsize=8)
def _named_before(reading: Reading) -> tuple[bool, ...]:
    """Tell, for every sentence, whether the nearest study or source introduced before it was an identifiable one."""
    named, answers = False, []
    for sentence in _sentences(reading):
        answers.append(named)
        named = sentence.names or (named and not sentence.introduces)
    return tuple(answers) or (False,)


def passage(reading: Reading, start: int, end: int) -> str:
    """Give the sentences a span touches, after the words that lead into its list where it stands in one."""
    first, last = reading.around(start, end)
    return f"{reading.lead_in(start)}\n{reading.text[first:last]}"
