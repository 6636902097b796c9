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
from claimbook.extract.tokens import REPORTING, SOURCE
from claimbook.model import ClaimKind

_STRONG, _PLAIN, _HEADING = 2.0, 0.7, 0.4
_FRAMED = 0.5  # "Researchers found that …": what was found says more than that it was
_STUDIED = 1.5  # "The study followed …": its subject is the study itself
_NO_DIFFERENCE, _LEANS, _EVEN, _SHARE_OF_CHANGE = 2.0, 1.2, 1.0, 1.2
# Kinds that say more than "it is good" or "it is bad": where their words stand, which way a clause leans adds little.
_SPECIFIC = frozenset({
    "onset", "duration", "dependence", "contraindication", "regulation", "indication", "history", "access", "mechanism",
    "comparison", "research",
})  # fmt: skip
_BESIDE = 0.25
# What the kinds of figures add to a kind: always, or only where its words speak already.
_BY_FIGURE: dict[str, tuple[tuple[str, float, bool], ...]] = {
    "duration": (("onset", 0.8, False), ("duration", 0.8, False), ("administration", 0.3, False)),
    "dose": (("administration", 0.7, True),),
    "frequency": (("administration", 0.7, True),),
    "year": (("history", 1.5, False),),
    "decade": (("history", 1.5, False),),
    "money": (("access", 1.0, True), ("statistic", 1.0, True)),
    "count": (("statistic", 1.0, True),),
    "proportion": (("statistic", 2.2, True),),
    "ratio": (("statistic", 2.2, True),),
}
_SAME = {"decade": "year", "frequency": "dose", "ratio": "proportion"}  # two of these say no more than one


@cache
def _order() -> dict[str, int]:
    return {kind: n for n, kind in enumerate(lexicon.load("kinds"))}


@cache
def _weight(group: str) -> tuple[str, float]:
    name, _, strength = group.partition(".")
    return name, _STRONG if strength == "strong" else _PLAIN


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("sources")[name]).split())


def kind(clause: Clause, heading: Sequence[Cue] = (), leaning: float | None = 0.0) -> ClaimKind:
    """Weigh the cues of a clause, its heading's at less than half, the kinds of its figures and which way it leans."""
    score: dict[str, float] = {}
    cues = clause.of("kinds")
    framed = _frame_end(clause)
    _count(score, cues, 1.0, framed)
    if heading:
        _count(score, [c for c in heading if c.list == "kinds"], _HEADING, 0)
    _weigh_figures(score, clause)
    if not framed and any(c.group == "anaphor" and c.i <= clause.i + 1 for c in clause.of("sources")):
        score["research"] = score.get("research", 0.0) + _STUDIED
    helps = score.get("efficacy", 0.0)
    _weigh_leaning(score, leaning)
    if not score:
        return "other"
    order = _order()
    best = max(score, key=lambda name: (score[name], -order[name]))
    if score[best] < _PLAIN:
        return "other"
    return cast(ClaimKind, _by_leaning(best, helps, leaning))


def _count(score: dict[str, float], cues: Sequence[Cue], share: float, framed: int) -> None:
    counted: dict[str, int] = {}
    for cue in cues:
        name, points = _weight(cue.group)
        counted[name] = counted.get(name, 0) + 1
        if cue.i < framed and name == "research":
            points *= _FRAMED
        # a second and third cue of one kind say less than the first
        score[name] = score.get(name, 0.0) + share * points / counted[name]


def _frame_end(clause: Clause) -> int:
    """Give where what is reported starts ("Researchers found that |…"), 0 where nothing reports."""
    if not (clause.mask & REPORTING and clause.mask & SOURCE):
        return 0
    words, found, classes = clause.tokens.words, _words("found"), clause.tokens.classes
    first = next((v for v in range(clause.i + 1, clause.j - 3) if words[v] in found), 0)
    if not first:
        return 0
    return first + 1 if any(c & SOURCE for c in classes[max(clause.i, first - 12) : first]) else 0


def _weigh_figures(score: dict[str, float], clause: Clause) -> None:
    if not clause.quantities:
        return
    kinds = {q.kind for q in clause.quantities}
    if "duration" in kinds and not clause.verbs:
        score["administration"] = score.get("administration", 0.0) + 1.5
    for figure in sorted({_SAME.get(k, k) for k in kinds}):
        for name, more, alone in _BY_FIGURE.get(figure, ()):
            if alone or score.get(name):
                score[name] = score.get(name, 0.0) + more


def _weigh_leaning(score: dict[str, float], leaning: float | None) -> None:
    """Hear that something gets better, worse or stays as it is: what a claim of efficacy or safety says."""
    if leaning is not None and abs(leaning) < _EVEN:
        return
    share = _BESIDE if any(points >= _STRONG and name in _SPECIFIC for name, points in score.items()) else 1.0
    if leaning is None:
        score["efficacy"] = score.get("efficacy", 0.0) + _NO_DIFFERENCE * share
    else:
        if score.get("statistic", 0.0) > _SHARE_OF_CHANGE:
            score["statistic"] = _SHARE_OF_CHANGE  # "a 17% lower risk": what changed, not the share
        name = "efficacy" if leaning > 0 else "safety"
        score[name] = score.get(name, 0.0) + _LEANS * share


def _by_leaning(best: str, helps: float, leaning: float | None) -> str:
    """Tell efficacy and safety apart by which way the clause leans: a harm is no efficacy, a lower risk no hazard."""
    if best == "efficacy" and leaning is not None and leaning <= -1:
        return "safety"
    if best == "safety" and (leaning is None or leaning >= 1) and helps >= 1:
        return "efficacy"
    return best
