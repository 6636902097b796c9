"""Words of a text with their offsets, what each may be in a sentence, and which lists of the lexicon it is on.

A text is cut into words once, and a word looked up once: every stage reads the same `Tokens`. `tags` are what a word
can be in grammar; `classes` are the lists a stage would search for it (`CLASS_LISTS`), one bit each, so that a stage
asks `clause.mask & PEOPLE` (is any word of the clause on the list?) instead of looking through the words; a new list is
one bit and one line there. Refuses to tag parts of speech in context: `grammar` decides what a word is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from claimbook import lexicon

# Joins inside a word only before a letter or digit, so each character is looked at once: linear on any text.
_WORD = r"\w++(?:(?:['’‑-]|[.,](?=\d))\w++)*+|[^\w\s]"
WORD = re.compile(_WORD)
_SPLIT = re.compile(f"({_WORD})")  # splitting gives gap, word, gap, word …: twice as fast as asking each match

BE, HAVE, DO, MODAL, BASE, THIRD, PAST, PARTICIPLE, ING = (1 << n for n in range(9))
DET, PRONOUN, PREP, REL, SUBORD, COORD, ADVERB, NEGATION, POSSESSIVE, OBJECT = (1 << n for n in range(9, 19))
NOUNISH, ADJECTIVAL, CONTRAST = (1 << n for n in range(19, 22))
AUXILIARY = BE | HAVE | DO | MODAL
LEXICAL = BASE | THIRD | PAST
VERBAL = AUXILIARY | LEXICAL

# Classes: the lists of words that stages after this one search a clause for; `Clause.mask` says which it has any of.
SOURCE, REPORTING, SPEAKING, PEOPLE, CONDITION, CONDITION_PREP, OUTCOME = (1 << n for n in range(7))
FIRST_PERSON, READER, QUOTING, TAIL, BRACKET, LONG, FIGURE, CHANGE, JOINT, NAMING = (1 << n for n in range(7, 17))
CREDITING = SOURCE | REPORTING | SPEAKING | NAMING
CLASS_LISTS = {
    ("sources", "study_noun"): SOURCE, ("sources", "agent_noun"): SOURCE, ("sources", "reporting"): REPORTING,
    ("credits", "measuring"): NAMING, ("credits", "speaking"): NAMING, ("credits", "document"): NAMING,
    ("credits", "credited_by"): NAMING, ("credits", "inquiring"): NAMING,
    ("credits", "denying"): NAMING,
    ("scope", "people"): PEOPLE, ("scope", "condition_start"): CONDITION,
    ("scope", "condition_preposition"): CONDITION_PREP, ("scope", "outcome_noun"): OUTCOME,
    ("scope", "outcome_change"): OUTCOME, ("worth", "first_person"): FIRST_PERSON,
    ("directions", "raise"): CHANGE, ("directions", "lower"): CHANGE, ("directions", "bring"): CHANGE,
    ("directions", "mend"): CHANGE, ("directions", "mar"): CHANGE,
}  # fmt: skip
SAID = frozenset({"said", "says", "told", "wrote", "added", "explained", "argues", "argued", "noted", "warned"})
TAILS = frozenset({"which", "who", "whose", "where"})
READERS = frozenset({"you", "you're", "you've", "you'll", "yourself"})
LONG_LETTERS = 9
JOINTS = frozenset({";", ",", "–", "—", "whereas"})
_OWN_CLASSES = (
    (SAID | {"according"}, SPEAKING), (READERS, READER), (frozenset('"“”'), QUOTING), (TAILS, TAIL),
    (frozenset("([{)]}"), BRACKET), (JOINTS, JOINT),
)  # fmt: skip

_CLOSED = {
    "be": BE, "have": HAVE, "do": DO, "modal": MODAL, "determiner": DET, "possessive": POSSESSIVE,
    "subject_pronoun": PRONOUN, "object_pronoun": OBJECT, "preposition": PREP, "relative": REL, "subordinator": SUBORD,
    "coordinator": COORD, "adverb": ADVERB, "negation": NEGATION, "contrast": CONTRAST,
}  # fmt: skip
_VOWELS = "aeiou"
_MOST_WORDS = 100_000


class Tokens:
    """Hold the words of a text: `words` lower-cased with plain apostrophes, `starts` and `ends` in code points.

    `tags` are what each may be, `classes` the lists it is on, `verbal` the indices of those that may be finite verbs.
    """

    __slots__ = ("classes", "ends", "starts", "tags", "text", "verbal", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        plain = _plain(text)
        parts = _SPLIT.split(text if plain is None else plain)
        places = list(accumulate(map(len, parts)))
        self.words = parts[1::2] if plain is not None else [_plain_word(word) for word in parts[1::2]]
        self.starts, self.ends = places[:-1:2], places[1::2]
        self.tags = list(map(_tags_of_words().__getitem__, self.words))
        self.classes = list(map(_classes_of_words().__getitem__, self.words))
        self.verbal = [k for k, tag in enumerate(self.tags) if tag & VERBAL]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Give the token range `[i, j)` of the characters `[start, end)`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def slice(self, i: int, j: int) -> str:
        """Give the text from token `i` up to token `j`, or "" for an empty range."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""


def _plain(text: str) -> str | None:
    """Lower the case and simplify the marks of a whole text; None where that moves or reshapes a character."""
    lower = text.lower()
    if len(lower) != len(text) or "Σ" in text:  # "İ" becomes two, and what "Σ" becomes depends on its neighbours
        return None
    return lower.replace("’", "'").replace("‑", "-")


def _plain_word(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")


class _Tags(dict[str, int]):
    """Hold the tags of words, those of unknown words guessed once; forgets the guesses before they fill the memory."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
            self.update(word_tags())
        tag = self[word] = word_tags().get(word) or _guess(word)
        return tag


@cache
def _tags_of_words() -> _Tags:
    return _Tags(word_tags())


def tags_of(word: str) -> int:
    """Give what a lower-case word may be."""
    return _tags_of_words()[word]


class _Classes(dict[str, int]):
    """Hold the classes of words, each worked out once; forgets before it fills the memory."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        known = word_classes().get(word, 0) | (LONG if len(word) >= LONG_LETTERS else 0)
        known = self[word] = known | (FIGURE if word[0].isdigit() else 0)
        return known


@cache
def _classes_of_words() -> _Classes:
    return _Classes()


@cache
def word_classes() -> dict[str, int]:
    """Give the classes of every word that is on one of the lists."""
    table: dict[str, int] = {}
    for (name, key), bit in CLASS_LISTS.items():
        _tag(table, str(lexicon.load(name)[key]).split(), bit)
    for words, bit in _OWN_CLASSES:
        _tag(table, words, bit)
    _tag(table, lexicon.load("function_words")["coordinator"].split(), JOINT)
    return table


def _guess(word: str) -> int:
    """Tag a word the lexicon does not know by its ending."""
    if len(word) < 5:
        return 0
    if word.endswith("ed"):
        return PAST | PARTICIPLE
    if word.endswith("ing"):
        return ING
    return ADVERB if word.endswith("ly") else 0


def third(base: str) -> str:
    """Spell the -s form of a verb."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def _with_ending(base: str, ending: str, double: bool) -> str:
    if double:
        return base + base[-1] + ending
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in _VOWELS and ending == "ed":
        return base[:-1] + "ied"
    return base + ending


@cache
def verb_forms() -> dict[str, tuple[str, str, str, str, str]]:
    """Give every known verb's forms by base: (base, third, past, participle, -ing)."""
    data = lexicon.load("verbs")
    double = set(data["double"].split())
    forms = {}
    for base in data["regular"].split():
        past = _with_ending(base, "ed", base in double)
        forms[base] = (base, third(base), past, past, _with_ending(base, "ing", base in double))
    for base, past, participle in data["irregular"]:
        short = len(base) < 6 and base[-1] not in "aeiouwy" and base[-2] in _VOWELS and base[-3:-2] not in _VOWELS
        forms[base] = (base, third(base), past, participle, _with_ending(base, "ing", short))
    return forms


def _tag(table: dict[str, int], words: Iterable[str], tag: int) -> None:
    for word in words:
        table[word] = table.get(word, 0) | tag


@cache
def word_tags() -> dict[str, int]:
    """Give the tags of every word the lexicon knows."""
    table: dict[str, int] = {}
    for forms in verb_forms().values():
        for word, tag in zip(forms, (BASE, THIRD, PAST, PARTICIPLE, ING), strict=True):
            _tag(table, [word], tag)
    data = lexicon.load("verbs")
    _tag(table, data["nounish"].split(), NOUNISH)
    _tag(table, data["adjectival"].split(), ADJECTIVAL)
    closed = lexicon.load("function_words")
    for name, tag in _CLOSED.items():
        _tag(table, closed[name].split(), tag)
    for word in ("like", "as", "that", "so"):
        table[word] &= ~LEXICAL
    return table


def tokens_of(text: str) -> Iterator[str]:
    """Yield the lower-cased words of a phrase as the scanner sees them."""
    return (m.group().lower().replace("’", "'") for m in WORD.finditer(text))
