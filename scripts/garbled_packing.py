"""Lay out the data of garbled wording as the store reads it, without what can never reach the threshold.

Refuses to write times or places into the archive: the same input gives the same bytes.
"""

from __future__ import annotations

import zipfile
from array import array
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from garbled_model import Weighing
from garbled_terms import Pair

from claimbook.extract.garbled.store import pair_key, triple_key

LEAST = -(1 << 15)
Sides = dict[str, dict[str, tuple[int, int]]]


def hundredths(value: float) -> int:
    """Give a weight as the store keeps it."""
    return max(LEAST, min(-LEAST - 1, round(100 * value)))


class Layout:
    """What words may stand for and the terms they make, in hundredths, as far as they can pass a floor."""

    def __init__(self, weighing: Weighing, vocabulary: Iterable[str], bias: float, floor: int) -> None:
        self.terms = {x: {y: hundredths(v + bias) for y, v in each.items()} for x, each in weighing.term.items()}
        # The bias is kept with the terms, once for each pair.
        self.sides: Sides = {
            word: {x: (hundredths(a), hundredths(b)) for x, (a, b) in weighing.origins(word).items()}
            for word in vocabulary
        }
        into: dict[str, list[int]] = defaultdict(lambda: [LEAST, LEAST])
        for each in self.sides.values():
            for x, (a, b) in each.items():
                into[x] = [max(into[x][0], a), max(into[x][1], b)]
        self.terms = {
            x: {y: v for y, v in each.items() if into[x][0] + v + into[y][1] > floor}
            for x, each in self.terms.items()
            if x in into
        }
        first = {x: max(v + into[y][1] for y, v in each.items()) for x, each in self.terms.items() if each}
        second: dict[str, int] = defaultdict(lambda: LEAST)
        for x, each in self.terms.items():
            for y, v in each.items():
                second[y] = max(second[y], v + into[x][0])
        self.sides = {
            word: kept
            for word, each in self.sides.items()
            if (
                kept := {
                    x: w for x, w in each.items() if w[0] + first.get(x, LEAST) > floor or w[1] + second[x] > floor
                }
            )
        }
        self.most = {x: max(each.values(), default=LEAST) for x, each in self.terms.items()}

    def bounds(self, word: str) -> tuple[int, int]:
        """Give the most a word can weigh as first word, its term with it, and as second word."""
        origins = self.sides.get(word, {})
        first = max((w[0] + self.most[x] for x, w in origins.items() if self.terms.get(x)), default=LEAST)
        return max(LEAST, first), max((w[1] for w in origins.values()), default=LEAST)

    def weight(self, first: str, second: str) -> int:
        """Give the weight of the likeliest term for a pair."""
        seconds = self.sides.get(second, {})
        best = LEAST
        for x, (a, _) in self.sides.get(first, {}).items():
            each = self.terms.get(x, {})
            for y in each.keys() & seconds.keys():
                best = max(best, a + each[y] + seconds[y][1])
        return best


def veto(layout: Layout, pairs: Iterable[Pair], floor: int) -> set[Pair]:
    """Give the common pairs that would count as garbled in some context."""
    bounds = {word: layout.bounds(word) for word in layout.sides}
    return {
        (a, b)
        for a, b in pairs
        if a in bounds and b in bounds and bounds[a][0] + bounds[b][1] > floor and layout.weight(a, b) > floor
    }


def pack(
    layout: Layout, triples: Iterable[tuple[str, str, str]], common: set[Pair], shown: dict[str, str], path: Path
) -> None:
    """Write the data, byte for byte the same every time."""
    vocabulary = sorted({*layout.sides, *(x for each in layout.sides.values() for x in each)})
    number = {word: at for at, word in enumerate(vocabulary)}
    origin_at, second_at = array("I", [0]), array("I", [0])
    origin, as_first, as_second = array("H"), array("h"), array("h")
    second, term = array("H"), array("h")
    for word in vocabulary:
        for other, (a, b) in sorted(layout.sides.get(word, {}).items()):
            origin.append(number[other])
            as_first.append(a)
            as_second.append(b)
        origin_at.append(len(origin))
        for other, weight in sorted(layout.terms.get(word, {}).items()):
            if other in number:
                second.append(number[other])
                term.append(weight)
        second_at.append(len(second))
    bounds = [layout.bounds(word) for word in vocabulary]
    known = [tuple(number[w] for w in t) for t in triples if all(w in number for w in t)]
    members = {
        "README.txt": b"Made by scripts/build_garbled.py; sources and licences in docs/garbled.md of claimbook.\n",
        "words.txt": "\n".join(vocabulary).encode("ascii"),
        "shown.txt": "\n".join(shown.get(word, word) for word in vocabulary).encode("ascii"),
        "origin_at": origin_at.tobytes(), "origin": origin.tobytes(),
        "as_first": as_first.tobytes(), "as_second": as_second.tobytes(),
        "second_at": second_at.tobytes(), "second": second.tobytes(), "term": term.tobytes(),
        "most_as_first": array("h", [a for a, _ in bounds]).tobytes(),
        "most_as_second": array("h", [b for _, b in bounds]).tobytes(),
        "by_start": array("Q", sorted(triple_key(*t) for t in known)).tobytes(),
        "by_end": array("Q", sorted(triple_key(b, c, a) for a, b, c in known)).tobytes(),
        "common": array("I", sorted({pair_key(*pair) for pair in common})).tobytes(),
    }  # fmt: skip
    print({name: len(data) for name, data in members.items()})
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
