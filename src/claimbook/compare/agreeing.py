"""Agreement: two articles that say the same.

Refuses to call two sentences of one article agreement, and to hear it where populations or a denial differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimbook.compare.effects import Effect, goes
from claimbook.compare.intervals import lie
from claimbook.compare.populations import apart
from claimbook.compare.reading import Reading
from claimbook.compare.stances import Stance, one_pole
from claimbook.compare.swaps import are_opposites, says_none
from claimbook.compare.verdicts import Ground, Verdict
from claimbook.model import Topic

# without a common question, two sentences that share this part of the longer one's words say the same
SAME_WORDS = 0.6
SAME_LEAST = 4
SAME_POLE = 0.5


def compare_agreement(a: Reading, b: Reading, ground: Ground, topics: Sequence[Topic]) -> Iterator[Verdict]:
    """Give what two articles agree on: a position, a pole, a change, or nearly the same words."""
    if a.claim.article == b.claim.article or apart(a.population, b.population):
        return
    if _figures_differ(a, b):
        return
    asked = {topic.id for topic in topics}
    taken = {p for p in a.positions & b.positions if p[0] in asked}
    # "the risk is low" takes a position that "there is a risk" does not
    split = {topic for topic, _ in a.positions ^ b.positions}
    if any(
        _answers(a, topic) and _answers(b, topic) and not _answers(a, topic) & _answers(b, topic) for topic in asked
    ):
        return
    questions = {topic.id: topic.question for topic in topics}
    for topic, name in sorted(p for p in taken if p[0] not in split):
        yield Verdict("agree", "polarity", f"{questions[topic]} Both say: {name}", f"agree {topic} {name}")
    for one in a.stances:
        for other in b.stances:
            listed_apart = bool(one.own and other.own) and one.own.isdisjoint(other.own)
            if (one.axis, one.pole) != (other.axis, other.pole) or listed_apart or not one_pole(one.axis, one.pole):
                continue
            if one.weak and other.weak:
                continue  # two prices are compared as figures
            if ground.alike(one.about, other.about, SAME_POLE):
                yield Verdict("agree", "polarity", _both_say(one, other), f"agree {one.axis} {one.pole}")
    yield from _changes(a, b, ground)
    if _in_the_same_words(a, b):
        yield Verdict("agree", "polarity", "both say it in nearly the same words", "agree words")


def _both_say(one: Stance, other: Stance) -> str:
    if one.wording == other.wording:
        return f"both say {one.wording}"
    return f"{one.wording} and {other.wording} both say {one.pole}"


def _answers(reading: Reading, topic: str) -> set[str]:
    return {name for asked, name in reading.positions if asked == topic}


def _in_the_same_words(a: Reading, b: Reading) -> bool:
    """Tell whether two claims say one thing in nearly the same words: the one adds words and takes none away.

    What is denied, how much of it, when and by how much must be the same: there opposites hide.
    """
    shared, longer = len(a.terms & b.terms), max(len(a.terms), len(b.terms))
    if shared < SAME_LEAST or shared < SAME_WORDS * longer or not (a.terms <= b.terms or b.terms <= a.terms):
        return False
    same = a.denies == b.denies and says_none(a) == says_none(b) and a.times == b.times
    return same and _figures_of(a) == _figures_of(b) and not _opposites(a, b)


def _figures_of(reading: Reading) -> frozenset[tuple[float, float, str]]:
    return frozenset((f.interval.low, f.interval.high, f.interval.dimension) for f in reading.figures)


def _opposites(a: Reading, b: Reading) -> bool:
    """Tell whether one claim holds the opposite of a word that only the other holds."""
    one, other = ({w.text for w in r.words} for r in (a, b))
    return any(are_opposites(x, y) for x in one - other for y in other - one)


def _figures_differ(a: Reading, b: Reading) -> bool:
    """Tell whether two claims count or measure one thing and give different figures for it: then they do not agree."""
    return any(
        one.interval.dimension == other.interval.dimension
        and one.role == other.role
        and lie(one.interval, other.interval) == "disjoint"
        and bool(one.attached & other.attached or one.near & other.near)
        for one in a.figures
        for other in b.figures
        if not (one.sample or other.sample or one.interval.vague or other.interval.vague)
    )


def _changes(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    for one in a.effects:
        for other in b.effects:
            if not same_change(one, other, ground.common) or _by_others(one, other):
                continue
            changed = one.terms | other.terms
            if ground.topic or (a.terms - changed) & (b.terms - changed) - ground.common:
                why = (
                    f"both say {goes(one)}"
                    if goes(one) == goes(other)
                    else f"one says {goes(one)}, the other {goes(other)}"
                )
                yield Verdict("agree", "polarity", why, f"agree change {one.state or other.head} {one.sign}")


def _by_others(one: Effect, other: Effect) -> bool:
    """Tell whether two claims hold different things responsible for a change: then they agree on nothing."""
    return bool(one.cause.named and other.cause.named) and one.cause.named.isdisjoint(other.cause.named)


def same_change(one: Effect, other: Effect, common: frozenset[str]) -> bool:
    """Tell whether two changes send one thing the same way; `common` stems identify nothing."""
    if (one.sign, one.denied, one.quality, one.state) != (other.sign, other.denied, other.quality, other.state):
        return False
    if one.compared or other.compared or not one.sign:
        return False
    return bool((one.terms & other.terms) - common) and one.head == other.head
