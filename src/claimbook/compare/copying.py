"""Passages that stand in two articles in the same or nearly the same words.

Refuses to say who copied whom, to call a phrase a passage (14 words at least), and to count the words of a third
person both articles quote. Time grows with the text: sentences meet only over a run of words that few articles share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from claimbook.text.blocks import find_blocks

RUN = 4
LEAST_WORDS = 14
# of a hundred: two sentences of which every tenth word differs still stand above it, two on one subject do not
ALIKE = 80.0
# a run of words in more sentences than this is a set phrase
FEW = 12
_WORD = re.compile(r"\w+")
_OPENING, _CLOSING = frozenset('“"«„'), frozenset('”"»')


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Hold a stretch of an article, in code points of its text."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Hold a sentence with its number in the article and its words, lower-case."""

    passage: Passage
    number: int
    words: tuple[str, ...]


def copied_passages(texts: Mapping[str, str]) -> list[tuple[Passage, Passage]]:
    """Find the passages that two articles share, longest possible, in order; `texts` are article texts by id."""
    sentences = [sentence for article in sorted(texts) for sentence in _sentences(article, texts[article])]
    alike = sorted(
        (one.passage.article, other.passage.article, one.number, other.number, i, j)
        for i, j in _met(sentences)
        if _same(one := sentences[i], other := sentences[j])
    )
    found = list(_joined([(sentences[row[4]], sentences[row[5]]) for row in alike]))
    return sorted((one, other) for one, other, words in found if words >= LEAST_WORDS)


def _sentences(article: str, text: str) -> Iterator[_Sentence]:
    number = 0
    for block in find_blocks(text) if text.strip() else ():
        for start, end in block.sentences(text):
            words = tuple(word.lower() for word in _WORD.findall(text[start:end]))
            if len(words) >= RUN and not _quoted(text, start, end):
                yield _Sentence(Passage(article, start, end), number, words)
            number += 1


def _quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence is somebody's words in quotation marks."""
    return text[start] in _OPENING and bool(_CLOSING & set(text[max(start + 1, end - 3) : end + 2]))


def _met(sentences: list[_Sentence]) -> set[tuple[int, int]]:
    """Give the pairs of sentences of two articles that share a run of words few sentences have."""
    runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        for run in {sentence.words[n : n + RUN] for n in range(len(sentence.words) - RUN + 1)}:
            runs[run].append(index)
    few = (found for found in runs.values() if 1 < len(found) <= FEW)
    pairs = {pair for found in few for pair in combinations(found, 2)}
    return {(i, j) for i, j in pairs if sentences[i].passage.article != sentences[j].passage.article}


def _same(one: _Sentence, other: _Sentence) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(one.words, other.words, score_cutoff=ALIKE) > 0


def _joined(alike: list[tuple[_Sentence, _Sentence]]) -> Iterator[tuple[Passage, Passage, int]]:
    """Join sentences that follow one another in both articles; give both stretches and the words of the shorter."""
    before: tuple[_Sentence, _Sentence] | None = None
    first, second, words = None, None, 0
    for one, other in alike:
        goes_on = before is not None and all(
            a.passage.article == b.passage.article and a.number + 1 == b.number
            for a, b in zip(before, (one, other), strict=True)
        )
        if goes_on and first and second:
            first = Passage(first.article, first.start, one.passage.end)
            second = Passage(second.article, second.start, other.passage.end)
            words += min(len(one.words), len(other.words))
        else:
            if first and second:
                yield first, second, words
            first, second, words = one.passage, other.passage, min(len(one.words), len(other.words))
        before = (one, other)
    if first and second:
        yield first, second, words
