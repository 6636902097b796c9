"""Whom a claim is about, and whether two claims are about the same.

Refuses to compare what one claim leaves open: an unnamed population meets any other, except animals and cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from claimbook.compare.settings import names_a_place
from claimbook.compare.wording import Lists, Word, find_any, index_lists, list_numbers, terms
from claimbook.lexicon import load
from claimbook.model import Claim


@cache
def _groups() -> tuple[list[tuple[str, list[str]]], Lists]:
    groups = [
        (str(name), phrases) for name, phrases in load("populations").items() if name not in ("apart", "both", "bare")
    ]
    return groups, index_lists((phrases for _, phrases in groups), exact=True)


def read_population(claim: Claim, words: Sequence[Word]) -> str | None:
    """Name the population: a group of the lexicon found in the quote, else what the claim itself records."""
    groups, lists = _groups()
    both = find_any(words, load("populations")["both"], exact=True)
    if both:
        words = (*words[: both.start], *words[both.end :])
    for name, phrases in (groups[number] for number in list_numbers(words, lists, exact=True)):
        if find_any(words, phrases, exact=True):
            return name
    return claim.population if terms(claim.population) else None


@lru_cache(maxsize=4096)
def bare(population: str | None) -> bool:
    """Tell whether a population narrows nothing: "1,140 owners" of a survey, "households"."""
    words = [w for w in (population or "").lower().split() if not w[0].isdigit() and not names_a_place(w)]
    return len(words) == 1 and words[0] in load("populations")["bare"].split()


def apart(a: str | None, b: str | None) -> str | None:
    """Say why two populations cannot be compared, `None` when they can."""
    if a == b or bare(a) or bare(b):
        return None
    if a and b:
        one, other = terms(a) or {a}, terms(b) or {b}
        return None if set(one) & set(other) else f"different population — {a} / {b}"
    only = a or b
    return f"different population — {only} / not stated" if only in load("populations")["apart"] else None


def groups_apart(a: str | None, b: str | None) -> str | None:
    """Say why what changes in one population says nothing of another: two groups of the lexicon, or animals and cells.

    Other populations a claim records narrow it, and make a contradiction a tension.
    """
    groups = load("populations")
    named = [name if name in groups else None for name in (a, b)]
    return apart(*named)


def moved_between(a: str | None, b: str | None) -> str | None:
    """Say that one figure is given for two different groups, each named; `None` where one may hold the other."""
    if not a or not b or bare(a) or bare(b):
        return None
    people = {*load("generic_words")["people"].split(), *load("generic_words")["function"].split()}
    one, other = ({word.lower() for word in group.split()} - people for group in (a, b))
    return f"but for different people: {a} / {b}" if one and other and one.isdisjoint(other) else None
