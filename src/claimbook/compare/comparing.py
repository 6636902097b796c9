"""From claims to relations: read, pair, judge, group, let people's decisions win.

Refuses to compare rejected claims, and to emit one relation for every pair of restatements: see `grouping`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimbook.compare.deciding import apply_decisions
from claimbook.compare.grouping import Judged, group
from claimbook.compare.judging import bearing, convene, judge_pair
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.sharing import in_parts
from claimbook.compare.verdicts import ORDER
from claimbook.model import Claim, Relation, Relations, Topics

__all__ = ["compare", "judge_pair", "read_claims"]


def read_claims(claims: Sequence[Claim], topics: Topics | None) -> list[Reading]:
    """Read the claims that no person rejected, in order of their ids."""
    borne = bearing(topics)
    kept = sorted((c for c in claims if c.review.status != "rejected"), key=lambda c: c.id)
    return [read_claim(claim, borne.get(claim.topic or "", ())) for claim in kept]


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
    readings = read_claims(claims, topics)
    found = in_parts(len(readings), convene(readings, topics, everything=everything).judge)
    relations = [g.relation() for g in group(Judged(readings[i], readings[j], v) for i, j, v in found)]
    if decided:
        relations = apply_decisions(relations, decided, {r.claim.id for r in readings}, everything=everything)
    return sorted(relations, key=lambda r: (ORDER[r.relation], r.a, r.b))
