"""The shipped data of garbled wording: what words may stand for, established terms, phrases common as they stand.

Made by `scripts/build_garbled.py` from the sources that `docs/garbled.md` names. Refuses to download or to guess: a
word that is not in the data stands for nothing else.
"""

from __future__ import annotations

import zipfile
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from importlib import resources
from zlib import crc32

from claimbook.extract.garbled.words import lemma

# No word: also the place of a value below every threshold, at the end of each table of bounds.
UNKNOWN = -1
_NEVER = -(1 << 20)
_BITS = 17


class Store:
    """The data, read once: words are known by number, weights are in hundredths, the rest is looked up when needed."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        """Read the packed members. Raises KeyError where one is missing."""
        self._packed = packed
        self.lemmas = packed.read("words.txt").decode("ascii").split("\n")
        self.shown = packed.read("shown.txt").decode("ascii").split("\n")
        self._number = {word: at for at, word in enumerate(self.lemmas)}
        self._origin_at, self._origin = self._read("I", "origin_at"), self._read("H", "origin")
        self._as_first, self._as_second = self._read("h", "as_first"), self._read("h", "as_second")
        self._second_at, self._second = self._read("I", "second_at"), self._read("H", "second")
        self._term = self._read("h", "term")
        self._by_start, self._by_end = self._read("Q", "by_start"), self._read("Q", "by_end")
        self._common = self._read("I", "common")
        self.most_as_first = [*self._read("h", "most_as_first"), _NEVER]
        self.most_as_second = [*self._read("h", "most_as_second"), _NEVER]

    def _read(self, kind: str, member: str) -> array[int]:
        numbers = array(kind)
        numbers.frombytes(self._packed.read(member))
        return numbers

    def number(self, form: str) -> int:
        """Give the number of a lower-case word, or UNKNOWN."""
        return self._number.get(lemma(form), UNKNOWN)

    def origins(self, word: int) -> dict[int, tuple[int, int]]:
        """Give the words that a word may stand for, itself among them: each with its weight as first and as second."""
        return _origins(self, word)

    def seconds(self, first: int) -> dict[int, int]:
        """Give the words that make an established term after a word, each with the term's weight."""
        return _seconds(self, first)

    def after(self, first: int, second: int) -> list[int]:
        """Give the words that end an established term of three after two."""
        return _thirds(self._by_start, first, second)

    def before(self, second: int, third: int) -> list[int]:
        """Give the words that begin an established term of three before two."""
        return _thirds(self._by_end, second, third)

    def is_common(self, first: int, second: int) -> bool:
        """Tell whether a phrase is common as it stands."""
        key = pair_key(self.lemmas[first], self.lemmas[second])
        at = bisect_left(self._common, key)
        return at < len(self._common) and self._common[at] == key


@lru_cache(maxsize=1 << 15)
def _origins(data: Store, word: int) -> dict[int, tuple[int, int]]:
    places = range(data._origin_at[word], data._origin_at[word + 1])
    return {data._origin[at]: (data._as_first[at], data._as_second[at]) for at in places}


@lru_cache(maxsize=1 << 15)
def _seconds(data: Store, first: int) -> dict[int, int]:
    places = range(data._second_at[first], data._second_at[first + 1])
    return {data._second[at]: data._term[at] for at in places}


def _thirds(keys: array[int], one: int, two: int) -> list[int]:
    start = triple_key(one, two, 0)
    found = []
    for at in range(bisect_left(keys, start), len(keys)):
        if keys[at] >> _BITS != start >> _BITS:
            break
        found.append(keys[at] & (1 << _BITS) - 1)
    return found


def triple_key(one: int, two: int, three: int) -> int:
    """Give the number under which three words are kept, the first two leading."""
    return (one << _BITS | two) << _BITS | three


def pair_key(first: str, second: str) -> int:
    """Give the number under which a phrase of two plain forms is kept as common."""
    return crc32(f"{first} {second}".encode())


@cache
def store() -> Store:
    """Read the shipped data once, when it is first needed."""
    with (
        resources.as_file(resources.files("claimbook.lexicon").joinpath("garbled.zip")) as path,
        zipfile.ZipFile(path) as packed,
    ):
        return Store(packed)
