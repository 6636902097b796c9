"""From claims to relations: read, pair, judge, group, let people's decisions win.

Refuses to compare rejected claims, and to emit one relation for every pair of restatements: see `grouping`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimbook.compare.deciding import apply_decisions
from claimbook.compare.grouping import Judged, group
from claimbook.compare.numbers import compare_figures, figures_apart
from claimbook.compare.pairing import candidate_pairs, main_stems, take_stock
from claimbook.compare.polarity import (
    compare_denials,
    compare_effects,
    compare_positions,
    compare_replaced,
    compare_stances,
)
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.scope import compare_scope
from claimbook.compare.verdicts import ORDER, Ground, Verdict, soften
from claimbook.model import Claim, Relation, Relations, Topic, Topics


def _bearing(topics: Topics | None) -> dict[str, tuple[Topic, ...]]:
    """Give, for each topic, the topics its claims bear on: itself and those related, whichever of the two says so."""
    known = topics.topics if topics else ()
    return {
        topic.id: (topic, *(t for t in known if t.id in topic.related or (topic.id in t.related and t != topic)))
        for topic in known
    }


def _verdicts(a: Reading, b: Reading, ground: Ground, topics: Sequence[Topic]) -> Iterator[Verdict]:
    yield from compare_positions(a, b, topics)
    yield from compare_replaced(a, b, ground)
    yield from compare_denials(a, b, ground)
    yield from compare_stances(a, b, ground)
    yield from compare_effects(a, b, ground)
    yield from compare_figures(a, b, ground)
    yield from compare_scope(a, b, ground)


def judge_pair(a: Reading, b: Reading, ground: Ground, topics: Sequence[Topic] = ()) -> Verdict | None:
    """Give the strongest verdict on two claims, `None` when there is nothing to say of them."""
    found = [soften(verdict, a, b) for verdict in _verdicts(a, b, ground, topics)]
    return min(found, key=lambda v: ORDER[v.relation], default=None)


def _read(claims: Sequence[Claim], bearing: Mapping[str, tuple[Topic, ...]]) -> list[Reading]:
    kept = sorted((c for c in claims if c.review.status != "rejected"), key=lambda c: c.id)
    return [read_claim(claim, bearing.get(claim.topic or "", ())) for claim in kept]


def _overlapping(a: Claim, b: Claim) -> bool:
    return a.article == b.article and a.start < b.end and b.start < a.end


def _judged(
    readings: Sequence[Reading], topics: Topics | None, bearing: Mapping[str, tuple[Topic, ...]], everything: bool
) -> Iterator[Judged]:
    stock, main = take_stock(readings), main_stems(readings)
    for i, j in candidate_pairs(readings, topics, stock, everything=everything):
        a, b = readings[i], readings[j]
        if _overlapping(a.claim, b.claim):
            continue
        mine, other = bearing.get(a.claim.topic or "", ()), bearing.get(b.claim.topic or "", ())
        shared = [topic for topic in mine if topic in other]
        same = bool(main.get(a.claim.article, frozenset()) & main.get(b.claim.article, frozenset()))
        ground = Ground(shared[0].id if shared else None, stock.common, same)
        if mine and other and not shared:
            verdict = next(figures_apart(a, b, ground), None)
        else:
            verdict = judge_pair(a, b, ground, shared)
        if verdict:
            yield Judged(a, b, verdict)


def compare(
    claims: Sequence[Claim],
    topics: Topics | None = None,
    *,
    decided: Relations | None = None,
    everything: bool = False,
) -> list[Relation]:
    """Compare claims and give their relations, sorted by relation and claims; the same input gives the same list.

    With `topics` claims are compared that answer the same question (or questions related to it); without, those that
    share the words that identify a measure or a thing. `decided` are people's relations and win. `everything` adds what
    keeps claims apart, and what people dismissed, as not_comparable.
    """
    bearing = _bearing(topics)
    readings = _read(claims, bearing)
    found = [
        j
        for j in _judged(readings, topics, bearing, everything)
        if everything or j.verdict.relation != "not_comparable"
    ]
    relations = [g.relation() for g in group(found)]
    if decided:
        relations = apply_decisions(relations, decided, {r.claim.id for r in readings}, everything=everything)
    return sorted(relations, key=lambda r: (ORDER[r.relation], r.a, r.b))
