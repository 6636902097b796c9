"""What tells two cases apart in which the same was measured: parts of one whole, other changes, other follow-ups.

Refuses to guess: each is told by the claims' own words.
"""

from __future__ import annotations

import math

from claimbook.compare.figures import GROUP, HELD_AT, Figure
from claimbook.compare.intervals import lie
from claimbook.compare.reading import Reading
from claimbook.compare.wording import find_any, find_phrase
from claimbook.lexicon import load


def cases_apart(a: Reading, b: Reading, left: Figure, right: Figure) -> str | None:
    """Say what tells two cases apart by itself: parts of one whole, changes of two things."""
    if lie(left.interval, right.interval) != "disjoint":
        return None
    if left.role == right.role == GROUP:
        return f"different group — {left.quantity.text} / {right.quantity.text}"
    if _make_a_whole(left, right):
        return "the two shares make up the whole"
    if left.quantity.trend and right.quantity.trend and _other_changes(a, b):
        return "different changes — neither names what changes in the other"
    return _heat_apart(a, b) or _servings_apart(a, b, left, right)


def _make_a_whole(a: Figure, b: Figure) -> bool:
    """Tell whether two shares are of the two parts of one whole: "lets through 3 per cent", "blocks 97 per cent"."""
    if not a.quantity.kind == b.quantity.kind == "proportion" or a.quantity.trend or b.quantity.trend:
        return False
    middles = [(f.interval.low + f.interval.high) / 2 for f in (a, b)]
    return middles[0] != middles[1] and math.isclose(sum(middles), 100) and bool(a.near - b.near and b.near - a.near)


def _other_changes(a: Reading, b: Reading) -> bool:
    """Tell whether two claims tell what changes, and of different things ("more plaque", "reduces gingivitis")."""
    changed = [frozenset(key for e in r.effects for key in ((e.state,) if e.state else e.terms)) for r in (a, b)]
    return bool(changed[0] and changed[1]) and changed[0].isdisjoint(changed[1])


def _heat_apart(a: Reading, b: Reading) -> str | None:
    """Say at which temperatures two claims give their figures, `None` where they share one or one names none."""
    held = [[f for f in r.figures if f.role == HELD_AT] for r in (a, b)]
    if not all(held) or any(lie(x.interval, y.interval) != "disjoint" for x in held[0] for y in held[1]):
        return None
    return f"different case — {held[0][0].quantity.text} / {held[1][0].quantity.text}"


def _servings_apart(a: Reading, b: Reading, left: Figure, right: Figure) -> str | None:
    """Say of how much each of two figures is given ("per 100 grams", "a 30-gram serving"), where both say so."""
    mine, others = ([f for f in r.figures if f is not own and _of_which(r, f)] for r, own in ((a, left), (b, right)))
    if _of_which(a, left) or _of_which(b, right):
        return "different measure — one amount only says of how much another is given"
    pairs = [(x, y) for x in mine for y in others if x.interval.dimension == y.interval.dimension]
    if not pairs or any(lie(x.interval, y.interval) != "disjoint" for x, y in pairs):
        return None
    return f"different amount — of {pairs[0][0].quantity.text} / of {pairs[0][1].quantity.text}"


def _of_which(reading: Reading, figure: Figure) -> bool:
    """Tell whether an amount is what another figure is given for: it follows "per", or a vessel follows it."""
    amount = find_phrase(reading.words, figure.quantity.text, exact=True)
    if amount is None or figure.interval.dimension not in ("mass mass", "volume volume", "length length"):
        return False
    before, after = reading.words[: amount.start][-1:], reading.words[amount.end : amount.end + 2]
    servings = load("contrasts")["servings"].split()
    return any(w.text == "per" for w in before) or any(w.text in servings for w in after)


def of_own_samples(a: Reading, b: Reading) -> str | None:
    """Say why two figures may differ and both be right: each is of its own survey, or one is of a single case."""
    if any(_single(r) for r in (a, b)) and not all(_single(r) for r in (a, b)):
        return "one tells of a single case"
    sampled = all(find_any(r.words, load("measures")["own_sample"], exact=True) for r in (a, b))
    return "each is what one survey or trial found" if sampled else None


def _single(reading: Reading) -> bool:
    """Tell whether a claim opens with one case of many ("One unit we measured …"), which is no share ("one in ten")."""
    opening = [w.text for w in reading.words[:2]]
    return opening[:1] == ["one"] and opening[1:] not in (
        ["in"],
        ["of"],
        ["out"],
        ["per"],
        ["third"],
        ["quarter"],
        ["half"],
    )


def follow_ups_apart(a: Reading, b: Reading, left: Figure, right: Figure) -> str | None:
    """Say after how long each of two figures was found, where both say so ("after three months")."""
    later = [[f for f in r.figures if f is not own and _after_which(r, f)] for r, own in ((a, left), (b, right))]
    if not all(later) or any(lie(x.interval, y.interval) != "disjoint" for x in later[0] for y in later[1]):
        return None
    return f"different time — after {later[0][0].quantity.text} / after {later[1][0].quantity.text}"


def _after_which(reading: Reading, figure: Figure) -> bool:
    """Tell whether a length of time stands after "after"."""
    match = find_phrase(reading.words, f"after {figure.quantity.text}", exact=True)
    return figure.quantity.kind == "duration" and match is not None
