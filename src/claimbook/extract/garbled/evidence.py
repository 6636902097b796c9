"""How strongly a phrase looks like a garbled term: the candidates' features and the words around, weighed and added.

Refuses phrases with a function word, a capital inside a sentence (names), or wording that is common as it stands.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from operator import mul
from typing import Any, NamedTuple

from claimbook.extract.garbled.candidates import FEATURES, Candidate, candidates
from claimbook.extract.garbled.store import Store, store
from claimbook.extract.garbled.words import Word
from claimbook.lexicon import load

CONTEXT = ("third_word", "noun", "determiner_after", "verb_before")


class Reading(NamedTuple):
    """How strongly a phrase looks garbled (above 0 it counts), what it may mean, and where that starts."""

    score: float
    meant: tuple[int, ...]
    shift: int


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = load("garbled")
    return {**model, **{name: frozenset(model[name]) for name in ("apart", "determiners", "before_verbs")}}


@cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    weights = _model()["weights"]
    return tuple(weights[name] for name in FEATURES), tuple(weights[name] for name in CONTEXT)


def is_content(word: Word) -> bool:
    """Tell whether a word may be part of an established term."""
    return _content(word.form)


@lru_cache(maxsize=1 << 16)
def _content(form: str) -> bool:
    return len(form) > 1 and form.isalpha() and form not in _model()["apart"]


@lru_cache(maxsize=1 << 17)
def _hopeful(first: str, second: str) -> tuple[tuple[Candidate, float], ...]:
    """List the candidates of two words that some context could lift over the threshold, with their weight."""
    data, model = store(), _model()
    if data.is_common(first, second):
        return ()
    floor = model["threshold"] - model["most_from_context"]
    weights, _ = _weights()
    weighed = (
        (candidate, math.fsum(map(mul, weights, candidate.features))) for candidate in candidates(data, first, second)
    )
    return tuple(each for each in weighed if each[1] > floor)


def read_pair(words: list[Word], at: int) -> Reading | None:
    """Weigh the pair of content words that starts at `words[at]`."""
    if not _hopeful(words[at].form, words[at + 1].form) or not may_be_term(words, at):
        return None
    return _weighed(*around(words, at))


def may_be_term(words: list[Word], at: int) -> bool:
    """Tell whether a pair's letters allow it to be a term: no name inside a sentence, no adverb at its end."""
    first, second = words[at], words[at + 1]
    starts = at == 0 or not words[at - 1].form.isalpha()
    return not second.capital and (starts or not first.capital) and not second.form.endswith("ly")


def around(words: list[Word], at: int) -> tuple[str, str, str, str]:
    """Give the word before a pair, the pair and the word after; a full stop stands for what no term goes on to."""
    before = words[at - 1].form if at and not words[at - 1].capital else "."
    after = words[at + 2].form if at + 2 < len(words) else "."
    return before, words[at].form, words[at + 1].form, after


@lru_cache(maxsize=1 << 16)
def _weighed(before: str, first: str, second: str, after: str) -> Reading | None:
    readings = [_in_context(before, second, after, *each) for each in _hopeful(first, second)]
    return max(readings, key=lambda reading: reading.score, default=None)


def _in_context(before: str, second: str, after: str, candidate: Candidate, inside: float) -> Reading:
    data = store()
    longer = longer_term(data, before, after, candidate)
    features = context_features(data, before, second, after, longer is not None)
    score = inside + math.fsum(w * x for w, x in zip(_weights()[1], features, strict=True)) - _model()["threshold"]
    shift, meant = longer or (0, (candidate.first, candidate.second))
    return Reading(score, meant, shift)


def context_features(data: Store, before: str, second: str, after: str, longer: bool) -> tuple[float, ...]:
    """Give what the words around a pair say of it, in the order of CONTEXT."""
    model = _model()
    return (
        float(longer),
        float(data.noun(second)),
        float(after in model["determiners"]),
        float(before in model["before_verbs"]),
    )


def longer_term(data: Store, before: str, after: str, candidate: Candidate) -> tuple[int, tuple[int, ...]] | None:
    """Find the established term of three words that the next word or the one before completes.

    Gives where it starts, counted from the pair, and its words.
    """
    pair = (candidate.first, candidate.second)
    for last in sorted(data.after.get(pair, frozenset()) & data.origins(after).keys()) if _content(after) else ():
        return 0, (*pair, last)
    for start in sorted(data.before.get(pair, frozenset()) & data.origins(before).keys()) if _content(before) else ():
        return -1, (start, *pair)
    return None
