"""Totals and parts inside one article: parts that do not add up, a part larger than its whole.

Refuses to add what is not said to be a part ("of these, 70 …"), what may be counted twice, and what is about right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimbook.compare.figures import Figure
from claimbook.compare.intervals import to_interval
from claimbook.compare.reading import Reading
from claimbook.compare.verdicts import Verdict
from claimbook.compare.wording import find_any, read_words
from claimbook.lexicon import load
from claimbook.model import Claim

# a total and its parts stand in neighbouring sentences: code points between the two claims
NEAR = 120
WHOLE = 100.0
_ADDED = frozenset({"count", "money", "proportion", "mass", "length", "volume"})
_EXACT = frozenset({"exactly", "about"})


def compare_sums(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading, Verdict]]:
    """Give each total with the claim right behind it whose parts do not fit it, by article and place."""
    articles: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        articles[reading.claim.article].append(reading)
    for _, found in sorted(articles.items()):
        ordered = sorted(found, key=lambda reading: reading.claim.at)
        for whole, parts in pairwise(ordered):
            if 0 <= parts.claim.start - whole.claim.end <= NEAR and (verdict := _misfit(whole, parts)):
                yield whole, parts, verdict


def _misfit(whole: Reading, parts: Reading) -> Verdict | None:
    """Say how the parts in one claim fail to fit the only total in the claim before."""
    cues = load("parts")
    if not find_any(parts.words, cues["back"], exact=True) or find_any(parts.words, cues["loose"], exact=True):
        return None
    totals = [figure for figure in whole.figures if figure.quantity.kind in _ADDED and _sized(figure)]
    pieces = [figure for figure in parts.figures if figure.quantity.kind in _ADDED]
    if len(totals) != 1 or not pieces or not all(_sized(piece) and _alike(totals[0], piece) for piece in pieces):
        return None
    total = totals[0]
    largest = max(pieces, key=lambda piece: piece.interval.low)
    if largest.interval.low > total.interval.high:
        said = f"cannot both be true because “{largest.quantity.text}” is a part of “{total.quantity.text}” and larger"
        return Verdict("contradict", "numeric", said, f"sum {parts.claim.id}")
    if len(pieces) > 1 and find_any(parts.words, cues["rest"], exact=True):
        return _sum(total, pieces, parts)
    return None


def _sum(total: Figure, pieces: Sequence[Figure], parts: Reading) -> Verdict | None:
    low, high = sum(p.interval.low for p in pieces), sum(p.interval.high for p in pieces)
    if low <= total.interval.high and total.interval.low <= high:
        return None
    added = " + ".join(f"“{piece.quantity.text}”" for piece in pieces)
    made = sum(piece.quantity.low or 0 for piece in pieces)
    said = f"cannot both be true because {added} make {made:,g}, not “{total.quantity.text}”"
    return Verdict("contradict", "numeric", said, f"sum {parts.claim.id}")


def misfit_of_shares(claim: Claim) -> str | None:
    """Say that the shares of one claim make no whole though "the rest" is among them; `None` where they may."""
    shares = [quantity for quantity in claim.quantities if quantity.kind == "proportion"]
    words, cues = read_words(claim.quote), load("parts")
    if len(shares) < 2 or not find_any(words, cues["rest"], exact=True) or find_any(words, cues["loose"], exact=True):
        return None
    intervals = [to_interval(share) for share in shares]
    sized = [i for i in intervals if i is not None and not i.one_sided]
    if len(sized) < len(shares) or any(share.unit != "%" or share.bound not in _EXACT for share in shares):
        return None
    if sum(i.low for i in sized) <= WHOLE <= sum(i.high for i in sized):
        return None
    added = " + ".join(f"“{share.text}”" for share in shares)
    return f"{added} make {sum(share.low or 0 for share in shares):,g}%, not the whole"


def _sized(figure: Figure) -> bool:
    return figure.quantity.low is not None and figure.quantity.bound in _EXACT and not figure.interval.one_sided


def _alike(total: Figure, piece: Figure) -> bool:
    """Tell whether a part counts what its total counts; a bare number counts what was counted before."""
    if total.quantity.kind != piece.quantity.kind:
        return False
    return piece.interval.dimension == total.interval.dimension or piece.quantity.unit is None
