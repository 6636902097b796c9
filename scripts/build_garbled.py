"""Make the data of garbled wording, `garbled.zip` and the weights in `garbled.yaml` of `src/claimbook/lexicon`.

    python scripts/build_garbled.py SOURCES PHRASES [--threshold HUNDREDTHS] [--half] [--keep]

SOURCES holds the packages that `docs/garbled.md` names; PHRASES is the dictionary of tortured phrases (`garbled` and
`meant`, one JSON object a line), of which only counts of single-word substitutions are kept. With --half one random
half of it is learned from and the other measured: build again without it before shipping.
"""

from __future__ import annotations

import argparse
import gc
import random
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import garbled_sources as source
import numpy as np
import yaml
from garbled_model import NAMES, Vector, Weighing, Words, train
from garbled_packing import Layout, hundredths, pack, veto
from garbled_substitutions import count, is_content, read_rows
from garbled_terms import Pair, Terms, plain_words
from garbled_thesaurus import PLAIN, substitutes

from claimbook.extract.garbled import find_garbled
from claimbook.extract.garbled.candidates import candidates, floor, model
from claimbook.extract.garbled.evidence import number
from claimbook.extract.garbled.store import store
from claimbook.extract.garbled.words import lemma, read_forms

LEXICON = Path(__file__).parents[1] / "src/claimbook/lexicon"
MODEL = LEXICON / "garbled.yaml"
NEAREST = 30  # near-synonyms kept of a word
RARE = 1e5  # a word below this count on the web stands for no other

Near = dict[str, dict[str, float]]


def near_synonyms(texts: dict[str, str], folder: Path, web: dict[str, float], apart: frozenset[str]) -> Near:
    """Give each plain form the plain forms that it may stand for, weighed."""
    near: Near = {}
    for word, others in sorted(substitutes(texts, folder, web).items()):
        meant = lemma(word)
        for other, weight in others.items():
            if web.get(other, 0) > RARE and is_content(meant, apart) and is_content(lemma(other), apart):
                known = near.setdefault(lemma(other), {})
                known[meant] = max(weight, known.get(meant, 0.0))
    return {
        word: dict(sorted(known.items(), key=lambda each: (-each[1], each[0]))[:NEAREST])
        for word, known in near.items()
    }


def sound_pairs(folder: Path, web: dict[Pair, float], terms: Terms) -> set[Pair]:
    """Give the pairs of words seen as they stand: in counts, term lists and titles."""
    seen = {(lemma(a), lemma(b)) for a, b in web} | {(lemma(a), lemma(b)) for a, b in source.speech_pairs(folder)}
    return (
        seen | terms.pairs | {p for words in map(plain_words, source.titles(folder)) if words for p in pairwise(words)}
    )


def text_pairs(natural: dict[str, list[str]]) -> Iterator[Pair]:
    """Give all pairs of neighbouring words in natural text."""
    for sentences in natural.values():
        for sentence in sentences:
            yield from pairwise([lemma(form.lower()) for form in read_forms(sentence)])


def lemma_counts(web: dict[str, float]) -> tuple[Counter[str], dict[str, str]]:
    """Give how often plain forms stand on the web, and the commonest form of each as it is shown."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for word, times in web.items():
        counts[lemma(word)] += times  # type: ignore[assignment]
        if times > web.get(shown.get(lemma(word), ""), 0) and PLAIN.fullmatch(word) and lemma(word) not in web:
            shown[lemma(word)] = word
    return counts, shown


def write_model(weights: Vector, bias: float, threshold: int) -> int:
    """Write the weights into the lexicon, for anyone to read; give the third word's."""
    third = max(0, hundredths(float(weights[-1])))
    lines = "".join(f"  {name}: {float(value):.3f}\n" for name, value in zip(NAMES, weights, strict=True))
    head = MODEL.read_text(encoding="utf-8").partition("# Written by the build")[0]
    text = f"{head}# Written by the build script; threshold and third_word in hundredths.\nweights:\n{lines}"
    MODEL.write_text(f"{text}bias: {bias:.3f}\nthird_word: {third}\nthreshold: {threshold}\n", encoding="utf-8")
    return third


def read_model() -> tuple[Vector, float]:
    """Read the weights of an earlier build."""
    model = yaml.safe_load(MODEL.read_text(encoding="utf-8"))
    return np.array([model["weights"][name] for name in NAMES]), model["bias"]


def build(folder: Path, rows: list[tuple[str, str]], threshold: int, keep: bool) -> None:
    """Fit the weights (or keep them), and write what can reach the threshold, with the common phrases that would."""
    apart = frozenset(yaml.safe_load(MODEL.read_text(encoding="utf-8"))["apart"])
    texts = source.wordnet(folder)
    web, web_pairs = source.web_counts(folder)
    counts, shown = lemma_counts(web)
    terms, near = Terms(folder, texts, apart), near_synonyms(texts, folder, web, apart)
    natural, sound = source.sentences(folder, texts), sound_pairs(folder, web_pairs, terms)
    if not keep:
        fitted = train(rows, lambda learned: Words(learned, near, counts), terms, natural, sound, apart)
        write_model(*fitted, threshold)
    # What is written is what is used, so that a later build that keeps the weights gives the same bytes.
    weights, bias = read_model()
    learned, floor = count(rows, apart), threshold - write_model(weights, bias, threshold)
    weighing = Weighing(Words(learned, near, counts), terms, weights)
    plain = {*near, *learned.stands_for, *learned.kept, *terms.seconds, *terms.ends}
    vocabulary = sorted(word for word in plain if is_content(word, apart) and counts.get(word, 0) > RARE)
    layout = Layout(weighing, vocabulary, bias, floor)
    common = veto(layout, sound.union(text_pairs(natural)), floor)
    pack(layout, sorted(terms.triples), common, shown, LEXICON / "garbled.zip")
    print(f"{len(common)} common phrases kept apart")


def found(rows: list[tuple[str, str]]) -> float:
    """Give the share of phrases that the finder finds in a plain sentence."""
    for cached in (model, floor, candidates, store, number):
        cached.cache_clear()
    texts = [f"The results were obtained with {phrase} in all cases." for phrase, _ in rows]
    return sum(bool(find_garbled(text)) for text in texts) / len(texts)


def main() -> None:
    """Read the command line, build, and measure on the other half if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sources", type=Path)
    parser.add_argument("phrases", type=Path)
    parser.add_argument("--threshold", type=int, default=300)
    parser.add_argument("--half", action="store_true", help="learn from one half of the phrases, measure on the other")
    parser.add_argument("--keep", action="store_true", help="keep the weights of the last build")
    arguments = parser.parse_args()
    gc.disable()  # millions of small objects, no cycles
    rows = read_rows(arguments.phrases)
    random.Random(11).shuffle(rows)
    middle = len(rows) // 2
    build(arguments.sources, rows[:middle] if arguments.half else rows, arguments.threshold, arguments.keep)
    if arguments.half:
        print(f"other half: {found(rows[middle:]):.3f} found; built from one half only")


if __name__ == "__main__":
    main()
