"""Which way two things go together in a claim, and in a passage that speaks of both: the same way, or the other.

Refuses to read more than two words of direction in a clause, long claims, and clauses at odds with one another; what is
more or less than what is left to `comparatives`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimbook.compare.verdicts import Verdict
from claimbook.compare.wording import content_stems, generic_stems, read_words, stem
from claimbook.lexicon import load

# what is said to go together is at least two things, or a thing and its state
SHARED = 2
# two texts speak of one relation when they share this part of what the shorter names
PART = 1 / 3
# a clause with more words of direction than this has more than one story
MOST_DIRECTIONS = 2
_BEFORE, _AFTER = 3, 2
# a claim of more words says more than one thing
LONGEST_CLAIM = 22
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z(\d])|;")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NOT = re.compile(r"n['’]t\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """Hold which way the shared things of a clause go together: 1, -1, or 0 for neither; and how many are shared."""

    value: int
    shared: int
    clause: str


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("signs")[key].split())


@cache
def _clause_ends() -> re.Pattern[str]:
    joined = "|".join(load("signs")["ends"])
    return re.compile(rf",? \b(?:whereas|although|however)\b|, (?:{joined})\b")


def _clauses(text: str) -> list[str]:
    parts = (part for sentence in _SENTENCE.split(text) for part in _clause_ends().split(sentence))
    return [part.strip() for part in parts if part.strip()]


def _names(text: str) -> frozenset[str]:
    return content_stems(read_words(text)) - _stems("up") - _stems("down") - _stems("ties")


def _sign(clause: str, shared: frozenset[str]) -> Sign | None:
    """Read which way the shared things of a clause go together, from the words of direction around and between them."""
    stems = [stem(word) for word in _WORD.findall(_NOT.sub(" not", clause).lower())]
    places = [k for k, word in enumerate(stems) if word in shared]
    found = {stems[k] for k in places}
    if len(found) < SHARED:
        return None
    near = stems[max(0, places[0] - _BEFORE) : places[-1] + _AFTER + 1]
    ups, downs, ties, nots = (sum(word in _stems(key) for word in near) for key in ("up", "down", "ties", "none"))
    if not (ups + downs + ties) or ups + downs > MOST_DIRECTIONS:
        return None
    if nots % 2 and any(k and _narrows(stems[k - 1], shared) for k in places):
        return None
    return Sign(0 if nots % 2 else (-1) ** downs, len(found), clause)


def _narrows(word: str, shared: frozenset[str]) -> bool:
    """Tell whether a word before a shared one narrows it: no effect on spatial memory may be some on memory."""
    plain = generic_stems() | shared
    return word not in plain and not any(word in _stems(key) for key in ("up", "down", "ties", "none"))


def _told(text: str, shared: frozenset[str]) -> list[Sign]:
    """Give the signs of the clauses that share most."""
    signs = [sign for clause in _clauses(text) if (sign := _sign(clause, shared))]
    most = max((sign.shared for sign in signs), default=0)
    return [sign for sign in signs if sign.shared == most]


def _first(signs: Sequence[Sign]) -> Sign | None:
    return signs[0] if signs else None


def _one(signs: Sequence[Sign]) -> Sign | None:
    return signs[0] if signs and len({sign.value for sign in signs}) == 1 else None


def compare_signs(a: str, b: str) -> Verdict | None:
    """Say whether two texts send the things they share the same way or not; `None` where one does not say."""
    one, other = _names(a), _names(b)
    shared, least = one & other, PART * min(len(one), len(other))
    if len(shared) < max(SHARED, least):
        return None
    left, right = _first(_told(a, shared)), _one(_told(b, shared))
    if left is None or right is None or (" than " in left.clause and " than " in right.clause):
        return None
    if min(left.shared, right.shared) < PART * least:
        return None
    if len((left if len(one) <= len(other) else right).clause.split()) > LONGEST_CLAIM:
        return None
    named = ", ".join(dict.fromkeys(w.text for w in read_words(a) if w.stem in shared))
    if left.value == right.value:
        return Verdict("agree", "polarity", f"both send what they speak of the same way ({named})", "same")
    said = f"“{left.clause}” and “{right.clause}”"
    return Verdict("tension", "polarity", f"{said} send what both speak of different ways ({named})", "signs")
