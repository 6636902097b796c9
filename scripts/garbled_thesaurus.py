"""Near-synonyms of single words, weighed: from WordNet and Moby, carried over to -ing, -ed and nouns made of verbs.

Refuses phrases: a near-synonym is one plain word for another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import garbled_sources as source

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
