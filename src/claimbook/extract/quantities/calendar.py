"""Years, decades, dates and clock times.

Refuses to give dates and clock times as quantities: it tells how many tokens to pass over. Years and decades are
quantities of their own kinds.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimbook.extract.quantities.measures import read_measure
from claimbook.extract.quantities.nouns import counted
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load

_NAMES = load("number_names")
MONTHS: dict[str, int] = _NAMES["months"]
CASED_MONTHS = frozenset(_NAMES["ambiguous_months"])
CLOCK = frozenset(_NAMES["clock"])
YEAR_BEFORE = frozenset(_NAMES["year_before"])
COUNT_BEFORE = frozenset(_NAMES["count_before"])
PARTS: dict[str, list[int]] = _NAMES["decade_parts"]
YEAR = re.compile(r"1[0-9]{3}|2[01][0-9]{2}")
DECADE = re.compile(r"(?:1[0-9]|20)[0-9]0")
WORD_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


class Period(NamedTuple):
    """Hold years `low`..`high` read from tokens `[start, end)`."""

    low: int
    high: int
    start: int
    end: int
    kind: str


def is_month(t: Tokens, i: int) -> bool:
    """Tell whether token `i` names a month; "may" and "march" only with a capital."""
    word = t.word(i)
    return word in MONTHS and (word not in CASED_MONTHS or t.words[i][0].isupper())


def read_decade(t: Tokens, i: int) -> Period | None:
    """Read "the 1960s", "early 2000s", "the '90s"."""
    word, start = t.word(i), i
    end = i + 1
    if t.word(end) in ("'", "’") and t.glued(end):
        end += 1
    if t.word(end) != "s" or not t.glued(end) or (t.glued(end + 1) and t.word(end + 1)[0].isalnum()):
        return None
    if DECADE.fullmatch(word):
        low = int(word)
    elif word in ("20", "30", "40", "50", "60", "70", "80", "90") and t.word(i - 1) in ("'", "’", "‘") and t.glued(i):
        low, start = 1900 + int(word), i - 1
    else:
        return None
    span = 9
    j = start - 1
    if t.word(j) == "-":
        j -= 1
    shift = PARTS.get(t.word(j))
    if shift and t.linked(start):
        start, low, span = j, low + shift[0], shift[1] - shift[0]
    elif low % 100 == 0 and low < 2000:
        span = 99
    return Period(low, low + span, start, end + 1, "decade")


def date_end(t: Tokens, i: int) -> int:
    """Give the index after a date or clock time that holds the number at token `i`, or 0.

    A year within a date is left for `read_year`.
    """
    word = t.words[i]
    clock = _clock_end(t, i)
    if clock:
        return clock
    if len(word) <= 2 and word.isdecimal() and 0 < int(word) <= 31:
        return _day_end(t, i)
    if word.isdecimal() and len(word) <= 4 and t.word(i + 1) in ("-", "/", ".") and t.glued(i + 1):
        return _numeric_date(t, i)
    return 0


def _day_end(t: Tokens, i: int) -> int:
    end = i + 1
    if t.word(end) in ("st", "nd", "rd", "th") and t.glued(end):
        end += 1
    before = i - 1 - (t.word(i - 1) == ".")
    if t.word(before) == "the" and is_month(t, before - 1):
        before -= 1
    shortened = t.word(i - 1) == "." and t.word(before) in MONTHS
    if t.linked(i) and (is_month(t, before) or shortened) and before >= i - 3:
        return _more_days(t, end)
    if (
        t.linked(end)
        and t.word(end) in ("-", "–", "to", "and", "&")
        and t.raw(end + 1).isdecimal()
        and is_month(t, end + 2)
    ):
        return end + 3
    of = end + (t.word(end) == "of")
    if t.linked(of) and is_month(t, of):
        return of + 1
    if t.word(end) in ("/", "-", ".") and t.glued(end) and t.glued(end + 1):
        return _numeric_date(t, i)
    return 0


def _more_days(t: Tokens, end: int) -> int:
    """Pass over "8-10" and "8 and 9" after a month's name, and "8, 2016" up to the year."""
    if t.word(end) in ("-", "–", "to", "and", "&") and t.raw(end + 1).isdecimal() and len(t.raw(end + 1)) <= 2:
        following = t.word(end + 2)
        if not (following and following[0].isalpha() and t.linked(end + 2)) or t.word(end) in ("-", "–"):
            return end + 2
    return end


def _numeric_date(t: Tokens, i: int) -> int:
    """Read "2019-12-02", "2/12/19", "02.12.2019": three numbers with one mark between."""
    mark = t.word(i + 1)
    parts = (t.raw(i), t.raw(i + 2), t.raw(i + 4))
    if t.word(i + 3) != mark or not all(part.isdecimal() and len(part) in (1, 2, 4) for part in parts):
        return 0
    if not all(t.glued(k) for k in range(i + 1, i + 5)):
        return 0
    return i + 5 if sum(len(part) == 4 for part in parts) <= 1 and any(int(part) <= 12 for part in parts) else 0


def _clock_end(t: Tokens, i: int) -> int:
    """Read "3 a.m.", "10:27 PM", "16:8", "2:55"; ratios of words ("3:1 mix") are left to nobody either."""
    end = i + 1
    if "." in t.words[i] and t.word(end) not in CLOCK and not _dotted(t, end):
        return 0
    if t.word(end) == ":" and t.glued(end) and t.glued(end + 1) and t.raw(end + 1)[:1].isdecimal():
        while t.word(end) in (":", ".") and t.glued(end) and t.glued(end + 1) and t.raw(end + 1)[:1].isdecimal():
            end += 2
        return _meridiem(t, end) or end
    return _meridiem(t, end)


def _meridiem(t: Tokens, i: int) -> int:
    if not t.linked(i):
        return 0
    if t.word(i) in CLOCK and t.word(i) != "hrs":
        return i + 1
    return i + 3 + (t.word(i + 3) == "." and t.glued(i + 3)) if _dotted(t, i) else 0


def _dotted(t: Tokens, i: int) -> bool:
    return (
        t.word(i) in ("a", "p")
        and t.word(i + 1) == "."
        and t.word(i + 2) == "m"
        and t.linked(i + 1)
        and t.linked(i + 2)
    )


def read_year(t: Tokens, i: int) -> Period | None:
    """Read a year where the words before or after tell it is one; a counted or measured number is none."""
    word, end = t.words[i], i + 1
    glued = t.raw(end) if t.glued(end) else ""
    if not YEAR.fullmatch(word) or (glued and glued[0].isalpha()) or glued in ("%", "°", "×"):
        return None
    span = _year_span(t, i)
    if span and t.linked(span[1]) and (read_measure(t, span[1]) or _counted_span(t, i, span)):
        return None
    if span is None and not _is_year(t, i):
        return None
    return Period(int(word), span[0] if span else int(word), i, span[1] if span else end, "year")


def _counted_span(t: Tokens, i: int, span: tuple[int, int]) -> bool:
    """Tell whether the pair counts what follows ("1500-2000 people") and is no stretch of years."""
    noun = counted(t, span[1])
    opened = t.word(i - 1) in ("between", "from", "in", "during", "annual", "the")
    return noun is not None and not (opened and (noun[1] > span[1] + 1 or span[0] <= 2035))


def _is_year(t: Tokens, i: int) -> bool:
    """Weigh the words beside a four-digit number."""
    before, value = t.word(i - 1), int(t.words[i])
    if is_month(t, i - 1) or (before in (",", "-", "–") and _after_day(t, i)):
        return True
    if t.linked(i + 1) and read_measure(t, i + 1):
        return False
    if before in ("than", "least", "most") and t.word(i - 2) in (
        "more",
        "less",
        "fewer",
        "greater",
        "lower",
        "higher",
        "at",
    ):
        return False
    if before in ("$", "£", "€", "=", ">", "<", "≥", "≤", "~", "+", "±", "n"):
        return False
    if _bare_count(t, i + 1):
        return before in YEAR_BEFORE or (
            1950 <= value <= 2035 and before not in COUNT_BEFORE and t.linked(i) and not before.endswith("ed")
        )
    return (
        before in YEAR_BEFORE
        or 1900 <= value <= 2035
        or (before in ("of", "from", "to", "and", "(", ",") and 1500 <= value < 2100)
    )


def _bare_count(t: Tokens, i: int) -> bool:
    """Tell whether a counted noun follows ("2000 people")."""
    return t.linked(i) and counted(t, i) is not None


def _after_day(t: Tokens, i: int) -> bool:
    """Tell whether "…, 2016" follows "July 4"."""
    return t.raw(i - 2).isdecimal() and is_month(t, i - 3)


def _year_span(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the second year of "2003-2018", "1997–99" or "2003 through 2019"."""
    mark, j = t.word(i + 1), i + 2
    if mark == "and" and t.word(i - 1) == "between":
        mark = "to"
    if mark in ("through", "to", "until", "till"):
        j += is_month(t, j)
    elif mark not in ("-", "–", "—", "/", "‐", "‑") or t.starts[min(i + 1, t.n - 1)] - t.ends[i] > 1:
        return None
    other = t.raw(j)
    if len(other) == 2 and other.isdecimal() and t.glued(j) and mark in ("-", "–", "/"):
        other = t.words[i][:2] + other
    if (
        not YEAR.fullmatch(other)
        or int(other) <= int(t.words[i])
        or (t.glued(j + 1) and t.word(j + 1) in ("-", "/", "–"))
    ):
        return None
    return int(other), j + 1
