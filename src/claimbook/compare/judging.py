"""Judge pairs of claims: what every judge says of two claims, and the strongest of it.

Refuses to judge pairs on which no judge could speak, and two claims of which one lies inside the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimbook.compare.agreeing import compare_agreement
from claimbook.compare.casualties import compare_casualties
from claimbook.compare.causes import Subject
from claimbook.compare.comparatives import compare_rankings
from claimbook.compare.events import compare_events
from claimbook.compare.exclusives import compare_exclusives
from claimbook.compare.numbers import compare_figures, figures_apart
from claimbook.compare.pairing import Pairing, find_subjects, take_stock
from claimbook.compare.polarity import (
    compare_denials,
    compare_effects,
    compare_positions,
    compare_replaced,
    compare_stances,
)
from claimbook.compare.predication import compare_predications
from claimbook.compare.presence import compare_presences
from claimbook.compare.prospects import Prospect, could_clash, prospect
from claimbook.compare.reading import Reading
from claimbook.compare.rivals import compare_answers
from claimbook.compare.scope import compare_scope
from claimbook.compare.swaps import compare_nobodies, compare_swaps
from claimbook.compare.valence import compare_blanket_denials
from claimbook.compare.verdicts import ORDER, Ground, Verdict, soften
from claimbook.model import Claim, Topic, Topics

# a ground is small, and made again where it is forgotten
_MOST_GROUNDS = 4096


def bearing(topics: Topics | None) -> dict[str, tuple[Topic, ...]]:
    """Give, for each topic, the topics its claims bear on: itself and those related, whichever of the two says so."""
    known = topics.topics if topics else ()
    return {
        topic.id: (topic, *(t for t in known if t.id in topic.related or (topic.id in t.related and t != topic)))
        for topic in known
    }


Judge = Callable[[Reading, Reading, Ground], Iterator[Verdict]]

# the judges in the order in which they are heard, each with the part of a reading it looks at: it has nothing to say
# unless both claims have that, or one of them has
_BOTH, _EITHER = True, False
_JUDGES: tuple[tuple[str, bool, Judge], ...] = (
    ("replaced", _EITHER, compare_replaced),
    ("denies", _EITHER, compare_denials),
    ("stances", _BOTH, compare_stances),
    ("predications", _BOTH, compare_predications),
    ("rankings", _BOTH, lambda a, b, _: compare_rankings(a, b)),
    ("answers", _BOTH, compare_answers),
    ("effects", _BOTH, compare_effects),
    ("events", _BOTH, compare_events),
    ("casualties", _BOTH, compare_casualties),
    ("presences", _BOTH, compare_presences),
    ("figures", _BOTH, compare_figures),
    ("blanket_denials", _EITHER, compare_blanket_denials),
    ("words", _BOTH, lambda a, b, _: compare_swaps(a, b)),
    ("nobodies", _EITHER, lambda a, b, _: compare_nobodies(a, b)),
    ("exclusives", _EITHER, compare_exclusives),
    ("words", _BOTH, compare_scope),
)


def _verdicts(a: Reading, b: Reading, ground: Ground, topics: Sequence[Topic]) -> Iterator[Verdict]:
    yield from compare_positions(a, b, topics)
    for part, both, judge in _JUDGES:
        one, other = getattr(a, part), getattr(b, part)
        if (one and other) if both else (one or other):
            yield from judge(a, b, ground)
    yield from compare_agreement(a, b, ground, topics)


def judge_pair(a: Reading, b: Reading, ground: Ground, topics: Sequence[Topic] = ()) -> Verdict | None:
    """Give the strongest verdict on two claims, `None` when there is nothing to say of them."""
    found = [soften(verdict, a, b) for verdict in _verdicts(a, b, ground, topics)]
    return min(found, key=lambda v: ORDER[v.relation], default=None)


def _overlapping(a: Claim, b: Claim) -> bool:
    return a.start < b.end and b.start < a.end and a.article == b.article


@dataclass(frozen=True)
class Bench:
    """Hold what is needed to judge the pairs of a comparison; claims are known by the index of their reading."""

    readings: Sequence[Reading]
    bearing: Mapping[str, tuple[Topic, ...]]
    common: frozenset[str]
    subjects: Mapping[str, Subject]
    prospects: Sequence[Prospect]
    pairing: Pairing
    plain: Pairing
    everything: bool
    grounds: dict[tuple[str, str, str | None], Ground] = field(default_factory=dict)

    def _shared(self, i: int, j: int) -> tuple[bool, list[Topic]]:
        """Tell whether two claims answer different questions, and the questions both bear on."""
        if not self.bearing:
            return False, []
        mine, other = (self.bearing.get(self.readings[k].claim.topic or "", ()) for k in (i, j))
        shared = [topic for topic in mine if topic in other]
        return bool(mine and other and not shared), shared

    def is_open(self, i: int, j: int) -> bool:
        """Tell whether any judge could speak on a pair."""
        return self.everything or self._met(i, j)

    def _ground(self, a: str, b: str, topic: str | None) -> Ground:
        """Give what two articles are compared on, made once for all pairs of their claims."""
        known = self.grounds.get((a, b, topic))
        if known is None:
            subjects = self.subjects[a], self.subjects[b]
            alike = not set(subjects[0].main).isdisjoint(subjects[1].main)
            if len(self.grounds) > _MOST_GROUNDS:
                self.grounds.clear()
            known = self.grounds[a, b, topic] = Ground(topic, self.common, alike, subjects)
        return known

    def verdict(self, i: int, j: int) -> Verdict | None:
        """Judge one pair, `None` where there is nothing to say of it."""
        a, b = self.readings[i], self.readings[j]
        if not self.is_open(i, j) or _overlapping(a.claim, b.claim):
            return None
        aloof, shared = self._shared(i, j)
        ground = self._ground(a.claim.article, b.claim.article, shared[0].id if shared else None)
        return next(figures_apart(a, b, ground), None) if aloof else judge_pair(a, b, ground, shared)

    def judge(self, start: int, stop: int) -> list[tuple[int, int, Verdict]]:
        """Judge the pairs whose first claim has an index in `range(start, stop)`; give what is to be told of them."""
        pairs = ((i, j) for i in range(start, stop) for j in self.pairing.partners(i))
        verdicts = ((i, j, self.verdict(i, j)) for i, j in pairs)
        told = [(i, j, v) for i, j, v in verdicts if v]
        return self._only_apart_more(told) if self.everything else _worth_telling(told)

    def _only_apart_more(self, told: list[tuple[int, int, Verdict]]) -> list[tuple[int, int, Verdict]]:
        """Leave out what was only found by looking at more pairs: everything adds what keeps claims apart, and no
        clash."""
        plain = {(i, j) for i in {i for i, _, _ in told} for j in self.plain.partners(i)}
        return [
            (i, j, v) for i, j, v in told if v.relation == "not_comparable" or ((i, j) in plain and self._met(i, j))
        ]

    def _met(self, i: int, j: int) -> bool:
        aloof, shared = self._shared(i, j)
        return not aloof and could_clash(self.prospects[i], self.prospects[j], topic=bool(shared))


def _worth_telling(told: list[tuple[int, int, Verdict]]) -> list[tuple[int, int, Verdict]]:
    return [(i, j, v) for i, j, v in told if v.relation != "not_comparable"]


def convene(readings: Sequence[Reading], topics: Topics | None, *, everything: bool = False) -> Bench:
    """Make ready to judge readings; `everything` adds what keeps claims apart."""
    stock = take_stock(readings)
    plain = Pairing(readings, topics, stock, everything=False)
    return Bench(
        readings=readings,
        bearing=bearing(topics),
        common=stock.common,
        subjects=find_subjects(readings),
        prospects=[prospect(reading, stock.common) for reading in readings],
        pairing=Pairing(readings, topics, stock, everything=True) if everything else plain,
        plain=plain,
        everything=everything,
    )
