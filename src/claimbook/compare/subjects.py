"""Whom or what a statement is about: the thing named before its verb, and whether two claims name one thing.

Refuses to take "it" for certain: what only points back may be what its article is about, and no more is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from claimbook.compare.wording import Word, content_stems, one_of, shifted
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.verdicts import Ground

_REACH = 20
_OBJECT = 4
_RELATIVE = frozenset({"which", "who", "that"})
_PREPOSITIONS = frozenset(
    {"of", "in", "at", "on", "for", "from", "with", "by", "under", "near", "to", "between", "into"}
    | {"beside", "behind", "along", "outside", "inside", "across", "beyond"}
)
_OPENERS = frozenset({"the", "a", "an", "its", "their", "each", "every", "our"})
_VERBS = frozenset(
    {"fell", "fallen", "is", "are", "was", "were", "has", "have", "had", "can", "will", "do", "does", "did"}
)
_PRONOUNS = frozenset({"it", "they", "he", "she"})

# "an older bridge" beside "the old bridge": how old a thing is tells two of them apart, in whatever word
_AGES = {"older": "old", "oldest": "old", "former": "old", "newer": "new", "old": "old", "new": "new"}

Likeness = Literal["same", "perhaps"]


@dataclass(frozen=True, slots=True)
class Named:
    """Hold what a statement names before its verb: the stems of the thing, and those of its whole name.

    "The tower, the pride of the town, …" names two things that are one.

    `heads` is empty where nothing is named, or a word only points back ("it", "they").
    """

    heads: frozenset[str]
    stems: frozenset[str]


UNNAMED = Named(frozenset(), frozenset())


def find_named(words: Sequence[Word], at: int, lead: Sequence[Word] = ()) -> Named:
    """Find what is named before the word at an index, in its own stretch or before an aside or a relative clause.

    `lead` is what stands before the words in their sentence: a claim that is a second verb of it ("and opens daily")
    has the same subject.
    """
    found = _find_named(words, at)
    if found.heads or not lead or any(w.text in _PRONOUNS or content_stems((w,)) for w in words[:at]):
        return found
    return _find_named((*lead, *(shifted(w, lead[-1].stretch) for w in words)), len(lead) + at)


def _find_named(words: Sequence[Word], at: int) -> Named:
    phrases = [phrase for phrase in _phrases(words, at) if _things(phrase)]
    if not phrases or any(w.text in _PRONOUNS for w in phrases[-1][:1]):
        return UNNAMED
    heads = frozenset(_head(phrase) for phrase in phrases)
    return _named(heads, frozenset().union(*(_stems(_before_verb(phrase)) for phrase in phrases)))


def _before_verb(phrase: Sequence[Word]) -> Sequence[Word]:
    """Give a phrase up to its first verb, and from what that verb's object or "that" opens on: "the hall is free and"
    names the hall, "found that the wall" the wall."""
    at = next((n for n in range(len(phrase) - 1, 0, -1) if phrase[n].text in _OPENERS and _told(phrase[n - 1])), 0)
    phrase = phrase[at:]
    return phrase[: next((n for n, w in enumerate(phrase) if w.text in _VERBS and _things(phrase[:n])), len(phrase))]


@lru_cache(maxsize=65536)
def _named(heads: frozenset[str], stems: frozenset[str]) -> Named:
    """Make a name, one object for all that are alike: an article names few things."""
    return Named(one_of(heads), one_of(stems))


def _told(word: Word) -> bool:
    """Tell whether a word ends what is told before a thing is named ("found that the wall", "blamed a wall")."""
    return word.text == "that" or word.text.endswith("ed")


def find_named_after(words: Sequence[Word], at: int) -> Named:
    """Find what is named from the word at an index on ("work for the new line")."""
    following = [w for w in words[at : at + _OBJECT] if w.stretch == words[at].stretch] if at < len(words) else []
    cut = next((n for n, w in enumerate(following) if n and w.text in _PREPOSITIONS), len(following))
    things = _things(following[:cut])
    return _named(frozenset({things[-1].stem}), _stems(following[:cut])) if things else UNNAMED


def _head(phrase: Sequence[Word]) -> str:
    """Give the stem of the thing a phrase names, before its first preposition or verb ("the price of tin")."""
    cut = next(
        (n for n, w in enumerate(phrase) if w.text in _PREPOSITIONS | _VERBS and _things(phrase[:n])), len(phrase)
    )
    things = _things(phrase[:cut])
    # "the library opened in 2019 and cost …" names the library
    return next((w for w in reversed(things) if not w.text.endswith("ed")), things[-1]).stem


def _things(phrase: Sequence[Word]) -> list[Word]:
    return [w for w in phrase if content_stems((w,)) and not w.text.endswith("ly")]


def _stems(phrase: Sequence[Word]) -> frozenset[str]:
    """Give the stems of a name, and whether it names the old one or the new."""
    ages = frozenset(_AGES[w.text] for w in phrase if w.text in _AGES)
    return content_stems(w for w in _things(phrase) if w.text not in _AGES) | ages


def _phrases(words: Sequence[Word], at: int) -> Sequence[Sequence[Word]]:
    """Give the phrases that may name the subject of a verb: what stands before it, and what that is put beside."""
    own = _before(words, at)
    if own and own[0].text in _RELATIVE:
        at -= len(own)
        own = []
    if own and own[0].text in _PREPOSITIONS:
        last = max((n for n, w in enumerate(own) if w.text in _OPENERS), default=0)
        return [own[last:]]
    at -= len(own)
    if own and not _things(own) and own[0].text not in _PRONOUNS:
        own = []
    if not own and at:
        own = _named_last(words, at - 1)
        at -= len(own)
        if own and own[0].text in _RELATIVE and at:
            own = _named_last(words, at - 1)
            at -= len(own)
    beside = _named_last(words, at - 1) if own and own[0].text in _OPENERS else ()
    scene = beside and (beside[0].text in _PREPOSITIONS or beside[0].text in load("effects")["scenes"].split())
    return [own] if scene or not beside else [beside, own]


def _before(words: Sequence[Word], at: int) -> Sequence[Word]:
    return [w for w in words[max(0, at - _REACH) : at] if w.stretch == words[at].stretch] if at < len(words) else ()


def _named_last(words: Sequence[Word], last: int) -> Sequence[Word]:
    """Give the stretch of words that ends at an index."""
    if last < 0:
        return ()
    return [w for w in words[max(0, last - _REACH) : last + 1] if w.stretch == words[last].stretch]


def same_named(one: Named, other: Named, ground: Ground) -> Likeness | None:
    """Tell whether two statements name one thing: surely, or perhaps where one only points at it.

    "The museum" and "the new museum" are one; "the north wing" and "the south wing" are not.
    """
    if one.heads and other.heads:
        nested = one.stems <= other.stems or other.stems <= one.stems
        return "same" if one.heads & other.heads and nested else None
    if not ground.subject or ground.subjects is None:
        return None
    named = one.heads | other.heads
    mains = {*ground.subjects[0].main} & {*ground.subjects[1].main}
    return "perhaps" if not named or named & mains else None
