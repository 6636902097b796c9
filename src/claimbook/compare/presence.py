"""There is such a thing, or there is none: "there are no helmets at the stations" against "helmets are provided".

Refuses to hear a denial of one kind as a denial of all ("no cheap seats"), and to oppose things in places that differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.contrasts import sides_apart
from claimbook.compare.populations import groups_apart
from claimbook.compare.settings import settings_apart
from claimbook.compare.subjects import find_named
from claimbook.compare.wording import Word, content_stems, one_of, stem
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Ground, Verdict
    from claimbook.model import RelationName

_THING = 4
_NONE = frozenset({"no", "zero"})
_ENDS = frozenset(
    {
        "in",
        "at",
        "on",
        "of",
        "for",
        "to",
        "from",
        "with",
        "that",
        "which",
        "who",
        "and",
        "or",
        "by",
        "near",
        "as",
        "is",
        "are",
    }
)


@dataclass(frozen=True, slots=True)
class Presence:
    """Hold that there is a thing, or none: its head, the stems of its name, and of what else the claim names."""

    head: str
    named: frozenset[str]
    absent: bool
    about: frozenset[str]
    wording: str


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the phrases that say that there is a thing, by their first words, each with how it says so."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for how in ("there", "holds", "free", "given"):
        for phrase in load("presence")[how]:
            found.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), how))
    return found


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(word) for word in load("presence")["empty"].split())


def find_presences(words: Sequence[Word]) -> tuple[Presence, ...]:
    """Find what a claim says there is, and what there is none of."""
    texts = [w.text for w in words]
    found = (
        _given(words, at) if how == "given" else _following(words, at + len(phrase), free=how == "free")
        for at, text in enumerate(texts)
        for phrase, how in _phrases().get(text, ())
        if tuple(texts[at : at + len(phrase)]) == phrase
    )
    return tuple(presence for presence in found if presence)


def _following(words: Sequence[Word], at: int, *, free: bool) -> Presence | None:
    """Read the thing after "there are", "has" or "free of"; besides, only "no" makes it absent."""
    thing: list[Word] = []
    for word in words[at : at + _THING + 1]:
        if word.stretch != words[at].stretch or word.text in _ENDS:
            break
        thing.append(word)
    absent = bool(thing) and (free or thing[0].text in _NONE)
    if not thing or (not absent and any(w.denied for w in thing)):
        return None
    return _presence(words, thing, absent=absent)


def _given(words: Sequence[Word], at: int) -> Presence | None:
    """Read the thing before "are provided"."""
    named = find_named(words, at)
    if words[at].denied or len(named.heads) != 1:
        return None
    wording = " ".join(w.text for w in words[max(0, at - _THING) : at + 2])
    head = next(iter(named.heads))
    return (
        None
        if head in _empty()
        else Presence(head, named.stems, False, one_of(content_stems(words) - named.stems), wording)
    )


def _presence(words: Sequence[Word], thing: Sequence[Word], *, absent: bool) -> Presence | None:
    named = content_stems(thing)
    head = next((w.stem for w in reversed(thing) if w.stem in named), "")
    if not head or head in _empty() or thing[-1].text.endswith("ed"):
        return None
    about = content_stems(words) - named - _holding()
    return Presence(head, named, absent, one_of(about), " ".join(w.text for w in thing))


@cache
def _holding() -> frozenset[str]:
    """Give the stems of the words that say that there is a thing, or none: they name nothing."""
    kinds = ("there", "holds", "free", "given")
    return frozenset(stem(word) for how in kinds for phrase in load("presence")[how] for word in phrase.split())


def compare_presences(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give claims of which one says that there is a thing and the other that there is none."""
    from claimbook.compare.verdicts import Verdict

    for one in a.presences:
        for other in b.presences:
            none, some = (one, other) if one.absent else (other, one)
            if one.absent == other.absent or none.head != some.head or not none.named <= some.named:
                continue
            shared = none.about & some.about
            elsewhere = settings_apart(a.settings, b.settings) or groups_apart(a.population, b.population)
            if elsewhere or sides_apart(a.sides, b.sides) or not (shared or ground.subject):
                continue
            sure: RelationName = "contradict" if shared - ground.common else "tension"
            why = f"“{none.wording}” says there is none, “{some.wording}” that there is"
            yield Verdict(sure, "polarity", why, f"presence {none.head}")
