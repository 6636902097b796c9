"""Conditions that got lost and certainty that drifted, between claims that otherwise say the same.

Refuses to compare claims that do not say the same: a missing condition means nothing between different statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.compare.agreeing import same_change
from claimbook.compare.causes import causes_apart
from claimbook.compare.effects import Effect
from claimbook.compare.reading import Reading
from claimbook.compare.verdicts import Ground, Verdict
from claimbook.compare.wording import content_stems, find_phrase, read_words
from claimbook.lexicon import load

SAME_STATEMENT = 0.5
# without a topic only near-identical statements say the same
NEARLY_ALL = 0.75
_RESTRICTS = ("when", "if", "under", "only", "as long as", "provided", "unless", "with proper", "with a")


def _says_the_same(a: Reading, b: Reading, ground: Ground) -> bool:
    """Tell whether two claims take the same position, the same pole, or share most of their words."""
    if set(a.positions) & set(b.positions):
        return True
    taken = [{(s.axis, s.pole) for s in reading.stances if not s.flipped} for reading in (a, b)]
    poles = taken[0] & taken[1]
    left, right = a.terms - ground.common, b.terms - ground.common
    shared = left & right
    if left == right and len(left) > 1:
        return True
    if not ground.topic and len(shared) < NEARLY_ALL * max(len(left), len(right)):
        return False
    return bool(poles and ground.topic) or (
        len(shared) >= (2 if ground.topic else 3) and len(shared) >= SAME_STATEMENT * max(len(left), len(right))
    )


def _restrictive(reading: Reading) -> str | None:
    condition = reading.claim.condition
    if not condition or not content_stems(read_words(condition)):
        return None
    return condition if condition.lower().startswith(_RESTRICTS) else None


def _drift(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give a change that one article promises outright ("prevents X") and another only hopes for."""
    if a.claim.article == b.claim.article or a.hedged == b.hedged:
        return
    plain = b if a.hedged else a
    strong = load("effects")["strong"].split()
    if not any(w.text in strong and not w.denied for w in plain.words) or plain.leaves_open:
        return
    for one in a.effects:
        for other in b.effects:
            alike = same_change(one, other, frozenset()) and one.terms == other.terms
            if alike and not _of_other_things(one, other, ground):
                named = (other if plain is b else one).wording
                why = f"“{named}” is promised outright in one and only hoped for in the other"
                yield Verdict("tension", "certainty", why, "drift")


def _of_other_things(one: Effect, other: Effect, ground: Ground) -> bool:
    return ground.subjects is None or causes_apart(one.cause, other.cause, ground.subjects) is not None


def compare_scope(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give a condition that one claim carries and another, saying the same, does not; and hedged against absolute."""
    yield from _drift(a, b, ground)
    conditions, certain = (_restrictive(a), _restrictive(b)), {a.claim.certainty, b.claim.certainty}
    if not (any(conditions) or certain == {"hedged", "absolute"}) or not _says_the_same(a, b, ground):
        return
    harm = a.claim.direction == b.claim.direction == "harm"
    for condition, other in zip(conditions, (b, a), strict=True):
        if condition and not harm and not other.claim.condition and not find_phrase(other.words, condition):
            yield Verdict("tension", "scope", f"only one carries the condition “{condition}”", "condition")
    if certain == {"hedged", "absolute"}:
        yield Verdict("tension", "certainty", "hedged in one place, absolute in the other", "certainty")
