"""One written amount: a number with its sign, currency and unit ("-5 °F", "$1.2 billion a year", "40 million adults").

Refuses bounds and ranges, which join amounts (see `spans`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimbook.extract.quantities.measures import (
    Measure,
    currency_before,
    join_per,
    millions_of,
    money_after,
    read_measure,
    read_per,
)
from claimbook.extract.quantities.nouns import STOPS, counted, counted_one, points, singular
from claimbook.extract.quantities.numbers import SCALES, SUFFIXES, Number, read_number, starts_number
from claimbook.extract.quantities.tokens import Tokens
from claimbook.extract.quantities.units import Unit, find_unit
from claimbook.lexicon import load

MONTHS = frozenset(load("number_names")["months"])
MINUS = ("-", "−", "–", "minus", "negative")
AGE_BEFORE = ("aged", "ages", "age", "turned", "turning", "turns")
FURTHER = ("more", "fewer", "additional", "extra", "further", "other")
PERSONS = ("he", "she", "who")
_PEOPLE = load("measures")["people"]
PEOPLE = frozenset(_PEOPLE) | frozenset(word + "s" for word in _PEOPLE)
SMALL_INCHES = frozenset(str(inches) for inches in range(12))
INCHES = ("in", '"', "”")
AGE_BOUNDS = ("under", "over", "below", "above")
CARRIES_ON = frozenset(load("measures")["after_an_age"])
MONEY_NOISE = ("us", "dollars", "dollar", "usd", "cdn", "aud", "euros", "pounds", "yen")


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold an amount of tokens `[start, end)`; `number` is the written number inside it."""

    low: float
    high: float | None
    start: int
    end: int
    number: Number
    unit: str | None = None
    kind: str | None = None
    word_unit: bool = False
    signed: int = 0


def read_amount(t: Tokens, i: int, first: int = 0) -> Amount | None:
    """Read the amount whose number begins at token `i`; nothing before token `first` belongs to it."""
    number = read_number(t, i)
    if number is None:
        return None
    amount = _signed(t, Amount(number.low, number.high, i, number.end, number), first)
    money = currency_before(t, amount.start)
    if money and money[1] >= first:
        return _money(t, replace(amount, start=money[1]), money[0])
    return with_unit(t, _suffixed(t, amount))


def _signed(t: Tokens, amount: Amount, first: int) -> Amount:
    i = amount.start
    mark = t.word(i - 1)
    if i <= first or amount.number.form == "magnitude":
        return amount
    if mark in ("minus", "-") and t.word(i - 2) in ("or", "/") and t.word(i - 3) in ("plus", "+"):
        return amount
    hyphen = mark == "-" and t.word(i - 2) in ("minus", "negative") and t.glued(i)
    if hyphen or (mark in ("minus", "negative") and t.linked(i)):
        return _negated(amount, i - 1 - hyphen)
    if mark == "+" and t.glued(i) and not (t.glued(i - 1) and t.word(i - 2)[-1:].isalnum()):
        return replace(amount, start=i - 1, signed=1)
    opens = not t.glued(i - 1) or t.word(i - 2) in (
        "(",
        "[",
        "$",
        "£",
        "€",
        "/",
        "<",
        ">",
        "=",
        "~",
        "≥",
        "≤",
        ",",
        "–",
        "—",
    )
    if (
        mark in ("-", "−", "–")
        and t.glued(i)
        and opens
        and (mark == "−" or not t.word(i - 2)[-1:].isdecimal() or i - 2 < first)
    ):
        return _negated(amount, i - 1)
    return amount


def _negated(amount: Amount, start: int) -> Amount:
    return replace(amount, low=-amount.low, high=None if amount.high is None else -amount.high, start=start, signed=-1)


def _scaled(amount: Amount, scale: float, end: int) -> Amount:
    number = amount.number._replace(scaled=True, end=end)
    high = None if amount.high is None else round(amount.high * scale, 6)
    return replace(amount, low=round(amount.low * scale, 6), high=high, end=end, number=number)


def _suffixed(t: Tokens, amount: Amount) -> Amount:
    """Multiply by a glued "k", or "M" before a counted noun; the rest of the letters are units."""
    end, mark = amount.end, t.raw(amount.end)
    if amount.number.form != "digits" or amount.number.scaled or not t.glued(end) or t.glued(end + 1):
        return amount
    thousands = mark in ("k", "K") and not (mark == "K" and amount.low < 1000 and "." in t.words[end - 1])
    if thousands or mark == "M" or (mark == "m" and counted(t, end + 1)):
        return _scaled(amount, SUFFIXES[mark.lower()], end + 1)
    return amount


def _money(t: Tokens, amount: Amount, name: str) -> Amount:
    end, word = amount.end, t.word(amount.end)
    if (
        not amount.number.scaled
        and word in SUFFIXES
        and (t.glued(end) or word in ("bn", "mn", "tn", "m"))
        and not (t.glued(end + 1) and t.word(end + 1)[0].isalpha())
    ):
        amount = _scaled(amount, SUFFIXES[word], end + 1)
        end = amount.end
    step = end
    if t.word(step) in ("-",) and t.glued(step) and t.word(step + 1) in MONEY_NOISE:
        step += 1
    if t.linked(step) and t.word(step) == "u" and t.word(step + 1) == "." and t.word(step + 2) == "s":
        end = step + 3 + (t.word(step + 3) == "." and t.glued(step + 3) and t.linked(step + 4))
    elif t.linked(step) and t.word(step) in MONEY_NOISE:
        end = step + 1
    after = money_after(t, end)
    if after and end == amount.end:
        name, end = (after[0] if name == "USD" else name), after[1]
    per = read_per(t, end)
    if per:
        return replace(amount, end=per[1], unit=join_per(name, per[0]), kind="money")
    return replace(amount, end=end, unit=name, kind="money")


def _compounded(t: Tokens, amount: Amount) -> Amount:
    """Add "2 months" to "1 year (and)", "10 inches" to "5 feet", "50 cents" to "3 dollars"."""
    amount = _and_half(t, amount)
    larger = find_unit(amount.unit or "")
    if larger is None or larger.base is None or amount.high != amount.low or not amount.word_unit:
        return amount
    i = amount.end
    if larger.name == "foot" and t.word(i) == "-" and t.glued(i) and t.raw(i + 1) in SMALL_INCHES and t.glued(i + 1):
        value = round(amount.low + int(t.words[i + 1]) / 12, 6)
        end = i + 2 + 2 * (t.word(i + 2) == "-" and t.word(i + 3) in ("inch", "inches"))
        return replace(amount, low=value, high=value, end=end)
    i += t.word(i) == "," and larger.dimension in ("time", "mass")
    i += t.word(i) == "and"
    apart = not t.glued(i) or larger.name == "foot"
    number = read_number(t, i) if t.linked(i) and apart and i < t.n else None
    measure = read_measure(t, number.end) if number and number.form in ("digits", "words") else None
    if number and measure is None and larger.name == "foot" and t.word(number.end) in INCHES:
        measure = Measure("inch", "length", number.end + 1)
    smaller = find_unit(measure.name) if measure else None
    if (
        number is None
        or measure is None
        or smaller is None
        or not smaller.base
        or not _goes_with(larger, smaller, number.low)
    ):
        return amount
    value = round(amount.low + number.low * smaller.base / larger.base, 6)
    return _compounded(t, replace(amount, low=value, high=value, end=measure.end))


def _and_half(t: Tokens, amount: Amount) -> Amount:
    """Add the half of "1 hour and a half"."""
    i = amount.end
    if t.word(i) != "and" or amount.kind != "duration" or not amount.word_unit:
        return amount
    end = i + 2 + (t.word(i + 1) == "a")
    if t.word(end - 1) != "half" or t.word(end) in ("of", "the") or amount.high is None:
        return amount
    return replace(amount, low=amount.low + 0.5, high=amount.high + 0.5, end=end)


def _goes_with(larger: Unit, smaller: Unit, value: float) -> bool:
    """Tell whether the smaller unit carries on the larger one: "5 feet 10 inches", never "10 days and 2 weeks"."""
    if larger.dimension != smaller.dimension or not larger.base or not smaller.base:
        return False
    dimensions = ("time", "money:USD", "money:pound sterling")
    feet = (larger.name, smaller.name) in (("foot", "inch"), ("pound-mass", "ounce"), ("stone", "pound-mass"))
    return (larger.dimension in dimensions or feet) and value * smaller.base < larger.base


def with_unit(t: Tokens, amount: Amount) -> Amount:
    """Add the unit or counted noun that stands right of an amount without one."""
    i = amount.end
    further = i + 1 if t.word(i) in FURTHER and t.linked(i) else i
    measure = read_measure(t, further) or _of_measure(t, amount)
    if measure:
        return _measured(t, _scaled_after(t, amount, measure), measure)
    millions = _millions(t, amount)
    if millions:
        return millions
    return _age_before(t, amount) or _percent_before(t, amount) or _counted(t, amount)


def _scaled_after(t: Tokens, amount: Amount, measure: Measure) -> Amount:
    """Multiply by the scale after the currency of "75 USD million"."""
    scale = SCALES.get(t.word(measure.end), 0) if measure.kind == "money" and t.linked(measure.end) else 0
    return _scaled(amount, scale, measure.end + 1) if scale >= 1e6 and not amount.number.scaled else amount


def _millions(t: Tokens, amount: Amount) -> Amount | None:
    """Read the million of "30 MUSD", as bankers abbreviate it."""
    money = millions_of(t.raw(amount.end))
    if money is None or not t.linked(amount.end) or amount.number.scaled:
        return None
    return replace(_scaled(amount, 1e6, amount.end + 1), unit=money, kind="money")


def _of_measure(t: Tokens, amount: Amount) -> Measure | None:
    """Read "half an hour", "a third of a mile", "hundreds of miles"."""
    i, form = amount.end, amount.number.form
    if form == "magnitude" and t.word(i) == "of":
        return read_measure(t, i + 1)
    if form != "fraction" and "/" not in t.words[amount.start : i] and "⁄" not in t.words[amount.start : i]:
        return None
    i += t.word(i) == "of"
    if t.word(i) in ("a", "an") and t.linked(i):
        found = read_measure(t, i + 1)
        return found if found and found.word and found.kind != "proportion" else None
    return None


def _measured(t: Tokens, amount: Amount, measure: Measure) -> Amount:
    name, kind = measure.name, measure.kind
    if name.startswith("pound-mass") and amount.number.scaled and t.word(measure.end) != "of":
        name, kind = name.replace("pound-mass", "pound sterling"), "money"
    if kind == "duration" and _age_context(t, amount.start) and not measure.age and " per " not in name:
        name += " of age"
    exact_feet = name == "foot"
    return _compounded(
        t, replace(amount, end=max(amount.end, measure.end), unit=name, kind=kind, word_unit=measure.word or exact_feet)
    )


def _age_context(t: Tokens, start: int) -> bool:
    before = t.word(start - 1)
    if before in ("of", "between", "from"):
        before = t.word(start - 2)
    return before in AGE_BEFORE


def _age_of_person(t: Tokens, amount: Amount) -> bool:
    """Tell whether a bare number is a person's age: "Rosa Vidal, 52, said", "she was 35 when"."""
    i, following = amount.start, t.word(amount.end)
    if amount.number.form != "digits" or not 0 < amount.low < 115 or not float(amount.low).is_integer():
        return False
    if t.word(i - 1) == "," and following == "," and len(t.raw(i - 2)) > 2:
        if t.word(i - 2) in PEOPLE and amount.low >= 10 and t.word(amount.end + 1) in CARRIES_ON:
            return True
        named = t.words[i - 2][0].isupper() and t.word(i - 2) not in STOPS and t.word(i - 2) not in MONTHS
        return named and (t.raw(i - 3)[:1].isupper() or t.raw(i - 3) in ("", "."))
    if t.word(i - 1) in AGE_BOUNDS and t.word(i - 2) in PEOPLE:
        return counted(t, amount.end) is None
    if any(t.word(k) == "expectancy" for k in range(max(0, i - 10), i)):
        return following not in ("%", "percent") and not counted(t, amount.end)
    be = i - 1 - (t.word(i - 1) in ("only", "just", "about", "still"))
    held = t.word(be) in ("was", "is", "be", "were") and (t.word(be - 1) in PERSONS or t.word(be - 2) in PERSONS)
    return (
        held
        and (not following or following in STOPS or not following[0].isalnum())
        and following not in ("of", "in", "out", "%")
    )


def _age_before(t: Tokens, amount: Amount) -> Amount | None:
    """Read the number in "aged 65", "at the age of 40" as years of age."""
    aged = _age_context(t, amount.start) or _age_of_person(t, amount)
    if not aged or amount.number.form in ("magnitude", "fraction") or not 0 <= amount.low <= 130:
        return None
    return replace(amount, unit="year of age", kind="duration")


def _percent_before(t: Tokens, amount: Amount) -> Amount | None:
    """Read "a percentage of 16" as 16 percent; "5 percent of 200" has its own figure."""
    i = amount.start - 1
    named = t.word(i) == "of" and t.word(i - 1) in ("percentage", "percentages", "percent", "percents")
    if not named or t.word(i - 2)[-1:].isdecimal() or starts_number(t.word(i - 2)) or amount.number.form == "fraction":
        return None
    return None if counted(t, amount.end) else replace(amount, unit="%", kind="proportion")


def _counted(t: Tokens, amount: Amount) -> Amount:
    i = amount.end
    if amount.number.form == "magnitude":
        noun = counted(t, i + (t.word(i) == "of")) if t.linked(i) else None
        return replace(amount, end=noun[1], unit=noun[0], kind="count") if noun else amount
    if t.word(i) == "-" and t.glued(i) and t.glued(i + 1):
        return _hyphenated(t, amount)
    if amount.number.form == "fraction" or not t.linked(i):
        return amount
    if t.word(i) in ("times", "time") or amount.signed < 0:
        return amount
    if t.word(i) == "per":
        rate = read_per(t, i)
        return replace(amount, end=rate[1], unit=f"per {rate[0]}", kind="other") if rate else amount
    i += t.word(i) in FURTHER
    if t.word(amount.start) == "one" and amount.number.end == amount.start + 1 and points(t, amount.start):
        return amount
    noun = counted_one(t, i) if amount.low == 1 and amount.high == 1 else counted(t, i)
    noun = noun or _or_two(t, amount)
    if not noun:
        return amount
    timed = find_unit(noun[0].rsplit(" ", 1)[-1])
    if timed and (
        timed.kind == "duration"
        or (timed.kind in ("length", "mass", "volume", "money") and " " in noun[0] and t.words[noun[1] - 1].islower())
    ):
        noun = (timed.name, noun[1])
    per = read_per(t, noun[1])
    if timed and noun[0] == timed.name and timed.kind != "count" and not per:
        return replace(amount, end=noun[1], unit=timed.name, kind=timed.kind, word_unit=True)
    if per:
        return replace(
            amount,
            end=per[1],
            unit=f"{noun[0]} per {per[0]}",
            kind="frequency" if per[0] in ("day", "week", "month", "year", "hour") else "count",
        )
    return replace(amount, end=noun[1], unit=noun[0], kind="count")


def _or_two(t: Tokens, amount: Amount) -> tuple[str, int] | None:
    """Read the noun of "another pick or two"."""
    i = amount.start
    said = t.word(i - 1) == "or" and t.word(i - 3) in ("a", "an", "another") and t.word(i) in ("two", "three")
    return (t.lower[i - 2], amount.end) if said and t.word(i - 2).isalpha() else None


def _hyphenated(t: Tokens, amount: Amount) -> Amount:
    """Read "30-item", "three-bedroom"; "one-way" and the like count nothing."""
    word = t.word(amount.end + 1)
    if (
        not word.isalpha()
        or word in STOPS
        or starts_number(word)
        or amount.low <= 1
        or len(word) < 3
        or not t.words[amount.end + 1][0].islower()
    ):
        return amount
    if t.word(amount.end + 2) == "-" and t.glued(amount.end + 2):
        return amount
    return replace(amount, end=amount.end + 2, unit=singular(word), kind="count")
