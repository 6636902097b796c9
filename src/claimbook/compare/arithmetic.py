"""Whether the figure of one text follows from the figures of another: sums, differences, products and shares.

Refuses to guess which sum is meant: it looks for any short one that gives the figure, and calls a figure wrong only
where the text gives it as a result. Percentages and years are never added up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product

from claimbook.compare.reading import Reading
from claimbook.compare.verdicts import Verdict
from claimbook.compare.wording import find_any
from claimbook.lexicon import load
from claimbook.model import Quantity

# longer sums reach almost any small number by chance
MOST = 6
NESTED = 3
SAME_SENTENCE = 0.8
# books and pens are added up; books and days are not
_COUNTED = frozenset({"count", "ratio", "other", "frequency"})
_ADDED = frozenset({"count", "ratio", "money", "length", "mass", "volume", "duration", "other", "frequency"})


@dataclass(frozen=True, slots=True)
class _Sum:
    """Hold a value with the sum that gives it; `parts` are the indexes of the figures used, `divided` a rounded one."""

    value: float
    parts: frozenset[int]
    shown: str
    divided: bool = False


def _plain(value: float) -> str:
    return f"{value:,.10g}"


def _points(reading: Reading) -> list[tuple[float, str]]:
    """Give the exact amounts of a text, in order, each with its sort; years, shares and ranges left out."""
    amounts = (f.quantity for f in reading.figures if f.quantity.kind in _ADDED)
    return [(float(q.low), _sort(q)) for q in amounts if q.low is not None and q.low == q.high]


def _sort(quantity: Quantity) -> str:
    """Name what sort of amount a quantity is; a bare number may be of any."""
    if quantity.kind not in _COUNTED:
        return quantity.kind
    return "count" if quantity.unit else ""


def _alike(one: str, other: str) -> bool:
    return one == other or not (one and other)


def _signed(numbers: Sequence[float]) -> Iterator[_Sum]:
    """Give every sum of at least two of the numbers, each added or taken away."""
    for signs in product((0, 1, -1), repeat=len(numbers)):
        used = [(sign, n) for sign, n in zip(signs, numbers, strict=True) if sign]
        if len(used) > 1 and used[0][0] > 0:
            shown = " ".join(f"{'+' if sign > 0 else '−'} {_plain(n)}" for sign, n in used).removeprefix("+ ")
            total = sum(sign * n for sign, n in used)
            yield _Sum(abs(total), frozenset(i for i, sign in enumerate(signs) if sign), shown)


def _joined(x: _Sum, y: _Sum) -> Iterator[_Sum]:
    parts, rounded = x.parts | y.parts, x.divided or y.divided
    left, right = (f"({s.shown})" if len(s.parts) > 1 else s.shown for s in (x, y))
    yield _Sum(x.value * y.value, parts, f"{left} × {right}", rounded)
    yield _Sum(x.value + y.value, parts, f"{left} + {right}", rounded)
    yield _Sum(abs(x.value - y.value), parts, f"{left} − {right}", rounded)
    if y.value:
        yield _Sum(x.value / y.value, parts, f"{left} ÷ {right}", True)


def _nested(numbers: Sequence[float]) -> Iterator[_Sum]:
    """Give the products and shares of pairs, and, of few numbers, what a third one makes of them."""
    single = [_Sum(n, frozenset({i}), _plain(n)) for i, n in enumerate(numbers)]
    pairs = [s for x, y in permutations(single, 2) for s in _joined(x, y)]
    yield from pairs
    if len(numbers) <= NESTED:
        for pair, one in product(pairs, single):
            if not pair.parts & one.parts:
                yield from _joined(pair, one)
                yield from _joined(one, pair)
    elif len(numbers) == NESTED + 1:
        for x, y in combinations(pairs, 2):
            if not x.parts & y.parts and "×" in x.shown and "×" in y.shown:
                yield _Sum(x.value + y.value, x.parts | y.parts, f"{x.shown} + {y.shown}")


def _gives(found: _Sum, wanted: float) -> bool:
    """Tell whether a sum gives a figure; a share may be rounded to one decimal."""
    return abs(found.value - wanted) <= (0.051 if found.divided else 1e-6 * max(1.0, abs(wanted)))


def find_sum(numbers: Sequence[float], wanted: float, *, rates: bool = True) -> str | None:
    """Give the shortest sum of the numbers that gives the wanted one, as it is written; `None` when there is none.

    Without `rates` numbers are only added and taken away.
    """
    kept = list(numbers[:MOST])
    sums = (*_signed(kept), *_nested(kept)) if rates else _signed(kept)
    fitting = (s for s in sums if _gives(s, wanted))
    best = min(fitting, key=lambda s: (len(s.parts), len(s.shown)), default=None)
    return best.shown if best else None


def _result(b: Reading) -> bool:
    return find_any(b.words, load("reckoning")["results"], exact=True) is not None


def _rated(reading: Reading) -> bool:
    """Tell whether a text tells of equal parts, or of so much for each."""
    return find_any(reading.words, load("reckoning")["rates"], exact=True) is not None


def reckon(a: Reading, b: Reading) -> Verdict | None:
    """Say whether the new figure of `b` follows from the figures of `a`; `None` where there is nothing to add up."""
    given, asked = _points(a), _points(b)
    shared = a.terms & b.terms
    if not asked or len(asked) < len(b.figures) or len(given) + len(asked) < 3 or not shared:
        return None
    # the same sentence with another figure is a rival of the first, and no result of it
    known = {number for number, _ in given}
    restated = len(given) == len(asked) and len(shared) >= SAME_SENTENCE * max(len(a.terms), len(b.terms))
    if restated or not known.isdisjoint(number for number, _ in asked):
        return None
    rates = _rated(a) or _rated(b)
    loosely = False
    for number, sort in asked:
        # what is of another sort can only be multiplied or shared out
        others = [n for n, s in (*given, *asked) if n != number and (rates or _alike(s, sort))]
        shown = find_sum(others, number, rates=rates)
        if shown:
            return Verdict("agree", "numeric", f"{_plain(number)} follows: {shown}", f"sum {_plain(number)}")
        loosely = loosely or bool(find_sum(others, number))
    result, sort = asked[0]
    added = [n for n, s in given if _alike(s, sort)]
    # a figure that some product gives, in words that tell of none, is left open
    if loosely or len(added) < 2 or not _result(b):
        return None
    why = f"no sum of {', '.join(_plain(number) for number, _ in given)} gives {_plain(result)}"
    return Verdict("contradict", "numeric", f"cannot both be true because {why}", f"sum {_plain(result)}")
