"""What may be said of two claims: a verdict with its reason, or what keeps them apart.

Refuses to be stronger than the wording: a hedge, a reported view or a condition on one side alone makes a contradiction
a tension.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimbook.compare.causes import Subject
from claimbook.compare.reading import Reading
from claimbook.compare.wording import terms
from claimbook.model import RelationKind, RelationName

ORDER: dict[RelationName, int] = {"contradict": 0, "tension": 1, "agree": 2, "not_comparable": 3}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold a relation, its kind and reason; verdicts of one `key` between two articles say the same thing again."""

    relation: RelationName
    kind: RelationKind
    why: str
    key: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold on what two claims are compared: a shared topic, or shared words of which `common` stems do not count.

    `subject` tells whether the two articles are about the same thing, which bears claims that do not name it;
    `subjects` say what each is about, `None` where that is not known.
    """

    topic: str | None
    common: frozenset[str]
    subject: bool
    subjects: tuple[Subject, Subject] | None = None

    def alike(self, a: frozenset[str], b: frozenset[str], part: float) -> bool:
        """Tell whether two sets of stems share enough that identifies a thing."""
        left, right = a - self.common, b - self.common
        shared = left & right
        return bool(shared) and len(shared) >= part * min(len(left), len(right))


def conditions_differ(a: Reading, b: Reading) -> bool:
    """Tell whether one claim carries a condition that the other does not share."""
    left, right = a.claim.condition, b.claim.condition
    if not left and not right:
        return False
    return not (left and right and terms(left) & terms(right))


def _which(a: Reading, b: Reading, first: bool) -> str:
    """Name the claim that is meant, the first or the second: by its article, within one article not at all."""
    return "one" if a.claim.article == b.claim.article else (a if first else b).claim.article


def soften(verdict: Verdict, a: Reading, b: Reading) -> Verdict:
    """Make a contradiction a tension where the wording leaves both claims room."""
    if verdict.relation != "contradict":
        return verdict
    if a.hedged or b.hedged:
        side = f"{_which(a, b, a.hedged)} is hedged" if a.hedged != b.hedged else "both are hedged"
        told = f"{_which(a, b, a.reported)} passes on a view" if a.reported != b.reported else "both pass on a view"
        note = told if a.reported or b.reported else side
    elif verdict.kind == "numeric" and bool(a.times) != bool(b.times):
        note = "only one names a time: " + ", ".join(sorted(name for _, name in a.times or b.times))
    elif conditions_differ(a, b):
        said = [c for c in (a.claim.condition, b.claim.condition) if c]
        told = " / ".join(f"“{condition}”" for condition in said)
        note = f"a condition goes with one of them: {told}" if len(said) == 1 else f"their conditions differ: {told}"
    elif (a.population or b.population) and a.population != b.population:
        note = f"{_which(a, b, bool(a.population))} is about {a.population or b.population}"
    else:
        return replace(verdict, why=f"cannot both be true because {verdict.why}")
    return replace(verdict, relation="tension", why=f"{verdict.why}; {note}")
