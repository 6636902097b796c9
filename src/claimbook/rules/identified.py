"""Tell whether a reader could find the source of what an article says.

Refuses to look anything up: a name, a reference or a publication in the text counts, right or wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimbook.rules.cues import cues, has_cue
from claimbook.rules.reading import Reading
from claimbook.rules.studies import introduces_a_study

_LEXICON = "identification"
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
    sizes = set(_SIZE.findall(reading.text[start:end]))
    for first, last in reading.sentences_from(end):
        sentence = reading.text[first:last]
        if introduces_a_study(sentence) and not sizes & set(_SIZE.findall(sentence)):
            return False
        if names_a_source(sentence) and (refers_back(sentence) or introduces_a_study(sentence)):
            return True
    return False


@lru_cache(maxsize=8)
def _named_before(reading: Reading) -> tuple[bool, ...]:
    """Tell, for every sentence, whether the nearest study or source introduced before it was an identifiable one."""
    named, answers = False, []
    for first, last in reading.sentences:
        answers.append(named)
        sentence = reading.text[first:last]
        if names_a_source(sentence):
            named = True
        elif introduces_a_study(sentence):
            named = False
    return tuple(answers) or (False,)


def passage(reading: Reading, start: int, end: int) -> str:
    """Give the sentences a span touches, after the words that lead into its list where it stands in one."""
    first, last = reading.around(start, end)
    return f"{reading.lead_in(start)}\n{reading.text[first:last]}"
