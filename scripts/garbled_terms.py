"""Established terms of the sources: pairs of words that stand side by side in them, and terms of three words.

Refuses terms with a function word, a figure or more than four words.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import garbled_sources as source

from claimbook.extract.garbled.words import lemma

PLAIN = re.compile(r"[a-z]{2,}")
Pair = tuple[str, str]
Phrase = tuple[str, ...]


def plain_words(term: str) -> Phrase | None:
    """Give the plain forms of a term's words; None where it is no phrase of two to four plain words."""
    words = tuple(term.lower().replace("-", " ").replace("_", " ").split())
    return tuple(map(lemma, words)) if 2 <= len(words) <= 4 and all(map(PLAIN.fullmatch, words)) else None


class Terms:
    """Pairs of words that stand side by side in terms, each with its features, and terms of three words."""

    def __init__(self, folder: Path, texts: dict[str, str], apart: frozenset[str]) -> None:
        self._apart = apart
        counts: dict[Pair, float] = defaultdict(float)
        kinds: dict[Pair, set[int]] = defaultdict(set)
        self.triples: set[tuple[str, str, str]] = set()
        for kind, terms in enumerate(self._sources(folder, texts)):
            for words, count in terms:
                for pair in pairwise(words):
                    counts[pair] = max(counts[pair], count)
                    kinds[pair].add(kind)
                if len(words) == 3:
                    self.triples.add(words)  # type: ignore[arg-type]
        self.seconds: dict[str, dict[str, tuple[float, ...]]] = defaultdict(dict)
        for (first, second), count in sorted(counts.items()):
            flags = [float(kind in kinds[first, second]) for kind in range(4)]
            self.seconds[first][second] = (math.log10(count), *flags)
        self.after: dict[Pair, set[str]] = defaultdict(set)
        self.before: dict[Pair, set[str]] = defaultdict(set)
        for one, two, three in self.triples:
            self.after[one, two].add(three)
            self.before[two, three].add(one)
        self.pairs = set(counts)
        self.ends = {second for _, second in counts}

    def _sources(self, folder: Path, texts: dict[str, str]) -> list[list[tuple[Phrase, float]]]:
        """Give the terms of science, computing, medicine and the dictionary, with how established each is."""
        nouns = [w for part, _, words, _, _ in source.synsets(texts) if part in ("noun", "adj") for w in words]
        return [
            self._plain((t, 1.5e9 / (rank + 500)) for rank, t in enumerate(source.science_tokens(folder))),
            self._plain((t, 1e4) for t in source.science_topics(folder)),
            self._plain((t, 1e4) for t in source.medical_terms(folder)),
            self._plain((t, 1e4) for t in nouns),
        ]

    def _plain(self, terms) -> list[tuple[Phrase, float]]:  # type: ignore[no-untyped-def]
        read = ((plain_words(term), count) for term, count in terms if "_" in term or "-" in term or " " in term)
        return [(words, count) for words, count in read if words and not self._apart.intersection(words)]
