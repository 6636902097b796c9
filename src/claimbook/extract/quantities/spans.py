"""Ranges and bounded amounts: "between 50 and 70 percent", "4 to six weeks", "over 70%", "12+ hours".

Refuses to join numbers of different units, falling pairs without "from", and scores ("tied at 2-2").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimbook.extract.quantities.amounts import Amount, read_amount, with_unit
from claimbook.extract.quantities.bounds import Bound, bound_after, bound_before, lasts
from claimbook.extract.quantities.measures import currency_before, read_measure
from claimbook.extract.quantities.numbers import CARDINALS, digits_value
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load
from claimbook.model import Bound as BoundName
from claimbook.model import Trend

_BOUNDS = load("bounds")
RANGES = frozenset(str(word) for word in _BOUNDS["ranges"])
DASHES = frozenset(word for word in RANGES if not word.isalpha())
WITHIN_KINDS = ("duration", "length", "proportion", None)
OPEN_BELOW: tuple[BoundName, ...] = ("at_most", "less_than")
OPEN_ABOVE: tuple[BoundName, ...] = ("at_least", "more_than")
# "lost $8 to $1,845": what follows a change is the level it led to
CHANGED = frozenset(word for way in ("up", "down") for word in load("change_words")["verbs"][way])
FEW = (("as", "few", "as"), ("as", "little", "as"))
ARTICLES = (
    "a",
    "an",
    "the",
    "another",
    "just",
    "only",
    "even",
    "nearly",
    "some",
    "every",
    "another",
    "roughly",
    "about",
    "around",
)


@dataclass(frozen=True, slots=True)
class Span:
    """Hold a bounded amount of tokens `[start, end)`."""

    low: float | None
    high: float | None
    bound: BoundName
    start: int
    end: int
    amount: Amount
    trend: Trend | None = None


def read_span(t: Tokens, i: int, first: int) -> Span | None:
    """Read the amount or range whose first number is at token `i`, bounded by words from token `first` on."""
    amount = read_amount(t, i, first)
    if amount is None:
        return None
    joined = _range(t, amount, first)
    if joined:
        return joined
    return _bounded(t, amount, first)


def _range(t: Tokens, a: Amount, first: int) -> Span | None:
    opener, start = _opener(t, a.start, first)
    at = _connector(t, a.end, opener) or (_apart(t, a) if opener == "from" else None)
    if at is None:
        return None
    mark, j = at
    b = _second(t, j)
    if b is None or not _joins(t, a, b, mark, opener):
        return None
    low, high = _same_scale(t, a, b), b.low
    named = b.unit and (not a.unit or a.kind == "count" or " per " in b.unit)
    unit = b if named else replace(a, end=max(a.end, b.end))
    amount = replace(unit, start=a.start, end=max(b.end, a.end), number=a.number._replace(end=b.number.end))
    falls = low > high
    span = Span(min(low, high), max(low, high), "range", start, amount.end, amount, "down" if falls else None)
    return _widened(t, _topped(t, span), first)


def _topped(t: Tokens, span: Span) -> Span:
    """Open a range upwards where "+" or "or more" follows ("18-24+ hours"), and read the unit after it."""
    amount, after = _bound_inside(t, span.amount)
    if after is None or after.name != "at_least":
        return span
    return replace(span, high=None, bound="at_least", end=max(after.at, amount.end), amount=amount)


def _opener(t: Tokens, start: int, first: int) -> tuple[str, int]:
    """Give "between" or "from" and its token where it opens the range, also in "between the ages of"."""
    j = start - 1
    while j > first and t.word(j) in ("of", "ages", "age", "the"):
        j -= 1
    word = t.word(j) if j >= first and (j == start - 1 or t.word(start - 1) in ("of", "ages", "age")) else ""
    return (word, j) if word in ("between", "from") else ("", start)


def _connector(t: Tokens, i: int, opener: str) -> tuple[str, int] | None:
    """Find the mark or word between two amounts at token `i`, and the token after it."""
    word = t.word(i)
    if word in DASHES and t.glued(i) and t.word(i + 1) in ("to", "or", "and"):
        i, word = i + 1, t.word(i + 1)
    elif word in DASHES and t.word(i + 1) == "to" and t.word(i + 2) in DASHES:
        return "to", i + 3
    if not word or not t.linked(i):
        return None
    if word in DASHES:
        return (word, i + 1) if t.glued(i) == t.glued(i + 1) or word == "~" else None
    if word == "to" or word == "through":
        return "to", i + 1 + (t.word(i + 1) in DASHES and t.glued(i + 2) and t.glued(i + 1))
    if word == "or" or (word == "and" and opener == "between"):
        return word, i + 1
    if word == "and" and t.word(i + 1) == "/" and t.word(i + 2) == "or":
        return "or", i + 3
    return None


def _apart(t: Tokens, a: Amount) -> tuple[str, int] | None:
    """Find the "to" of "from 20 miles in 2008 to 29", a few words on."""
    for j in range(a.end, min(a.end + 8, t.n)):
        if not t.linked(j) or t.word(j) in (",", ";", "(", ")", "!", "?", "and", "but"):
            return None
        if t.word(j) == "to":
            b = _second(t, j + 1)
            return ("to", j + 1) if b and a.unit and b.unit in (a.unit, None) else None
    return None


def _second(t: Tokens, j: int) -> Amount | None:
    """Read the second amount from token `j`, past a currency mark, a sign or "about"."""
    for k in range(j, min(j + 5, t.n)):
        if k > j and not t.linked(k):
            return None
        word = t.word(k)
        if word[0].isdecimal() or word[0] == "." or word in CARDINALS or word in ("half", "a"):
            b = read_amount(t, k, j)
            held = b is not None and (b.start == j or all(t.word(m) in ARTICLES for m in range(j, b.start)))
            return b if held and b and b.high is not None else None
        if word.isalpha() and word not in ARTICLES and len(word) > 4:
            return None
    return None


def _joins(t: Tokens, a: Amount, b: Amount, mark: str, opener: str) -> bool:
    if a.high is None or a.high != a.low or a.number.form == "magnitude" or not _same_unit(a, b):
        return False
    low, high = _same_scale(t, a, b), b.low
    if mark == "to" and not opener and a.unit and b.unit and t.word(a.start - 1) in CHANGED and high > 2 * low:
        return False
    if (a.number.form == "fraction") != (b.number.form == "fraction"):
        return False
    if mark == "or":
        return low < high <= max(4 * low, low + 3) and not (a.unit and b.unit and a.unit != b.unit)
    if mark in DASHES and not (low < high and (b.unit or a.unit or not _scored(t, a, b))):
        return False
    if mark == "to" and opener != "from" and a.word_unit and b.unit is None:
        return False
    if mark == "to" and opener != "from" and ((t.word(a.start - 1) == "by" and a.unit) or low >= high):
        return False
    return low != high


def _same_unit(a: Amount, b: Amount) -> bool:
    """Tell whether two amounts can share a range; a rate may be said once ("between $62 and $68 per share")."""
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return True
    bare_a, bare_b = (unit.replace("dollar per", "USD per").partition(" per ")[0] for unit in (a.unit, b.unit))
    return bare_a == bare_b and (" per " in a.unit) != (" per " in b.unit)


def _scored(t: Tokens, a: Amount, b: Amount) -> bool:
    """Tell whether a bare pair is the score of a match."""
    words = [t.word(k) for k in range(max(0, a.start - 4), a.start)]
    return any(
        word
        in (
            "won",
            "win",
            "wins",
            "lost",
            "beat",
            "beats",
            "victory",
            "defeat",
            "draw",
            "tied",
            "score",
            "lead",
            "led",
            "loss",
            "record",
        )
        for word in words
    )


def _same_scale(t: Tokens, a: Amount, b: Amount) -> float:
    """Give the first amount's value with the second one's "million" where that was said only once."""
    if not b.number.scaled or a.number.scaled or a.low >= b.low:
        return a.low
    word = t.word(b.number.start)
    raw = CARDINALS.get(word) or (digits_value(t.words[b.number.start]) if word[:1].isdecimal() else None)
    if not raw or a.low > raw:
        return a.low
    return round(a.low * (b.low / raw), 6)


def _widened(t: Tokens, span: Span, first: int) -> Span:
    """Apply bounds around a range: "about 2-4 weeks", "up to 3 or 4 days", "as few as one or two"."""
    before = bound_before(t, span.start, first)
    if before is None or not lasts(t, before):
        return span
    if before.name == "about" or before.words in FEW:
        return replace(span, bound=before.name, start=before.at)
    if before.name in OPEN_ABOVE:
        return replace(span, bound=before.name, start=before.at, high=None)
    return replace(span, bound=before.name, start=before.at, low=None)


def _bounded(t: Tokens, a: Amount, first: int) -> Span:
    a, after = _bound_inside(t, a)
    before = bound_before(t, a.start, first) or _bound_past_article(t, a.start, first)
    if before and a.kind in (None, "count"):
        a = _priced(t, a, before)
    within = before is not None and before.words == ("within",) and a.kind not in WITHIN_KINDS
    if before and not within and (a.kind != "duration" or lasts(t, before) or (a.unit or "").endswith("of age")):
        return _closed(t, a, before)
    if after:
        low, high = (
            (a.low, None) if after.name == "at_least" else (None, a.low) if after.name == "at_most" else (a.low, a.high)
        )
        return Span(low, high, after.name, a.start, max(a.end, after.at), a)
    if a.high is None or a.high != a.low:
        return Span(a.low, a.high, "range" if a.high is not None else "at_least", a.start, a.end, a)
    return Span(a.low, a.high, "exactly", a.start, a.end, a)


def _priced(t: Tokens, a: Amount, before: Bound) -> Amount:
    """Read the currency of "$ more than 300"."""
    money = currency_before(t, before.at)
    return replace(a, unit=money[0], kind="money") if money else a


def _bound_past_article(t: Tokens, i: int, first: int) -> Bound | None:
    """Find a bound before "a" or "the" ("more than a third", "over the 120")."""
    return bound_before(t, i - 1, first) if t.word(i - 1) in ("a", "an", "just") and t.linked(i) else None


def _bound_inside(t: Tokens, a: Amount) -> tuple[Amount, Bound | None]:
    """Read "or more", "+" right of the number or its unit; a unit may follow."""
    after = bound_after(t, a.end)
    if after is None or a.unit is not None:
        return a, after
    unit = with_unit(t, replace(a, end=after.at))
    if unit.unit is None and read_measure(t, after.at) is None:
        return a, after
    return replace(unit, start=a.start), after


def _closed(t: Tokens, a: Amount, before: Bound) -> Span:
    """Bound an amount from the left; close it where the opposite bound follows ("no less than 8 but less than 10")."""
    if before.name == "about":
        return Span(a.low, a.high, "about", before.at, a.end, a)
    above = before.name in OPEN_ABOVE
    other = _opposite(t, a, above)
    if other:
        low, high = (a.low, other.low) if above else (other.low, a.low)
        if low < high:
            unit = other if other.unit else replace(a, end=other.end)
            return Span(low, high, "range", before.at, other.end, replace(unit, start=a.start))
    if above:
        return Span(a.low, None, before.name, before.at, a.end, a)
    return Span(None, a.low if a.high is None else a.high, before.name, before.at, a.end, a)


def _opposite(t: Tokens, a: Amount, above: bool) -> Amount | None:
    j = a.end + (t.word(a.end) == ",")
    if t.word(j) not in ("and", "but", "yet"):
        j = a.end - 1
    if not t.linked(j + 1):
        return None
    for k in range(j + 2, min(j + 8, t.n)):
        word = t.word(k)
        if word[0].isdecimal() or word in CARDINALS or word in "$€£":
            bound = bound_before(t, k, j + 1)
            b = read_amount(t, k, k) if bound and bound.at == j + 1 else None
            held = b and bound and bound.name != "about" and (bound.name in OPEN_ABOVE) != above and _same_unit(a, b)
            return b if held else None
    return None
