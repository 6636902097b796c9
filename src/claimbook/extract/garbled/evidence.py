"""How strongly a phrase looks like a garbled term: what its words may stand for, and the words around.

Refuses phrases with a function word, a capital inside a sentence (names), or a verb where a term has a noun.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claimbook.extract.garbled.candidates import Candidate, candidates, model
from claimbook.extract.garbled.store import UNKNOWN, store
from claimbook.extract.garbled.words import Word


class Reading(NamedTuple):
    """How far a phrase is over the threshold, in hundredths, what it may mean, and where that starts."""

    excess: int
    meant: tuple[int, ...]
    shift: int


@lru_cache(maxsize=1 << 16)
def number(form: str) -> int:
    """Give the number of a word as it is written, if it may be part of an established term; else UNKNOWN."""
    low = form.lower()
    return store().number(low) if len(low) > 1 and low.isalpha() and low not in model()["apart"] else UNKNOWN


def read_pair(words: list[Word], at: int) -> Reading | None:
    """Weigh the pair of content words that starts at `words[at]`; None where nothing speaks for a term."""
    if not may_be_term(words, at):
        return None
    before = number(words[at - 1].form) if at and not words[at - 1].capital else UNKNOWN
    after = number(words[at + 2].form) if at + 2 < len(words) else UNKNOWN
    found = candidates(number(words[at].form), number(words[at + 1].form))
    return max((_weighed(before, after, each) for each in found), key=lambda each: each.excess, default=None)


def may_be_term(words: list[Word], at: int) -> bool:
    """Tell whether a pair can be a term: no name inside a sentence, no adverb at its end, no verb on either side."""
    first, second = words[at], words[at + 1]
    starts = at == 0 or not words[at - 1].form.isalpha()
    if second.capital or (first.capital and not starts) or second.form.endswith("ly"):
        return False
    after = words[at + 2].form if at + 2 < len(words) else ""
    return after not in model()["determiners"] and (at == 0 or words[at - 1].form not in model()["before_verbs"])


def _weighed(before: int, after: int, candidate: Candidate) -> Reading:
    longer = longer_term(before, after, candidate)
    weight = candidate.weight + (model()["third_word"] if longer else 0) - model()["threshold"]
    shift, meant = longer or (0, (candidate.first, candidate.second))
    return Reading(weight, meant, shift)


def longer_term(before: int, after: int, candidate: Candidate) -> tuple[int, tuple[int, ...]] | None:
    """Find the established term of three words that the next word or the one before completes.

    Gives where it starts, counted from the pair, and its words.
    """
    data, pair = store(), (candidate.first, candidate.second)
    if after != UNKNOWN:
        last = _best(data.after(*pair), {y: w for y, (_, w) in data.origins(after).items()})
        if last is not None:
            return 0, (*pair, last)
    if before != UNKNOWN:
        start = _best(data.before(*pair), {x: w for x, (w, _) in data.origins(before).items()})
        if start is not None:
            return -1, (start, *pair)
    return None


def _best(words: list[int], weights: dict[int, int]) -> int | None:
    return max((word for word in words if word in weights), key=lambda word: (weights[word], -word), default=None)
