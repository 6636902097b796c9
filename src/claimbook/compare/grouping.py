"""One relation for a group of variants.

An article says most things more than once, and ten sentences against ten others are not a hundred findings. Pairs
between the same two articles that rest on the same difference form a group. The closest pair of a group is reported;
then only pairs that bring in a claim not yet shown, so that every sentence an editor has to mend is named, and none in
every combination. Restatements in nearly the same words count as one claim; of agreements one pair is enough. The first
reason says how many pairs are left out. Refuses to merge across articles or differences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimbook.compare.reading import Reading
from claimbook.compare.verdicts import ORDER, Verdict
from claimbook.model import Relation

# two claims of one article that share this part of their words are restatements
RESTATED = 0.6
# "it is safe" meets every harm another article names: the closest will do
MOST_BLANKET = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold two readings with the verdict on them; `variants` counts further pairs it stands for."""

    a: Reading
    b: Reading
    verdict: Verdict
    variants: int = 0

    def relation(self) -> Relation:
        """Give the relation to report."""
        more = f" (and {self.variants} more pairs that say the same)" if self.variants > 1 else ""
        more = " (and one more pair that says the same)" if self.variants == 1 else more
        why = self.verdict.why + more
        first, second = sorted((self.a.claim.id, self.b.claim.id))
        return Relation(a=first, b=second, relation=self.verdict.relation, kind=self.verdict.kind, why=why)


def _closest(judged: Judged) -> tuple[int, int, int, int, int, int, str, str]:
    """Order pairs: the stronger, the plainer, the more alike, the weightier, the earlier."""
    a, b = judged.a, judged.b
    alike = len(a.terms & b.terms)
    weight = a.claim.worth + b.claim.worth
    place = (a.claim.start, b.claim.start, a.claim.id, b.claim.id)
    return ORDER[judged.verdict.relation], a.hedged + b.hedged, -alike, -weight, *place


def _restates(a: Reading, b: Reading) -> bool:
    if a.claim.article != b.claim.article:
        return False
    if a.claim.start < b.claim.end and b.claim.start < a.claim.end:
        return True
    return len(a.terms & b.terms) >= RESTATED * max(1, len(a.terms | b.terms))


def _shown(reading: Reading, readings: Sequence[Reading]) -> bool:
    return any(other.claim.id == reading.claim.id or _restates(reading, other) for other in readings)


def _representatives(pairs: Sequence[Judged]) -> Iterator[Judged]:
    """Give the pairs to report of one group: each after the first brings in a claim that no earlier one showed."""
    chosen: list[Judged] = []
    shown: list[Reading] = []
    ordered = sorted(pairs, key=_closest)
    most = MOST_BLANKET if ordered[0].verdict.key.startswith("blanket") else len(ordered)
    for pair in ordered if ordered[0].verdict.relation != "agree" else ordered[:1]:
        if len(chosen) >= most:
            break
        if not (_shown(pair.a, shown) and _shown(pair.b, shown)):
            chosen.append(pair)
            shown += [pair.a, pair.b]
    yield replace(chosen[0], variants=len(pairs) - len(chosen))
    yield from chosen[1:]


def group(judged: Iterable[Judged]) -> Iterator[Judged]:
    """Give the pairs that stand for each difference between two articles, in order of first appearance."""
    groups: defaultdict[tuple[str, ...], list[Judged]] = defaultdict(list)
    for pair in judged:
        articles = sorted((pair.a.claim.article, pair.b.claim.article))
        topics = sorted((pair.a.claim.topic or "", pair.b.claim.topic or ""))
        # a clash of positions is named by its own topic: claims filed under related ones restate it
        filed = () if pair.verdict.key.startswith("position ") else topics
        groups[(*articles, *filed, pair.verdict.kind, pair.verdict.key)].append(pair)
    for key, pairs in groups.items():
        yield from pairs if key[-1] == "apart" else _representatives(pairs)
