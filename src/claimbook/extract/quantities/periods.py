"""Years and decades as quantities.

Refuses days and months: a date is no quantity.
"""

from __future__ import annotations

from claimbook.extract.quantities.calendar import Period, date_end, read_decade, read_year
from claimbook.extract.quantities.draft import Draft
from claimbook.extract.quantities.tokens import Tokens
from claimbook.model import Bound, QuantityKind

BOUNDS: dict[str, Bound] = {
    "since": "at_least", "after": "more_than", "before": "less_than", "until": "at_most", "till": "at_most",
    "around": "about", "circa": "about", "about": "about", "by": "at_most",
}  # fmt: skip


def read(t: Tokens, i: int, first: int) -> tuple[Draft | None, int] | None:
    """Read the decade or year at token `i`; `None` where the number is neither."""
    decade = read_decade(t, i)
    if decade:
        return _draft(t, decade, first), decade.end
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
