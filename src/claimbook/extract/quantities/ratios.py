"""Shares and factors in words: "one in five", "10 of 12 patients", "three times as likely", "doubled", "5x".

Refuses to work a share out of numbers that are not said to be parts of one whole.
"""

from __future__ import annotations

from typing import NamedTuple

from claimbook.extract.quantities.measures import read_measure, read_per
from claimbook.extract.quantities.nouns import counted
from claimbook.extract.quantities.numbers import CARDINALS, Number, read_number
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load
from claimbook.model import QuantityKind, Trend

_WORDS = load("number_words")
TIMES: dict[str, int] = _WORDS["times"]
FACTORS: dict[str, tuple[float, Trend | None]] = {
    word: (float(value), None if way == "flat" else way)
    for way, words in _WORDS["factors"].items()
    for word, value in words.items()
}
COMPARING = (
    "as",
    "more",
    "higher",
    "greater",
    "larger",
    "bigger",
    "better",
    "faster",
    "lower",
    "less",
    "fewer",
    "smaller",
    "the",
    "that",
    "its",
    "his",
    "their",
    "longer",
    "stronger",
    "likelier",
    "what",
    "cheaper",
    "slower",
    "likely",
    "her",
    "our",
)
# "one in three": below this, "in two" is as often where as out of how many
_FEW = 3
_NO_KIND = frozenset(
    {
        "in",
        "of",
        "on",
        "at",
        "by",
        "more",
        "less",
        "million",
        "billion",
        "thousand",
        "hundred",
        "half",
        "day",
        "week",
        "year",
    }
)
_AUXILIARIES = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "does",
        "do",
        "did",
        "can",
        "will",
        "would",
        "may",
        "might",
        "could",
    }
)
_AFTER = frozenset(
    {
        "over",
        "under",
        "aged",
        "of",
        "at",
        "with",
        "without",
        "who",
        "that",
        "now",
        "says",
        "and",
        "or",
        "but",
        "never",
        "still",
        "to",
    }
)
DOWNWARD = ("lower", "less", "fewer", "smaller", "slower", "cheaper")


class Ratio(NamedTuple):
    """Hold a share, factor or frequency read from tokens up to `end`."""

    low: float
    high: float
    end: int
    kind: QuantityKind
    unit: str
    trend: Trend | None = None


def share_of(t: Tokens, top: Number) -> Ratio | None:
    """Read "in 5", "out of 12", "of 12 patients", "-in-10" after the number `top`, as a share in percent."""
    j = top.end
    hyphen = t.word(j) == "-" and t.glued(j)
    j += hyphen
    word = t.word(j)
    counts = top.form in ("words", "digits") and not top.scaled and float(top.low).is_integer()
    if not counts:
        return None
    if top.low == 1 and not hyphen and t.word(j + 1) == "in" and t.linked(j) and _one_of_a_kind(word):
        return _one_in(t, top, j + 2)
    if word == "in" and (top.low < 10 or hyphen):
        bottom = _bottom(t, j + 1, hyphen)
        return _share(top, bottom, t) if bottom and _even(bottom.low) and not _measured(t, bottom.end) else None
    if word == "out" and t.word(j + 1) == "of":
        bottom = _bottom(t, j + 2 + (t.word(j + 2) == "every"), False)
        return _share(top, bottom, t) if bottom else None
    if word == "of" and not hyphen and t.word(top.start) != "one" and top.low >= 1:
        bottom = _bottom(t, j + 1 + (t.word(j + 1) in ("the", "its", "our", "their", "all")), False)
        return _share(top, bottom, t) if bottom and counted(t, bottom.end) and not bottom.scaled else None
    return None


def _one_of_a_kind(word: str) -> bool:
    return word.isalpha() and not word.endswith("s") and word not in _NO_KIND


def _one_in(t: Tokens, top: Number, j: int) -> Ratio | None:
    """Read what stands after "one adult in": a number that counts nothing ("one shop in five towns" is no share)."""
    bottom = _bottom(t, j, False)
    if bottom is None or bottom.low < _FEW or not _even(bottom.low) or _measured(t, bottom.end):
        return None
    word, following = t.word(bottom.end), t.word(bottom.end + 1)
    verb = word.endswith("s") and following not in _AUXILIARIES
    if word[:1].isalpha() and t.linked(bottom.end) and not (word in _AUXILIARIES or word in _AFTER or verb):
        return None
    share = _percent(1 / bottom.low)
    return Ratio(share, share, bottom.end, "proportion", "%")


def _measured(t: Tokens, i: int) -> bool:
    """Tell whether a unit follows: "1 in 10 minutes" is no share."""
    return read_measure(t, i) is not None


def _bottom(t: Tokens, j: int, hyphen: bool) -> Number | None:
    if t.word(j) == "every" or (hyphen and t.word(j) == "-"):
        j += 1
    bare = t.word(j) in ("a", "an") and t.word(j + 1) not in ("hundred", "thousand", "million")
    return read_number(t, j) if t.linked(j) and not bare else None


def _even(bottom: float) -> bool:
    """Tell whether "in N" can mean "out of N": a year or a long count cannot."""
    return bottom <= 100 or bottom in (200, 250, 500) or bottom % 1000 == 0


def _share(top: Number, bottom: Number, t: Tokens) -> Ratio | None:
    if top.high is None or not 0 < top.low <= top.high <= bottom.low or bottom.low <= 1:
        return None
    noun = counted(t, bottom.end) if t.linked(bottom.end) else None
    end = noun[1] if noun else bottom.end
    return Ratio(_percent(top.low / bottom.low), _percent(top.high / bottom.low), end, "proportion", "%")


def _percent(share: float) -> float:
    return float(f"{share * 100:.10g}")


def times(t: Tokens, low: float, high: float, i: int) -> Ratio | None:
    """Read "times as likely", "times a week", "x", "-fold" at token `i`, after the number `low`..`high`."""
    word = t.word(i)
    if word == "-" and t.word(i + 1) == "fold" and t.glued(i):
        return Ratio(low, high, i + 2, "ratio", "x", _direction(t, i + 2))
    if not t.linked(i):
        return None
    if word == "fold":
        return Ratio(low, high, i + 1, "ratio", "x", _direction(t, i + 1))
    if word in ("x", "×") and t.glued(i) and not t.glued(i + 1):
        return Ratio(low, high, i + 1, "ratio", "x", _direction(t, i + 1))
    if word in ("times", "time"):
        return _times(t, low, high, i + 1)
    return None


def _times(t: Tokens, low: float, high: float, i: int) -> Ratio:
    per = read_per(t, i)
    if per:
        return Ratio(low, high, per[1], "frequency", f"time per {per[0]}")
    if t.linked(i) and t.word(i) in COMPARING:
        return Ratio(low, high, i, "ratio", "x", _direction(t, i))
    return Ratio(low, high, i, "count", "time")


def _direction(t: Tokens, i: int) -> Trend | None:
    word = t.word(i)
    if word in DOWNWARD or word in ("decrease", "reduction", "decline", "drop"):
        return "down"
    return (
        "up"
        if word in ("more", "higher", "greater", "larger", "increase", "rise", "growth", "faster", "longer", "bigger")
        else None
    )


def times_word(t: Tokens, i: int) -> Ratio | None:
    """Read "once or twice weekly", "twice a day", "twice as likely"; "once" alone says when, not how often."""
    low = high = float(TIMES[t.lower[i]])
    j = i + 1
    if t.word(j) in ("or", "to") and t.word(j + 1) in TIMES:
        high, j = float(TIMES[t.lower[j + 1]]), j + 2
    elif t.word(j) in ("or", "to") and t.word(j + 1) in CARDINALS and t.word(j + 2) == "times":
        high, j = float(CARDINALS[t.lower[j + 1]]), j + 3
    if t.word(j) == "-" and t.glued(j):
        j += 1
    per = read_per(t, j)
    if per:
        return Ratio(low, max(low, high), per[1], "frequency", f"time per {per[0]}")
    if t.word(i) == "twice" and t.word(j) in COMPARING and j == i + 1 and t.raw(j + 1)[:1].islower():
        return Ratio(low, high, j, "ratio", "x", _direction(t, j))
    return Ratio(low, max(low, high), j, "count", "time") if j > i + 1 and t.word(j - 1) != "-" else None


def factor_word(t: Tokens, i: int) -> Ratio | None:
    """Read "doubled", "halved", "double the rate", "a threefold increase"."""
    value, way = FACTORS[t.lower[i]]
    if way is None and t.word(i + 1) not in ("the", "that", "what", "its", "his", "their", "as", "in"):
        return None
    return Ratio(value, value, i + 1, "ratio", "x", "up" if way is None and t.word(i + 1) == "in" else way)
