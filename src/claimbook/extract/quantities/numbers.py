"""Written numbers: digits, number words, fractions and orders of magnitude.

Refuses to know units and bounds, and to read a number that is glued into a name ("GLUT4", "1.2.3").
"""

from __future__ import annotations

import math
from typing import NamedTuple

from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load

_WORDS = load("number_words")
CARDINALS: dict[str, int] = _WORDS["cardinals"]
SCALES: dict[str, float] = _WORDS["scales"]
SUFFIXES: dict[str, float] = _WORDS["suffixes"]
COLLECTIVES: dict[str, int] = _WORDS["collectives"]
MAGNITUDES: dict[str, list[float | None]] = _WORDS["magnitudes"]
DENOMINATORS: dict[str, int] = _WORDS["denominators"]
GLYPHS: dict[str, float] = _WORDS["glyphs"]
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
LONGEST_DIGITS = 24
MOST_WORDS = 16
POWER_SIGNS = ("×", "x", "*", "·", "⋅")
MINUS = ("-", "−", "–")


class Number(NamedTuple):
    """Hold a written number of tokens `[start, end)`; `form` is digits, words, fraction or magnitude."""

    low: float
    high: float | None
    start: int
    end: int
    form: str
    scaled: bool = False


def starts_number(word: str) -> bool:
    """Tell whether a lower-case token can begin a number."""
    return bool(word) and (word[0].isdecimal() or word[0] == "." or word in STARTERS)


STARTERS = frozenset(CARDINALS) | frozenset(GLYPHS) | frozenset(MAGNITUDES) | {"half", "dozen"} | {"million", "billion"}
ARTICLES = ("a", "an", "one")


def digits_value(word: str) -> float | None:
    """Read one digit token; `None` for versions and addresses ("1.2.3") and for runs too long to be a figure."""
    if word in GLYPHS:
        return GLYPHS[word]
    if not (word[0].isdecimal() or word[0] == ".") or len(word) > LONGEST_DIGITS or word.count(".") > 1:
        return None
    try:
        value = float(word.replace(",", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def read_number(t: Tokens, i: int) -> Number | None:
    """Read the number that begins at token `i`, with its fraction and scale; `None` where none does."""
    if i not in t.numbers:
        t.numbers[i] = _number_at(t, i)
    number: Number | None = t.numbers[i]
    return number


def _number_at(t: Tokens, i: int) -> Number | None:
    word = t.word(i)
    if not word:
        return None
    if word[0].isdecimal() or word[0] == "." or word in GLYPHS:
        return _read_digits(t, i)
    if word in MAGNITUDES:
        return _magnitude(t, i)
    return _read_fraction(t, i) or _read_words(t, i)


def _magnitude(t: Tokens, i: int) -> Number:
    """Read "thousands", "hundreds of millions", "tens of thousands"."""
    low, high = MAGNITUDES[t.word(i)]
    scale = SCALES.get(t.word(i + 2)[:-1]) if t.word(i + 1) == "of" and t.word(i + 2).endswith("s") else None
    if scale is None or scale <= (low or 0):
        return Number(low or 0.0, high, i, i + 1, "magnitude")
    return Number((low or 0.0) * scale, None if high is None else high * scale, i, i + 3, "magnitude")


def _read_digits(t: Tokens, i: int) -> Number | None:
    value = digits_value(t.words[i])
    if value is None:
        return None
    end = i + 1
    if "." not in t.words[i]:
        value, end = _spaced_groups(t, end, value)
        value, end = _mixed_fraction(t, end, value)
    power = _power(t, end, value)
    if power:
        return Number(power[0], power[0], i, power[1], "digits", True)
    value, end, scaled = _scale(t, end, value)
    return Number(value, value, i, end, "digits", scaled)


def _spaced_groups(t: Tokens, end: int, value: float) -> tuple[float, int]:
    """Join digit groups set apart by a thin or no-break space ("10 000")."""
    first = t.words[end - 1]
    while t.word(end) == "," and t.raw(end + 1) == "000" and len(first) <= 3 and t.linked(end + 1) and t.linked(end):
        value, end = value * 1000, end + 2
    while (
        len(first) <= 3
        and len(t.raw(end)) == 3
        and t.raw(end).isdecimal()
        and t.text[t.ends[end - 1] : t.starts[end]] in ("\u00a0", "\u2009", "\u202f")
    ):
        value, end = value * 1000 + float(t.words[end]), end + 1
    return value, end


def _mixed_fraction(t: Tokens, end: int, value: float) -> tuple[float, int]:
    """Add "1/2", "½" or "and a half" after a whole number; read "1/4" on its own."""
    if t.word(end) in GLYPHS and t.linked(end):
        return value + GLYPHS[t.word(end)], end + 1
    if t.word(end) in ("/", "⁄") and t.glued(end) == t.glued(end + 1) and _small_fraction(value, t.raw(end + 1)):
        if not _continues(t, end + 2):
            return value / float(t.words[end + 1]), end + 2
        return value, end
    top, bottom = t.raw(end), t.raw(end + 2)
    whole = top.isdecimal() and bottom.isdecimal() and t.word(end + 1) == "/" and t.glued(end + 1) and t.glued(end + 2)
    if whole and t.linked(end) and not t.glued(end) and 0 < int(top[:9]) < int(bottom[:9]) <= 64:
        return value + int(top[:9]) / int(bottom[:9]), end + 3
    extra = _and_fraction(t, end)
    return (value + extra[0], extra[1]) if extra else (value, end)


def _small_fraction(top: float, bottom: str) -> bool:
    return bottom.isdecimal() and len(bottom) <= 5 and 0 < top <= 1000 and int(bottom) > top


def _continues(t: Tokens, i: int) -> bool:
    """Tell whether a slash or dash goes on after a fraction: then it was a date or a code."""
    return t.glued(i) and t.word(i) in ("/", "-") and t.glued(i + 1) and t.raw(i + 1)[:1].isdecimal()


def _and_fraction(t: Tokens, i: int) -> tuple[float, int] | None:
    """Read "and a half", "and three quarters", "-and-a-half" from token `i`."""
    while t.word(i) == "-" and t.glued(i):
        i += 1
    if t.word(i) != "and" or not t.linked(i):
        return None
    i += 1
    while t.word(i) == "-" and t.glued(i):
        i += 1
    if t.word(i) == "half":
        return 0.5, i + 1
    fraction = _read_fraction(t, i)
    return (fraction.low, fraction.end) if fraction and fraction.form == "fraction" else None


def _power(t: Tokens, end: int, value: float) -> tuple[float, int] | None:
    """Read "× 10^6", "x10-3", "×10⁻⁵" and the flattened "× 106" of extracted text."""
    if t.word(end) not in POWER_SIGNS or not t.raw(end + 1).startswith("10"):
        return None
    tail, i = t.words[end + 1][2:], end + 2
    sign = 1
    if not tail:
        if t.word(i) in ("^", "*") and t.glued(i):
            i += 1 + (t.word(i + 1) == "*")
        if t.word(i) in MINUS and t.glued(i):
            sign, i = -1, i + 1
        if t.glued(i):
            tail, i = t.words[i], i + 1
    tail = tail.translate(SUPERSCRIPTS)
    if tail.startswith("-"):
        sign, tail = -1, tail[1:]
    if not tail.isdecimal() or len(tail) > 2:
        return None
    return float(f"{value!r}e{sign * int(tail)}") if "e" not in repr(value) else value * 10.0 ** (sign * int(tail)), i


def _scale(t: Tokens, end: int, value: float) -> tuple[float, int, bool]:
    """Multiply by "million", "-thousand", "dozen" or a glued "bn" after digits."""
    word, scaled = t.word(end), False
    for _ in range(2):
        step = end + 1 if word == "-" and t.word(end + 1) in SCALES else end
        word = t.word(step)
        if word in SCALES and t.linked(step):
            value, end, scaled, word = _times(value, SCALES[word]), step + 1, True, t.word(step + 1)
    if not scaled and word in COLLECTIVES and word != "score" and t.linked(end):
        return value * COLLECTIVES[word], end + 1, True
    if not scaled and word in ("bn", "mn", "tn", "trn", "mln", "bln", "mio") and t.linked(end):
        return _times(value, SUFFIXES[word]), end + 1, True
    return value, end, scaled


def _times(value: float, scale: float) -> float:
    """Multiply without the binary dust of "1.1 million"."""
    return round(value * scale, 6)


def _read_fraction(t: Tokens, i: int) -> Number | None:
    """Read "half", "a third", "two-thirds", "three quarters" as one number; ordinals ("the third") are none."""
    word = t.word(i)
    if word == "half":
        return _part_of_scale(t, Number(0.5, 0.5, i, i + 1, "fraction"))
    top = CARDINALS.get(word, 1 if word in ARTICLES else 0)
    if not 0 < top < 100:
        return None
    j = i + 1 + (t.word(i + 1) == "-")
    below = t.word(j)
    if below not in DENOMINATORS or not t.linked(j):
        return None
    if below == "half" and word in ("a", "one"):
        return _part_of_scale(t, Number(0.5, 0.5, i, j + 1, "fraction"))
    if (top > 1) != below.endswith("s") or below in ("half", "halves"):
        return None
    value = top / DENOMINATORS[below]
    return _part_of_scale(t, Number(value, value, i, j + 1, "fraction"))


def _part_of_scale(t: Tokens, part: Number) -> Number:
    """Read "half a million", "three quarters of a million", "half-dozen" as a plain number."""
    i = part.end
    i += t.word(i) in ("of", "-")
    i += t.word(i) in ("a", "one")
    size = SCALES.get(t.word(i)) or COLLECTIVES.get(t.word(i))
    if not size or t.word(i) == "score" or not t.linked(i):
        return part
    return Number(part.low * size, part.low * size, part.start, i + 1, "words", True)


def _read_words(t: Tokens, i: int) -> Number | None:
    """Compose a number from words: "one hundred and three", "twenty-five", "a million", "two dozen"."""
    begin, word = i, t.word(i)
    total, current, seen, last = 0.0, 0.0, False, math.inf
    scaled = False
    if word in ("a", "an"):
        if t.word(i + 1) not in SCALES and t.word(i + 1) not in COLLECTIVES:
            return None
        current, seen, i, last = 1.0, True, i + 1, 1.0
    elif word in SCALES or word in COLLECTIVES:
        current, seen, last = 1.0, True, 1.0
    while i < min(t.n, begin + MOST_WORDS) and (i == begin or t.linked(i)):
        step = _word_step(t, i, seen, last)
        if step is None:
            break
        word, i = step
        if word in SCALES or word in COLLECTIVES:
            size = SCALES.get(word) or float(COLLECTIVES[word])
            scaled = True
            if size == 100 or word in COLLECTIVES:
                current, last = max(current, 1.0) * size, size
            else:
                total, current, last = total + max(current, 1.0) * size, 0.0, size
        else:
            current, last = current + CARDINALS[word], 1.0 if CARDINALS[word] < 20 else 10.0
        seen = True
    if not seen or i == begin:
        return None
    value: float = total + current
    extra = _and_fraction(t, i)
    if extra:
        value, i = value + extra[0], extra[1]
        if t.word(i) in SCALES:
            value, i = value * SCALES[t.word(i)], i + 1
    return Number(value, value, begin, i, "words", scaled)


def _word_step(t: Tokens, i: int, seen: bool, last: float) -> tuple[str, int] | None:
    """Give the next word that can go on composing and the index after it, or `None`."""
    while seen and t.word(i) == "-" and t.glued(i) and t.glued(i + 1):
        i += 1
    word = t.word(i)
    if word == "and" and seen and last >= 100 and t.word(i + 1) in CARDINALS and t.linked(i + 1):
        follower = CARDINALS[t.word(i + 1)]
        if follower < last and (last == 100 or not _starts_new(t, i + 2)):
            return t.word(i + 1), i + 2
        return None
    if word in SCALES:
        return (word, i + 1) if seen else None
    if word in COLLECTIVES:
        return (word, i + 1) if seen and (word != "score") else None
    if word not in CARDINALS:
        return None
    value = CARDINALS[word]
    if not seen or (value < 10 and last == 10.0 and value > 0) or (last >= 100 and 0 < value < last):
        return word, i + 1
    return None


def _starts_new(t: Tokens, i: int) -> bool:
    """Tell whether "and five thousand" after a scale begins a number of its own."""
    return t.word(i) in SCALES and SCALES[t.word(i)] > 100
