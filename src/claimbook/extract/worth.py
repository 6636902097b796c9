"""How much a statement deserves checking, from features an editor can read.

Refuses to say whether a statement is true. The weights are data (`lexicon/worth.yaml`); each feature is a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.tokens import BASE, BE, DO, FIRST_PERSON, HAVE, LONG, QUOTING, READER
from claimbook.model import Quantity

_GROUPS = ("meta", "about_text", "advice", "opinion", "generic", "popularity", "procedure", "biography")
_COMPARISONS = frozenset({"comparison.strong", "comparison.plain"})
_BY_CLASS = (("quoted", QUOTING), ("second_person", READER), ("first_person", FIRST_PERSON))
_PERSONAL = QUOTING | READER | FIRST_PERSON
_URGES = frozenset({"should", "must", "ought"})
_MANY_WORDS = 20
_IDLE_FIGURES = frozenset({"ordinal"})


class Weights(NamedTuple):
    """Hold the points of each feature, the grades' thresholds, and words that name nothing themselves."""

    points: dict[str, float]
    tiers: dict[str, str]
    thresholds: dict[str, float]
    pointing: frozenset[str]


@cache
def weights() -> Weights:
    """Read the weights once."""
    data = lexicon.load("worth")
    tiers = {kind: f"kind_{tier}" for tier in ("key", "mid", "low") for kind in data[f"{tier}_kinds"]}
    return Weights(data["weights"], tiers, data["thresholds"], frozenset(data["pointing"].split()))


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
    told = _figures_told(clause.quantities)
    out: dict[str, float] = {}
    if told:
        out["figure"] = 1.0
        if told > 1:
            out["many_figures"] = 1.0
    out[weights().tiers.get(kind, "kind_other")] = 1.0
    if direction is not None:
        out["direction"] = 1.0
    if attribution != "none":
        out["vague" if attribution == "vague" else "named"] = 1.0
    if certainty == "absolute":
        out["absolute"] = 1.0
    if any(c.group in _COMPARISONS for c in clause.of("kinds")):
        out["comparison"] = 1.0
    if scoped:
        out["population"] = 1.0
    if on_subject:
        out["on_subject"] = 1.0
    _form(out, clause)
    cues = clause.of("worth")
    if cues:
        groups = {c.group for c in cues}
        out.update((g, 1.0) for g in _GROUPS if g in groups)
    return out


def _figures_told(quantities: Sequence[Quantity]) -> int:
    return len(figures(quantities)) if quantities else 0


def _form(out: dict[str, float], clause: Clause) -> None:
    """Add what speaks for or against a clause in its form: its length, its verb, its words' classes."""
    mask, count = clause.mask, clause.j - clause.i
    if not clause.verbs:
        out["no_verb"] = 1.0
    if count < 6 and (count < 3 or clause.verbs != [clause.i]):
        points = clause.tokens.words[clause.i] in weights().pointing
        out["short" if points or clause.verbs == [] else "brief"] = 1.0
    if mask & LONG and sum([bool(c & LONG) for c in clause.tokens.classes[clause.i : clause.j]]) > 1:
        out["terms"] = 1.0
    if count > _MANY_WORDS:
        out["long"] = 1.0
    if not _URGES.isdisjoint(clause.words) and _urges(clause):
        out["urges"] = 1.0
    if mask & _PERSONAL:
        out.update((name, 1.0) for name, bit in _BY_CLASS if mask & bit)


def _urges(clause: Clause) -> bool:
    """Tell whether a clause says what somebody ought to do, and gives no figure ("Councillors should vote no")."""
    if clause.quantities:
        return False
    words, tags = clause.tokens.words, clause.tokens.tags
    for k in range(clause.i, clause.j - 1):
        if k in clause.verbs and words[k] not in _URGES:
            return False
        if words[k] in _URGES:
            verb = k + 2 if words[k + 1] in ("not", "to", "never", "also", "always") and k + 2 < clause.j else k + 1
            return bool(tags[verb] & BASE) and not tags[verb] & (BE | HAVE | DO)
    return False


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
