"""What a claim says its subject is, is not, or must have: "transfers are anonymous" against "transfers are not".

Refuses to oppose what is said of other subjects or in other words: both must share most of the subject and of what is
said of it, and one side alone may deny it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.populations import apart
from claimbook.compare.settings import settings_apart
from claimbook.compare.wording import Word, content_stems, stem
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Ground, Verdict

_SUBJECT = 10
_SAID = 6


@dataclass(frozen=True, slots=True)
class Predication:
    """Hold the stems of a subject and of what a claim says it is, whether it denies that, and its words.

    `narrowed` are the stems of what follows: for whom, when, without what, and `joint` the word that opens it.
    """

    subject: frozenset[str]
    said: frozenset[str]
    denied: bool
    wording: str
    narrowed: frozenset[str]
    joint: str


@cache
def _joints() -> frozenset[str]:
    return frozenset(load("predication")["joints"].split())


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("predication")["ends"].split())


@cache
def _degrees() -> frozenset[str]:
    return frozenset(stem(word) for word in load("predication")["degrees"].split())


def find_predications(words: Sequence[Word]) -> tuple[Predication, ...]:
    """Find what a claim says its subjects are, in order."""
    return tuple(p for at in range(1, len(words)) if words[at].text in _joints() and (p := _predication(words, at)))


def _predication(words: Sequence[Word], at: int) -> Predication | None:
    stretch = words[at].stretch
    after: list[Word] = []
    for word in words[at + 1 : at + 1 + _SAID]:
        if word.stretch != stretch or (after and word.text in _ends()):
            break
        after.append(word)
    before = [w for w in words[max(0, at - _SUBJECT) : at] if w.stretch == stretch]
    said, subject = content_stems(after) - _degrees(), content_stems(before)
    if not said or any(w.text in _joints() for w in before):
        return None
    denied = any(w.denied for w in after) or words[at].text.endswith("n't")
    end = at + 1 + len(after)
    joint = words[end].text if end < len(words) and words[end].stretch == stretch else ""
    rest = content_stems(w for w in words[end:] if w.stretch == stretch)
    return Predication(subject, said, denied, " ".join(w.text for w in words[at:end]), rest, joint)


def _same(one: frozenset[str], other: frozenset[str], common: frozenset[str]) -> bool:
    """Tell whether the smaller of two sets of stems lies within the larger, or nearly."""
    shared = one & other - common
    return bool(shared) and len(one & other) >= 0.5 * min(len(one), len(other))


def _denies(one: Predication, other: Predication, common: frozenset[str]) -> bool:
    if one.denied == other.denied or not _same(one.subject, other.subject, frozenset()):
        return False
    asserted, denied = (other, one) if one.denied else (one, other)
    if denied.narrowed and not denied.narrowed & (asserted.narrowed | asserted.said):
        return False
    if one.narrowed and other.narrowed and one.joint != other.joint:
        return False
    # "not a drug for children" does not deny "a drug", but "not a drug" denies "a drug for children"
    return denied.said <= asserted.said and bool(denied.said - common)


def compare_predications(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give what one claim says its subject is and the other says it is not."""
    from claimbook.compare.contrasts import sides_apart
    from claimbook.compare.dates import named_times_apart
    from claimbook.compare.verdicts import Verdict

    for one in a.predications:
        for other in b.predications:
            if not _denies(one, other, ground.common):
                continue
            if apart(a.population, b.population) or settings_apart(a.settings, b.settings):
                continue
            if sides_apart(a.sides, b.sides) or named_times_apart(a.times, b.times):
                continue
            why = f"“{one.wording}” and “{other.wording}” say of one thing that it is so and that it is not"
            yield Verdict("contradict", "polarity", why, f"said {' '.join(sorted(one.said & other.said))}")
