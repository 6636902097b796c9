"""Find garbled wording in a text, by method and by the dictionaries an editor brings.

Refuses to report one place twice: an editor's dictionary wins over an acronym, and an acronym over the words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from claimbook.extract.garbled.acronyms import find_by_acronym
from claimbook.extract.garbled.candidates import candidates, floor, model
from claimbook.extract.garbled.dictionary import Dictionary
from claimbook.extract.garbled.evidence import number, read_pair
from claimbook.extract.garbled.store import store
from claimbook.extract.garbled.words import Word, lemma, read_forms, read_words


class Garbled(NamedTuple):
    """One garbled phrase: its place in code points, its words, and the term that may have been meant."""

    start: int
    end: int
    text: str
    meant: str


def find_garbled(text: str, dictionaries: Iterable[Dictionary] = ()) -> list[Garbled]:
    """Find garbled terms, in order of place and without overlaps."""
    found: list[tuple[int, int, str]] = []
    for dictionary in dictionaries:
        found += _find_listed(read_words(text), dictionary)
    found += find_by_acronym(text)
    found += _find_by_words(text)
    taken: list[tuple[int, int, str]] = []
    end = -1
    # Sorting by place keeps the earlier source first among those that start together.
    ranked = sorted(enumerate(found), key=lambda each: (each[1][0], each[0]))
    for _, (start, stop, meant) in ranked:
        if start >= end:
            taken.append((start, stop, meant))
            end = stop
    return [Garbled(start, stop, text[start:stop], meant) for start, stop, meant in taken]


def _find_by_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Find pairs by their words alone; most are ruled out by what their words can weigh at most."""
    data, least = store(), floor()
    first, second = data.most_as_first, data.most_as_second
    numbers = list(map(number, read_forms(text)))
    places = [at for at, (a, b) in enumerate(pairwise(numbers)) if first[a] + second[b] > least and candidates(a, b)]
    words = read_words(text) if places else []
    bar = model()["long_text"] if len(numbers) > model()["long_from"] else 0
    for at in places:
        reading = read_pair(words, at)
        if reading and reading.excess > bar:
            meant = " ".join(data.shown[each] for each in reading.meant)
            start = at + reading.shift
            yield words[start].start, words[start + len(reading.meant) - 1].end, meant


def _find_listed(words: list[Word], dictionary: Dictionary) -> Iterator[tuple[int, int, str]]:
    """Find the phrases of a dictionary, the longest at each place."""
    forms = tuple(lemma(word.form) for word in words)
    for at in range(len(words)):
        for length in range(min(dictionary.longest, len(words) - at), 0, -1):
            meaning = dictionary.meanings.get(forms[at : at + length])
            if meaning:
                yield words[at].start, words[at + length - 1].end, meaning
                break
