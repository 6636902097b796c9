"""Which pairs of claims are worth a look: those that share a question and a thing to differ on.

Refuses to pair everything with everything: pairs come out of small buckets, and a bucket that stays too large after it
was split by key terms identifies nothing and is dropped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimbook.compare.reading import Reading
from claimbook.compare.stances import of_the_whole
from claimbook.model import Topics

LIMIT = 150
# a stem in more than this share of claims (and in more than a handful) does not identify what a claim is about
COMMON_SHARE = 0.15
COMMON_LEAST = 5
MAIN = 4


def common_stems(readings: Sequence[Reading]) -> frozenset[str]:
    """Give the stems so frequent among these claims that sharing them says nothing."""
    counts = Counter(stem for reading in readings for stem in reading.terms)
    most = max(COMMON_LEAST, COMMON_SHARE * len(readings))
    return frozenset(stem for stem, count in counts.items() if count > most)


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


def _features(reading: Reading, common: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Give what a claim can differ on, each with the stems that identify it where no topic does."""
    for figure in reading.figures:
        yield f"figure {figure.interval.dimension}", figure.measure - common
    for stance in reading.stances:
        whole = frozenset({"whole"}) if of_the_whole(stance.axis) else frozenset()
        yield f"axis {stance.axis}", (stance.about - common) | whole
    for effect in reading.effects:
        key = frozenset({effect.state}) if effect.state else effect.terms - common
        yield "change", key
    identifying = reading.terms - common
    yield "words", identifying


def _keys(reading: Reading, topics: Topics | None, common: frozenset[str], everything: bool) -> Iterator[str]:
    scopes = _scopes(reading, topics)
    yield from scopes
    if everything:
        yield from (f"apart {figure.interval.dimension}" for figure in reading.figures)
    if not scopes:
        for feature, stems in _features(reading, common):
            yield from (f"{feature} | {s}" for s in stems)


def _pairs(bucket: Sequence[int], readings: Sequence[Reading], common: frozenset[str]) -> Iterator[tuple[int, int]]:
    if len(bucket) <= LIMIT:
        yield from combinations(bucket, 2)
        return
    split: defaultdict[str, list[int]] = defaultdict(list)
    for index in bucket:
        for stem in readings[index].terms - common:
            split[stem].append(index)
    for part in split.values():
        if len(part) <= LIMIT:
            yield from combinations(part, 2)


def candidate_pairs(
    readings: Sequence[Reading], topics: Topics | None, common: frozenset[str], *, everything: bool = False
) -> list[tuple[int, int]]:
    """Give the pairs of indexes to look at, sorted, each once; `everything` adds figures that share only their unit."""
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for index, reading in enumerate(readings):
        for key in dict.fromkeys(_keys(reading, topics, common, everything)):
            buckets[key].append(index)
    return sorted({pair for bucket in buckets.values() for pair in _pairs(bucket, readings, common)})
