"""What a claim is about: the kind whose words weigh most in it.

Refuses to look outside the clause and its heading; where nothing in the lexicon speaks, the kind is statistic or other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.phrases import Cue
from claimbook.model import ClaimKind

_STRONG, _PLAIN = 2.0, 0.7
_STUDIED = 1.5  # "The study followed …": its subject is the study itself
_SHARES, _AMOUNTS = frozenset({"proportion", "ratio"}), frozenset({"money", "count"})


@cache
def _order() -> dict[str, int]:
    return {kind: n for n, kind in enumerate(lexicon.load("kinds"))}


def kind(clause: Clause, heading: Sequence[Cue] = (), leaning: float | None = 0.0) -> ClaimKind:
    """Weigh the cues of a clause, its heading's at less than half, the kinds of its figures and which way it leans."""
    score: dict[str, float] = {}
    for part, weight in ((clause.of("kinds"), 1.0), ([c for c in heading if c.list == "kinds"], 0.4)):
        counted: dict[str, int] = {}
        for cue in part:
            name, _, strength = cue.group.partition(".")
            counted[name] = counted.get(name, 0) + 1
            # a second and third cue of one kind say less than the first
            score[name] = score.get(name, 0.0) + weight * (_STRONG if strength == "strong" else _PLAIN) / counted[name]
    _weigh_figures(score, clause)
    if any(c.group == "anaphor" and c.i <= clause.i + 1 for c in clause.of("sources")):
        score["research"] = score.get("research", 0.0) + _STUDIED
    if not score:
        return "other"
    best = max(score, key=lambda name: (score[name], -_order()[name]))
    if score[best] < _PLAIN:
        return "other"
    return cast(ClaimKind, _by_leaning(best, score, leaning))


def _by_leaning(best: str, score: dict[str, float], leaning: float | None) -> str:
    """Tell efficacy and safety apart by which way the clause leans: a harm is no efficacy, a lower risk no hazard."""
    if best == "efficacy" and leaning is not None and leaning <= -1:
        return "safety"
    if best == "safety" and (leaning is None or leaning >= 1) and score.get("efficacy", 0) >= 1:
        return "efficacy"
    return best


def _weigh_figures(score: dict[str, float], clause: Clause) -> None:
    kinds = {q.kind for q in clause.quantities}
    if "duration" in kinds and not clause.verbs:
        score["administration"] = score.get("administration", 0.0) + 1.5
    if "duration" in kinds:
        for name, more in (("onset", 0.8), ("duration", 0.8), ("administration", 0.3)):
            if name in score:
                score[name] += more
    if kinds & {"dose", "frequency"}:
        score["administration"] = score.get("administration", 0.0) + 0.7
    if kinds & {"year", "decade"} and score.get("history"):
        score["history"] += 1.5
    if kinds & {"money"}:
        score["access"] = score.get("access", 0.0) + 1.0
    if kinds & _SHARES:
        score["statistic"] = score.get("statistic", 0.0) + 2.2
    if kinds & _AMOUNTS:
        score["statistic"] = score.get("statistic", 0.0) + 1.0
