"""The reader of each word that can begin a quantity.

Refuses to scan: it is given a token and says what stands there and where reading goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from claimbook.extract.quantities import periods, vague
from claimbook.extract.quantities.amounts import Amount
from claimbook.extract.quantities.calendar import date_end, is_month
from claimbook.extract.quantities.draft import Draft
from claimbook.extract.quantities.names import hyphenated_word, name_end
from claimbook.extract.quantities.nouns import STOPS
from claimbook.extract.quantities.numbers import (
    CARDINALS,
    COLLECTIVES,
    DENOMINATORS,
    GLYPHS,
    MAGNITUDES,
    SCALES,
    read_number,
)
from claimbook.extract.quantities.ratios import FACTORS, TIMES, Ratio, factor_word, share_of, times, times_word
from claimbook.extract.quantities.references import labelled_word, reference_end
from claimbook.extract.quantities.spans import Span, read_span
from claimbook.extract.quantities.standins import is_pronoun
from claimbook.extract.quantities.tokens import Tokens
from claimbook.extract.quantities.trend import compared, trend
from claimbook.lexicon import load

Reader = Callable[[Tokens, int, int], tuple[Draft | None, int]]
DIGITS = frozenset("0123456789.")
_WORDS = load("number_words")
SHARE_BEFORE = frozenset(_WORDS["share_before"])
SHARE_AFTER = frozenset(_WORDS["share_after"])
NO_SHARE_AFTER = frozenset(_WORDS["no_share_after"])


def read_at(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read the quantity at the trigger token `i`, nothing before `first`; give it and the first token free again."""
    return WORDS.get(t.lower[i], _read_number)(t, i, first)


def _read_number(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    word = t.word(i)
    if word[0] not in DIGITS and (hyphenated_word(t, i) or labelled_word(t, i)):
        return None, i + 1
    if word[0] in DIGITS:
        skip = reference_end(t, i)
        if skip:
            return None, skip
        period = periods.read(t, i, first)
        if period:
            return period
        skip = date_end(t, i) or name_end(t, i)
        if skip:
            return None, skip
        if t.word(i + 1) in ("st", "nd", "rd", "th") and t.glued(i + 1):
            return _ordinal(t, i, float(word) if word.isdecimal() and len(word) < 6 else None, i + 2), i + 2
    return _read_amount(t, i, first)


def _read_amount(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    number = read_number(t, i)
    if number is None:
        return None, i + 1
    share = share_of(t, number)
    if share:
        return _ratio(t, i, first, share), share.end
    span = read_span(t, i, first)
    if span is None:
        return None, number.end
    ratio = times(t, span.low or 0.0, span.high if span.high is not None else span.low or 0.0, span.amount.number.end)
    if ratio and not span.amount.unit:
        return _times(t, span, ratio), max(ratio.end, span.end)
    draft = _drafted(t, span)
    return draft, max(span.end, number.end) if draft else number.end


def _ratio(t: Tokens, i: int, first: int, ratio: Ratio) -> Draft:
    low, high, bound, start = vague.bounded(t, i, first, ratio.low, ratio.high)
    return Draft(low, high, bound, ratio.kind, ratio.unit, start, ratio.end, ratio.trend)


def _times(t: Tokens, span: Span, ratio: Ratio) -> Draft:
    way = ratio.trend or (trend(t, span.start, "ratio") if ratio.kind == "ratio" else None)
    return Draft(span.low, span.high, span.bound, ratio.kind, ratio.unit, span.start, max(ratio.end, span.end), way)


def _drafted(t: Tokens, span: Span) -> Draft | None:
    amount, low, high = span.amount, span.low, span.high
    unit, kind = amount.unit, amount.kind
    if kind is None:
        if is_pronoun(t, span):
            return None
        kind = "count" if amount.number.form != "fraction" and float(amount.low).is_integer() else "other"
    if amount.number.form == "fraction" and _orders(t, amount):
        return None
    if amount.number.form == "fraction" and unit is None:
        if not _is_share(t, amount):
            return None
        unit, kind = "%", "proportion"
        low, high = (None if value is None else round(value * 100, 10) for value in (low, high))
    kind = vague.refined(t, span, kind)
    way = span.trend or ("up" if amount.signed > 0 else None)
    if (way is None and span.bound != "range") or (
        span.bound == "range" and t.word(span.start) not in ("from", "between")
    ):
        way = way or trend(t, span.start, kind)
    return Draft(
        low, high, span.bound, kind, unit, span.start, span.end, way or compared(t, span.start, span.end, kind)
    )


def _orders(t: Tokens, amount: Amount) -> bool:
    """Tell whether "a fourth month" counts in order; "a quarter mile" and "a third of a mile" measure."""
    last = t.word(amount.number.end - 1)
    apart = (
        amount.unit is not None and not t.glued(amount.number.end) and t.word(amount.number.end) not in ("of", "the")
    )
    return apart and t.word(amount.number.start) == "a" and last not in ("quarter", "half")


def _is_share(t: Tokens, amount: Amount) -> bool:
    """Tell whether a fraction word measures a part of a whole, and not an order ("a third party") or a match half."""
    word, following, before = t.word(amount.start), t.word(amount.end), t.word(amount.start - 1)
    if word[0].isdecimal() or word in GLYPHS:
        return True
    if before in NO_SHARE_AFTER:
        return False
    if following in SHARE_BEFORE:
        return word != "half" or following not in ("more", "less")
    ends = not following or following in STOPS or not following[0].isalpha()
    whole = amount.number.end - amount.number.start > 1 and word not in ("a", "an")
    return ends and (whole or before in SHARE_AFTER)


def _ordinal(t: Tokens, i: int, value: float | None, end: int) -> Draft | None:
    named = t.word(end + (t.word(end) == "-"))
    if value is None or is_month(t, end) or is_month(t, i - 1) or named in ("century", "centuries"):
        return None
    return Draft(value, value, "exactly", "ordinal", None, i, end, None)


def _read_article(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read "a million", "a dozen", "a third" from the word after the article."""
    if t.word(i - 1) in ("a", "an") and t.linked(i) and i - 1 >= first:
        return _read_amount(t, i - 1, first)
    if t.word(i) in SCALES and t.word(i + 1) in (*CARDINALS, "and") and t.word(i - 1) not in ("several", "few", "many"):
        return _read_amount(t, i, first)
    return vague.read_ordinal(t, i, first)


def _read_times(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    ratio = times_word(t, i)
    return (_ratio(t, i, first, ratio), ratio.end) if ratio else (None, i)


def _read_factor(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    ratio = factor_word(t, i)
    return (_ratio(t, i, first, ratio), ratio.end) if ratio else (None, i)


WORDS: dict[str, Reader] = {
    **dict.fromkeys(vague.UNIT_WORDS, vague.read_bare_unit),
    **dict.fromkeys(vague.ORDINALS, vague.read_ordinal),
    **dict.fromkeys(DENOMINATORS, _read_article),
    **dict.fromkeys(SCALES, _read_article),
    **dict.fromkeys(COLLECTIVES, _read_article),
    **dict.fromkeys(vague.VAGUE, vague.read_vague),
    **dict.fromkeys(CARDINALS, _read_number),
    **dict.fromkeys(MAGNITUDES, _read_amount),
    **dict.fromkeys(TIMES, _read_times),
    **dict.fromkeys(FACTORS, _read_factor),
    "half": _read_amount,
    "majority": vague.read_majority,
}
