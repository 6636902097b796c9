"""What a claim is about: the kind whose words weigh most in it.

Refuses to look outside the clause and its heading; where nothing in the lexicon speaks, the kind is statistic or other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from claimbook import lexicon
from claimbook.extract.phrases import Cue
from claimbook.model import ClaimKind, Quantity

_STRONG, _PLAIN = 2.0, 0.7
_FIGURES = ("proportion", "ratio", "money", "count")


@cache
def _order() -> dict[str, int]:
    return {kind: n for n, kind in enumerate(lexicon.load("kinds"))}


def kind(cues: Sequence[Cue], quantities: Sequence[Quantity] = (), heading: Sequence[Cue] = ()) -> ClaimKind:
    """Weigh the cues of a clause (and, at a third, of its heading) and the kinds of its figures."""
    score: dict[str, float] = {}
    for part, weight in ((cues, 1.0), (heading, 0.4)):
        counted: dict[str, int] = {}
        for cue in part:
            if cue.list != "kinds":
                continue
            name, _, strength = cue.group.partition(".")
            counted[name] = counted.get(name, 0) + 1
            # a second and third cue of one kind say less than the first
            score[name] = score.get(name, 0.0) + weight * (_STRONG if strength == "strong" else _PLAIN) / counted[name]
    _weigh_figures(score, quantities)
    if not score:
        return "other"
    best = max(score, key=lambda name: (score[name], -_order()[name]))
    return cast(ClaimKind, best if score[best] >= _PLAIN else "other")


def _weigh_figures(score: dict[str, float], quantities: Sequence[Quantity]) -> None:
    kinds = {q.kind for q in quantities}
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
    if kinds & set(_FIGURES):
        score["statistic"] = score.get("statistic", 0.0) + 1.2
