"""Make the data of garbled wording, `src/claimbook/lexicon/garbled.zip` and the weights in `garbled.yaml`.

    python scripts/build_garbled.py SOURCES [threshold]

SOURCES holds the packages that `docs/garbled.md` names. The weights are fitted on terms garbled here, by the thesaurus,
against natural text; no garbled phrase anyone else collected is read. Same sources, same bytes.
"""

from __future__ import annotations

import math
import random
import re
import sys
import zipfile
from array import array
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import garbled_sources as source
import numpy as np
import yaml

from claimbook.extract.garbled import evidence, store
from claimbook.extract.garbled.candidates import FEATURES, candidates
from claimbook.extract.garbled.words import Word, lemma, read_words, same_stem

LEXICON = Path(__file__).parents[1] / "src/claimbook/lexicon"
MODEL = LEXICON / "garbled.yaml"
# How much each kind of near-synonym counts; a word with many of a kind shares it out.
KINDS = {
    "synonym": 0.5,
    "similar": 0.2,
    "broader": 0.15,
    "narrower": 0.15,
    "derived": 0.3,
    "mutual": 0.3,
    "listed": 0.15,
    "reverse": 0.1,
    "parallel": 0.15,
}
NOUN_ENDINGS = ("tion", "sion", "ment", "ing", "ance", "ence", "al", "ure")
PLAIN = re.compile(r"[a-z]{2,}")
WEB = 1.02e12  # words in the web corpus behind the counts
Pair = tuple[str, str]
Words = tuple[str, ...]


def ing(verb: str) -> str:
    """Give a verb's -ing form, doubling as short verbs do."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def ed(verb: str) -> str:
    """Give a verb's -ed form."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _doubled(verb: str) -> str:
    short = 2 < len(verb) < 5 and verb[-1] in "bdgmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"
    return verb + verb[-1] if short else verb


def substitutes(texts: dict[str, str], folder: Path, web: dict[str, float]) -> dict[str, dict[str, float]]:
    """Give each word its near-synonyms, weighed: from WordNet and Moby, and in parallel for -ing, -ed and nouns."""
    kinds: dict[str, dict[str, set[str]]] = defaultdict(dict)
    wordnet = source.related(texts)
    for word, others in wordnet.items():
        for other, names in others.items():
            if word != other and PLAIN.fullmatch(word) and PLAIN.fullmatch(other):
                kinds[word].setdefault(other, set()).add(min(names, key=list(KINDS).index))
    moby = {word: set(others) for word, others in source.moby(folder)}
    for word, others in moby.items():
        for other in others:
            if word != other and PLAIN.fullmatch(word) and PLAIN.fullmatch(other):
                mutual = word in moby.get(other, ())
                kinds[word].setdefault(other, set()).add("mutual" if mutual else "listed")
                kinds[other].setdefault(word, set()).add("mutual" if mutual else "reverse")
    _add_parallels(kinds, wordnet, texts, web)
    weighed = {}
    for word, others in kinds.items():
        of_kind = Counter(kind for names in others.values() for kind in names)
        weighed[word] = {o: sum(KINDS[k] / of_kind[k] ** 0.7 for k in sorted(names)) for o, names in others.items()}
    return weighed


def _add_parallels(
    kinds: dict[str, dict[str, set[str]]], wordnet: source.Related, texts: dict[str, str], web: dict[str, float]
) -> None:
    """Carry the synonyms of verbs over to their -ing and -ed forms and to the nouns made of them."""
    verbs = {word for part, _, words, _, _ in source.synsets(texts) if part == "verb" for word in words}
    nouns = {word for part, _, words, _, _ in source.synsets(texts) if part == "noun" for word in words}
    made = defaultdict(set)
    for word, others in wordnet.items():
        for other, names in others.items():
            if "derived" in names and word in verbs and other in nouns and other.endswith(NOUN_ENDINGS):
                made[word].add(other)
    for verb in sorted(verbs & kinds.keys()):
        for other in sorted(kinds[verb].keys() & verbs):
            for form in (ing, ed):
                if form(verb) in web and form(other) in web:
                    kinds[form(verb)].setdefault(form(other), set()).update(kinds[verb][other])
            if kinds[verb][other] & {"synonym", "mutual", "listed"}:
                for noun in made[verb]:
                    for noun2 in made[other] - {noun}:
                        kinds[noun].setdefault(noun2, set()).add("parallel")


def _words(term: str) -> Words | None:
    words = tuple(term.replace("-", " ").replace("_", " ").split())
    return words if 2 <= len(words) <= 4 and all(PLAIN.fullmatch(word) for word in words) else None


class Terms:
    """Established terms with how established each is, as a count on the web's scale."""

    def __init__(self, folder: Path, texts: dict[str, str], apart: frozenset[str]) -> None:
        self.science: dict[Words, float] = {}
        self.ranks: dict[str, int] = {}
        for rank, token in enumerate(source.science_tokens(folder)):
            self.ranks.setdefault(token, rank)
            words = _words(token) if "_" in token or "-" in token else None
            if words:
                self.science.setdefault(words, 1.5e9 / (rank + 500))
        self.all: dict[Words, float] = {}
        for words, count in self.science.items():
            self._add(words, count, apart)
        for count, terms in (
            (2e4, source.science_topics(folder)),
            (3e5, source.medical_terms(folder)),
            (3e5, self._wordnet(texts)),
        ):
            for words in filter(None, map(_words, terms)):
                self._add(words, count, apart)

    def _add(self, words: Words, count: float, apart: frozenset[str]) -> None:
        if not apart.intersection(words):
            self.all[words] = max(count, self.all.get(words, 0.0))

    @staticmethod
    def _wordnet(texts: dict[str, str]) -> list[str]:
        return [
            word
            for part, _, words, _, _ in source.synsets(texts)
            if part in ("noun", "adj")
            for word in words
            if "_" in word
        ]


def common_pairs(
    folder: Path, web: dict[Pair, float], terms: Terms, natural: dict[str, list[str]]
) -> tuple[set[Pair], dict[str, Counter[Pair]]]:
    """Give the pairs of words seen as they stand: in counts, term lists and titles (lemmas), and those of each text."""
    seen = {(lemma(a), lemma(b)) for a, b in web} | {(lemma(a), lemma(b)) for a, b in source.speech_pairs(folder)}
    lists = [*terms.science, *terms.all, *filter(None, map(_words, source.titles(folder)))]
    seen |= {(lemma(a), lemma(b)) for words in lists for a, b in pairwise(words)}
    texts = {}
    for name, sentences in natural.items():
        texts[name] = Counter(
            (lemma(a.form), lemma(b.form)) for words in map(read_words, sentences) for a, b in pairwise(words)
        )
    return seen, texts


def packed(members: dict[str, bytes], path: Path) -> None:
    """Write the members of the data, byte for byte the same every time."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)


def members(
    terms: Terms, subs: dict[str, dict[str, float]], web: dict[str, float], pairs: dict[Pair, float], nouns: set[str]
) -> dict[str, bytes]:
    """Lay out everything but the common phrases as the store reads it."""
    two = {words: count for words, count in terms.all.items() if len(words) == 2}
    three = sorted(words for words in terms.all if len(words) == 3)
    originals = {word for words in two for word in words} | {word for words in three for word in words}
    stand_ins: dict[str, dict[str, float]] = defaultdict(dict)
    for word in sorted(originals & subs.keys()):
        for other, weight in subs[word].items():
            if web.get(other, 0) > 1e5 and not same_stem(word, other):
                stand_ins[other][word] = weight
    vocabulary = sorted(originals | stand_ins.keys())
    number = {word: at for at, word in enumerate(vocabulary)}
    origin_at, origin, weight = array("I", [0]), array("I"), bytearray()
    for word in vocabulary:
        for other, value in sorted(stand_ins.get(word, {}).items()):
            origin.append(number[other])
            weight.append(min(255, max(0, round(-50 * math.log10(value)))))
        origin_at.append(len(origin))
    follows = defaultdict(list)
    for a, b in sorted(two):
        follows[a].append(b)
    second_at, second, strength, technical = array("I", [0]), array("I"), bytearray(), bytearray()
    for word in vocabulary:
        for other in follows.get(word, ()):
            second.append(number[other])
            strength.append(round(20 * math.log10(two[word, other])))
            ratio = math.log10(max(terms.science.get((word, other), 1), 1)) - math.log10(
                max(pairs.get((word, other), 0), 5e4)
            )
            technical.append(min(255, max(0, round(20 * (ratio + 6)))))
        second_at.append(len(second))
    common = [math.log10(web.get(word, 2e4)) for word in vocabulary]
    rank = [terms.ranks.get(word) for word in vocabulary]
    science = [9 - math.log10(at + 100) if at is not None else 2.8 for at in rank]
    return {
        "README.txt": b"Made by scripts/build_garbled.py; sources and licences in docs/garbled.md of claimbook.\n",
        "words.txt": "\n".join(vocabulary).encode("ascii"),
        "frequency": bytes(round(20 * value) for value in common),
        "technical": bytes(min(255, max(0, round(20 * (s - c + 8)))) for s, c in zip(science, common, strict=True)),
        "nouns": bytes(word in nouns for word in vocabulary),
        "origin_at": origin_at.tobytes(), "origin": origin.tobytes(), "weight": bytes(weight),
        "second_at": second_at.tobytes(), "second": second.tobytes(),
        "strength": bytes(strength), "pair_technical": bytes(technical),
        "triples": array("I", [number[word] for words in three for word in words]).tobytes(),
        "common": b"",
    }  # fmt: skip


def garble(
    rng: random.Random, terms: Terms, subs: dict[str, dict[str, float]], web: dict[str, float], count: int
) -> list[tuple[Words, Words]]:
    """Garble established terms as a thesaurus would: established ones and common substitutes more often."""
    pool = sorted(terms.all.items())
    garbled = []
    for words, _ in rng.choices(pool, [count**0.5 for _, count in pool], k=count):
        put = []
        for word in words:
            near = {
                o: w * web[o] ** 0.5
                for o, w in subs.get(word, {}).items()
                if web.get(o, 0) > 2e5 and not same_stem(word, o)
            }
            put.append(rng.choices(list(near), list(near.values()))[0] if near and rng.random() < 0.65 else word)
        if tuple(put) != words:
            garbled.append((words, tuple(put)))
    return garbled


def rows(
    words: list[Word], allowed: set[int], seen: set[Pair], own: Counter[Pair], others: list[Counter[Pair]]
) -> list[tuple[int, list[float], int, int]]:
    """Give the features of every candidate of a text's pairs, without the pairs that are common elsewhere."""
    data, found = store.store(), []
    for at in allowed:
        if not (evidence.is_content(words[at]) and evidence.is_content(words[at + 1])) or not evidence.may_be_term(
            words, at
        ):
            continue
        pair = (lemma(words[at].form), lemma(words[at + 1].form))
        if pair in seen or own[pair] > 2 or any(pair in other for other in others):
            continue
        for each in candidates(data, words[at].form, words[at + 1].form):
            before, _, second, after = evidence.around(words, at)
            longer = evidence.longer_term(data, before, after, each) is not None
            context = evidence.context_features(data, before, second, after, longer)
            found.append((at, [*each.features, *context], each.first, each.second))
    return found


def fit(positive: list[list[float]], negative: list[list[float]]) -> dict[str, float]:
    """Fit a logistic regression, both sides weighing the same, by Newton's method with a small ridge."""
    x = np.array([*positive, *negative])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    y = np.r_[np.ones(len(positive)), np.zeros(len(negative))]
    share = np.where(y == 1, 0.5 / len(positive), 0.5 / len(negative)) * len(y)
    b = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ b))
        gradient = z.T @ (share * (p - y)) + 1.0 * b
        b -= np.linalg.solve((z * (share * p * (1 - p))[:, None]).T @ z + np.eye(len(b)), gradient)
    return {
        name: round(float(value), 3)
        for name, value in zip((*FEATURES, *evidence.CONTEXT), b[:-1] / spread, strict=True)
    }


def main(folder: Path, threshold: float) -> None:
    """Build the data, fit the weights, and put the common phrases in that would count as garbled without them."""
    text = MODEL.read_text(encoding="utf-8")
    model = yaml.safe_load(text)
    apart = frozenset(model["apart"])
    texts = source.wordnet(folder)
    web, web_pairs = source.web_counts(folder)
    terms, subs = Terms(folder, texts, apart), substitutes(texts, folder, web)
    nouns = {word for part, _, words, _, _ in source.synsets(texts) if part == "noun" for word in words}
    parts = members(terms, subs, web, web_pairs, nouns)
    target = LEXICON / "garbled.zip"
    packed(parts, target)
    natural = source.sentences(folder, texts)
    seen, own = common_pairs(folder, web_pairs, terms, natural)
    weights = fit(*training(terms, subs, web, seen, own, natural))
    limit = sum(max(weights[name], 0) for name in evidence.CONTEXT)
    everything = seen.union(*own.values())
    parts["common"] = veto(everything, weights, threshold - limit)
    packed(parts, target)
    lines = "".join(f"  {name}: {value}\n" for name, value in weights.items())
    head = text.partition("# Written by the build")[0]
    MODEL.write_text(
        f"{head}# Written by the build script.\nweights:\n{lines}"
        f"most_from_context: {round(limit, 3)}\nthreshold: {threshold}\n",
        encoding="utf-8",
    )


def training(
    terms: Terms,
    subs: dict[str, dict[str, float]],
    web: dict[str, float],
    seen: set[Pair],
    own: dict[str, Counter[Pair]],
    natural: dict[str, list[str]],
) -> tuple[list[list[float]], list[list[float]]]:
    """Give the features of garbled terms (the right candidate of each pair) and of natural text (every candidate)."""
    rng, numbers = random.Random(5), store.store().number
    frames = ["the %s is", "with %s in", "of %s and", "a %s for", "%s .", "using %s to", "this %s was"]
    positive, negative = [], []
    for words, put in garble(rng, terms, subs, web, 12_000):
        frame = rng.choice(frames)
        before = len(frame.partition("%s")[0].split())
        right = {(numbers.get(a), numbers.get(b)) for a, b in pairwise(words)}
        found = rows(read_words(frame % " ".join(put)), set(range(before, before + len(put) - 1)), seen, Counter(), [])
        positive += [features for _, features, a, b in found if (a, b) in right]
    for name, sentences in natural.items():
        others = [counts for other, counts in own.items() if other != name]
        for sentence in rng.sample(sentences, 12_000):
            words = read_words(sentence)
            found = rows(words, set(range(len(words) - 1)), seen, own[name], others)
            negative += [features for _, features, _, _ in found]
    print(f"{len(positive)} candidates of garbled terms, {len(negative)} of natural text")
    return positive, negative


def veto(pairs: set[Pair], weights: dict[str, float], floor: float) -> bytes:
    """Give the keys of the common pairs that would count as garbled in some context."""
    data, keys = store.store(), set()
    words = data.number
    weighs = [weights[name] for name in FEATURES]
    for first, second in sorted(pairs):
        if first in words and second in words:
            for each in candidates(data, first, second):
                if sum(w * x for w, x in zip(weighs, each.features, strict=True)) > floor:
                    keys.add(store.pair_key(first, second))
                    break
    print(f"{len(keys)} common phrases kept apart")
    return array("I", sorted(keys)).tobytes()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 0.0)
