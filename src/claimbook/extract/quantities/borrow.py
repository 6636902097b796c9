"""Units and trends said once for several figures: "45 and 50 cases", "rose 2 percent but fell by 1".

Refuses to look across a sentence's end, and never lends a change's unit to the level it leads to ("rose 8% to 3.65").
"""

from __future__ import annotations

from claimbook.extract.quantities.draft import Draft
from claimbook.extract.quantities.tokens import Tokens

JOINING = frozenset(
    (
        "and", "or", ",", ", and", ", or", "of the", "of", "of its", "to", "versus", "vs", "&", "/",
        "by", "x", "×", "-", "- ,", "- and", "- or", "- to", "- , and",
    )
)  # fmt: skip
SIDES = ("by", "x", "×")
LENDING = ("proportion", "temperature", "length", "mass", "speed", "other", "money", "volume", "dose", "energy")
CONVERTED = ("length", "mass", "volume", "speed", "temperature", "energy", "money", "other")
REACH = 14
ENDS = (".", "!", "?", ";")


def borrow(t: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Give bare figures the unit of the figure beside them that shares it, and "by 2%" the trend it shares."""
    out = list(drafts)
    for k in range(len(out) - 2, -1, -1):
        if out[k].unit is None:
            out[k] = _from_next(t, out[k], out[k + 1])
    for k in range(1, len(out)):
        if t.word(out[k].start - 1) == "(" and out[k].start - 1 == out[k - 1].end:
            out[k] = _restated(out[k - 1], out[k])
        if _said_again(t, out[k - 1], out[k]):
            out[k] = out[k]._replace(trend=out[k - 1].trend)
        if _another_age(t, out[k - 1], out[k]):
            out[k] = out[k]._replace(unit=out[k - 1].unit, kind="duration")
        if t.word(out[k].start - 1) in ("by", "to", "from", "than"):
            lender = k - 2 if k > 1 and _said_again(t, out[k - 2], out[k - 1]) else k - 1
            out[k] = _from_previous(t, out[lender], out[k])
    return out


def _restated(a: Draft, b: Draft) -> Draft:
    """Give a conversion in brackets the bound and trend of the figure it restates ("over 5 miles (8 km)")."""
    converts = a.kind == b.kind and a.unit != b.unit and a.kind in CONVERTED
    if not converts or b.bound not in ("exactly", "range") or a.low == a.high == b.low:
        return b
    trend = b.trend or a.trend
    if a.bound == "about":
        return b._replace(bound="about", trend=trend)
    if b.low is None or b.low != b.high or a.bound in ("exactly", "range"):
        return b._replace(trend=trend)
    low, high = (b.low, None) if a.bound in ("more_than", "at_least") else (None, b.high)
    return b._replace(low=low, high=high, bound=a.bound, trend=trend)


def _said_again(t: Tokens, a: Draft, b: Draft) -> bool:
    """Tell whether a share restates a change: "gained 112 points, or 0.8%," and "fell 30 cents (1.2 percent)"."""
    between = t.lower[a.end : b.start]
    return b.unit == "%" and a.unit != "%" and b.trend is None and between in ([",", "or"], ["or"], ["("])


def _another_age(t: Tokens, a: Draft, b: Draft) -> bool:
    """Tell whether "aged 7 and 10" goes on."""
    listed = " ".join(t.lower[a.end : b.start]) in ("and", ",", ", and", "or")
    return (
        listed
        and a.unit == "year of age"
        and _bare(b)
        and 0 <= (b.low or -1) <= 120
        and "old" not in t.lower[a.end - 1]
    )


def _bare(draft: Draft) -> bool:
    return draft.unit is None and draft.kind in ("count", "other")


def _from_next(t: Tokens, a: Draft, b: Draft) -> Draft:
    if (
        not _bare(a)
        or b.unit is None
        or b.start - a.end > 3
        or (b.kind == "proportion" and b.unit == "%" and b.end - b.start > 6)
    ):
        return a
    between = " ".join(t.lower[a.end : b.start])
    if between not in JOINING or (between in SIDES and b.kind != "length"):
        return a
    return a._replace(unit=b.unit, kind=b.kind)


def _from_previous(t: Tokens, a: Draft, b: Draft) -> Draft:
    if b.start - a.end > REACH or any(mark in ENDS for mark in t.lower[a.end : b.start]):
        return b
    level = t.word(b.start - 1) == "to" and a.trend is not None and a.unit == "%"
    level = level or (a.unit == "%" and (b.low or 0) > 1000)
    if _bare(b) and a.kind in LENDING and a.unit and not level and t.linked(b.start):
        b = b._replace(unit=a.unit, kind=a.kind)
    if b.trend is None and a.trend and t.word(b.start - 1) == "by" and a.kind == b.kind:
        b = b._replace(trend=a.trend)
    return b
