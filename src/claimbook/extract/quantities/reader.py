"""Find the quantities of a text in one pass.

Refuses to look further than the words beside a number, and to report dates, clock times, names and references.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimbook.extract.quantities import periods, vague
from claimbook.extract.quantities.amounts import Amount
from claimbook.extract.quantities.borrow import borrow
from claimbook.extract.quantities.calendar import date_end, is_month
from claimbook.extract.quantities.draft import Draft
from claimbook.extract.quantities.names import hyphenated_word, name_end, opaque_spans
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
from claimbook.extract.quantities.tokens import Tokens
from claimbook.extract.quantities.trend import trend
from claimbook.model import Quantity

BLANK = re.compile(r"\n[ \t\r]*\n")
LONGEST_BLOCK = 6000
# a stretch with more figures than words is a table or a dump of data, and no prose
MOST_FIGURES = 150
DIGITS = frozenset("0123456789.")
Reader = Callable[[Tokens, int, int], tuple[Draft | None, int]]


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Find the quantities of `text[start:end]`, sorted and apart.

    `start` and `end` of each are code points of `text`, and `text[q.start:q.end] == q.text`. Time grows linearly.
    """
    found: list[Quantity] = []
    for first, last in _blocks(text, start, len(text) if end is None else end):
        found += _read_block(text, first, last)
    return found


def _blocks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at blank lines, and a longer stretch at a space, so that no part of the work grows with the text."""
    cuts = [match.end() for match in BLANK.finditer(text, start, end)]
    blocks = []
    for stop in [*cuts, end]:
        while stop - start > LONGEST_BLOCK:
            cut = _cut(text, start)
            blocks.append((start, cut))
            start = cut
        blocks.append((start, stop))
        start = stop
    return blocks


def _cut(text: str, start: int) -> int:
    for mark in (". ", " "):
        at = text.rfind(mark, start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK)
        if at > 0:
            return at + 1
    return start + LONGEST_BLOCK


def _read_block(text: str, start: int, end: int) -> list[Quantity]:
    t = Tokens(text, start, end)
    spots = [i for i, word in enumerate(t.lower) if word in WORDS or word[0] in DIGITS or word in GLYPHS]
    if not spots or (len(spots) > MOST_FIGURES and len(spots) * 3 > t.n):
        return []
    opaque = opaque_spans(text, start, end)
    found: list[Draft] = []
    first = 0
    for i in spots:
        if i < first:
            continue
        hidden = next((span for span in opaque if span[0] <= t.starts[i] < span[1]), None)
        if hidden:
            first = i + 1
            continue
        draft, after = _read(t, i, first)
        if draft:
            found.append(draft)
        first = max(first, after)
    return [_quantity(t, draft) for draft in borrow(t, found)]


def _read(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read the quantity at trigger `i` and give the first token that is free again."""
    return WORDS.get(t.lower[i], _read_number)(t, i, first)


def _quantity(t: Tokens, draft: Draft) -> Quantity:
    start, end = t.starts[draft.start], t.ends[draft.end - 1]
    return Quantity(
        text=t.text[start:end], start=start, end=end, kind=draft.kind, low=draft.low, high=draft.high,
        bound=draft.bound, unit=draft.unit, trend=draft.trend,
    )  # fmt: skip


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
            return _ordinal(t, i, float(word) if word.isdigit() and len(word) < 6 else None, i + 2), i + 2
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
        if _is_pronoun(t, span):
            return None
        kind = "count" if amount.number.form != "fraction" and float(amount.low).is_integer() else "other"
    if amount.number.form == "fraction" and unit is None:
        if not _is_share(t, amount):
            return None
        unit, kind = "%", "proportion"
        low, high = (None if value is None else round(value * 100, 10) for value in (low, high))
    kind = vague.refined(t, span, kind)
    way = span.trend or ("up" if amount.signed > 0 else None)
    if (way is None and span.bound != "range") or (span.bound == "range" and t.word(span.start) not in ("from", "between")):
        way = way or trend(t, span.start, kind)
    return Draft(low, high, span.bound, kind, unit, span.start, span.end, way)


def _is_share(t: Tokens, amount: Amount) -> bool:
    """Tell whether a fraction word measures a part of a whole, and not an order ("a third party") or a match half."""
    following, before = t.word(amount.end), t.word(amount.start - 1)
    if t.words[amount.start][0].isdigit() or t.word(amount.start) in GLYPHS:
        return True
    if following in (
        "of",
        "the",
        "all",
        "its",
        "their",
        "his",
        "our",
        "my",
        "your",
        "that",
        "this",
        "these",
        "those",
        "as",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "smaller",
        "larger",
    ):
        return t.word(amount.start) != "half" or following not in ("more", "less")
    if before in (
        "by",
        "over",
        "about",
        "nearly",
        "almost",
        "than",
        "around",
        "roughly",
        "approximately",
        "to",
        "least",
        "only",
        "just",
        "another",
        "some",
        "under",
        "up",
    ):
        return not following or following in STOPS or not following[0].isalpha()
    return (
        amount.number.end - amount.number.start > 1
        and t.word(amount.start) not in ("a", "an")
        and (not following or not following[0].isalpha() or following in STOPS)
    )


def _is_pronoun(t: Tokens, span: Span) -> bool:
    """Tell whether a bare number word stands for persons or things ("one of the", "the two")."""
    amount = span.amount
    if amount.number.form != "words" or span.bound == "range" or amount.number.scaled:
        return False
    word = t.word(amount.start)
    before, following = t.word(amount.start - 1), t.word(amount.end)
    if following == "-" and t.glued(amount.end):
        return t.glued(amount.end + 1)
    if word == "one":
        return True
    return before in ("the", "these", "those", "all", "other", "top", "bottom", "final", "last", "first", "next") or (
        span.bound == "exactly" and following in ("is", "are", "were", "have", "had", "-")
    )


def _ordinal(t: Tokens, i: int, value: float | None, end: int) -> Draft | None:
    if value is None or is_month(t, end) or is_month(t, i - 1) or t.word(end) in ("century", "centuries"):
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
