"""Which pairs no judge could speak on, told from a few sets and before any judging.

Refuses to judge: a pair is set aside only where every judge of `comparing` would be silent. A judge that looks at
something new needs a line here; a test compares this with the judges on every pair of the shipped review.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from claimbook.compare import agreeing, polarity, swaps
from claimbook.compare.agreeing import SAME_LEAST
from claimbook.compare.reading import Reading
from claimbook.compare.stances import axis_poles
from claimbook.compare.swaps import Hooks, could_swap
from claimbook.compare.valence import DENIED_BY, worth_of
from claimbook.compare.wording import one_of

Pole = tuple[str, str]
Stems = frozenset[str]
_EXTREMES = {"hedged", "absolute"}


@dataclass(frozen=True, slots=True)
class Prospect:
    """Hold what a claim could clash on: measures by dimension, poles taken and opposed, changes, denial, scope."""

    measures: dict[str, Stems]
    poles: frozenset[Pole]
    opposed: frozenset[Pole]
    said: frozenset[tuple[str, str, str]]
    positions: frozenset[Pole]
    changes: Stems
    terms: Stems
    telling: Stems
    replaced: Stems
    nobody: Stems
    hooks: Hooks
    denies: bool
    predicated: Stems
    unlike: Stems
    condition: bool
    certainty: str


def prospect(reading: Reading, common: Stems) -> Prospect:
    """Sum up a reading; `common` stems identify nothing."""
    measures: defaultdict[str, Stems] = defaultdict(frozenset)
    for figure in reading.figures:
        measures[figure.interval.dimension] |= (figure.measure | reading.terms | reading.around) - common
    advised = {f"advised {f.interval.dimension}" for f in reading.figures if f.advised}
    blanket = {f"blanket {d.kind}" for d in reading.blanket_denials}
    blanket |= {f"blanket {DENIED_BY[worth]}" for e in reading.effects if (worth := worth_of(e))}
    blanket |= {"blanket harmless"} if reading.warnings else set()
    asked = {f"answer {answer.question}" for answer in reading.answers}
    ranked = {f"ranking {stem}" for ranking in reading.rankings for stem in ranking.measure}
    changed = {key for e in reading.effects for key in ((f"scale {e.state}",) if e.state else e.terms)}
    told = {f"told {f.interval.dimension} {f.telling.verb}" for f in reading.figures if f.telling}
    happened = {name for name, said in (("event", reading.events), ("casualty", reading.casualties)) if said}
    present = {f"presence {p.head}" for p in reading.presences}
    changes = present | blanket | told | happened | advised | asked | ranked | changed
    return Prospect(
        measures=dict(measures),
        poles=one_of(frozenset((s.axis, s.pole) for s in reading.stances)),
        opposed=one_of(frozenset((s.axis, p) for s in reading.stances for p in axis_poles(s.axis) if p != s.pole)),
        said=one_of(frozenset((s.axis, s.pole, stem) for s in reading.stances for stem in s.about - common)),
        positions=reading.positions,
        changes=one_of(frozenset(changes)),
        terms=reading.terms,
        telling=one_of(reading.terms - common),
        replaced=reading.replaced,
        nobody=one_of(frozenset((*(n.thing for n in reading.nobodies), *(o.kind for o in reading.exclusives)))),
        hooks=reading.hooks,
        denies=reading.denies,
        predicated=one_of(frozenset(f"{p.denied} {s}" for p in reading.predications for s in p.said - common)),
        unlike=one_of(frozenset(f"{not p.denied} {s}" for p in reading.predications for s in p.said - common)),
        condition=bool(reading.claim.condition),
        certainty=reading.claim.certainty,
    )


def could_clash(a: Prospect, b: Prospect, *, topic: bool) -> bool:
    """Tell whether any judge could speak on two claims; `topic` tells that they answer one question."""
    return (
        not a.opposed.isdisjoint(b.poles)
        or not a.said.isdisjoint(b.said)
        or not a.changes.isdisjoint(b.changes)
        or not a.unlike.isdisjoint(b.predicated)
        or not a.replaced.isdisjoint(b.terms)
        or not b.replaced.isdisjoint(a.terms)
        or not a.nobody.isdisjoint(b.terms)
        or not b.nobody.isdisjoint(a.terms)
        or _measured_alike(a, b, topic)
        or _worded_alike(a, b, topic)
        or (topic and bool(a.positions and b.positions))
    )


def _measured_alike(a: Prospect, b: Prospect, topic: bool) -> bool:
    for dimension, measure in a.measures.items():
        other = b.measures.get(dimension)
        if other is not None and (topic or not measure.isdisjoint(other)):
            return True
    return False


def _worded_alike(a: Prospect, b: Prospect, topic: bool) -> bool:
    """Tell whether two claims might say the same but for a denial, a condition or how sure they are."""
    shared, longer = len(a.terms & b.terms), max(len(a.terms), len(b.terms))
    if shared >= SAME_LEAST and shared >= agreeing.SAME_WORDS * longer:
        return True
    if could_swap(a.hooks, b.hooks) and shared >= swaps.SAME_LEAST and shared >= swaps.SAME_PART * longer:
        return True
    if a.denies != b.denies and shared > 1 and shared >= polarity.MANY_WORDS * longer:
        return True
    if a.condition == b.condition and {a.certainty, b.certainty} != _EXTREMES:
        return False
    return topic or 2 * len(a.telling & b.telling) >= max(len(a.telling), len(b.telling))
