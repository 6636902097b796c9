"""Which pairs of claims are worth a look: those that share a question and a thing to differ on.

Refuses to pair everything with everything: pairs come out of small buckets, and a bucket that stays too large after it
was split by key terms identifies nothing and is dropped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimbook.compare.reading import Reading
from claimbook.compare.stances import of_the_whole
from claimbook.model import Topics

LIMIT = 150
# a stem in more than this share of claims (and in more than a handful) does not identify what a claim is about
COMMON_SHARE = 0.15
COMMON_LEAST = 5
MAIN = 4
RAREST = 4

Key = tuple[str, str]
Bucket = dict[str, list[int]]


def main_stems(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Give, for each article, the stems that most of its claims share: what it is about."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        counts[reading.claim.article].update(reading.terms)
    return {
        article: frozenset(s for s, n in sorted(count.items(), key=lambda x: (-x[1], x[0]))[:MAIN] if n > 2)
        for article, count in counts.items()
    }


def _scopes(reading: Reading, topics: Topics | None) -> list[str]:
    """Give the questions a claim answers: its topic, and every pair its topic is related in; none without a topic."""
    topic = reading.claim.topic
    if not topic or topics is None:
        return []
    linked = {tuple(sorted((t.id, r))) for t in topics.topics for r in t.related if topic in (t.id, r)}
    return [f"topic {topic}", *sorted(f"related {a} {b}" for a, b in linked)]


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
    return Stock(counts, common, frozenset().union(*(reading.replaced for reading in readings)))


def _keys(reading: Reading, stock: Stock) -> Iterator[Key]:
    """Give what a claim without a topic can be paired on; sides tell apart what only clashes across."""
    for figure in reading.figures:
        for stem in stock.rarest(figure.measure, RAREST):
            yield f"figure {figure.interval.dimension} | {stem}", ""
    for stance in reading.stances:
        whole = ["whole"] if of_the_whole(stance.axis) else []
        for stem in [*stock.rarest(stance.about, RAREST), *whole]:
            yield f"axis {stance.axis} | {stem}", stance.pole
    for effect in reading.effects:
        for stem in [effect.state] if effect.state else sorted(effect.terms - stock.common):
            yield f"change | {stem}", f"{effect.sign} {effect.denied}"
    for stem in stock.rarest(reading.terms, RAREST - 1):
        yield f"words | {stem}", ""
    for stem in sorted(reading.terms & stock.replaced - stock.common):
        yield f"instead | {stem}", "aside" if stem in reading.replaced else "used"


def _pairs(sides: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Pair the claims of one bucket: across its sides, or all with all where it has none."""
    if set(sides) == {""}:
        yield from combinations(sides[""], 2)
    for one, other in combinations(sorted(sides), 2):
        yield from ((min(i, j), max(i, j)) for i in sides[one] for j in sides[other] if i != j)


def _small(buckets: Mapping[str, dict[str, list[int]]], readings: Sequence[Reading], stock: Stock) -> Iterator[Bucket]:
    """Give the buckets small enough to identify something; a larger one is split by key terms, once."""
    for sides in buckets.values():
        if sum(map(len, sides.values())) <= LIMIT:
            yield sides
            continue
        split: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for side, members in sides.items():
            for index in members:
                for stem in stock.rarest(readings[index].terms, RAREST):
                    split[stem].setdefault(side, []).append(index)
        yield from (part for part in split.values() if sum(map(len, part.values())) <= LIMIT)


def candidate_pairs(
    readings: Sequence[Reading], topics: Topics | None, stock: Stock, *, everything: bool = False
) -> list[tuple[int, int]]:
    """Give the pairs of indexes to look at, sorted, each once; `everything` adds figures that share only their unit."""
    buckets: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for index, reading in enumerate(readings):
        scopes = _scopes(reading, topics)
        keys = [(scope, "") for scope in scopes] or list(_keys(reading, stock))
        if everything:
            keys += [(f"apart {figure.interval.dimension}", "") for figure in reading.figures]
        for key, side in dict.fromkeys(keys):
            buckets[key].setdefault(side, []).append(index)
    return sorted({pair for sides in _small(buckets, readings, stock) for pair in _pairs(sides)})
