"""How much a statement deserves checking, from features an editor can read.

Refuses to say whether a statement is true. The weights are data (`lexicon/worth.yaml`); each feature is a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.model import Quantity

_GROUPS = ("meta", "advice", "opinion", "generic", "popularity", "procedure", "biography")
_READER = frozenset({"you", "you're", "you've", "you'll", "yourself"})
_MARKS = frozenset('"“”')
_TERM_LETTERS, _MANY_WORDS = 9, 20
_IDLE_FIGURES = frozenset({"ordinal"})


class Weights(NamedTuple):
    """Hold the points of each feature and the grades' thresholds."""

    points: dict[str, float]
    tiers: dict[str, str]
    first_person: frozenset[str]
    thresholds: dict[str, float]


@cache
def weights() -> Weights:
    """Read the weights once."""
    data = lexicon.load("worth")
    tiers = {kind: f"kind_{tier}" for tier in ("key", "mid", "low") for kind in data[f"{tier}_kinds"]}
    return Weights(data["weights"], tiers, frozenset(data["first_person"].split()), data["thresholds"])


def figures(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Keep the quantities that state something checkable: no bare ordinals and no lone "one"."""
    return [
        q for q in quantities if q.kind not in _IDLE_FIGURES and not (q.kind == "count" and q.text.lower() == "one")
    ]


def features(
    clause: Clause,
    *,
    kind: str,
    certainty: str,
    attribution: str,
    direction: str | None,
    scoped: bool,
    on_subject: bool,
) -> dict[str, float]:
    """Name what speaks for and against checking a clause."""
    first = weights().first_person
    words = clause.words
    cues = clause.of("worth")
    groups = {c.group for c in cues}
    count = len(figures(clause.quantities))
    comparison = any(c.group.startswith("comparison") for c in clause.of("kinds"))
    found = {
        "figure": count > 0,
        "many_figures": count > 1,
        weights().tiers.get(kind, "kind_other"): True,
        "direction": direction is not None,
        "named": attribution in ("named", "cited"),
        "vague": attribution == "vague",
        "absolute": certainty == "absolute",
        "comparison": comparison,
        "population": scoped,
        "on_subject": on_subject,
        "no_verb": not clause.verbs,
        "short": len(words) < (3 if clause.verbs == [clause.i] else 6),
        "terms": sum(len(w) >= _TERM_LETTERS for w in words) > 1,
        "long": len(words) > _MANY_WORDS,
        "quoted": not _MARKS.isdisjoint(words),
        "second_person": any(w in _READER for w in words),
        "first_person": any(w in first for w in words),
        **{g: g in groups for g in _GROUPS},
    }
    return {name: 1.0 for name, yes in found.items() if yes}


def score(found: dict[str, float]) -> float:
    """Add up the weights of the features found."""
    points = weights().points
    return sum(points.get(name, 0.0) * value for name, value in found.items())


def worth(found: dict[str, float]) -> int:
    """Grade a clause 1 to 3, or 0 where it is no claim."""
    limits, total = weights().thresholds, score(found)
    if total < limits["claim"]:
        return 0
    return 3 if total >= limits["must"] else 2 if total >= limits["editor"] else 1
