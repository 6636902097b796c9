"""Two things of one sort: words that tell apart what two claims in like words give figures for.

Refuses to guess what belongs together: only sides the lexicon opposes, one word put for another in the same place,
and a group of an age that only one claim names keep figures apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.wording import Lists, Word, content_stems, find_any, index_lists, list_numbers, read_words, stem
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.figures import Figure
    from claimbook.compare.reading import Reading

_AGE = "year of age"
_FOLLOWING = 4
_ARTICLES = frozenset({"the", "a", "an"})
# "the new boiler" stands where "the old boiler" does
_AGES = frozenset({"old", "new"})
# one object for the many that have none
_NO_SIDES: frozenset[tuple[int, int]] = frozenset()
_NO_CODES: frozenset[str] = frozenset()


@cache
def _splits() -> tuple[tuple[list[str], ...], ...]:
    lines = (line.split(";") for line in load("contrasts")["splits"])
    return tuple(tuple([phrase.strip() for phrase in side.split(",")] for side in sides) for sides in lines)


@cache
def _sayers() -> frozenset[str]:
    return frozenset(stem(word) for word in load("contrasts")["sayers"].split())


@cache
def _sides() -> tuple[list[tuple[int, int, list[str]]], Lists]:
    """Give every side of every split, by their numbers, and how their phrases open."""
    sides = [(n, side, phrases) for n, split in enumerate(_splits()) for side, phrases in enumerate(split)]
    return sides, index_lists((phrases for *_, phrases in sides), exact=True)


def find_sides(words: Sequence[Word]) -> frozenset[tuple[int, int]]:
    """Give which side of which split of the lexicon a claim names, by their numbers."""
    named, lists = _sides()
    possible = (named[number] for number in list_numbers(words, lists, exact=True))
    found = frozenset((split, side) for split, side, phrases in possible if find_any(words, phrases, exact=True))
    return found or _NO_SIDES


def sides_apart(a: frozenset[tuple[int, int]], b: frozenset[tuple[int, int]]) -> str | None:
    """Say which split two claims stand on different sides of, `None` where they share one or only one claim has one."""
    for split in sorted({number for number, _ in a} & {number for number, _ in b}):
        left, right = ({side for number, side in named if number == split} for named in (a, b))
        if not left & right:
            told = (", ".join(_splits()[split][side][0] for side in sorted(sides)) for sides in (left, right))
            return f"different case — {' / '.join(told)}"
    return None


def _is_thing(word: Word) -> bool:
    """Tell whether a word may name a thing."""
    return not word.text.endswith(("ly", "ed", "ing")) and bool(content_stems((word,)))


Frame = tuple[str, ...]


def find_frames(words: Sequence[Word]) -> Iterator[tuple[Frame, Word]]:
    """Give the words that may name things, each with the words that frame it: "the price of …", "… contains"."""
    joints = load("contrasts")["of"]
    for at, word in enumerate(words):
        if not _is_thing(word) and word.text not in _AGES:
            continue
        before = [w for w in words[max(0, at - 3) : at] if w.stretch == word.stretch and w.text not in _ARTICLES]
        after = words[at + 1 : at + 2]
        if len(before) > 1 and before[-1].text in joints and content_stems(before[-2:-1]):
            yield ("of", before[-2].stem, before[-1].text), word
        if [w.text for w in before[:1] + before[2:]] == ["from", "to"]:
            yield ("to", before[1].stem), word
        if after and after[0].stretch == word.stretch and content_stems(after) and after[0].stem not in _sayers():
            yield ("on", after[0].stem), word


@cache
def _anybody() -> frozenset[str]:
    """Give the words for those a text is about at large: "parents save" and "families save" speak of the same."""
    return frozenset(load("populations")["bare"].split())


def replaced_apart(a: Reading, b: Reading, but: frozenset[str] = frozenset()) -> str | None:
    """Say which word of one claim stands where another stands in the other ("the price of tin", "… of zinc").

    Words in `but` are known to be opposites and do not count.
    """
    places = {frame: word for frame, word in a.frames if word.stem not in b.terms}
    for frame, word in b.frames:
        if frame not in places or places[frame].text == word.text or but & {word.text, places[frame].text}:
            continue
        if word.text in _anybody() and places[frame].text in _anybody():
            continue
        if word.stem not in a.terms and frame[1] in a.terms and frame[1] in b.terms:
            return f"different thing — {places[frame].text} / {word.text}"
    return None


def find_attached(text: str, after: str) -> frozenset[str]:
    """Give the stems of what a figure is said to be of: "72 minutes of commuting", "30 minutes a day in meetings"."""
    following = read_words(after)[:_FOLLOWING]
    inside = content_stems(w for w in read_words(text) if w.text != "day")
    if after.lstrip().startswith((",", ";", "–", "—")):
        return inside
    if following and following[0].text in load("contrasts")["of"]:
        inside |= content_stems(w for w in following if w.stretch == following[0].stretch)
    return inside


def _of_what(a: Reading, b: Reading, left: Figure, right: Figure) -> str | None:
    one, other = left.attached, right.attached
    if not one or not other or one & b.terms or other & a.terms:
        return None
    measured = left.interval.dimension == right.interval.dimension and left.quantity.kind != "count"
    # the name of a unit is no thing: "103 points" and "100 pts"
    if measured and one | other <= content_stems(read_words(f"{left.quantity.text} {right.quantity.text}")):
        return None
    return "different measure — the figures are of different things"


def find_codes(names: frozenset[str]) -> frozenset[str]:
    """Find the names of models and types among words ("i3", "b12")."""
    return frozenset(name for name in names if name[0].isalpha() and any(sign.isdigit() for sign in name)) or _NO_CODES


def find_compounds(words: Sequence[Word]) -> frozenset[str]:
    """Find the words that set one kind of a thing beside another by their first part ("deep-fried", "low-fat")."""
    found = frozenset(w.text for w in words if "-" in w.text.strip("-") and not w.text[0].isdigit())
    return found or _NO_CODES


def _compounds_apart(left: Figure, right: Figure) -> str | None:
    """Say which two kinds of one thing two figures are of ("air-fried", "deep-fried"), `None` where none tell."""
    for one in sorted(left.compounds - right.compounds):
        for other in sorted(right.compounds - left.compounds):
            if one.rpartition("-")[2] == other.rpartition("-")[2]:
                return f"different thing — {one} / {other}"
    return None


def _codes_apart(left: Figure, right: Figure) -> str | None:
    """Say which names of models or types two figures stand beside, `None` where they share one or one has none."""
    if not left.codes or not right.codes or left.codes & right.codes:
        return None
    return f"different thing — {' '.join(sorted(left.codes))} / {' '.join(sorted(right.codes))}"


def _ages(reading: Reading) -> set[tuple[float, float]]:
    """Give the ages that say which people a claim is about; those of oaks and bridges say nothing of people."""
    ages = {(f.interval.low, f.interval.high) for f in reading.figures if f.interval.dimension.endswith(_AGE)}
    if not ages or reading.population:
        return ages
    people = load("generic_words")["people"].split()
    return ages if any(w.text in people for w in reading.words) else set()


def _ages_apart(a: Reading, b: Reading, left: Figure) -> str | None:
    if left.interval.dimension.endswith(_AGE) or _ages(a) == _ages(b):
        return None
    return "different population — one names an age that the other does not"


def figures_of_different_things(a: Reading, b: Reading, left: Figure, right: Figure) -> str | None:
    """Say what shows that two differing figures are of two things, `None` where nothing does."""
    return (
        sides_apart(a.sides, b.sides)
        or sides_apart(left.sides, right.sides)
        or _ages_apart(a, b, left)
        or _of_what(a, b, left, right)
        or _codes_apart(left, right)
        or _compounds_apart(left, right)
        or replaced_apart(a, b)
    )
