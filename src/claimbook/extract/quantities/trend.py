"""Rise and fall around an amount: "fell by 3%", "up 19 per cent", "an increase of 5%".

Refuses a level for a change, since what something rose *to* has no trend. A comparison ("91% higher than") tells its
trend as a change does.
"""

from __future__ import annotations

from claimbook.extract.quantities.nouns import STOPS
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load
from claimbook.model import Trend

_CHANGE = load("change_words")
WAYS: tuple[Trend, ...] = ("up", "down")
VERBS: dict[str, Trend] = {word: way for way in WAYS for word in _CHANGE["verbs"][way]}
AFTER: dict[str, Trend] = {word: way for way in WAYS for word in _CHANGE["after"][way]}
NOUNS: dict[str, Trend] = {word: way for way in WAYS for word in _CHANGE["before"][way]}
BETWEEN = frozenset(_CHANGE["between"])
WEAK = frozenset(_CHANGE["weak"])
WEAK_BUT_MONEY = frozenset(_CHANGE["weak_but_money"])
PHRASAL = frozenset(_CHANGE["phrasal"])
LEVELS = frozenset(_CHANGE["level_nouns"])
COMPARATIVES = frozenset(_CHANGE["comparatives"])
COMPARED = ("proportion", "ratio", "money", "temperature", "length", "mass", "speed", "other", "duration")
FEWER = ("more", "fewer", "less")
# nothing before it: a heading or a fragment ("91% higher")
BE = ("", "is", "are", "was", "were", "be", "been", "being", "'s", "remain", "remains", "remained")
REACH = 6
# "increases the chances of early death in younger people by half"
OBJECT_REACH = 10
DIRECT_KINDS = ("proportion", "money", "temperature", "length", "mass", "other", "ratio", "speed")


def trend(t: Tokens, start: int, kind: str) -> Trend | None:
    """Tell the trend of the amount that begins at token `start`."""
    return _verb_before(t, start, kind) or _noun_before(t, start, kind)


def _verb_before(t: Tokens, start: int, kind: str) -> Trend | None:
    j, by = start - 1, False
    if t.word(j) in ("to", "from", "at"):
        return None
    while j >= max(0, start - REACH):
        word = t.word(j)
        if word in VERBS:
            if word in ("up", "down") and (t.word(j + 1) == "to" or t.word(j - 1) in PHRASAL):
                return None
            return VERBS[word] if by or _direct(word, kind) else None
        if by and word not in BETWEEN:
            return _verb_and_object(t, j)
        if word not in BETWEEN or word in ("to", "from"):
            return None
        by = by or word == "by"
        j -= 1
    return None


def _direct(verb: str, kind: str) -> bool:
    """Tell whether the verb changes by the amount that follows it without "by"."""
    if kind == "proportion":
        return True
    return kind in DIRECT_KINDS and verb not in WEAK and (kind == "money" or verb not in WEAK_BUT_MONEY)


def _verb_and_object(t: Tokens, j: int) -> Trend | None:
    """Find the verb of "grow its sales by 35 per cent" left of token `j`."""
    for k in range(j, max(-1, j - OBJECT_REACH), -1):
        word = t.word(k)
        if word in VERBS and word not in ("up", "down"):
            return VERBS[word]
        if not word[:1].isalpha() or word in ("that", "which", "while", "was", "were", "is", "are", "and"):
            return None
    return None


def compared(t: Tokens, start: int, end: int, kind: str) -> Trend | None:
    """Tell which way an amount of tokens `[start, end)` compares: "is 91% higher", "15 fewer murders than".

    What only ends the higher ("finished 2% higher") or names a change afterwards ("a 5% rise") sets no trend.
    """
    if t.word(end - 2) in FEWER and _than(t, end):
        return "down" if t.word(end - 2) != "more" else "up"
    way = AFTER.get(t.word(end)) if t.linked(end) and kind in COMPARED else None
    if way is None or t.word(end) not in COMPARATIVES:
        return None
    before = start - 1
    while t.word(before) in BETWEEN and before > start - REACH:
        before -= 1
    amounts = (
        t.word(end) in FEWER and t.linked(end + 1) and t.word(end + 1)[0].isalpha() and t.word(end + 1) not in STOPS
    )
    return way if amounts or _than(t, end + 1) or t.word(before) in BE else None


def _than(t: Tokens, i: int) -> bool:
    """Tell whether "than" follows within a few words of the same clause."""
    for k in range(i, min(i + 4, t.n)):
        if t.word(k) == "than":
            return True
        if not t.word(k)[0].isalpha():
            return False
    return False


def _noun_before(t: Tokens, start: int, kind: str) -> Trend | None:
    j = start - 1
    while t.word(j) in BETWEEN and t.word(j) not in ("by", "to") and j > start - REACH:
        j -= 1
    if t.word(j) not in ("of", "by"):
        return None
    for k in range(j - 1, max(-1, j - 5), -1):
        word = t.word(k)
        if word in NOUNS:
            level = word in LEVELS and kind not in ("proportion", "mass")
            return NOUNS[word] if not level and (k == j - 1 or t.word(k + 1) in ("in", "for")) else None
    return None
