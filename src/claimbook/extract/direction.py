"""Whether a claim speaks of a benefit, a harm or no difference.

Refuses to take sides: the direction is the wording's own, from what changes which way, and null where neither is said.
"""

from __future__ import annotations

from functools import cache

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.tokens import NEGATION
from claimbook.model import Direction

_REACH = 7
_SILENT = frozenset({"history", "regulation", "administration", "prevalence", "access"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("directions")[name]).split())


@cache
def _valued() -> frozenset[str]:
    return _words("bad") | _words("good")


def lean(clause: Clause) -> float | None:
    """Weigh a clause: above 0 towards benefit, below towards harm, None where it says there is no difference."""
    cues = clause.of("directions")
    if cues and any(c.group == "neutral" for c in cues):
        return None
    total, objects = _changes(clause)
    for cue in cues:
        if cue.group != "harm" or cue.i not in objects:
            total += _signed(clause, cue.group, cue.i)
    return total


def direction(leaning: float | None, kind: str) -> Direction | None:
    """Name the direction of a claim of this kind from how it leans."""
    if leaning is None:
        return "neutral"
    if kind in ("contraindication", "dependence") and leaning <= 0:
        return "harm"
    if abs(leaning) < (2 if kind in _SILENT else 0.5):
        return None
    return "benefit" if leaning > 0 else "harm"


def _signed(clause: Clause, group: str, k: int) -> float:
    sign = 1.0 if group == "benefit" else -1.0
    return -sign if _negated(clause, k) else sign


def _negated(clause: Clause, k: int) -> bool:
    tags, words = clause.tokens.tags, clause.tokens.words
    return any(tags[n] & NEGATION or words[n].endswith("n't") for n in range(max(clause.i, k - 4), k))


def _changes(clause: Clause) -> tuple[float, set[int]]:
    """Add up what is raised and lowered (less of something bad is good), and say which words that is."""
    words, total, objects = clause.tokens.words, 0.0, set[int]()
    raising, lowering = _words("raise"), _words("lower")
    if raising.isdisjoint(clause.words) and lowering.isdisjoint(clause.words):
        return total, objects
    for k, word in enumerate(clause.words, clause.i):
        sign = 1 if word in raising else -1 if word in lowering else 0
        n = _changed(clause, k) if sign else None
        if n is None:
            continue
        objects |= set(range(n - 1, n + 2))
        value = sign * (1 if words[n] in _words("good") else -1) * 1.5
        total += -value if _negated(clause, k) else value
    return total, objects


def _changed(clause: Clause, k: int) -> int | None:
    """Find the good or bad thing the change word at `k` is about: after it, else just before ("symptom relief")."""
    words, valued = clause.tokens.words, _valued()
    after = (n for n in range(k + 1, min(clause.j, k + _REACH)) if words[n] in valued)
    before = (n for n in range(k - 1, max(clause.i, k - 4) - 1, -1) if words[n] in valued)
    return next(after, None) or next(before, None)
