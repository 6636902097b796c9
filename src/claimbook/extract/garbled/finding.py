"""Find garbled wording in a text, by method and by the dictionaries an editor brings.

Refuses to report one place twice: an editor's dictionary wins over an acronym, and an acronym over the words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimbook.extract.garbled.acronyms import find_by_acronym
from claimbook.extract.garbled.dictionary import Dictionary
from claimbook.extract.garbled.evidence import is_content, read_pair
from claimbook.extract.garbled.store import store
from claimbook.extract.garbled.words import Word, lemma, read_words


class Garbled(NamedTuple):
    """One garbled phrase: its place in code points, its words, and the term that may have been meant."""

    start: int
    end: int
    text: str
    meant: str


def find_garbled(text: str, dictionaries: Iterable[Dictionary] = ()) -> list[Garbled]:
    """Find garbled terms, in order of place and without overlaps."""
    words = read_words(text)
    found: list[tuple[int, int, str]] = []
    for dictionary in dictionaries:
        found += _find_listed(words, dictionary)
    found += find_by_acronym(text)
    found += _find_by_words(words)
    taken: list[tuple[int, int, str]] = []
    end = -1
    # Sorting by place keeps the earlier source first among those that start together.
    ranked = sorted(enumerate(found), key=lambda each: (each[1][0], each[0]))
    for _, (start, stop, meant) in ranked:
        if start >= end:
            taken.append((start, stop, meant))
            end = stop
    return [Garbled(start, stop, text[start:stop], meant) for start, stop, meant in taken]


def _find_by_words(words: list[Word]) -> Iterator[tuple[int, int, str]]:
    content = [is_content(word) for word in words]
    for at in range(len(words) - 1):
        reading = read_pair(words, at) if content[at] and content[at + 1] else None
        if reading and reading.score > 0:
            meant = " ".join(store().words[number] for number in reading.meant)
            first = at + reading.shift
            yield words[first].start, words[first + len(reading.meant) - 1].end, meant


def _find_listed(words: list[Word], dictionary: Dictionary) -> Iterator[tuple[int, int, str]]:
    """Find the phrases of a dictionary, the longest at each place."""
    forms = tuple(lemma(word.form) for word in words)
    for at in range(len(words)):
        for length in range(min(dictionary.longest, len(words) - at), 0, -1):
            meaning = dictionary.meanings.get(forms[at : at + length])
            if meaning:
                yield words[at].start, words[at + length - 1].end, meaning
                break
