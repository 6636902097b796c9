"""What a figure is a figure of, told by the words of its claim, so that like stands with like in a chart.

Refuses a heading that says nothing: a pronoun or a bare number is none, and what no other figure shares needs none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from claimbook.compare.wording import content_stems, read_words, stem
from claimbook.extract.grammar import finite_verbs
from claimbook.extract.tokens import (
    ADVERB,
    COORD,
    DET,
    NEGATION,
    POSSESSIVE,
    PREP,
    REL,
    SUBORD,
    VERBAL,
    Tokens,
)
from claimbook.model import Claim, Quantity

_SKIPPED = DET | POSSESSIVE | ADVERB | NEGATION
_ENDS = PREP | REL | SUBORD | COORD
_MOST_WORDS = 3


class Named(NamedTuple):
    """Hold the question a claim answers, where it has one, and the thing its figure is of, where its words tell."""

    question: str | None
    thing: str | None
    key: str | None


def headings(figures: Iterable[Named], others: str) -> list[str]:
    """Give each figure its heading: its question, else the thing it shares with another figure, else `others`."""
    named = list(figures)
    alike = Counter(one.key for one in named if one.question is None and one.key)
    words: dict[str, Counter[str]] = {}
    for one in named:
        if one.key and one.thing and one.question is None:
            words.setdefault(one.key, Counter())[one.thing] += 1
    # the wording most used, of those the shortest: one group has one heading
    heads = {key: min(said, key=lambda text: (-said[text], len(text), text)) for key, said in words.items()}
    return [one.question or (heads[one.key] if one.key and alike[one.key] > 1 else others) for one in named]


def name(claim: Claim, quantity: Quantity, question: str | None) -> Named:
    """Name what a quantity of a claim is a figure of: what it is a share of, or what the clause before it is about."""
    if question is not None:
        return Named(question, None, None)
    tokens = Tokens(claim.quote)
    at = quantity.start - claim.start if quantity.start is not None else claim.quote.find(quantity.text)
    if at < 0:
        return Named(None, None, None)
    first, after = tokens.between(at, at + len(quantity.text))
    if quantity.kind == "proportion" and after < len(tokens) and tokens.words[after] == "of":
        thing = _noun(tokens, after + 1, len(tokens))
        return Named(None, thing and f"Share of {thing}", thing and f"of {_head(thing)}")
    thing = _subject(tokens, first)
    return Named(None, thing and thing[0].upper() + thing[1:], thing and _head(thing))


def _subject(tokens: Tokens, first: int) -> str | None:
    """Give what the clause that leads to token `first` is about."""
    verb = next(iter(reversed(finite_verbs(tokens, 0, first))), None)
    if verb is None:
        return None
    opening = verb
    while opening and not _opens(tokens, opening - 1):
        opening -= 1
    return _noun(tokens, opening, verb)


def _opens(tokens: Tokens, k: int) -> bool:
    """Tell whether a clause begins after a word: a mark, a conjunction, "that"."""
    word = tokens.words[k]
    return not (word[0].isalnum() or word in "'’-%") or word == "that" or bool(tokens.tags[k] & (SUBORD | COORD))


def _noun(tokens: Tokens, first: int, end: int) -> str | None:
    """Give the nouns at a place, articles and adverbs before them left out; None where they name nothing."""
    while first < end and tokens.tags[first] & _SKIPPED:
        first += 1
    last = first
    while last < min(end, first + _MOST_WORDS) and _goes_on(tokens, last, first):
        last += 1
    told = tokens.slice(first, last)
    return (told.lower() if told[1:].islower() else told) if content_stems(read_words(told)) else None


def _goes_on(tokens: Tokens, k: int, first: int) -> bool:
    if not tokens.words[k][0].isalpha() or tokens.tags[k] & _ENDS:
        return False
    # "the rise", "the cost": what may be a verb is a noun right after an article
    return k == first or not tokens.tags[k] & VERBAL


def _head(thing: str) -> str:
    return stem(thing.rpartition(" ")[2].lower())
