"""The words of a claim as comparison sees them: stems, stretches between marks, what is denied.

Refuses to parse: a denial reaches from its cue to the end of the stretch it stands in, and no further.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar

from claimbook.lexicon import load

Item = TypeVar("Item", bound=Hashable)

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]")
# "EVs" are more than one "EV"
_ACRONYMS = re.compile(r"\b([A-Z]{2,6})s\b")
_REACH = 7
# "none of the six oldest ferries was to sail": what is said of none stands behind all that names them
_FAR = 14
_HARMLESS = frozenset("'\"“”%$£€&/")
# a list goes on over commas and bullets: the next stretch is numbered one up, any other break counts ten
STATEMENT = 10  # so far apart are two statements
_BREAK = {",": 1, "-": 1, "•": 1, "*": 1}
_ENDINGS = ("ations", "ation", "ingly", "edly", "ities", "ments", "ness", "ings", "ions", "ment", "ives", "ity", "ing",
            "ies", "ion", "ive", "ed", "es", "ly", "al", "s", "e", "y")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one word: lower-case text, stem, the stretch it stands in, and whether the wording denies it."""

    text: str
    stem: str
    stretch: int
    denied: bool


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Reduce an English word to what its inflections and close derivations share ("addictive", "addiction": addict)."""
    return _families().get(word) or _strip(word)


@cache
def _families() -> dict[str, str]:
    """Read which words are forms of another: irregular verbs, and derivations that change the root ("loss", "lose")."""
    data = load("families")
    verbs = [forms for forms in load("verbs")["irregular"] if len({_strip(form) for form in forms}) > 1]
    families = {word: _strip(line.split()[0]) for line in data["families"] for word in line.split()}
    for base, *forms in verbs:
        families |= {form: families.get(base) or _strip(base) for form in forms if form not in families}
    for word in data["ambiguous"].split():
        families.pop(word, None)
    return families


def _strip(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            root = word[: -len(ending)]
            if ending == "y" and root[-1] in "aeou":
                return word  # "delay" is what is left of "delayed"
            if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
                root = root[:-1]
            if ending in ("y", "ies"):
                return root + "i"
            return root if ending == "e" else _strip(root) if ending in ("s", "ity") else root.rstrip("e")
    return word


def _plain(text: str) -> str:
    return _ACRONYMS.sub(r"\1", text).lower().replace("’", "'").replace("‑", "-")


Phrase = tuple[tuple[str, ...], ...]
Cues = dict[str, list[tuple[str, ...]]]


def _by_first(phrases: Iterable[str]) -> Cues:
    cues: Cues = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        cues.setdefault(words[0], []).append(words)
    return cues


@cache
def _negators() -> tuple[frozenset[str], Cues, Cues]:
    data = load("opposites")["denial"]
    return frozenset(data["words"].split()), _by_first(data["phrases"]), _by_first(data["harmless"])


def _tokens(text: str) -> list[str]:
    out: list[str] = []
    for token in _TOKEN.findall(_plain(text)):
        head, hyphen, rest = token.partition("-")
        out += [head + "-", rest] if hyphen and head == "non" else [token.removesuffix("'s")]
    return out


def _starts(tokens: Sequence[str], at: int, cues: Cues) -> int:
    return max((len(p) for p in cues.get(tokens[at], ()) if tuple(tokens[at : at + len(p)]) == p), default=0)


def _cue(tokens: Sequence[str], at: int) -> int:
    """Give how many tokens a denial cue at this place spans: 0 for none, negative for a harmless look-alike."""
    words, phrases, harmless = _negators()
    skip = _starts(tokens, at, harmless)
    if skip:
        return -skip
    return _starts(tokens, at, phrases) or int(tokens[at] in words or tokens[at].endswith("n't"))


@cache
def _breakers() -> frozenset[str]:
    return frozenset(load("opposites")["denial"]["ends"].split())


@lru_cache(maxsize=65536)
def _word(text: str, stretch: int, denied: bool) -> Word:
    """Make a word, one object for all that are alike: most words of many claims are."""
    return Word(text, stem(text), stretch, denied)


def shifted(word: Word, by: int) -> Word:
    """Give a word of a text that goes on after others, its stretch counted on from theirs."""
    return _word(word.text, word.stretch + by, word.denied)


@lru_cache(maxsize=8192)
def read_words(text: str) -> tuple[Word, ...]:
    """Read the words of a text in order; a stretch ends at `, ; : . ( )`, a dash, or a word such as "but"."""
    tokens, out, stretch, left, at = _tokens(text), [], 0, 0, 0
    while at < len(tokens):
        token, cue = tokens[at], _cue(tokens, at)
        if not (token[0].isalnum()):
            stretch, left = (stretch, left) if token in _HARMLESS else (stretch + _BREAK.get(token, STATEMENT), 0)
        elif cue < 0:
            out += [_word(t, stretch, left > 0) for t in tokens[at : at - cue]]
        elif cue:
            out += [_word(t, stretch, True) for t in tokens[at : at + cue]]
            left = 1 if token == "non-" else _FAR if token == "none" else _REACH
        else:
            if token in _breakers():
                stretch, left = stretch + STATEMENT, 0
            out.append(_word(token, stretch, left > 0))
            left = max(0, left - 1)
        at += abs(cue) or 1
    return tuple(out)


@cache
def generic_stems() -> frozenset[str]:
    """Give the stems that never tell what a statement is about."""
    data = load("generic_words")
    words = f"{data['function']} {data['general']}".split()
    return frozenset(stem(word) for word in words) | frozenset(words)


@lru_cache(maxsize=65536)
def _kept(found: frozenset[Hashable]) -> frozenset[Any]:
    return found


def one_of(found: frozenset[Item]) -> frozenset[Item]:
    """Give one object for all sets that are alike: many claims, and most parts of them, name the same or nothing."""
    return _kept(found)


def content_stems(words: Iterable[Word]) -> frozenset[str]:
    """Give the stems that tell what the words are about: no generic words, no bare numbers."""
    generic = generic_stems()
    return one_of(frozenset(w.stem for w in words if w.stem not in generic and not w.text[0].isdigit()))


def terms(*texts: str | None) -> frozenset[str]:
    """Give the content stems of texts, `None` among them skipped."""
    return content_stems(w for text in texts if text for w in read_words(text))


@dataclass(frozen=True, slots=True)
class Match:
    """Say where a phrase was found, in indexes of words, and whether the wording denies it."""

    start: int
    end: int
    denied: bool


@lru_cache(maxsize=65536)
def _phrase(text: str, exact: bool) -> Phrase:
    parts = [_tokens(part) for part in text.replace("...", "…").split("…")]
    kept = [[t for t in part if t[0].isalnum()] for part in parts]
    return tuple(tuple(w if exact else stem(w) for w in part) for part in kept if part)


def longest_word(phrase: str) -> str:
    """Give the word of a phrase that is heard least often by chance, as exact search looks for it."""
    return max((word for part in _phrase(phrase, exact=True) for word in part), key=len)


def opening(phrase: str) -> str:
    """Give the first word of a phrase, as exact search looks for it."""
    return _phrase(phrase, exact=True)[0][0]


def _find_part(words: Sequence[str], part: tuple[str, ...], start: int, stop: int) -> int:
    for at in range(start, min(stop, len(words) - len(part)) + 1):
        if words[at] == part[0] and tuple(words[at : at + len(part)]) == part:
            return at
    return -1


# what was heard of the last texts, and how lists of phrases open: the same few are asked for over and over
_HEARD: dict[tuple[int, bool], tuple[Sequence[Word], list[str], frozenset[str]]] = {}
_OPENINGS: dict[tuple[int, bool], tuple[object, frozenset[str]]] = {}
_MOST_HEARD, _MOST_OPENINGS = 4096, 4096


def _heard(words: Sequence[Word], exact: bool) -> tuple[list[str], frozenset[str]]:
    """Give the texts (or stems) of words, in order and as a set; remembered for tuples, which do not change."""
    known = _HEARD.get((id(words), exact))
    if known is not None and known[0] is words:
        return known[1], known[2]
    names = [w.text if exact else w.stem for w in words]
    heard = frozenset(names)
    if type(words) is tuple:
        if len(_HEARD) >= _MOST_HEARD:
            _HEARD.clear()
        _HEARD[id(words), exact] = words, names, heard
    return names, heard


def texts_heard(words: Sequence[Word]) -> frozenset[str]:
    """Give the words of a text as a set."""
    return _heard(words, exact=True)[1]


def _openings(phrases: list[str], exact: bool) -> frozenset[str]:
    """Give the first words (or stems) of the phrases of a lexicon, whose lists do not change."""
    known = _OPENINGS.get((id(phrases), exact))
    if known is not None and known[0] is phrases:
        return known[1]
    if len(_OPENINGS) >= _MOST_OPENINGS:
        _OPENINGS.clear()
    opened = frozenset(parts[0][0] for phrase in phrases if (parts := _phrase(phrase, exact)))
    _OPENINGS[id(phrases), exact] = phrases, opened
    return opened


def find_phrase(words: Sequence[Word], phrase: str, *, exact: bool = False) -> Match | None:
    """Find a phrase by its stems (or `exact` words) in order; "…" in it stands for up to eight words.

    Gives the first match or `None`. Marks between the words do not matter.
    """
    parts, (names, heard) = _phrase(phrase, exact), _heard(words, exact)
    if not parts or parts[0][0] not in heard:
        return None
    begin = 0
    while (first := _find_part(names, parts[0], begin, len(names))) >= 0:
        end = first + len(parts[0])
        for part in parts[1:]:
            at = _find_part(names, part, end, end + 8)
            if at < 0:
                break
            end = at + len(part)
        else:
            return Match(first, end, _denied(words, first, end))
        begin = first + 1
    return None


def find_any(words: Sequence[Word], phrases: Iterable[str], *, exact: bool = False) -> Match | None:
    """Find the first of several phrases that occurs; most are ruled out by their first word."""
    _, heard = _heard(words, exact)
    if type(phrases) is list and _openings(phrases, exact).isdisjoint(heard):
        return None
    for phrase in phrases:
        parts = _phrase(phrase, exact)
        if parts and parts[0][0] in heard and (match := find_phrase(words, phrase, exact=exact)):
            return match
    return None


Lists = dict[str, tuple[int, ...]]


def index_lists(lists: Iterable[Iterable[str]], *, exact: bool = False) -> Lists:
    """Give, for every word (or stem) that opens a phrase of a list, the numbers of such lists."""
    found: Lists = {}
    for number, phrases in enumerate(lists):
        for first in {parts[0][0] for phrase in phrases if (parts := _phrase(phrase, exact))}:
            found[first] = (*found.get(first, ()), number)
    return found


def list_numbers(words: Sequence[Word], lists: Lists, *, exact: bool = False) -> list[int]:
    """Give the numbers of the lists of which a phrase might occur, told by its first word, in order."""
    heard = _heard(words, exact)[1] & lists.keys()
    return sorted({number for first in heard for number in lists[first]}) if heard else []


def _denied(words: Sequence[Word], start: int, end: int) -> bool:
    """A phrase that brings its own denial ("not alone") is not denied; one wholly under a denial is."""
    return all(word.denied for word in words[start:end]) and not _cue([w.text for w in words], start)
