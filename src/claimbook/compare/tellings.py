"""What the verb before a figure says it measures, and of what: "the library cost 48 million".

Refuses to take two figures for one measure unless the verbs say the same of things that bear one name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimbook.compare.subjects import Likeness, Named, find_named, find_named_after, same_named
from claimbook.compare.wording import Word, stem
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.verdicts import Ground

_BACK = 5
_ABLE = frozenset({"can", "could"})
# "a well usually runs to 28,000 euros"
_COMES = frozenset({"run", "runs", "ran", "come", "comes", "came", "amount", "amounts", "amounted"})
# what is replaced after so long lasted so long
_RENEWED = frozenset({"replace", "replaced", "replacing"})
_COPULAS = frozenset({"is", "are", "was", "were"})


@dataclass(frozen=True, slots=True)
class Telling:
    """Hold what a verb says a figure measures, and what it says it of."""

    verb: str
    named: Named


@lru_cache(maxsize=65536)
def _telling(verb: str, named: Named) -> Telling:
    """Make a telling, one object for all that are alike."""
    return Telling(verb, named)


@cache
def _verbs() -> dict[str, str]:
    return {word: name for name, words in load("measures")["tells"].items() for word in words}


def find_telling(words: Sequence[Word], at: int, dimension: str, lead: Sequence[Word] = ()) -> Telling | None:
    """Find the verb before the figure at an index; "is" before money says what a thing costs.

    `lead` is what stands before the words in their sentence.
    """
    if dimension.startswith("count") and (working := _working(words, at)):
        return working
    for k in range(min(at, len(words)) - 1, max(-1, at - 1 - _BACK), -1):
        if words[k].stretch != words[min(at, len(words) - 1)].stretch:
            return None
        if words[k].text in _RENEWED and dimension == "time":
            after = find_named_after(words, k + 1)
            return _telling("last", after if after.heads else find_named(words, k, lead))
        sums = words[k].text in _COPULAS or (words[k].text in _COMES and words[k + 1].text == "to")
        verb = "cost" if sums and dimension.startswith("money") else _verbs().get(words[k].text)
        if verb:
            able = k and words[k - 1].text in _ABLE
            return _telling(f"can {verb}" if able else verb, find_named(words, k, lead))
    return None


def _working(words: Sequence[Word], at: int) -> Telling | None:
    """Read a figure for people at work: "a staff of 40", "fewer than 40 people work for the line"."""
    data = load("measures")["employed"]
    before = " ".join(w.text for w in words[max(0, at - 3) : at])
    if before.endswith(tuple(data["before"])):
        return Telling("employ", find_named(words, max(0, at - 3)))
    after = words[at : at + 8]
    made = next((k for k in range(at - 1, max(-1, at - 4), -1) if words[k].text in load("measures")["jobs"]), None)
    if made is not None and any(w.text in ("jobs", "posts") for w in after[:3]):
        return _telling("employ", find_named(words, made))
    said = " ".join(w.text for w in after)
    if not any(f" {phrase} " in f" {said} " for phrase in data["after"]):
        return None
    place = next((k for k, w in enumerate(after) if w.text in ("for", "at")), None)
    return Telling("employ", find_named_after(words, at + place + 1) if place is not None else find_named(words, at))


def told_alike(one: Telling | None, other: Telling | None, ground: Ground) -> Likeness | None:
    """Tell whether two figures are said to measure one thing, surely or perhaps."""
    if one is None or other is None or one.verb != other.verb:
        return None
    return same_named(one.named, other.named, ground)


def told_alike_verbs(one: Telling | None, other: Telling | None) -> bool:
    """Tell whether the same verb tells two figures, of whatever."""
    return one is not None and other is not None and one.verb == other.verb


def tenses_apart(one: Telling | None, other: Telling | None) -> str | None:
    """Say that one figure is of what a thing had, or did, and the other of what it has, or can do."""
    if one is None or other is None:
        return None
    verbs = {one.verb, other.verb}
    if verbs == {"had", "have"}:
        return "different time — had / has"
    return "different measure — what it does / what it can do" if any(f"can {v}" in verbs for v in verbs) else None


def of_other_sums(one: Telling | None, other: Telling | None) -> bool:
    """Tell whether two amounts of money are of things with different names ("the grant for pumps", "a pump")."""
    if one is None or other is None or not one.verb == other.verb == "cost":
        return False
    sums = frozenset(stem(word) for word in load("measures")["sums"].split())
    heads = one.named.heads, other.named.heads
    none = frozenset(stem(word) for word in load("measures")["no_prices"].split())
    if all(heads) and heads[0].isdisjoint(none) != heads[1].isdisjoint(none):
        return True
    return all(heads) and heads[0].isdisjoint(heads[1]) and not sums & (heads[0] | heads[1])


def told_apart(one: Telling | None, other: Telling | None) -> bool:
    """Tell whether two figures are said of things with different names, neither in the other's."""
    if one is None or other is None or one.verb != other.verb or not (one.named.heads and other.named.heads):
        return False
    sums = frozenset(stem(word) for word in load("measures")["sums"].split())
    if sums & (one.named.heads | other.named.heads):
        return False
    return one.named.heads.isdisjoint(other.named.stems) and other.named.heads.isdisjoint(one.named.stems)
