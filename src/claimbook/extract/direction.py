"""Whether a claim speaks of a benefit, a harm or no difference.

Refuses to take sides: the direction is the wording's own, from what changes which way, and null where neither is said.
"""

from __future__ import annotations

from functools import cache

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.tokens import CHANGE, NEGATION
from claimbook.model import Direction

_REACH, _BEFORE, _NEGATION_REACH = 7, 4, 4
_CHANGE, _BROUGHT = 1.5, 1.0
_OF = (["of"], ["in"])
# A kind that says which way by itself, where the words do not; and kinds that mostly say neither.
_BY_KIND: dict[str, Direction] = {"efficacy": "benefit", "safety": "harm"}
_HARMS = frozenset({"contraindication", "dependence"})
_SILENT = frozenset({"history", "regulation", "administration", "prevalence", "access", "statistic"})
_LEAST, _LEAST_SILENT = 0.5, 2.0


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("directions")[name]).split())


@cache
def _signs() -> dict[str, float]:
    """Give what each change word does to what it is about: more, less, or merely bringing it."""
    bring = dict.fromkeys(_words("bring"), 0.0)
    return bring | dict.fromkeys(_words("lower"), -1.0) | dict.fromkeys(_words("raise"), 1.0)


@cache
def _values() -> dict[str, float]:
    return dict.fromkeys(_words("bad"), -1.0) | dict.fromkeys(_words("good"), 1.0)


@cache
def _absolute() -> dict[str, float]:
    """Give the words that are better or worse whatever they are about."""
    return dict.fromkeys(_words("mend"), 1.0) | dict.fromkeys(_words("mar"), -1.0)


def lean(clause: Clause) -> float | None:
    """Weigh a clause: above 0 towards benefit, below towards harm, None where it says there is no difference."""
    cues = clause.of("directions")
    if cues and any(c.group == "neutral" for c in cues):
        return None
    total, objects, denied = _changes(clause)
    if denied:
        return None
    for cue in cues:
        if objects.isdisjoint(range(cue.i, cue.j)):
            total += _signed(clause, cue.group, cue.i)
    return total


def direction(leaning: float | None, kind: str) -> Direction | None:
    """Name the direction of a claim of this kind from how it leans."""
    if kind in _SILENT and (leaning is None or abs(leaning) < _LEAST_SILENT):
        return None
    if leaning is None:
        return "neutral"
    if kind in _HARMS and leaning <= 0:
        return "harm"
    if abs(leaning) < _LEAST:
        return _BY_KIND.get(kind)
    return "benefit" if leaning > 0 else "harm"


def _signed(clause: Clause, group: str, k: int) -> float:
    sign = 1.0 if group == "benefit" else -1.0
    return -sign if _negated(clause, k) else sign


def _negated(clause: Clause, k: int) -> bool:
    tags, words = clause.tokens.tags, clause.tokens.words
    near = range(max(clause.i, k - _NEGATION_REACH), k)
    return any(tags[n] & NEGATION or words[n].endswith("n't") for n in near)


def _changes(clause: Clause) -> tuple[float, set[int], bool]:
    """Add up what is raised, lowered and brought about (less of something bad is good).

    Gives the points, the words they are about, and whether an improvement is denied ("did not prevent injuries").
    """
    total, objects, denied = 0.0, set[int](), False
    if not clause.mask & CHANGE:
        return total, objects, denied
    signs, whole, classes = _signs(), _absolute(), clause.tokens.classes
    for k in [k for k in range(clause.i, clause.j) if classes[k] & CHANGE]:
        word = clause.tokens.words[k]
        n = _changed(clause, k, whole.get(word) or signs[word])
        if word in whole:
            value = whole[word] * _CHANGE
        elif n is None or n in objects:
            continue
        else:
            value = _values()[clause.tokens.words[n]] * (signs[word] * _CHANGE or _BROUGHT)
        objects |= {k} if n is None else {k, n - 1, n, n + 1}
        if not _negated(clause, k):
            total += value
        elif value < 0:
            total -= value
        else:
            denied = True
    return total, objects, denied and total == 0


def _changed(clause: Clause, k: int, sign: float) -> int | None:
    """Find the good or bad thing the change word at `k` is about: after it, else just before ("symptom relief")."""
    words, values = clause.tokens.words, _values()
    if not sign:
        return _brought(clause, k)
    before = next((n for n in range(k - 1, max(clause.i, k - _BEFORE) - 1, -1) if words[n] in values), None)
    if before == k - 1 and words[k] in _words("change_noun") and words[k + 1 : k + 2] not in _OF:
        return before
    after = next((n for n in range(k + 1, min(clause.j, k + _REACH)) if words[n] in values), None)
    return before if after is None else _head(clause, after)


def _head(clause: Clause, n: int) -> int:
    """Give the last valued word of a run of them: "health problems" are problems."""
    words, values = clause.tokens.words, _values()
    while n + 1 < clause.j and words[n + 1] in values:
        n += 1
    return n


def _brought(clause: Clause, k: int) -> int | None:
    """Find the bad thing the word at `k` brings; a change on the way ("linked to a lower risk") speaks for itself."""
    words, values, signs = clause.tokens.words, _values(), _signs()
    for n in range(k + 1, min(clause.j, k + _REACH)):
        if signs.get(words[n]) and words[n] not in values:
            return None
        if words[n] in values:
            head = _head(clause, n)
            return head if values[words[head]] < 0 else None
    return None
