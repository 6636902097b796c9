"""Which pairs of claims are worth a look: those that share a question and a thing to differ on.

Refuses to pair everything with everything: pairs come out of small buckets. A bucket that is too large is split by key
terms, twice at most; what is still too large identifies nothing and is dropped, but for one
claim of each value where only few values are given. How many pairs are looked at grows
with the claims: beyond that the largest buckets, which identify least, go first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimbook.compare.causes import Subject
from claimbook.compare.reading import Reading
from claimbook.compare.stances import of_the_whole
from claimbook.compare.valence import DENIED_BY, worth_of
from claimbook.model import Topics

LIMIT = 150
SPLITS = 2
# of a larger bucket one claim for each value is kept where there are no more values than this
MOST_VALUES = 12
# pairs looked at: so many for each claim, but no fewer than a review of a few hundred claims ever has
PAIRS_PER_CLAIM = 20
PAIRS_LEAST = 500_000
# a stem in more than this share of claims (and in more than a handful) does not identify what a claim is about
COMMON_SHARE = 0.15
COMMON_LEAST = 5
MAIN = 10
RAREST = 4

Key = tuple[str, str]
Bucket = dict[str, list[int]]


def find_subjects(readings: Sequence[Reading]) -> dict[str, Subject]:
    """Find what each article is about: the stems that most of its claims share."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        counts[reading.claim.article].update(reading.terms)
    return {
        article: Subject(
            tuple(s for s, n in sorted(count.items(), key=lambda x: (-x[1], x[0]))[:MAIN] if n > 2),
            dict(count),
        )
        for article, count in counts.items()
    }


def _scopes(topics: Topics | None) -> dict[str, list[str]]:
    """Give, for each topic, the questions its claims answer: itself, and every pair of topics it is related in."""
    known = topics.topics if topics else ()
    linked = sorted({tuple(sorted((t.id, r))) for t in known for r in t.related})
    return {t.id: [f"topic {t.id}", *(f"related {a} {b}" for a, b in linked if t.id in (a, b))] for t in known}


@dataclass(frozen=True, slots=True)
class Stock:
    """Hold what is known of the stems of all claims: how many claims have each, and which some claim sets aside."""

    counts: Counter[str]
    common: frozenset[str]
    replaced: frozenset[str]

    def rarest(self, stems: frozenset[str], most: int) -> list[str]:
        """Give the stems that identify best: those that the fewest claims have."""
        return sorted(stems - self.common, key=lambda s: (self.counts[s], s))[:most]


def take_stock(readings: Sequence[Reading]) -> Stock:
    """Count the stems of all claims."""
    counts = Counter(stem for reading in readings for stem in reading.terms)
    most = max(COMMON_LEAST, COMMON_SHARE * len(readings))
    common = frozenset(stem for stem, count in counts.items() if count > most)
    return Stock(counts, common, frozenset().union(*(_set_aside(reading) for reading in readings)))


def _set_aside(reading: Reading) -> frozenset[str]:
    """Give the stems of what a claim sets aside for something else, says that none is or does, or only one."""
    return reading.replaced | {none.thing for none in reading.nobodies} | {only.kind for only in reading.exclusives}


def _keys(reading: Reading, stock: Stock) -> Iterator[Key]:
    """Give what a claim without a topic can be paired on; sides tell apart what only clashes across."""
    for figure in reading.figures:
        if figure.advised:
            yield f"advised {figure.interval.dimension}", ""
        for stem in stock.rarest(figure.measure | reading.terms | reading.around, 2 * RAREST):
            yield f"figure {figure.interval.dimension} | {stem}", ""
        for stem in stock.rarest(figure.near, RAREST):
            yield f"figure {figure.interval.dimension} | {stem}", ""
        if figure.telling:
            told = f"told {figure.interval.dimension} {figure.telling.verb}"
            for head in figure.telling.named.heads:
                yield f"{told} | {head}", ""
            yield f"{told} | whole", "named" if figure.telling.named.heads else ""
    for casualty in reading.casualties:
        for stem in [*stock.rarest(casualty.about, RAREST), "whole"]:
            yield f"casualties | {stem}", str(casualty.denied)
    for presence in reading.presences:
        yield f"presence | {presence.head}", str(presence.absent)
    for event in reading.events:
        for stem in event.named.stems or ("whole",):
            yield f"event | {stem}", str(event.year)
    for stance in reading.stances:
        whole = ["whole"] if of_the_whole(stance.axis) else []
        for stem in dict.fromkeys([*stock.rarest(stance.about, RAREST), *sorted(stance.named.heads), *whole]):
            yield f"axis {stance.axis} | {stem}", stance.pole
        if stance.subject:
            yield f"axis {stance.axis} | of {' '.join(sorted(stance.subject))}", stance.pole
    for effect in reading.effects:
        for stem in [effect.state] if effect.state else sorted(effect.terms - stock.common):
            yield f"change | {stem}", f"{effect.sign} {effect.denied}"
    yield from _valued(reading, stock)
    for answer in reading.answers:
        yield f"answer {answer.question}", ""
    for ranking in reading.rankings:
        yield f"ranking {' '.join(sorted(ranking.measure))}", ""
    for stem in stock.rarest(reading.terms, RAREST - 1):
        yield f"words | {stem}", ""
    for stem in sorted(reading.terms & stock.replaced - stock.common):
        yield f"instead | {stem}", "aside" if stem in _set_aside(reading) else "used"


def _valued(reading: Reading, stock: Stock) -> Iterator[Key]:
    """Give where a claim that denies all harm or good meets those that name some: by what it is of."""
    for denial in reading.blanket_denials:
        for stem in [*stock.rarest(denial.cause.named, RAREST), "whole"]:
            yield f"{denial.kind} | {stem}", "denied"
    for warning in reading.warnings:
        for stem in [*stock.rarest(warning.cause.named, RAREST), "whole"]:
            yield f"harmless | {stem}", "named"
    for effect in reading.effects:
        kind = DENIED_BY.get(worth_of(effect))
        for stem in [*stock.rarest(effect.cause.named, RAREST), "whole"] if kind else ():
            yield f"{kind} | {stem}", "named"


def _size(sides: Bucket) -> int:
    return sum(map(len, sides.values()))


def _pair_count(sides: Bucket) -> int:
    """Give about how many pairs a bucket makes."""
    size = _size(sides)
    return (size * size - sum(len(s) ** 2 for s in sides.values())) // 2 if set(sides) != {""} else size * size // 2


def _by_value(sides: Bucket, readings: Sequence[Reading]) -> Iterator[Bucket]:
    """Give one claim for each value of a bucket of many that have few: a hundred repeat one figure, one has another."""
    first: dict[object, int] = {}
    for index in sorted(index for members in sides.values() for index in members):
        value = frozenset((f.interval.low, f.interval.high, f.interval.dimension) for f in readings[index].figures)
        if value and value not in first:
            first[value] = index
            if len(first) > MOST_VALUES:
                return
    if len(first) > 1:
        yield {"": list(first.values())}


def _small(sides: Bucket, readings: Sequence[Reading], stock: Stock, used: tuple[str, ...] = ()) -> Iterator[Bucket]:
    """Give the bucket where it is small enough to identify something, else its parts, split by key terms."""
    if _size(sides) <= LIMIT:
        yield sides
        return
    if not used:
        yield from _by_value(sides, readings)
    if len(used) == SPLITS:
        return
    split: defaultdict[str, Bucket] = defaultdict(dict)
    for side, members in sides.items():
        for index in members:
            for stem in stock.rarest(readings[index].terms.difference(used), RAREST):
                # in the order of the splits either stem comes first: once is enough
                if not used or stem > used[-1]:
                    split[stem].setdefault(side, []).append(index)
    for stem, part in split.items():
        if len(part) > 1 or (part.keys() == {""} and len(part[""]) > 1):
            yield from _small(part, readings, stock, (*used, stem))


class Pairing:
    """Hold the buckets claims fall into, and give each claim its partners."""

    def __init__(self, readings: Sequence[Reading], topics: Topics | None, stock: Stock, *, everything: bool) -> None:
        self._joint: defaultdict[int, list[Sequence[int]]] = defaultdict(list)
        buckets = self._fill(readings, _scopes(topics), stock, everything)
        small = [part for sides in buckets.values() for part in _small(sides, readings, stock)]
        small.sort(key=_pair_count)
        left = max(PAIRS_LEAST, PAIRS_PER_CLAIM * len(readings))
        for sides in small:
            left -= _pair_count(sides)
            if left < 0:
                break
            self._put(sides)

    @staticmethod
    def _fill(
        readings: Sequence[Reading], scopes: Mapping[str, list[str]], stock: Stock, everything: bool
    ) -> dict[str, Bucket]:
        buckets: defaultdict[str, Bucket] = defaultdict(dict)
        for index, reading in enumerate(readings):
            asked = scopes.get(reading.claim.topic or "", ())
            keys: list[Key] = [(scope, "") for scope in asked] or list(_keys(reading, stock))
            if everything:
                keys += [(f"apart {figure.interval.dimension}", "") for figure in reading.figures]
            for key, side in dict.fromkeys(keys):
                buckets[key].setdefault(side, []).append(index)
        return buckets

    def _put(self, sides: Bucket) -> None:
        """Say of every claim of a bucket whom it meets there: across its sides, or everybody where it has none."""
        for side, members in sides.items():
            meets = [others for other, others in sides.items() if other != side or not side]
            for index in members:
                self._joint[index] += meets

    def partners(self, index: int) -> list[int]:
        """Give the later claims that a claim is to be compared with, in order, each once."""
        met: set[int] = set()
        met.update(*self._joint.get(index, ()))
        return sorted(other for other in met if other > index)
