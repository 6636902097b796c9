"""When each of two texts says something holds: years, days, weekdays, "last year" against "this year".

Refuses to reckon with a calendar: only times that both texts name in one way, and none of them the same, are apart.
"""

from __future__ import annotations

import re
from functools import cache

from claimbook.compare.wording import one_of
from claimbook.lexicon import load

_YEAR = re.compile(r"(?<![\w.,$£€-])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)")
_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,3})(?:st|nd|rd|th)\b", re.IGNORECASE)


_LETTERS = re.compile(r"[a-z]+")


@cache
def _days() -> re.Pattern[str]:
    months = "|".join(word for words in load("dates")["months"].values() for word in words)
    return re.compile(
        rf"\b(?:({months})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)|(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({months})\b)"
    )


@cache
def _month() -> dict[str, str]:
    return {word: name for name, words in load("dates")["months"].items() for word in words}


def month_of(word: str) -> str | None:
    """Give the month a lower-case word names, `None` for other words."""
    return _month().get(word)


@cache
def _relative() -> re.Pattern[str]:
    words = load("dates")
    periods = "|".join(words["periods"])
    which = "|".join(words["which"])
    return re.compile(rf"\b(?:({which}) ({periods})|({'|'.join(words['weekdays'])})|(past|last) (\w+) ({periods})s)\b")


@cache
def _spans() -> frozenset[str]:
    words = load("dates")
    return frozenset(f"{which} {period}" for which in words["which"] for period in words["periods"])


@cache
def _numbers() -> dict[str, int]:
    return {word: number for number, word in enumerate(load("dates")["ordinals"], start=1)}


def find_times(text: str) -> frozenset[tuple[str, str]]:
    """Name the times of a text, each with how it is named: calendar year, day, weekday or a period ("last")."""
    low = text.lower()
    found = {("calendar year", match[0]) for match in _YEAR.finditer(text)}
    for match in _days().finditer(low):
        month, day, early, late = match.groups()
        found.add(("day", f"{_month()[month or late]} {int(day or early)}"))
    for match in _relative().finditer(low):
        which, period, weekday, past, many, span = match.groups()
        if span:
            found.add((span, f"{past} {many} {span}s"))
        else:
            found.add(("weekday", weekday) if weekday else (period, which))
    return one_of(frozenset(found))


def times_apart(a: str, b: str) -> str | None:
    """Say which named times keep two texts apart, `None` where one names none or they share one."""
    return named_times_apart(find_times(a), find_times(b))


def named_times_apart(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> str | None:
    """Say which of the times that two texts name keep them apart, as `times_apart` does."""
    for way in sorted({way for way, _ in left} & {way for way, _ in right}):
        one, other = ({name for w, name in times if w == way} for times in (left, right))
        if not one & other:
            named = [
                ", ".join(f"{name} {way}" if f"{name} {way}" in _spans() else name for name in sorted(s))
                for s in (one, other)
            ]
            return f"different time — {named[0]} / {named[1]}"
    return None


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('dates')['numbered'])}) (\d{{1,3}})\b", re.IGNORECASE)


def _places_in_order(text: str) -> frozenset[int]:
    numbers = _numbers()
    written = {int(match[1]) for pattern in (_ORDINAL, _numbered()) for match in pattern.finditer(text)}
    return frozenset(written | {numbers[word] for word in _LETTERS.findall(text.lower()) if word in numbers})


def places_apart(a: str, b: str) -> str | None:
    """Say which places in an order two texts name ("second week", "3rd week"), `None` where they share one."""
    one, other = _places_in_order(a), _places_in_order(b)
    if not one or not other or one & other:
        return None
    return f"different place in an order — {', '.join(map(str, sorted(one)))} / {', '.join(map(str, sorted(other)))}"
