"""Scales on which things lie: raising one end ("sleep") is lowering the other ("insomnia").

Refuses to know a subject: scales and their ends come from `lexicon/opposites.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimbook.compare.wording import Match, Word, content_stems, find_any
from claimbook.lexicon import load


@dataclass(frozen=True, slots=True)
class Place:
    """Say on which scale a thing lies, at which end (1 up, -1 down), and which stems narrow it."""

    scale: str
    end: int
    rest: frozenset[str]


@cache
def _longest_first(scale: str, end: str) -> tuple[str, ...]:
    phrases = next(s[end] for s in load("opposites")["states"] if s["name"] == scale)
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)))


def find_place(item: Sequence[Word], *, quality: bool) -> Place | None:
    """Place a thing by the longest phrase that names it; `quality` (better, worse) fits a good end only."""
    best: tuple[int, Match, str, int] | None = None
    for scale in load("opposites")["states"]:
        for end, side in (("down", -1), ("up", 1)):
            found = find_any(item, _longest_first(scale["name"], end))
            fits = found and not (quality and scale.get("good") != end)
            if found and fits and (best is None or found.end - found.start > best[0]):
                best = (found.end - found.start, found, scale["name"], side)
    if best is None:
        return _organ(item) if quality else None
    _, at, name, side = best
    return Place(name, side, content_stems([*item[: at.start], *item[at.end :]]))


def _organ(item: Sequence[Word]) -> Place | None:
    """Read what is good or bad for a part of the body as a change of its health ("good for your knees")."""
    scales = (s for s in load("opposites")["states"] if find_any(item, s.get("organs", ())))
    return next((Place(scale["name"], 1, frozenset()) for scale in scales), None)
