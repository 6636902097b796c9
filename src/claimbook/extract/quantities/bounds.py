"""Words that bound a number: "over", "at least", "or more", "about".

Refuses to decide between two readings it cannot tell apart: "over six months" with no sign of lasting stays unbounded.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from claimbook.extract.quantities.numbers import CARDINALS
from claimbook.extract.quantities.tokens import TOKEN, Tokens
from claimbook.lexicon import load
from claimbook.model import Bound as BoundName

_BOUNDS = load("bounds")
LASTING = frozenset(str(word) for word in _BOUNDS["lasting"])
_RISEN = frozenset(_BOUNDS["risen"])
_MINIMUM_OF = frozenset(_BOUNDS["minimum_of"])


class Bound(NamedTuple):
    """Hold a bound and the token where its words begin (left of a number) or end (right of it)."""

    name: BoundName
    at: int
    words: tuple[str, ...]


def _index(side: str, last: bool) -> dict[str, tuple[tuple[tuple[str, ...], BoundName], ...]]:
    forms: dict[str, list[tuple[tuple[str, ...], BoundName]]] = {}
    for name, phrases in _BOUNDS[side].items():
        for phrase in phrases:
            tokens = tuple(TOKEN.findall(phrase.lower()))
            forms.setdefault(tokens[-1 if last else 0], []).append((tokens, cast(BoundName, name)))
    return {key: tuple(sorted(found, key=lambda form: -len(form[0]))) for key, found in forms.items()}


@cache
def _before() -> dict[str, tuple[tuple[tuple[str, ...], BoundName], ...]]:
    return _index("before", True)


@cache
def _after() -> dict[str, tuple[tuple[tuple[str, ...], BoundName], ...]]:
    return _index("after", False)


def bound_before(t: Tokens, i: int, first: int) -> Bound | None:
    """Read the bound whose words end before token `i` and begin at or after token `first`; the outermost one counts."""
    found = _one_before(t, i, first)
    if found and found.name == "about":
        outer = _one_before(t, found.at, first)
        return outer or found
    if found and t.word(found.at - 1) in ("about", "around", "approximately", "roughly") and found.at > first:
        return Bound(found.name, found.at - 1, found.words)
    return found


def _one_before(t: Tokens, i: int, first: int) -> Bound | None:
    if i <= first or i >= t.n or not t.linked(i):
        return None
    for tokens, name in _before().get(t.lower[i - 1], ()):
        begin = i - len(tokens)
        if begin >= first and tuple(t.lower[begin:i]) == tokens and all(t.linked(k) for k in range(begin + 1, i)):
            if tokens in (("c",), ("ca",)) and not t.raw(i)[:1].isdecimal():
                continue
            if tokens == ("up", "to") and t.word(begin - 1) in _RISEN and t.linked(begin):
                continue
            return Bound(name, begin, tokens)
    if t.lower[i - 1] == "." and t.word(i - 2) in ("ca", "c", "approx") and i - 2 >= first:
        return Bound("about", i - 2, ("approx",))
    return None


def bound_after(t: Tokens, i: int) -> Bound | None:
    """Read the bound whose words begin at token `i`."""
    if not t.linked(i):
        return None
    for tokens, name in _after().get(t.word(i), ()):
        end = i + len(tokens)
        if tuple(t.lower[i:end]) == tokens and all(t.linked(k) for k in range(i + 1, end)):
            if name == "at_least" and tokens == ("+",) and not t.glued(i):
                continue
            if tokens[-1] in ("least", "most", "minimum", "maximum", "plus") and t.raw(end)[:1].isdecimal():
                continue
            # "under 5 or over 9 hours": the second bound is the next number's
            follows = t.word(end) == "than" or t.word(end) in CARDINALS or t.raw(end)[:1].isdecimal()
            if tokens[0] == "or" and follows and t.linked(end):
                continue
            if tokens[-1] in ("minimum", "maximum") and t.word(end) in _MINIMUM_OF and t.linked(end):
                continue
            return Bound(name, end, tokens)
    return None


def lasts(t: Tokens, bound: Bound) -> bool:
    """Tell whether "over" or "past" before a duration compares ("lasted over 6 hours") or places ("over 6 months")."""
    if bound.words not in (("over",), ("past",), ("around",)):
        return True
    if bound.words == ("past",):
        return False
    before = t.word(bound.at - 1)
    return bound.words == ("around",) or before == "or" or before in LASTING or not before or before in "(,.:;—–"
