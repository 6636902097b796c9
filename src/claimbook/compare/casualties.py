"""Nobody was hurt or fell ill, or somebody did: a denial of all casualties against a claim that tells of one.

Refuses to count: how many were hurt is a figure. What only might happen, and harm to other groups, is no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.settings import settings_apart
from claimbook.compare.subjects import Named, find_named
from claimbook.compare.wording import Word, content_stems, one_of, stem
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Ground, Verdict
    from claimbook.model import RelationName

KINDS = ("killed", "hurt", "ill")
# "nobody was hurt" denies the dead as well
_DENIES = {"killed": {"killed"}, "hurt": {"killed", "hurt"}, "ill": {"ill"}}
_REACH = 8
_PASSIVE = frozenset(
    {"was", "were", "been", "is", "are", "being", "has", "have", "had", "fell", "fallen", "fall", "became"}
)


@dataclass(frozen=True, slots=True)
class Casualty:
    """Hold that somebody was killed, hurt or ill or, `denied`, that nobody was: who, and the stems of the rest."""

    kind: str
    denied: bool
    who: Named
    about: frozenset[str]
    wording: str


@cache
def _kind_of() -> dict[str, str]:
    return {word: kind for kind in KINDS for word in load("casualties")[kind]}


@cache
def _stems() -> frozenset[str]:
    words = (*_kind_of(), *load("casualties")["anybody"].split())
    return frozenset(map(stem, words))


def find_casualties(words: Sequence[Word]) -> tuple[Casualty, ...]:
    """Find who a claim says was killed or hurt, in order."""
    found = (_casualty(words, at) for at, word in enumerate(words) if word.text in _kind_of())
    return tuple(casualty for casualty in found if casualty)


def _casualty(words: Sequence[Word], at: int) -> Casualty | None:
    word, before = words[at], words[max(0, at - _REACH) : at]
    might = load("casualties")["might"].split()
    if any(w.text in might for w in before):
        return None
    noun = word.text.endswith(("s", "y", "h"))
    if not noun and word.text != "died" and not any(w.text in _PASSIVE for w in before):
        return None
    # "no deaths" and "nobody died" deny; "12 deaths" tell of some, and deaths alone say nothing of how many
    if noun and not word.denied and not (before and before[-1].text[0].isdigit()):
        return None
    about = one_of(content_stems(words) - _stems())
    start = next((k for k in range(at) if words[k].denied), at) if word.denied else max(0, at - 3)
    return Casualty(
        _kind_of()[word.text],
        word.denied,
        find_named(words, at),
        about,
        " ".join(w.text for w in words[start : at + 1]),
    )


def _others(one: Casualty, other: Casualty) -> bool:
    """Tell whether two claims speak of two groups of people by name ("no pedestrian", "a cyclist")."""
    left, right = one.who.heads - _stems(), other.who.heads - _stems()
    return bool(left and right) and not left & right


def compare_casualties(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give claims of which one says that nobody was killed or hurt and the other that somebody was."""
    from claimbook.compare.verdicts import Verdict

    for one in a.casualties:
        for other in b.casualties:
            denial, told = (one, other) if one.denied else (other, one)
            if not denial.denied or told.denied or told.kind not in _DENIES[denial.kind]:
                continue
            shared = one.about & other.about - ground.common
            if _others(one, other) or settings_apart(a.settings, b.settings) or not (shared or ground.subject):
                continue
            sure: RelationName = "contradict" if len(shared) > 1 else "tension"
            why = f"“{denial.wording}” denies what “{told.wording}” tells of"
            yield Verdict(sure, "polarity", why, f"casualties {denial.kind}")
