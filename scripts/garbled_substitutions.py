"""What machines write for what: single-word substitutions counted in a dictionary of tortured phrases.

Refuses to keep a phrase or a meaning: only counts of single words leave this module, and the build keeps sums of them.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from claimbook.extract.garbled.words import lemma

_REMARK = re.compile(r"\(.*?\)|\[.*?\]|\?")
_OTHER_MEANING = re.compile(r"[/,;]| or ")
_LETTERS = re.compile(r"[a-z']+")
Aligned = list[tuple[str, str]]


def read_rows(path: Path) -> list[tuple[str, str]]:
    """Read phrases and meanings: one JSON object a line with `garbled` and `meant`."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [(row["garbled"], row["meant"]) for row in rows]


def lemmas(text: str) -> list[str]:
    """Give the plain forms of a phrase's words, remarks in brackets aside."""
    return [lemma(word) for word in _LETTERS.findall(_REMARK.sub(" ", text.lower()))]


def aligned(phrase: str, meaning: str) -> Aligned | None:
    """Pair the words of a phrase with those of the first meaning of as many words."""
    words = lemmas(phrase)
    for each in _OTHER_MEANING.split(_REMARK.sub(" ", meaning)):
        meant = lemmas(each)
        if len(meant) == len(words) >= 2:
            return list(zip(words, meant, strict=True))
    return None


@dataclass
class Counts:
    """How often single words stand for others, stay as they are, or are what is replaced."""

    rows: int = 0
    stands_for: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    replaces: Counter[str] = field(default_factory=Counter)
    replaced: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)


def count(rows: list[tuple[str, str]], apart: frozenset[str]) -> Counts:
    """Count the substitutions of single content words in the rows."""
    counts = Counts(rows=len(rows))
    for phrase, meaning in rows:
        counts.seen.update(set(lemmas(phrase)))
        for word, meant in aligned(phrase, meaning) or ():
            if word == meant:
                counts.kept[word] += 1
            elif is_content(word, apart) and is_content(meant, apart):
                counts.stands_for[word][meant] += 1
                counts.replaces[word] += 1
                counts.replaced[meant] += 1
    return counts


def is_content(word: str, apart: frozenset[str]) -> bool:
    """Tell whether a word may be part of a term."""
    return len(word) > 1 and word.isascii() and word.isalpha() and word not in apart


def odds(counted: Counter[str], word: str, rows: int, share: float) -> float:
    """Give how much oftener a word is counted than its share of the web's words lets expect, in powers of ten."""
    return math.log10((counted.get(word, 0) + 0.03) / (2.5 * rows * share + 0.1))
