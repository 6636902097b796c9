"""What a claim holds responsible: the things named before a change or a quality, and whether more or less of them.

Refuses to know that two names are one thing, unless both articles are about both: "coffee" and "melatonin" may well
do opposite things to sleep.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimbook.compare.wording import STATEMENT, Word, content_stems, find_any, stem
from claimbook.lexicon import load

# what these stand for is named elsewhere
_POINTING = frozenset({"it", "they", "he", "she"})
_OPENING = frozenset({"this", "these", "such", "that", "those"})
# "less than six hours or more than eight" is neither more nor less of a thing
_TOO_MUCH = frozenset({"more", "longer", "over"})
_CORE = 3
Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Cause:
    """Hold the stems of what is held responsible; `turned` means that it is less of it that matters.

    `told_before` marks what the claim does not name itself: its heading, lead-in or sentence does.
    """

    named: Stems
    turned: bool = False
    told_before: bool = False


NOTHING = Cause(frozenset())


@cache
def _less() -> Stems:
    return frozenset(stem(word) for word in load("causes")["less"].split())


@cache
def _no_names() -> Stems:
    return frozenset(stem(word) for word in load("causes")["no_names"].split())


def find_cause(words: Sequence[Word], at: int) -> Cause:
    """Find what stands before the word at an index in its statement; a denial there is read with the change."""
    if not at or not words:
        return NOTHING
    stretch = words[min(at, len(words) - 1)].stretch
    before = [w for w in words[:at] if w.stretch > stretch - STATEMENT]
    named = content_stems(w for w in before if not w.text.endswith("ly")) - _less() - _no_names()
    turned = any(w.stem in _less() for w in before) and not _either(before)
    points = any(w.text in _POINTING for w in before) or any(w.text in _OPENING for w in before[:1]) or _by_sort(before)
    return _cause(named, turned and bool(named), points)


def _by_sort(words: Sequence[Word]) -> bool:
    """Tell whether words only say what sort of thing is meant ("the supplement"): which, was told before."""
    return len(words) > 1 and words[0].text == "the" and words[1].text in _sorts() and not content_stems(words[2:4])


@cache
def _sorts() -> Stems:
    return frozenset(load("causes")["sorts"].split())


def _either(words: Sequence[Word]) -> bool:
    """Tell whether words name too little of a thing or too much of it ("less than six hours or more")."""
    return any(w.text in _TOO_MUCH and words[n - 1].text == "or" for n, w in enumerate(words) if n)


@lru_cache(maxsize=65536)
def _cause(named: Stems, turned: bool, told_before: bool) -> Cause:
    """Make a cause, one object for all that are alike: most claims of an article name the same."""
    return Cause(named, turned, told_before)


def without(cause: Cause, wording: str) -> Cause:
    """Give a cause without the words of what changes: "sleeping long harms sleep"."""
    changed = set(map(stem, wording.split()))
    return cause if cause.named.isdisjoint(changed) else _cause(cause.named - changed, cause.turned, cause.told_before)


def is_denial(words: Sequence[Word]) -> bool:
    """Tell whether a claim holds a word that denies."""
    denial = load("opposites")["denial"]
    verbal = denial["verbal"].split()
    heard = any(w.text in verbal or w.text.endswith("n't") for w in words)
    return heard or find_any(words, denial["verbal_phrases"], exact=True) is not None


@dataclass(frozen=True, slots=True)
class Subject:
    """Hold what an article is about: the stems most of its claims share, most first, and how many claims have each."""

    main: tuple[str, ...]
    said: Mapping[str, int]

    def covers(self, cause: Cause, own: Subject) -> bool:
        """Tell whether a cause that another article (`own`) names is what this one is about, or speaks of as well.

        Of an article of a few claims nobody can tell what it is about.
        """
        if not self.main or not own.main or not cause.named.isdisjoint(self.main):
            return True
        return any(stem in self.said for stem in cause.named.intersection(own.main))


def _other_names(a: Cause, b: Cause, mine: Subject, others: Subject) -> bool:
    """Tell whether two causes may be two names of one thing: what each article is about, the other's name unsaid."""
    if a.named.isdisjoint(mine.main[:_CORE]) or b.named.isdisjoint(others.main[:_CORE]):
        return False
    alike = not set(mine.main).isdisjoint(others.main)
    return alike and a.named.isdisjoint(others.said) and b.named.isdisjoint(mine.said)


def causes_apart(a: Cause, b: Cause, subjects: tuple[Subject, Subject]) -> str | None:
    """Say that two claims (of articles on these subjects) hold different things responsible, else `None`."""
    if a.named & b.named:
        return None
    mine, others = subjects
    if (_open(a) or others.covers(a, mine)) and (_open(b) or mine.covers(b, others)):
        return None
    if _other_names(a, b, mine, others):
        return None
    told = (" ".join(sorted(cause.named)) or "not named" for cause in (a, b))
    return f"different cause — {' / '.join(told)}"


def _open(cause: Cause) -> bool:
    """Tell whether a claim leaves open what it holds responsible: then it may be what the other article is about."""
    return not cause.named or cause.told_before


def against_each_other(a: Cause, b: Cause) -> bool:
    """Tell whether one claim speaks of more of a thing and the other of less of it."""
    return a.turned != b.turned and bool(a.named & b.named)
