"""One relation for a group of variants.

An article says most things more than once. Pairs between the same two articles that rest on the same difference are
one finding: the clearest pair stands for it and the reason counts the rest. Refuses to merge across articles or
differences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimbook.compare.reading import Reading
from claimbook.compare.verdicts import ORDER, Verdict
from claimbook.model import Relation


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


def _clearest(judged: Judged) -> tuple[int, int, int, int, int, str]:
    a, b = judged.a.claim, judged.b.claim
    return ORDER[judged.verdict.relation], judged.a.hedged + judged.b.hedged, -a.worth - b.worth, a.start, b.start, a.id


def group(judged: Iterable[Judged]) -> Iterator[Judged]:
    """Give one pair for each difference between two articles, in order of first appearance."""
    groups: defaultdict[tuple[str, ...], list[Judged]] = defaultdict(list)
    for pair in judged:
        articles = sorted((pair.a.claim.article, pair.b.claim.article))
        topics = sorted((pair.a.claim.topic or "", pair.b.claim.topic or ""))
        # a clash of positions is named by its own topic: claims filed under related ones restate it
        filed = () if pair.verdict.key.startswith("position ") else topics
        groups[(*articles, *filed, pair.verdict.kind, pair.verdict.key)].append(pair)
    for key, pairs in groups.items():
        if key[-1] == "apart":
            yield from pairs
        else:
            yield replace(min(pairs, key=_clearest), variants=len(pairs) - 1)
