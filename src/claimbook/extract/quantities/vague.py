"""Amounts without figures: "several days to weeks", "within hours", "a few hours", "an hour", "a majority", "first".

Refuses to put numbers on vague words: their bounds stay open and the kind and unit are kept.
"""

from __future__ import annotations

from claimbook.extract.quantities.bounds import bound_before, lasts
from claimbook.extract.quantities.draft import Draft
from claimbook.extract.quantities.measures import match_form, read_measure
from claimbook.extract.quantities.numbers import CARDINALS, DENOMINATORS
from claimbook.extract.quantities.spans import OPEN_ABOVE, OPEN_BELOW, Span
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load
from claimbook.model import Bound as BoundName
from claimbook.model import QuantityKind

_WORDS = load("number_words")
ORDINALS: dict[str, int] = _WORDS["ordinals"]
VAGUE = ("several", "few", "couple", "handful")
TIME_WORDS = ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "centurie")
PLURALS = frozenset(word + "s" for word in TIME_WORDS)
SINGLE = ("minute", "hour", "day", "week", "month", "year", "fortnight")
UNIT_WORDS = PLURALS | frozenset(SINGLE)
# a bare plural is an amount of time after these ("within hours", "for decades", "takes weeks")
BARE_BEFORE = frozenset(_WORDS["bare_period_after"])
DETERMINERS = ("the", "its", "their", "his", "her", "our", "a", "my")
WHOLE = ("whole", "entire", "full", "all")
# what must stand before a bare period for it to be a quantity
AFTER_ONLY = {
    **dict.fromkeys(PLURALS, tuple(sorted(BARE_BEFORE))),
    **dict.fromkeys(SINGLE, ("a", "an", *WHOLE)),
    **dict.fromkeys(ORDINALS.keys() - DENOMINATORS.keys(), DETERMINERS),
}
ONE_BEFORE = frozenset(_WORDS["one_period_after"])


def read_vague(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read "several", "(a) few", "a couple of" before a unit of measure."""
    j = i + 1 + (t.word(i) in ("couple", "handful") and t.word(i + 1) == "of")
    if (
        t.word(i) == "few"
        and t.word(i - 1) in ("as", "the", "very", "too", "so")
        and t.word(i - 2) not in ("past", "last", "next", "first")
    ):
        return None, i
    j += t.word(j) in ("more", "hundred", "thousand", "million", "dozen")
    measure = read_measure(t, j)
    if measure is None or measure.kind not in ("duration", "length", "mass", "volume") or not measure.word:
        return None, i
    start = i - 1 if t.word(i - 1) == "a" and i - 1 >= first else i
    return _vague(t, start, first, measure.end, measure.kind, measure.name)


def _vague(t: Tokens, start: int, first: int, end: int, kind: str, unit: str) -> tuple[Draft, int]:
    """Finish a vague amount, with a second unit ("days to weeks") and the bound before it."""
    if t.word(end) in ("to", "or", "-", "–") and t.linked(end):
        second = read_measure(t, end + 1 + (t.word(end + 1) in ("even", "several")))
        if second and second.kind == kind:
            end = second.end
    bound = bound_before(t, start, first)
    start = bound.at if bound and bound.words != ("past",) else start
    return Draft(None, None, "about", _kind(kind), unit, start, end), end


def read_bare_unit(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read "within hours", "for decades" (vague) and "an hour", "half a day" (one)."""
    word, before = t.word(i), t.word(i - 1)
    if word in SINGLE:
        return _one(t, i, first)
    if t.word(i - 2) == "how" or before not in BARE_BEFORE or not t.linked(i) or i - 1 < first - 1:
        return None, i
    if before in ("of", "to", "or", "in", "over", "last") and not (before == "of" and t.word(i - 2) == "matter"):
        return None, i
    unit = match_form(t, i)
    return _vague(t, i, first, i + 1, "duration", unit.unit.name if unit else word[:-1])


def _one(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read "an hour" as one hour where the words before measure with it; "twice a day" and "a year ago" do not."""
    article = t.word(i - 1)
    if article in ("whole", "entire", "full") or (article == "all" and t.word(i) in ("day", "night")):
        return Draft(1.0, 1.0, "exactly", "duration", t.word(i), i - 1, i + 1), i + 1
    if article not in ("a", "an") or not t.linked(i) or i - 1 < first or t.word(i + 1) == "-":
        return None, i
    ranged = _or_more(t, i)
    if ranged:
        low, high, bound, start = bounded(t, i - 1, first, 1.0, float(ranged))
        return Draft(low, high, bound, "duration", t.word(i), start, i + 3), i + 3
    half = i + 2 + (t.word(i + 2) == "a") if t.word(i + 1) == "and" else 0
    more = 0.5 if half and t.word(half) == "half" else 0.0
    placed = t.word(i + 1) in ("ago", "earlier", "later", "before", "when", "of", "that")
    if not more and (t.word(i - 2) not in ONE_BEFORE or placed):
        return None, i
    low, high, bound, start = bounded(t, i - 1, first, 1.0 + more, 1.0 + more)
    end = half + 1 if more else i + 1
    return Draft(low, high, bound, "duration", t.word(i), start, end), end


def _or_more(t: Tokens, i: int) -> int:
    """Give the 2 of "a day or two"."""
    return CARDINALS.get(t.word(i + 2), 0) if t.word(i + 1) == "or" and t.word(i + 2) in ("two", "three") else 0


def read_majority(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read "a majority of" as more than half."""
    if t.word(i + 1) != "of" or t.word(i - 1) not in ("a", "the", "vast", "overwhelming", "clear", "great", "large"):
        return None, i
    start = i - 1 if t.word(i - 1) in ("a", "the") else i
    return Draft(50.0, None, "more_than", "proportion", "%", max(first, start), i + 1), i + 1


def read_ordinal(t: Tokens, i: int, first: int) -> tuple[Draft | None, int]:
    """Read "the second trial" as an ordinal; adverbs ("First, …") and "-hand" compounds are none."""
    value = ORDINALS.get(t.word(i))
    before = t.word(i - 1)
    if value is None or not t.linked(i) or before not in DETERMINERS:
        return None, i
    if not _ranks(t, i + 1):
        return None, i
    return Draft(float(value), float(value), "exactly", "ordinal", None, i, i + 1), i + 1


def _ranks(t: Tokens, i: int) -> bool:
    """Tell whether the words after an ordinal make a checkable rank: "the first to", "first ever", "second largest"."""
    word = t.word(i)
    if word == "-" and t.glued(i):
        word = t.word(i + 1)
    return t.linked(i) and (word in ("to", "ever", "most") or (word.endswith("est") and len(word) > 4))


def bounded(
    t: Tokens, i: int, first: int, low: float, high: float
) -> tuple[float | None, float | None, BoundName, int]:
    """Apply the bound before token `i` to the values `low`..`high`."""
    bound = bound_before(t, i, first)
    if bound is None or not lasts(t, bound):
        return low, high, "range" if high > low else "exactly", i
    if bound.name in OPEN_ABOVE:
        return low, None, bound.name, bound.at
    if bound.name in OPEN_BELOW:
        return None, high, bound.name, bound.at
    return low, high, bound.name, bound.at


def refined(t: Tokens, span: Span, kind: str) -> QuantityKind:
    """Tell doses from masses and frequencies from durations by the words beside."""
    if kind == "mass" and (
        t.word(span.end) in ("dose", "doses", "daily")
        or t.word(span.end + 1) in ("dose", "doses")
        or t.word(span.start - 2) in ("dose", "doses", "dosage")
    ):
        return "dose"
    if kind == "duration" and t.word(span.start - 1) == "every":
        return "frequency"
    if kind == "duration" and (span.amount.unit or "").startswith(("day per", "night per")):
        return "frequency"
    return _kind(kind)


def _kind(kind: str) -> QuantityKind:
    return kind  # type: ignore[return-value]
