"""What is said to be the only one of its kind, beside a claim that names another.

Refuses to hear "the only way", "the only problem": only a kind of thing that another claim can name by the same word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.wording import Word, content_stems, stem
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Ground, Verdict

_KIND = 3
_REACH = 10
_BE = frozenset({"is", "are", "was", "were", "comes", "come", "came"})


@dataclass(frozen=True, slots=True)
class Exclusive:
    """Hold "the only `kind` … is `named`", in stems; `of` are the stems that say where or whose."""

    kind: str
    of: frozenset[str]
    named: frozenset[str]
    wording: str


@cache
def _vague() -> frozenset[str]:
    return frozenset(load("contrasts")["only_vague"].split())


def find_exclusives(words: Sequence[Word]) -> tuple[Exclusive, ...]:
    """Find what a claim says to be the only one of a kind."""
    places = (k for k in range(1, len(words) - 2) if words[k].text == "only" and words[k - 1].text == "the")
    return tuple(found for at in places if (found := _exclusive(words, at)))


def _exclusive(words: Sequence[Word], at: int) -> Exclusive | None:
    be = next((k for k in range(at + 2, min(len(words), at + _REACH)) if words[k].text in _BE), None)
    if be is None or words[be].stretch != words[at].stretch or any(w.denied for w in words[at : be + 2]):
        return None
    stop = next((k for k in range(at + 2, be) if words[k].text in ("that", "which", "of", "in", "for", "to")), be)
    kind = [w for w in words[at + 1 : stop][:_KIND] if not w.text.endswith("ly")]
    if not kind or words[at + 1].text in _vague() or kind[-1].text in _vague():
        return None
    named = content_stems(w for w in words[be + 1 :] if w.stretch == words[be].stretch)
    shown = " ".join(w.text for w in words[at - 1 : be + 4])
    return Exclusive(kind[-1].stem, content_stems(words[stop:be]), named, shown) if named else None


@cache
def _makes() -> frozenset[str]:
    return frozenset(stem(word) for word in load("contrasts")["only_makes"].split())


def _subjects(ground: Ground) -> frozenset[str]:
    """Give the stems of what both articles are about: they need not be named again."""
    return frozenset(s for subject in ground.subjects or () for s in subject.main)


def compare_exclusives(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give "the only noise comes from the tyres" beside a claim that names another noise of the same thing."""
    from claimbook.compare.verdicts import Verdict

    for x, y in ((a, b), (b, a)):
        for only in x.exclusives:
            if only.kind not in y.terms or only.named & y.terms or any(w.text == "only" for w in y.words):
                continue
            if any(w.denied for w in y.words if w.stem == only.kind) or y.leaves_open:
                continue
            of = only.of - ground.common - _subjects(ground) - _makes()
            if of <= y.terms and (only.of & y.terms or ground.subject or ground.topic):
                said = next(w.text for w in y.words if w.stem == only.kind)
                yield Verdict(
                    "tension", "polarity", f"“{only.wording}” leaves no other {said}, and one is named", "only"
                )
