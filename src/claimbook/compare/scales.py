"""Scales on which things lie: raising one end ("sleep") is lowering the other ("insomnia").

Refuses to know a subject: scales and their ends come from `lexicon/opposites.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimbook.compare.wording import Lists, Match, Word, content_stems, find_any, index_lists, list_numbers, stem
from claimbook.lexicon import load


@dataclass(frozen=True, slots=True)
class Place:
    """Say on which scale a thing lies, at which end (1 up, -1 down), and which stems narrow it."""

    scale: str
    end: int
    rest: frozenset[str]


@cache
def _longest_first(scale: str, end: str) -> list[str]:
    phrases = next(s[end] for s in load("opposites")["states"] if s["name"] == scale)
    return sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase))


@cache
def _ends() -> tuple[list[tuple[str, int, list[str], bool]], Lists]:
    """Give the ends of all scales (name, side, phrases, whether it is the good end) and how their phrases open."""
    sides = (("down", -1), ("up", 1))
    states = load("opposites")["states"]
    ends = [(s["name"], n, _longest_first(s["name"], end), s.get("good") == end) for s in states for end, n in sides]
    return ends, index_lists(phrases for _, _, phrases, _ in ends)


@cache
def _organs() -> tuple[list[tuple[str, list[str]]], Lists]:
    organs = [(s["name"], s["organs"]) for s in load("opposites")["states"] if s.get("organs")]
    return organs, index_lists(phrases for _, phrases in organs)


def find_place(item: Sequence[Word], *, quality: bool) -> Place | None:
    """Place a thing by the longest phrase that names it; `quality` (better, worse) fits a good end only."""
    best: tuple[int, Match, str, int] | None = None
    ends, lists = _ends()
    for name, side, phrases, good in (ends[number] for number in list_numbers(item, lists)):
        found = find_any(item, phrases) if good or not quality else None
        if found and (best is None or found.end - found.start > best[0]):
            best = (found.end - found.start, found, name, side)
    if best is None:
        return _organ(item) if quality else None
    _, at, name, side = best
    # "CO2 pollution" is no narrower than either
    return Place(name, side, content_stems([*item[: at.start], *item[at.end :]]) - _said_alike(name, side))


@cache
def _said_alike(scale: str, side: int) -> frozenset[str]:
    """Give the stems of the single words that name one end of a scale."""
    words = (phrase for phrase in _longest_first(scale, "up" if side > 0 else "down") if " " not in phrase)
    return frozenset(map(stem, words))


def _organ(item: Sequence[Word]) -> Place | None:
    """Read what is good or bad for a part of the body as a change of its health ("good for your knees")."""
    organs, lists = _organs()
    named = (organs[number] for number in list_numbers(item, lists))
    return next((Place(name, 1, frozenset()) for name, phrases in named if find_any(item, phrases)), None)


@cache
def _said_bare() -> tuple[list[tuple[str, int, Sequence[str]]], Lists]:
    """Give the expressions that say a change of a state by themselves, with their first words."""
    ends = (("more", 1), ("less", -1))
    said = [(s["name"], sign, s[key]) for s in load("opposites")["states"] for key, sign in ends if key in s]
    return said, index_lists((phrases for _, _, phrases in said), exact=True)


def find_bare(words: Sequence[Word]) -> Iterator[tuple[str, int, Match]]:
    """Find expressions that say a change of a scale by themselves ("live longer"): the scale, the sign, the place."""
    said, lists = _said_bare()
    for name, sign, phrases in (said[number] for number in list_numbers(words, lists, exact=True)):
        found = find_any(words, phrases, exact=True)
        if found:
            yield name, sign, found
