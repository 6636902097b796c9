"""Years and decades as quantities.

Refuses days and months: a date is no quantity.
"""

from __future__ import annotations

from claimbook.extract.quantities.calendar import PARTS, Period, date_end, read_decade, read_year
from claimbook.extract.quantities.draft import Draft
from claimbook.extract.quantities.tokens import Tokens
from claimbook.model import Bound, QuantityKind

BOUNDS: dict[str, Bound] = {
    "since": "at_least", "after": "more_than", "before": "less_than", "until": "at_most", "till": "at_most",
    "around": "about", "circa": "about", "about": "about", "by": "at_most",
}  # fmt: skip

OWNERS = frozenset(("his", "her", "their", "my", "our", "your"))
PLACED = frozenset(("the", "low", "high", "upper", "lower", "mid", "into"))


def read(t: Tokens, i: int, first: int) -> tuple[Draft | None, int] | None:
    """Read the decade or year at token `i`; `None` where the number is neither."""
    decade = read_decade(t, i)
    if decade:
        return _draft(t, decade, first), decade.end
    tens = _tens(t, i, first)
    if tens:
        return tens
    if (
        len(t.words[i]) != 4
        or (t.glued(i) and t.words[i - 1] not in ("(", "[", "-", "–", "/", "‘", "“", '"', "'", "’", "©"))
        or date_end(t, i)
    ):
        return None
    if (
        t.glued(i)
        and t.words[i - 1] in ("-", "/")
        and t.glued(i - 1)
        and t.words[i - 2][-1].isalnum()
        and t.lower[i - 2] not in ("mid", "pre", "post", "early", "late")
    ):
        return None
    year = read_year(t, i)
    return (_draft(t, year, first), year.end) if year else None


def _tens(t: Tokens, i: int, first: int) -> tuple[Draft | None, int] | None:
    """Read "in her early 40s" as years of age; "in the mid-80s" may be degrees or years and is passed over."""
    if t.word(i + 1) != "s" or not t.glued(i + 1) or len(t.words[i]) != 2 or t.words[i][1] != "0":
        return None
    j = i - 1 - (t.word(i - 1) == "-" and t.glued(i))
    part = PARTS.get(t.word(j))
    start = j if part else i
    owner = t.word(start - 1)
    if owner in OWNERS and start - 1 >= first and t.linked(i):
        low = float(t.words[i]) + (part[0] if part else 0)
        high = low + (part[1] - part[0] if part else 9)
        return Draft(low, high, "range", "duration", "year of age", start, i + 2), i + 2
    return (None, i + 2) if part or owner in PLACED else None


def _draft(t: Tokens, period: Period, first: int) -> Draft:
    j = period.start - 1
    j -= t.word(j) == "the"
    bound = BOUNDS.get(t.word(j)) if j >= first and t.linked(j + 1) else None
    low, high = float(period.low), float(period.high)
    kind: QuantityKind = "decade" if period.kind == "decade" else "year"
    start = period.start
    if t.word(start - 1) == "the" and start - 1 >= first and kind == "decade":
        start -= 1
    if bound is None or bound == "about":
        plain: Bound = "range" if high > low and kind == "year" else "exactly"
        return Draft(low, high, bound or plain, kind, None, start if bound is None else max(first, j), period.end)
    if bound in ("at_least", "more_than"):
        return Draft(low, None, bound, kind, None, j, period.end)
    return Draft(None, high if bound == "at_most" else low, bound, kind, None, j, period.end)
