"""The shipped data of garbled wording: near-synonyms, established terms, phrases that are common as they stand.

Made by `scripts/build_garbled.py` from the sources that `docs/garbled.md` names. Refuses to download or to guess: a
word that is not in the data has no near-synonyms.
"""

from __future__ import annotations

import zipfile
from array import array
from bisect import bisect_left
from functools import cache
from importlib import resources
from typing import NamedTuple
from zlib import crc32

from claimbook.extract.garbled.words import lemma, same_stem

# A word stands for itself with this weight; near-synonyms weigh less (see the build script).
ITSELF = 0.5


class Term(NamedTuple):
    """What is known of an established pair of words: how established, and how much a technical term it is."""

    strength: float
    technical: float


class Store:
    """The data, read once: words are known by number, everything else is looked up when asked for."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        """Read the packed members. Raises KeyError where one is missing."""
        self.words = packed.read("words.txt").decode("ascii").split("\n")
        self.number = {word: at for at, word in enumerate(self.words)}
        self._packed = packed
        self._frequency, self._technical, self._nouns = (
            self._bytes("frequency"),
            self._bytes("technical"),
            self._bytes("nouns"),
        )
        self._origin_at, self._origin, self._weight = (
            self._ints("origin_at"),
            self._ints("origin"),
            self._bytes("weight"),
        )
        self._second_at, self._second = self._ints("second_at"), self._ints("second")
        self._strength, self._pair_technical = self._bytes("strength"), self._bytes("pair_technical")
        third = self._ints("triples")
        self.after: dict[tuple[int, int], set[int]] = {}
        self.before: dict[tuple[int, int], set[int]] = {}
        for one, two, three in zip(third[::3], third[1::3], third[2::3], strict=True):
            self.after.setdefault((one, two), set()).add(three)
            self.before.setdefault((two, three), set()).add(one)
        self._common = self._ints("common")
        self._origins: dict[str, dict[int, float]] = {}
        self._seconds: dict[int, dict[int, Term]] = {}

    def _bytes(self, member: str) -> bytes:
        return self._packed.read(member)

    def _ints(self, member: str) -> array[int]:
        numbers = array("I")
        numbers.frombytes(self._packed.read(member))
        return numbers

    def frequency(self, word: int) -> float:
        """Give how common a word is on the web: log10 of its count."""
        return self._frequency[word] / 20

    def technical(self, word: int) -> float:
        """Give how much more a word belongs to scientific texts than to the web, in powers of ten."""
        return self._technical[word] / 20 - 8

    def noun(self, form: str) -> bool:
        """Tell whether a word can be a noun; words not in the data can."""
        number = self.number.get(lemma(form), self.number.get(form))
        return number is None or bool(self._nouns[number])

    def origins(self, form: str) -> dict[int, float]:
        """Give the words that a word may stand for in garbled wording, itself among them, each with its weight."""
        known = self._origins.get(form)
        if known is None:
            known = self._origins[form] = self._find_origins(form)
        return known

    def _find_origins(self, form: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for variant in {form, lemma(form)}:
            number = self.number.get(variant)
            if number is None:
                continue
            for at in range(self._origin_at[number], self._origin_at[number + 1]):
                origin = self._origin[at]
                if not same_stem(form, self.words[origin]):
                    found[origin] = max(found.get(origin, 0.0), 10 ** (-self._weight[at] / 50))
        for variant in (form, lemma(form)):
            if variant in self.number:
                found[self.number[variant]] = ITSELF
        return found

    def seconds(self, first: int) -> dict[int, Term]:
        """Give the words that make an established term after a word."""
        known = self._seconds.get(first)
        if known is None:
            places = range(self._second_at[first], self._second_at[first + 1])
            known = self._seconds[first] = {
                self._second[at]: Term(self._strength[at] / 20, self._pair_technical[at] / 20 - 6) for at in places
            }
        return known

    def is_common(self, first: str, second: str) -> bool:
        """Tell whether a phrase is common as it stands."""
        key = pair_key(first, second)
        at = bisect_left(self._common, key)
        return at < len(self._common) and self._common[at] == key

    def is_itself(self, form: str, word: int) -> bool:
        """Tell whether a number stands for a word as it is written, number aside."""
        return self.words[word] in (form, lemma(form))


def pair_key(first: str, second: str) -> int:
    """Give the number under which a phrase is kept as common."""
    return crc32(f"{lemma(first)} {lemma(second)}".encode())


@cache
def store() -> Store:
    """Read the shipped data once, when it is first needed."""
    with (
        resources.as_file(resources.files("claimbook.lexicon").joinpath("garbled.zip")) as path,
        zipfile.ZipFile(path) as packed,
    ):
        return Store(packed)
