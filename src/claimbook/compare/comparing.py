"""From claims to relations: read, pair, judge, group, let people's decisions win.

Refuses to compare rejected claims, and to emit one relation for every pair of restatements: see `grouping`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimbook.compare.context import NOWHERE, read_contexts
from claimbook.compare.deciding import apply_decisions
from claimbook.compare.grouping import Judged, group
from claimbook.compare.independence import standing
from claimbook.compare.judging import bearing, convene, judge_pair
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.sharing import collector_paused, in_parts
from claimbook.compare.sums import compare_sums
from claimbook.compare.verdicts import ORDER
from claimbook.model import Article, Claim, Relation, Relations, Topics

if TYPE_CHECKING:
    from claimbook.extract.sources import Sources

__all__ = ["compare", "compare_sources", "judge_pair", "read_claims"]


def read_claims(
    claims: Sequence[Claim], topics: Topics | None, texts: Mapping[str, str] | None = None
) -> list[Reading]:
    """Read the claims that no person rejected, in order of their ids; `texts` are articles' texts by their ids."""
    borne = bearing(topics)
    kept = sorted((c for c in claims if c.review.status != "rejected"), key=lambda c: c.id)
    around = read_contexts(kept, texts or {})
    return [read_claim(claim, borne.get(claim.topic or "", ()), around.get(claim.id, NOWHERE)) for claim in kept]


def _told(judged: Judged, articles: Mapping[str, Article] | None) -> Relation:
    """Give the relation to report; an agreement says whether its sources are independent."""
    relation = judged.relation()
    if relation.relation != "agree":
        return relation
    sources = standing(judged.a.claim, judged.b.claim, articles)
    return relation.model_copy(update={"why": f"{relation.why}; {sources}"}) if sources else relation


def _without_contradicted(judged: list[Judged]) -> list[Judged]:
    """Leave out that a claim agrees with an article it contradicts: there the side they agree on is not the point."""
    clash = {
        (one.claim.id, other.claim.article)
        for g in judged
        if g.verdict.relation == "contradict"
        for one, other in ((g.a, g.b), (g.b, g.a))
    }
    return [
        g
        for g in judged
        if g.verdict.relation != "agree"
        or clash.isdisjoint({(g.a.claim.id, g.b.claim.article), (g.b.claim.id, g.a.claim.article)})
    ]


def compare(
    claims: Sequence[Claim],
    topics: Topics | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    articles: Mapping[str, Article] | None = None,
    decided: Relations | None = None,
    everything: bool = False,
) -> list[Relation]:
    """Compare claims and give their relations, sorted by relation and claims; the same input gives the same list.

    With `topics` claims are compared that answer the same question (or questions related to it); without, those that
    share the words that identify a measure or a thing. `texts` (an article's text by its id) lets a claim be read with
    the heading and the sentence it stands in; `articles` (their records by id) tell of one publisher. `decided` are
    people's relations and win. `everything` adds what keeps claims apart, and what people dismissed, as not_comparable.
    """
    with collector_paused():
        readings = read_claims(claims, topics, texts)
        found = in_parts(len(readings), convene(readings, topics, everything=everything).judge)
        judged = [Judged(readings[i], readings[j], verdict) for i, j, verdict in found]
        judged += [Judged(whole, parts, verdict) for whole, parts, verdict in compare_sums(readings)]
        relations = [_told(g, articles) for g in _without_contradicted(list(group(judged)))]
    if decided:
        relations = apply_decisions(relations, decided, {r.claim.id for r in readings}, everything=everything)
    return sorted(relations, key=lambda r: (ORDER[r.relation], r.a, r.b))


def compare_sources(sources: Sources, *, machine_only: bool = False, everything: bool = False) -> list[Relation]:
    """Compare the claims of articles with all that is known of them; `machine_only` leaves out what people decided."""
    return compare(
        [claim for source in sources.sources for claim in source.claims],
        sources.topics,
        texts={source.article: source.text for source in sources.sources},
        articles={source.article: source.record for source in sources.sources if source.record},
        decided=None if machine_only else sources.relations,
        everything=everything,
    )
