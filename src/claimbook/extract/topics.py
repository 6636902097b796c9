"""Which of a review's questions a claim answers, by the words of the questions.

Refuses to guess: two different words must point to one question and no other may come close, else the topic is null.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from claimbook.extract.tokens import ADVERB, AUXILIARY, DET, PREP, PRONOUN, SUBORD, tokens_of, word_tags
from claimbook.model import Topics

_EMPTY = AUXILIARY | DET | PREP | PRONOUN | SUBORD | ADVERB
_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ness",
    "ions",
    "ion",
    "ies",
    "ied",
    "ed",
    "es",
    "al",
    "s",
    "y",
    "e",
)
# A question is answered by its kind too: the first part of a topic's id often names one.
_KIND_WORTH, _ENOUGH, _MARGIN = 1.0, 3.6, 1.12


def stem(word: str) -> str:
    """Cut a word's ending, so that "treated", "treatment" and "treats" meet."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def _content(text: str) -> set[str]:
    tags = word_tags()
    return {stem(w) for w in tokens_of(text) if len(w) > 2 and not tags.get(w, 0) & _EMPTY and w[0].isalpha()}


class TopicIndex:
    """Hold a review's questions by their words, rare words weighing more."""

    def __init__(self, topics: Topics) -> None:
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._phrases: list[tuple[tuple[str, ...], str]] = []
        for topic in topics.topics:
            for word in _content(topic.question) | _content(topic.id.replace(".", " ").replace("-", " ")):
                self._by_word[word].add(topic.id)
            for phrases in topic.positions.values():
                self._phrases += [(tuple(tokens_of(p)), topic.id) for p in phrases]
        count = max(1, len(topics.topics))
        self._weight = {word: math.log((count + 1) / len(ids)) for word, ids in self._by_word.items()}
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for words, topic_id in self._phrases:
            if words:
                self._by_first[words[0]].append((words, topic_id))

    def assign(self, words: list[str], kind: str, heading: Iterable[str] = ()) -> str | None:
        """Give the topic a claim of these words and kind answers, or None when none stands out."""
        score: dict[str, float] = defaultdict(float)
        for source, share in ((words, 1.0), (heading, 0.5)):
            for word in {stem(w) for w in source}:
                for topic_id in self._by_word.get(word, ()):
                    score[topic_id] += share * self._weight[word]
        self._add_phrases(score, words)
        for topic_id in list(score):
            if topic_id.partition(".")[0] == kind:
                score[topic_id] += _KIND_WORTH
        ranked = sorted(score.items(), key=lambda item: (-item[1], item[0]))[:2]
        if not ranked or ranked[0][1] < _ENOUGH:
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= _MARGIN * ranked[1][1] else None

    def _add_phrases(self, score: dict[str, float], words: list[str]) -> None:
        for n, word in enumerate(words):
            for phrase, topic_id in self._by_first.get(word, ()):
                if tuple(words[n : n + len(phrase)]) == phrase:
                    score[topic_id] += 2  # a position's own phrase says more than a word of the question
