"""The unit written beside a number: "mg/kg", "miles per hour", "US$", "-year-old".

Refuses counted nouns (see `nouns`) and letters that are only sometimes units unless they stand where a unit must.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimbook.extract.quantities.nouns import STOPS, counted
from claimbook.extract.quantities.tokens import TOKEN, Tokens
from claimbook.extract.quantities.units import Form, Unit, find_unit, known
from claimbook.lexicon import load

_UNITS = load("units")
PERIODS: dict[str, str] = _UNITS["periods"]
BASES: dict[str, str] = _UNITS["bases"]
ARTICLE_BASES = frozenset(_UNITS["article_bases"])
# letters and words that are units only right behind the digits, or before the end of the phrase
TOUCHY = frozenset(_UNITS["touchy"])
TOUCHY_BEFORE = frozenset(_UNITS["touchy_before"])
DOSE_PER = ("kg", "kilogram", "day", "dose", "week", "hour", "injection", "infusion", "tablet", "pill", "capsule")
SLASHED = ("mass", "substance", "international units", "substance charge", "dose equivalent")
SLASHED_BY = ("mass", "volume", "area")
AFTER_INCHES = ("thick", "wide", "deep", "tall", "long", "high", "across", "x", "×")
EXPONENTS = {"2": 2, "²": 2, "3": 3, "³": 3, "squared": 2, "cubed": 3}
# what stands for these in a rate, as English says it
SPELLED = {"USD": "dollar", "%": "percentage"}
POWERS = {"2": "square ", "3": "cubic "}


class Measure(NamedTuple):
    """Hold a unit read from tokens up to `end`; `age` tells that it counts years of a life."""

    name: str
    kind: str
    end: int
    age: bool = False
    word: bool = False


def read_measure(t: Tokens, i: int) -> Measure | None:
    """Read the unit that begins at token `i` (a hyphen before it allowed), with what it is measured by."""
    if i not in t.measures:
        t.measures[i] = _measure_at(t, i)
    measure: Measure | None = t.measures[i]
    return measure


def _measure_at(t: Tokens, i: int) -> Measure | None:
    j = i + 1 if t.word(i) in ("-", "‐", "‑") else i
    if not (0 < j < t.n and (t.words[j] in _openers() or t.lower[j] in _openers())):
        return None
    if not (t.linked(j) and t.linked(i)) or (j > i and t.glued(j) and not t.glued(i)):
        return None
    if t.raw(j) in ("US", "UK", "imperial") and t.linked(j + 1):
        j += 1
    form = match_form(t, j)
    if form is None and _feet(t, j):
        return Measure("foot", "length", j + 1, False, True)
    if form is None and t.raw(j) in ('"', "”", "in"):
        return Measure("inch", "length", j + 1) if _inches(t, j) else None
    if form is None or (j > i and not t.glued(j) and form.exact):
        return None
    end = j + len(form.tokens)
    if form.unit.kind == "duration":
        age = _age(t, end)
        if age:
            return Measure(f"{form.unit.name} of age", "duration", age, True, True)
    if form.exact and t.glued(end) and t.raw(end)[:1].isalpha() and j == i and t.glued(i):
        return None
    return _per(t, _powered(t, form, end), form.unit)


@cache
def _openers() -> frozenset[str]:
    """Give every token a unit can begin with."""
    return frozenset((*known()[0], "US", "UK", "imperial", "in", '"', "”", "'", "’"))


def _inches(t: Tokens, i: int) -> bool:
    """Tell whether "in" or a double mark measures: "5 in thick", '9" plates', never the end of a quotation."""
    if t.words[i] == "in":
        return t.word(i + 1) in AFTER_INCHES and not t.glued(i + 1)
    if not t.glued(i) or not t.raw(i - 1)[:1].isdecimal():
        return False
    opened = [k for k in range(max(0, i - 60), i) if t.words[k] in ('"', "“")]
    return sum(not (t.glued(k) and t.words[k - 1][0].isdecimal()) for k in opened) % 2 == 0


def _feet(t: Tokens, i: int) -> bool:
    """Tell whether a single mark gives the feet of 6'2"."""
    return (
        t.raw(i) in ("'", "’")
        and t.glued(i)
        and t.glued(i + 1)
        and t.raw(i + 1)[0].isdecimal()
        and t.raw(i + 2) in ('"', "”", "'", "’")
        and t.glued(i + 2)
    )


def match_form(t: Tokens, i: int) -> Form | None:
    """Match the longest written form of a unit at token `i`."""
    forms = known()[0]
    best: Form | None = None
    for form in forms.get(t.raw(i), ()) + (forms.get(t.word(i), ()) if t.raw(i) != t.word(i) else ()):
        size = len(form.tokens)
        if best and size <= len(best.tokens):
            continue
        held = t.words if form.exact else t.lower
        if tuple(held[i : i + size]) == form.tokens and _stands(t, i, form, size):
            best = form
    return best


def _stands(t: Tokens, i: int, form: Form, size: int) -> bool:
    """Tell whether the form stands whole and where a unit can stand."""
    if any(not t.linked(k) for k in range(i + 1, i + size)):
        return False
    if form.exact and size > 1 and form.tokens[-1] in POWERS and not t.glued(i + size - 1):
        return False
    if size > 1 and form.tokens[-1] == "." and i + size < t.n and t.glued(i + size):
        return False
    if form.exact and form.tokens[0] in TOUCHY and size == 1:
        return _touchy(t, i)
    return True


def _touchy(t: Tokens, i: int) -> bool:
    """Tell whether a letter that is only sometimes a unit is one at token `i`."""
    letter, following = t.raw(i), t.word(i + 1)
    if following == "." and t.glued(i + 1) and t.glued(i + 2) and t.word(i + 2)[:1].isalpha():
        return False  # "44 U.S. states"
    if t.glued(i + 1) and (following[0].isalnum() or following in ("'", "’", "&")):
        return following in EXPONENTS and letter in ("m", "mm")
    if t.glued(i):
        return True
    if following == "/":
        return True
    if letter in ("A", "X", "x", "M"):
        return False
    if letter in ("K", "N") and following.isalpha() and t.words[i + 1][0].islower():
        return True
    return not following or not (following[0].isalpha() or following == "-") or following in TOUCHY_BEFORE


def _age(t: Tokens, i: int) -> int:
    """Give the index after "old", "-olds", "of age", or 0."""
    if t.word(i) == "-" and t.word(i + 1) in ("old", "olds"):
        return i + 2
    if t.word(i) in ("old", "olds", "young") and t.linked(i):
        return i + 1
    if t.word(i) == "of" and t.word(i + 1) == "age":
        return i + 2
    return 0


def _powered(t: Tokens, form: Form, end: int) -> tuple[str, int, bool]:
    """Read exponents and further factors: "m²", "cm s−1", "kg m-3"."""
    unit = form.unit
    if not form.exact:
        power = {"squared": "square ", "cubed": "cubic "}.get(t.word(end), "")
        return (power + unit.name, end + 1, False) if power else (unit.name, end, False)
    word = t.word(end)
    if word in ("squared", "cubed") and unit.dimension == "length":
        return POWERS["2" if word == "squared" else "3"] + unit.name, end + 1, False
    if word == "^" and t.raw(end + 1) in POWERS and t.glued(end):
        return POWERS[t.words[end + 1]] + unit.name, end + 2, True
    if t.glued(end) and word in EXPONENTS and unit.dimension == "length" and not t.glued(end + 1):
        return {2: "square ", 3: "cubic "}[EXPONENTS[word]] + unit.name, end + 1, True
    name, slashed = unit.name, unit.dimension in SLASHED
    for _ in range(3):
        factor = _inverse(t, end)
        if factor is None:
            break
        below, end = factor
        below_unit = find_unit(below)
        if slashed and unit.symbol and below_unit and below_unit.dimension in SLASHED_BY:
            name = f"{unit.symbol}/{below_unit.symbol}"
        else:
            name = f"{name} per {below}"
    return name, end, True


def _inverse(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read "s−1" or "cm-3": a unit symbol with a negative exponent."""
    if (
        not t.linked(i)
        or t.word(i + 1) not in ("-", "−", "–")
        or not t.glued(i + 1)
        or t.raw(i + 2) not in ("1", "2", "3")
    ):
        return None
    form = match_form_symbol(t, i)
    return (POWERS.get(t.words[i + 2], "") + form.name, i + 3) if form else None


def match_form_symbol(t: Tokens, i: int) -> Unit | None:
    """Match a one-token unit symbol."""
    for form in known()[0].get(t.raw(i), ()):
        if form.exact and len(form.tokens) == 1:
            return form.unit
    return None


def _per(t: Tokens, read: tuple[str, int, bool], unit: Unit) -> Measure:
    """Read "/kg", "per hour", "a day", "daily" after a unit."""
    name, end, exact = read
    kind = (find_unit(name) or unit).kind
    for _ in range(2):
        below = read_per(t, end) or _per_past_stuff(t, end)
        if below is None:
            break
        by, end = below
        name = join_per(name, by)
        kind = _rate_kind(kind, unit.dimension, by)
    return Measure(name, kind, end, False, not exact)


def _per_past_stuff(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read the period of "tons of copper a year", "litres of water per day"."""
    if t.word(i) != "of":
        return None
    for k in range(i + 2, min(i + 5, t.n)):
        if t.word(k) in ("a", "per", "each", "every") or t.word(k) in PERIODS:
            below = read_per(t, k)
            period = find_unit(below[0]) if below else None
            return below if period and period.dimension == "time" else None
        if not t.linked(k) or not t.word(k).isalpha() or t.word(k) in STOPS:
            return None
    return None


def join_per(name: str, by: str) -> str:
    """Name a rate: doses and concentrations with a slash and symbols ("mg/kg"), the rest in words ("mile per hour")."""
    top, below = find_unit(name.split("/")[0]), find_unit(by)
    if top and below and top.dimension in SLASHED and ("/" in name or below.dimension in SLASHED_BY):
        first = name if "/" in name else top.symbol or name
        return f"{first}/{below.symbol if below.dimension in SLASHED_BY else below.name}"
    return f"{SPELLED.get(name, name)} per {by}"


def _rate_kind(kind: str, of: str, by: str) -> str:
    unit = find_unit(by)
    if of in ("mass", "international units", "substance", "substance charge") and by in DOSE_PER:
        return "dose"
    if kind in ("money", "duration", "dose", "energy", "proportion"):
        return kind
    if unit and unit.dimension == "time" and of in ("length",):
        return "speed"
    return "other" if unit else kind


def read_per(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read what an amount is measured by from token `i`: "/kg", "per share", "a day", "each week", "daily"."""
    word = t.word(i)
    if not word or not t.linked(i):
        return None
    if word in PERIODS:
        return PERIODS[word], i + 1
    if word == "/" or (word == "-" and t.word(i + 1) == "per"):
        return _by(t, i + 1 + (word == "-"), True) if t.glued(i) else None
    if word == "-" and t.word(i + 1) in ("a", "an") and t.word(i + 2) == "-" and t.glued(i):
        return _by(t, i + 3, False)
    if word in ("per", "every"):
        return _by(t, i + 1, word == "per") or (_by_number(t, i + 1) if word == "per" else None)
    if word in ("a", "an", "each"):
        return (
            None
            if t.word(i + 2) in ("ago", "earlier", "later", "before", "after", "prior", "old")
            and not (t.word(i + 2) in ("before", "after") and t.word(i + 3).endswith("ing"))
            else _by(t, i + 1, False)
        )
    return None


def _by(t: Tokens, i: int, any_unit: bool) -> tuple[str, int] | None:
    """Read the unit or measured thing after "per" (any) or after "a" and "each" (periods and a few more)."""
    word = t.word(i)
    form = match_form(t, i)
    if form and word not in ("quarter", "second", "point", "bit", "%", "percentage"):
        end = i + len(form.tokens)
        if any_unit:
            return _powered(t, form, end)[:2]
        return (form.unit.name, end) if form.unit.dimension == "time" or form.unit.name in ARTICLE_BASES else None
    if any_unit and word in ("second", "quarter", "bit"):
        return word, i + 1
    if word in BASES and (any_unit or word in ARTICLE_BASES):
        return BASES[word], i + 1
    return (word, i + 1) if any_unit and word[:1].isalpha() and t.word(i - 1) == "per" and len(word) > 2 else None


def _by_number(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read "per 100,000 people", "per 10 minutes"."""
    digits = t.raw(i).replace(",", "")
    if not digits.isdecimal() or len(digits) > 9:
        return None
    scale = {"million": "000000", "thousand": "000"}.get(t.word(i + 1), "")
    end = i + 1 + bool(scale)
    measure = match_form(t, end) if t.linked(end) else None
    if measure:
        return f"{digits}{scale} {measure.unit.name}", end + len(measure.tokens)
    noun = counted(t, end) if t.linked(end) else None
    return (f"{digits}{scale} {noun[0]}", noun[1]) if noun else (digits + scale, end)


@cache
def _currency_forms() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Index the currency marks that stand before an amount by their last token."""
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in load("currencies"):
        for text in entry["before"]:
            tokens = tuple(TOKEN.findall(text))
            forms.setdefault(tokens[-1], []).append((tokens, entry["name"]))
    return {last: tuple(sorted(found, key=lambda form: -len(form[0]))) for last, found in forms.items()}


def currency_before(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read the currency mark that ends before token `i`: its plain name and its first token."""
    if i < 1 or not t.linked(i):
        return None
    last = t.words[i - 1]
    spaced = _spaced_currency(t, i)
    if spaced:
        return spaced
    coded = last.upper() if len(last) == 3 and last.isalpha() else last
    for tokens, name in _currency_forms().get(coded, ()):
        begin = i - len(tokens)
        if begin < 0 or (tuple(t.words[begin:i]) != tokens and tokens != (coded,)):
            continue
        if any(not t.linked(k) for k in range(begin + 1, i)):
            continue
        if tokens[0][0].isalpha() and begin > 0 and t.glued(begin) and t.words[begin - 1][-1].isalnum():
            continue
        return name, begin
    return None


def _spaced_currency(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read a country's letters before a currency sign, apart or in lower case: "hk $", "aud$", "C $"."""
    if t.words[i - 1] not in ("$", "£"):
        return None
    letters = t.raw(i - 2).upper()
    if not letters.isalpha() or len(letters) > 3 or not t.linked(i - 1) or (len(letters) == 1 and letters == "A"):
        return None
    name = _coded_currencies().get(letters + t.words[i - 1]) or (
        _coded_currencies().get(letters) if len(letters) == 3 else None
    )
    return (name, i - 2) if name else None


@cache
def _coded_currencies() -> dict[str, str]:
    return {text.upper(): entry["name"] for entry in load("currencies") for text in entry["before"]}


def millions_of(code: str) -> str | None:
    """Name the currency of "MUSD", "MEUR": millions, as bankers abbreviate them."""
    money = find_unit(code[1:]) if len(code) == 4 and code[0] == "M" and code.isupper() else None
    return money.name if money and money.kind == "money" else None


def money_after(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read a currency word or code after an amount."""
    form = match_form(t, i) if t.linked(i) else None
    return (form.unit.name, i + len(form.tokens)) if form and form.unit.kind == "money" else None
