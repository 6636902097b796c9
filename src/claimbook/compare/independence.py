"""Groups of claims on which articles agree, and whether agreeing supports anything: do their sources differ?

Refuses to call sources independent because nothing ties them: it says what ties them, and which name none at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from claimbook.compare.wording import terms
from claimbook.model import Article, Claim, Relation

Standing = Literal["no source", "one source", "several sources"]
COPIED = 80.0
COPIED_LEAST = 8


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hold the claims (ids, sorted) of at least two articles that say the same.

    `standing` tells how many sources stand behind it: `no source` is named by any of them; `one source` where every
    article that names one is tied to the others. `ties` says what ties two articles, one sentence each.
    """

    claims: tuple[str, ...]
    articles: tuple[str, ...]
    why: str
    standing: Standing
    ties: tuple[str, ...]


def names_source(claim: Claim) -> bool:
    """Tell whether a claim credits somebody a reader could find."""
    return claim.attribution.level in ("named", "cited")


def tie(a: Claim, b: Claim, articles: Mapping[str, Article] | None = None) -> str | None:
    """Say what makes two agreeing claims of two articles one source, `None` where nothing shows."""
    if _copied(a.quote, b.quote):
        return "the same passage stands in both"
    if names_source(a) and names_source(b):
        shared = terms(a.attribution.text) & terms(b.attribution.text)
        if shared and len(shared) * 2 >= min(len(terms(a.attribution.text)), len(terms(b.attribution.text))):
            return f"both rest on “{a.attribution.text}”"
    publishers = [articles[c.article].publisher if articles and c.article in articles else None for c in (a, b)]
    if publishers[0] and publishers[0] == publishers[1]:
        return f"both are published by {publishers[0]}"
    return None


def standing(a: Claim, b: Claim, articles: Mapping[str, Article] | None = None) -> str | None:
    """Say in a clause what the agreement of two claims of two articles is worth; `None` for one article."""
    if a.article == b.article:
        return None
    tied = tie(a, b, articles)
    if tied:
        return f"one source: {tied}"
    named = [claim.article for claim in (a, b) if names_source(claim)]
    if not named:
        return "neither names a source"
    return (
        "each names a source of its own"
        if len(named) == len({a.article, b.article})
        else f"only {named[0]} names a source"
    )


def agreements(
    relations: Iterable[Relation], claims: Sequence[Claim], articles: Mapping[str, Article] | None = None
) -> list[Agreement]:
    """Group what articles agree on, in order of the claims' ids; `articles` are their records, by id."""
    known = {claim.id: claim for claim in claims}
    agreeing = [r for r in relations if r.relation == "agree" and r.a in known and r.b in known]
    across = [r for r in agreeing if known[r.a].article != known[r.b].article and not _dismissed(r)]
    groups = [_agreement(ids, across, known, articles) for ids in _joined((r.a, r.b) for r in across)]
    return sorted(groups, key=lambda group: group.claims)


def _dismissed(relation: Relation) -> bool:
    return relation.review is not None and relation.review.status == "dismissed"


def _agreement(
    ids: Sequence[str],
    relations: Sequence[Relation],
    known: Mapping[str, Claim],
    articles: Mapping[str, Article] | None,
) -> Agreement:
    said = [known[name] for name in ids]
    inside = set(ids)
    reasons = dict.fromkeys(r.why.partition("; ")[0] for r in relations if r.a in inside)
    tied = {
        (a.article, b.article): found
        for a, b in combinations(said, 2)
        if a.article != b.article and (found := tie(a, b, articles))
    }
    named = sorted({claim.article for claim in said if names_source(claim)})
    sources = _joined([*((a, b) for a, b in tied if a in named and b in named), *((n, n) for n in named)])
    how: Standing = "no source" if not named else "one source" if len(sources) == 1 else "several sources"
    ties = tuple(f"{a} and {b}: {found}" for (a, b), found in sorted(tied.items()))
    return Agreement(tuple(ids), tuple(sorted({c.article for c in said})), "; ".join(reasons), how, ties)


def _joined(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Join pairs into groups that hang together, each sorted."""
    head: dict[str, str] = {}

    def top(name: str) -> str:
        while head.setdefault(name, name) != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for a, b in pairs:
        first, second = sorted((top(a), top(b)))
        head[second] = first
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(head):
        groups[top(name)].append(name)
    return list(groups.values())


def _copied(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    left, right = one.lower().split(), other.lower().split()
    return min(len(left), len(right)) >= COPIED_LEAST and fuzz.ratio(left, right, score_cutoff=COPIED) > 0
