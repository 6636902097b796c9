"""The model of garbled wording: features of a pair of words and of the term it may stand for, weighed and added.

Refuses a feature of both words at once: what a word weighs is known without its neighbour, so that the finder is fast.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from operator import mul

import numpy as np
from garbled_substitutions import Counts, aligned, count, odds
from garbled_terms import Pair, Terms

from claimbook.extract.garbled.evidence import may_be_term
from claimbook.extract.garbled.words import lemma, read_words, same_stem

WEB = 1.02e12  # words in the web corpus behind the counts
UNSEEN = 2e4  # count of a word that is not in them
FOLDS, SENTENCES, ROUNDS = 8, 15_000, 3
WORD = (
    "learned", "learned_share", "listed", "nearness", "odd", "kept", "replaced", "seen", "frequency", "meant_frequency",
)  # fmt: skip
TERM = ("strength", "science", "computing", "medicine", "wordnet")
NAMES = (*(f"first_{n}" for n in WORD), *(f"second_{n}" for n in WORD), *TERM, "third_word")
N = len(WORD)
# Where the fit starts from: which of several candidates of a pair is looked at first.
START = np.array([3, 1, 1, 0.5, 0.5, 0.5, 0.5, 0, 0, 0] * 2 + [0.5, 0, 0, 0, 0, 1])
Vector = np.ndarray


class Words:
    """What one word may stand for, with the features of each, as they stand without the pair."""

    def __init__(self, counts: Counts, near: dict[str, dict[str, float]], web: Counter[str]) -> None:
        self._counts, self._near, self._web = counts, near, web
        self._features: dict[str, dict[str, tuple[float, ...]]] = {}
        self._odds: dict[tuple[str, str], float] = {}

    def frequency(self, word: str) -> float:
        """Give how common a word is on the web: log10 of its count."""
        return math.log10(self._web.get(word, UNSEEN))

    def origins(self, word: str) -> dict[str, tuple[float, ...]]:
        """Give the words that a word may stand for, itself among them."""
        known = self._features.get(word)
        if known is None:
            learned = self._counts.stands_for.get(word, {})
            near = self._near.get(word, {})
            others = {x for x in (*learned, *near) if x in learned or not same_stem(word, x)} - {word}
            known = self._features[word] = {x: self._vector(word, x) for x in (word, *sorted(others))}
        return known

    def _vector(self, word: str, origin: str) -> tuple[float, ...]:
        counts, other = self._counts, float(word != origin)
        learned = counts.stands_for.get(word, {})
        times, weight = learned.get(origin, 0), self._near.get(word, {}).get(origin, 0.0)
        return (
            float(times > 0), math.log10(times / (sum(learned.values()) + 1)) if times else 0.0,
            float(weight > 0), math.log10(weight) if weight else 0.0,
            other * self._odd("replaces", word), (1 - other) * self._odd("kept", word),
            other * self._odd("replaced", origin), self._odd("seen", word),
            self.frequency(word), self.frequency(origin),
        )  # fmt: skip

    def _odd(self, kind: str, word: str) -> float:
        known = self._odds.get((kind, word))
        if known is None:
            share = self._web.get(word, UNSEEN) / WEB
            known = self._odds[kind, word] = odds(getattr(self._counts, kind), word, self._counts.rows, share)
        return known


def _sum(weights: list[float], features: tuple[float, ...]) -> float:
    return sum(map(mul, weights, features))


class Weighing:
    """Words and terms weighed by a model: what a pair may stand for, and how strongly."""

    def __init__(self, words: Words, terms: Terms, weights: Vector) -> None:
        self.words, self.terms, self.weights = words, terms, weights
        self._first, self._second = weights[:N].tolist(), weights[N : 2 * N].tolist()
        self._sides: dict[str, dict[str, tuple[float, float]]] = {}
        of_term = [float(weight) for weight in weights[2 * N : -1]]
        self.term = {
            first: {second: sum(w * x for w, x in zip(of_term, v, strict=True)) for second, v in each.items()}
            for first, each in terms.seconds.items()
        }

    def origins(self, word: str) -> dict[str, tuple[float, float]]:
        """Give what a word may stand for, weighed as first and as second word of a term."""
        known = self._sides.get(word)
        if known is None:
            known = self._sides[word] = {
                x: (_sum(self._first, v), _sum(self._second, v)) for x, v in self.words.origins(word).items()
            }
        return known

    def best(self, words: list[str], at: int) -> Vector | None:
        """Give the features of the likeliest term for a pair; None without any, or for an established pair."""
        a, b = words[at], words[at + 1]
        if b in self.term.get(a, ()):
            return None
        seconds, found = self.origins(b), None
        for x, (weight, _) in self.origins(a).items():
            established = self.term.get(x)
            for y in established.keys() & seconds.keys() if established else ():
                score = weight + established[y] + seconds[y][1]
                if found is None or (score, x, y) > found:
                    found = (score, x, y)
        if found is None:
            return None
        _, x, y = found
        third = self._third(words, at, x, y)
        return np.r_[self.words.origins(a)[x], self.words.origins(b)[y], self.terms.seconds[x][y], third]

    def _third(self, words: list[str], at: int, x: str, y: str) -> float:
        after = self.words.origins(words[at + 2]).keys() if at + 2 < len(words) else set()
        before = self.words.origins(words[at - 1]).keys() if at else set()
        return float(bool(after & self.terms.after.get((x, y), set()) or before & self.terms.before.get((x, y), set())))


def fit(positive: list[Vector], negative: list[Vector]) -> tuple[Vector, float]:
    """Fit a logistic regression, both sides weighing the same, by Newton's method with a small ridge."""
    x = np.array([*positive, *negative])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    y = np.r_[np.ones(len(positive)), np.zeros(len(negative))]
    share = np.where(y == 1, 0.5 / len(positive), 0.5 / len(negative)) * len(y)
    b = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        gradient = z.T @ (share * (p - y)) + b
        b -= np.linalg.solve((z * (share * p * (1 - p))[:, None]).T @ z + np.eye(len(b)), gradient)
    weights = b[:-1] / spread
    return weights, float(b[-1] - mean @ weights)


def garbled_pairs(
    rows: Iterable[tuple[str, str]], sound: set[Pair], apart: frozenset[str]
) -> Iterator[tuple[list[str], int]]:
    """Give the pairs of words in garbled phrases that differ from what was meant."""
    for phrase, meaning in rows:
        both = aligned(phrase, meaning) or []
        words = [word for word, _ in both]
        for at, (one, other) in enumerate(pairwise(both)):
            if (
                (one[0], other[0]) != (one[1], other[1])
                and _countable(words, at, apart)
                and (one[0], other[0]) not in sound
            ):
                yield words, at


def _countable(words: list[str], at: int, apart: frozenset[str]) -> bool:
    return not any(word in apart or len(word) < 2 or not word.isalpha() for word in words[at : at + 2])


def text_pairs(sentence: str, apart: frozenset[str]) -> Iterator[tuple[list[str], int]]:
    """Give the pairs of a sentence that the finder would look at."""
    words = read_words(sentence)
    forms = [lemma(word.form) for word in words]
    for at in range(len(words) - 1):
        if _countable(forms, at, apart) and may_be_term(words, at):
            yield forms, at


def train(
    rows: list[tuple[str, str]],
    make: Callable[[Counts], Words],
    terms: Terms,
    natural: dict[str, list[str]],
    sound: set[Pair],
    apart: frozenset[str],
) -> tuple[Vector, float]:
    """Fit the weights: garbled pairs, counted without their own fold of rows, against pairs of natural text."""
    rng = random.Random(5)
    own = {name: Counter(p for s in each for p in _pairs(s, apart)) for name, each in natural.items()}
    texts = []
    for name, each in natural.items():
        others = [counts for other, counts in own.items() if other != name]
        for sentence in rng.sample(each, min(SENTENCES, len(each))):
            for words, at in text_pairs(sentence, apart):
                pair = (words[at], words[at + 1])
                if pair not in sound and own[name][pair] < 3 and not any(pair in other for other in others):
                    texts.append((words, at))
    known = sound.union(*own.values())
    folds = [rows[at::FOLDS] for at in range(FOLDS)]
    held = [count([r for other in folds if other is not fold for r in other], apart) for fold in folds]
    sources = [
        (make(counts), list(garbled_pairs(fold, known, apart))) for counts, fold in zip(held, folds, strict=True)
    ]
    full = make(count(rows, apart))
    weights, bias = START, 0.0
    for _ in range(ROUNDS):
        positive = [v for words, pairs in sources for v in _vectors(words, terms, pairs, weights)]
        negative = list(_vectors(full, terms, texts, weights))
        weights, bias = fit(positive, negative)
        print(f"{len(positive)} garbled pairs, {len(negative)} of natural text", flush=True)
    return weights, bias


def _pairs(sentence: str, apart: frozenset[str]) -> set[Pair]:
    return {(words[at], words[at + 1]) for words, at in text_pairs(sentence, apart)}


def _vectors(words: Words, terms: Terms, pairs: Iterable[tuple[list[str], int]], weights: Vector) -> Iterator[Vector]:
    weighing = Weighing(words, terms, weights)
    for each, at in pairs:
        vector = weighing.best(each, at)
        if vector is not None:
            yield vector
