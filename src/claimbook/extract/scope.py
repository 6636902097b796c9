"""The scope a clause carries, as words of the text: its condition, its population and its outcome.

Refuses to infer: a scope that is not worded in the clause is null, and every answer is a slice of the article.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.tokens import (
    ADJECTIVAL,
    AUXILIARY,
    BASE,
    COORD,
    DET,
    ING,
    LEXICAL,
    NOUNISH,
    PARTICIPLE,
    PREP,
    PRONOUN,
    REL,
    SUBORD,
)

_STOPS = frozenset(",;:.()–—!?")
_MOST_WORDS = 14
_AGES = frozenset({"aged", "ages", "under", "over", "between"})
_IN_AGES = frozenset({"the", "age", "ages", "of", "to", "and", "or", "years", "old", "under", "over", "-", "–"})
_DESCRIBING = frozenset({"working", "living", "ageing", "aging", "growing", "struggling", "returning", "surviving"})


class Scope(NamedTuple):
    """Name what a clause is limited to; each a slice of the text or None."""

    condition: str | None
    population: str | None
    outcome: str | None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("scope")[name]).split())


@cache
def _outcome_stops() -> frozenset[str]:
    return _words("outcome_stop") | _STOPS


def scope(clause: Clause) -> Scope:
    """Find the condition, population and outcome a clause states."""
    return Scope(_text(clause, _condition(clause)), _text(clause, _population(clause)), _text(clause, _outcome(clause)))


def _text(clause: Clause, span: tuple[int, int] | None) -> str | None:
    if span is None or span[0] >= span[1]:
        return None
    return clause.tokens.slice(*span) or None


def _until(clause: Clause, k: int, stops: frozenset[str], most: int = _MOST_WORDS) -> int:
    """Give the token where the phrase that starts at `k` ends."""
    words, end = clause.tokens.words, min(clause.j, k + most)
    n = k
    while n < end and words[n] not in stops:
        n += 1
    return n


def _condition(clause: Clause) -> tuple[int, int] | None:
    """Find "when …", "if …", "under medical supervision", "as long as …"."""
    words, verbs = clause.tokens.words, clause.verbs
    starts = {c.i for c in clause.of("scope") if c.group == "condition_phrase"}
    openers, prepositions = _words("condition_start"), _words("condition_preposition")
    if not starts and openers.isdisjoint(clause.words) and prepositions.isdisjoint(clause.words):
        return None
    for k, word in enumerate(clause.words, clause.i):
        if k in starts or (word in openers and not _reports(clause, k) and not _sets_against(clause, k)):
            return k, _until(clause, k, _STOPS, 24)
        if word in prepositions:
            end = _noun_phrase_end(clause, k + 1)
            head = words[end - 1] if end > k + 1 and not clause.tokens.tags[k + 1] & ING else ""
            if head in _words("condition_state") and word != "under":
                continue  # "with heart conditions" says who, not when
            if head in _words("condition_head") and not (k == clause.i and verbs and verbs[0] <= end):
                return k, end
    return None


def _reports(clause: Clause, k: int) -> bool:
    """Tell whether "when", "if", "where" at `k` opens a question or definition, not a condition."""
    before = clause.tokens.words[max(clause.i, k - 2) : k]
    return any(
        w in ("is", "know", "see", "out", "determine", "ask", "understand", "of", "about", "on") for w in before[-1:]
    )


def _sets_against(clause: Clause, k: int) -> bool:
    """Tell whether "while" or "where" at `k` opens a contrast or describes a noun, or "once" means formerly."""
    tags, word = clause.tokens.tags, clause.tokens.words[k]
    following = tags[k + 1] if k + 1 < clause.j else 0
    if word == "while":
        return not following & ING
    if word == "where":
        return k > clause.i
    return word == "once" and bool(following & PARTICIPLE) and not following & PRONOUN


def _noun_phrase_end(clause: Clause, k: int) -> int:
    """Give the end of the noun phrase that starts at `k`: up to a stop, preposition, verb or relative word."""
    tags, words, start = clause.tokens.tags, clause.tokens.words, k
    while k < clause.j and k - start < 8 and words[k] not in _STOPS:
        if tags[k] & (PREP | REL | AUXILIARY | SUBORD) or (tags[k] & COORD and k == start) or k in clause.verbs:
            break
        k += 1
    return k


def _population(clause: Clause) -> tuple[int, int] | None:
    """Find the people (animals, households …) the clause is about: "in adults with …", "patients who …"."""
    if _words("people").isdisjoint(clause.words):
        return None
    words, people = clause.tokens.words, _words("people")
    for k in [clause.i + n for n, word in enumerate(clause.words) if word in people]:
        if _modifies(clause, k):
            continue
        start = _noun_phrase_start(clause, k)
        introduced = start > clause.i and words[start - 1] in _words("population_preposition")
        linked = k + 1 < clause.j and words[k + 1] in _words("population_link")
        told_of = k + 1 in clause.verbs and words[start - 1] == ","
        if introduced or linked or told_of or start == clause.i:
            return start, _without_trailing(clause, start, _population_end(clause, k + 1))
    return None


def _modifies(clause: Clause, k: int) -> bool:
    """Tell whether the singular noun at `k` only describes the next one ("European standards", "family car")."""
    if k + 1 >= clause.j or clause.tokens.words[k] in ("people", "children", "men", "women", "those", "mice", "cattle"):
        return False
    word, following = clause.tokens.words[k], clause.tokens.words[k + 1]
    if (word.endswith("s") and not word.endswith("ss")) or k + 1 in clause.verbs or following in _STOPS:
        return False
    return following.isalpha() and not clause.tokens.tags[k + 1] & ~(NOUNISH | ADJECTIVAL | LEXICAL | PARTICIPLE)


def _noun_phrase_start(clause: Clause, k: int) -> int:
    tags, words = clause.tokens.tags, clause.tokens.words
    limit = max(clause.i, k - 8)
    while k > limit:
        before = k - 1
        if (
            words[before] in _STOPS
            or tags[before] & (PREP | REL | AUXILIARY | SUBORD | COORD)
            or before in clause.verbs
            or _governs(clause, before)
        ):
            break
        if tags[before] & DET and not tags[before] & PREP:
            return before if words[before] not in ("the", "a", "an", "that", "this") else k
        k = before
    return k


def _governs(clause: Clause, k: int) -> bool:
    """Tell whether the word at `k` is a verb whose object follows ("to worry taxpayers", "forcing tenants")."""
    tag, before = clause.tokens.tags[k], clause.tokens.words[k - 1] if k > clause.i else ""
    if tag & ING and not tag & (NOUNISH | ADJECTIVAL):
        return clause.tokens.words[k] not in _DESCRIBING
    return bool(tag & BASE) and (before in ("to", "and", "not") or not tag & (NOUNISH | ADJECTIVAL))


def _population_end(clause: Clause, k: int) -> int:
    """Take in "who …", "with …", "aged …" after the noun, up to a comma or the main verb."""
    words, tags = clause.tokens.words, clause.tokens.tags
    if k >= clause.j or words[k] not in _words("population_link"):
        return k
    relative = bool(tags[k] & REL)
    if words[k] in _AGES:
        return _age_end(clause, k + 1)
    for n in range(k + 1, min(clause.j, k + _MOST_WORDS)):
        if words[n] in _STOPS or (words[n] in _words("condition_start") and tags[n] & SUBORD):
            return n
        # "people with low levels": what "with" brings is a thing, whatever else the word may be
        if n in clause.verbs and not (words[k] == "with" and n == k + 2 and tags[n] & NOUNISH):
            if not relative:
                return n
            relative = False
    return min(clause.j, k + _MOST_WORDS)


def _age_end(clause: Clause, k: int) -> int:
    """Give the end of an age or size ("under 12", "aged 20 to 87", "over the age of 65")."""
    words, end = clause.tokens.words, k
    while end < min(clause.j, k + _MOST_WORDS) and (words[end][0].isdigit() or words[end] in _IN_AGES):
        end += 1
    return end if end > k else k - 1


def _outcome(clause: Clause) -> tuple[int, int] | None:
    """Find what changes: the object of a change verb, or what an improvement, risk or relief is of."""
    nouns, changes = _words("outcome_noun"), _words("outcome_change")
    if nouns.isdisjoint(clause.words) and changes.isdisjoint(clause.words):
        return None
    words, stops = clause.tokens.words, _outcome_stops()
    for k in range(clause.i, clause.j - 1):
        named = words[k] in nouns and words[k + 1] in _words("outcome_link")
        if not named and words[k] not in changes:
            continue
        first = k + 2 if named else k + 1
        end = _until(clause, first, stops, 9)
        start = _skip_determiners(clause, first, end)
        if start < end:
            return start, _without_trailing(clause, start, end)
    return None


def _skip_determiners(clause: Clause, k: int, end: int) -> int:
    while k < end and clause.tokens.words[k] in ("the", "a", "an", "their", "its", "your", "his", "her", "our", "of"):
        k += 1
    return k


def _without_trailing(clause: Clause, start: int, end: int) -> int:
    tags = clause.tokens.tags
    while end > start + 1 and tags[end - 1] & (COORD | SUBORD | DET | REL):
        end -= 1
    return end
