"""Which of a review's questions a claim answers, by the words of the questions.

Refuses to guess: two different words must point to one question and no other may come close, else the topic is null.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict

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
# How much of a question's own words a claim must use, and how far ahead of the next question it must be.
_ENOUGH, _MARGIN, _LEAST_WORDS, _PHRASE, _KIND = 0.75, 1.25, 3, 0.6, 0.1


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
        words = {topic.id: _content(topic.question) | _content(_spoken(topic.id)) for topic in topics.topics}
        count = Counter(word for own in words.values() for word in own)
        # a word that half of the questions share (the review's subject) tells none of them apart
        self._weight = {word: math.log((len(words) + 1) / n) for word, n in count.items() if 2 * n <= len(words) + 2}
        self._whole = {topic_id: sum(self._weight.get(w, 0.0) for w in own) for topic_id, own in words.items()}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for topic_id, own in words.items():
            for word in own:
                self._by_word[word].append(topic_id)
        self._phrases: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for topic in topics.topics:
            for phrase in (list(tokens_of(p)) for ps in topic.positions.values() for p in ps):
                if phrase:
                    self._phrases[phrase[0]].append((phrase, topic.id))

    def assign(self, words: list[str], kind: str) -> str | None:
        """Give the topic a claim of these words and kind answers, or None when none stands out."""
        score: dict[str, float] = defaultdict(float)
        used: Counter[str] = Counter()
        for word in sorted({stem(w) for w in words}):
            for topic_id in self._by_word.get(word, ()):
                if word in self._weight:
                    score[topic_id] += self._weight[word] / self._whole[topic_id]
                    used[topic_id] += 1
        for topic_id in self._positions(words):
            score[topic_id] += _PHRASE
            used[topic_id] += _LEAST_WORDS
        for topic_id in list(score):
            score[topic_id] += _KIND if topic_id.partition(".")[0] == kind else 0.0
        ranked = sorted(score.items(), key=lambda item: (-item[1], item[0]))[:2]
        if not ranked or ranked[0][1] < _ENOUGH or used[ranked[0][0]] < _LEAST_WORDS:
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= _MARGIN * ranked[1][1] else None

    def _positions(self, words: list[str]) -> set[str]:
        """Give the topics one of whose positions the words state in its own phrase."""
        return {
            topic_id
            for n, word in enumerate(words)
            for phrase, topic_id in self._phrases.get(word, ())
            if words[n : n + len(phrase)] == phrase
        }


def _spoken(topic_id: str) -> str:
    return topic_id.replace(".", " ").replace("-", " ")
