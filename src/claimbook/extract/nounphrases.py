"""Noun phrases around a word: where they begin and end, what heads them, and which of their words are names.

Refuses to parse: a phrase ends at a stop, a verb or a preposition that ties it to no source. `credits` judges it.
"""

from __future__ import annotations

from functools import cache

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.tokens import ADVERB, DET, HAVE, MODAL, PARTICIPLE, PREP, PRONOUN, REL, SUBORD, Tokens

Span = tuple[int, int]
_REACH = 16  # tokens: the longest noun phrase
_SINGLE = frozenset({"a", "an", "one", "another", "each", "every", "any"})
_CROWDS = frozenset({"some", "many", "most", "several", "few", "other", "no", "these", "those"})
_LINKS = frozenset({"of", "by", "from", "for", "at", "in", "on", "with", "about", "among", "&"})
_STOPS = frozenset(",;:()[]{}|–—-!?.\"“”'‘’*_#")
_DEFINITE = frozenset({"the", "this", "our"})
_INDEFINITE = _SINGLE | _CROWDS
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "st", "inc", "co", "ltd"})
_LATELY = frozenset({"month", "week", "year", "decade", "night"})
_VIA = frozenset({"in", "by"})


@cache
def credit_list(name: str) -> frozenset[str]:
    """Give one list of `credits.yaml`."""
    return frozenset(str(lexicon.load("credits")[name]).split())


@cache
def agents() -> frozenset[str]:
    """Give the nouns for people who find things out, as a crowd nobody in particular."""
    return frozenset(str(lexicon.load("sources")["agent_noun"]).split())


@cache
def _peoples() -> frozenset[str]:
    return frozenset(str(lexicon.load("study")["demonyms"]).split())


def noun_phrase(clause: Clause, k: int) -> Span:
    """Give the noun phrase around the noun or name at token `k`."""
    return trimmed(clause.tokens, left_edge(clause, k + 1), max(k + 1, right_edge(clause, k)))


def left_edge(clause: Clause, end: int) -> int:
    """Give the first token of the noun phrase that ends before `end`."""
    tokens, k = clause.tokens, end
    while k > max(clause.i, end - _REACH):
        word, tag = tokens.words[k - 1], tokens.tags[k - 1]
        if (
            (word in _STOPS and not belongs_to_word(tokens, k - 1))
            or (tag & PRONOUN and not tag & DET and word != "one")
            or (tag & (SUBORD | REL) and not tag & PREP)
        ):
            break
        if k - 1 in clause.verbs and word not in credit_list("document") and not is_name(tokens, k - 1):
            break
        if tag & DET and word not in _INDEFINITE | _DEFINITE and not _possessive(word):
            break
        if tag & DET or word == "one":
            k -= 1
            if k == clause.i or tokens.words[k - 1] not in _LINKS or not _carries_on(clause, k - 1):
                break
            continue
        if word == "and" and not _between_names(tokens, k - 1, end, clause.i):
            break
        if (word in _LINKS and not _carries_on(clause, k - 1)) or (tag & PREP and word not in _LINKS):
            break
        k -= 1
    return k


def _carries_on(clause: Clause, k: int) -> bool:
    """Tell whether the preposition at `k` ties what follows to a source noun or a participle before it."""
    if k <= clause.i:
        return False
    words, tags = clause.tokens.words, clause.tokens.tags
    before = words[k - 1]
    noun = before in credit_list("document") or before in credit_list("body") or before in agents()
    return noun or (bool(tags[k - 1] & PARTICIPLE) and words[k] in _VIA) or is_name(clause.tokens, k - 1)


def _between_names(tokens: Tokens, k: int, end: int, first: int) -> bool:
    return k + 1 < end and is_name(tokens, k + 1) and k > first and is_name(tokens, k - 1)


def _possessive(word: str) -> bool:
    return word in ("its", "their", "his", "her", "my")


def right_edge(clause: Clause, k: int) -> int:
    """Give the end of the noun phrase that starts at `k`."""
    tokens, start = clause.tokens, k
    while k < min(clause.j, start + _REACH):
        word, tag = tokens.words[k], tokens.tags[k]
        name = is_name(tokens, k)
        if (word in _STOPS and not belongs_to_word(tokens, k)) or (tag & (SUBORD | REL) and not tag & (DET | PREP)):
            break
        if (
            k > start
            and not name
            and (k in clause.verbs or (word in crediting_verbs() and word not in credit_list("document")))
        ):
            break
        if word == "and" and not (k + 1 < clause.j and is_name(tokens, k + 1)):
            break
        if tag & PREP and word not in _LINKS and k > start:
            break
        if tag & (HAVE | MODAL) or word in ("that", "who", "which"):
            break
        k += 1
    return k


def belongs_to_word(tokens: Tokens, k: int) -> bool:
    """Tell whether the mark at `k` belongs to the word before it ("Christopher X. Wong", "the bakers' guild")."""
    if tokens.words[k] in "'’" and k and tokens.ends[k - 1] == tokens.starts[k]:
        return tokens.words[k - 1].endswith("s")
    if tokens.words[k] != "." or k == 0 or k + 1 >= len(tokens) or not is_capital(tokens, k + 1):
        return False
    return tokens.words[k - 1] in _TITLES or (len(tokens.words[k - 1]) == 1 and is_capital(tokens, k - 1))


def trimmed(tokens: Tokens, a: int, b: int) -> Span:
    """Drop what is no part of a noun phrase at its edges: years and adverbs before it, prepositions on both sides."""
    while a < b and (
        tokens.words[a].isdigit()
        or tokens.words[a] in ("and", "but", "or", "to", "yet", "so")
        or (tokens.tags[a] & (PREP | ADVERB) and not is_name(tokens, a))
    ):
        a += 1
    while b > a:
        word, before = tokens.words[b - 1], tokens.words[b - 2] if b - 2 >= a else ""
        if before in ("in", "last", "this") and (is_year(word) or word in _LATELY or _month(tokens, b - 1)):
            b -= 2
        elif (
            (is_year(word) and b - 2 > a and _month(tokens, b - 2))
            or (tokens.tags[b - 1] & (PREP | DET | ADVERB) and not is_name(tokens, b - 1))
            or word in ("and", ".")
        ):
            b -= 1
        else:
            break
    return a, b


def _month(tokens: Tokens, k: int) -> bool:
    return is_capital(tokens, k) and tokens.words[k] in credit_list("time")


def head_of(tokens: Tokens, a: int, b: int) -> int:
    """Give the head of a noun phrase: its last word before a preposition, participle with "by", or comma."""
    for k in range(a + 1, b):
        if tokens.words[k] in _LINKS or (tokens.words[k] in _STOPS and not belongs_to_word(tokens, k)):
            last = k - 1
            if last > a and tokens.tags[last] & PARTICIPLE and tokens.words[k] in _VIA:
                last -= 1
            return last
    return b - 1


def is_year(word: str) -> bool:
    """Tell whether a word is a year of the last or this century."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def is_capital(tokens: Tokens, k: int) -> bool:
    """Tell whether the word at `k` is written with a capital."""
    return tokens.text[tokens.starts[k]].isupper()


def is_name(tokens: Tokens, k: int) -> bool:
    """Tell whether the word at `k` is capitalised because it is a name, not because a sentence starts with it."""
    text = tokens.text
    raw = text[tokens.starts[k] : tokens.ends[k]]
    if not raw[0].isupper() or tokens.tags[k] & (DET | PRONOUN) or _month(tokens, k):
        return False
    if raw in _peoples():
        return k + 1 < len(tokens) and is_capital(tokens, k + 1)
    if (raw.isupper() or any(c.isupper() for c in raw[1:])) and len(raw) > 1:
        return True
    if not _opens(text, tokens.starts[k]):
        return True
    return k + 1 < len(tokens) and text[tokens.starts[k + 1]].isupper()


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence opens at `at`, as far as the character before it tells."""
    before = text[max(0, at - 2) : at].strip()
    return not before or before[-1] in '.!?:"“”‘*_#-'


@cache
def crediting_verbs() -> frozenset[str]:
    """Give the verbs whose subject or agent can be a source."""
    data = lexicon.load("sources")
    return credit_list("measuring") | credit_list("speaking") | frozenset(str(data["reporting"]).split())
