"""Whom a text credits with a statement: none, vague, named or cited, with the words that do it.

Refuses to look anything up: "named" means a reader is given a name, a year or a journal, not that it exists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.credits import credit_words, credited
from claimbook.extract.nounphrases import noun_phrase
from claimbook.extract.phrases import Cues
from claimbook.extract.tokens import DET, PAST, PRONOUN, Tokens
from claimbook.model import Attribution, AttributionLevel

NONE = Attribution(level="none")
# Each reference by a mark it cannot do without: a text is searched only for those whose mark it has.
_CITED = {
    "http": r"https?://[^\s)\]>]{1,300}",
    "10.": r"\b(?:doi:? ?)?10\.\d{4,9}/[^\s)\]>]{1,100}",
    "PMID": r"\bPMID:? ?\d{4,9}",
    "[": r"\[\d{1,3}(?:[,–-] ?\d{1,3}){0,9}\]",
    "(": r"\([A-Z][\w’'-]{1,30}(?:,? (?:et al\.?|(?:and|&) [A-Z][\w’'-]{1,30}))?,? (?:19|20)\d\d[a-z]?\)",
    " et al": r"\b[A-Z][\w’'-]{1,30} et al\.?,? \((?:19|20)\d\d[a-z]?\)",
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH, _LONGEST_NAME = 14, 16
_SAID = frozenset({"said", "says", "told", "wrote", "added", "explained", "argues", "argued", "noted", "warned"})
_WAS = frozenset({"was", "were", "had", "did", "didn't", "wasn't", "weren't"})
_LINKS = frozenset({"of", "the", "for", "and", "in", "at", "by", "from", "on", "&", "'s"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("sources")[name]).split())


@cache
def _sources() -> frozenset[str]:
    return _words("study_noun") | _words("agent_noun")


@cache
def _signal_words() -> frozenset[str]:
    return _sources() | _words("reporting") | _SAID | {"according"} | credit_words()


def citations(text: str) -> list[tuple[int, int]]:
    """Find every reference, link and identifier of a text."""
    marks = tuple(mark for mark in _CITED if mark in text)
    return [m.span() for m in _cited(marks).finditer(text)] if marks else []


@cache
def _cited(marks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_CITED[mark] for mark in marks))


def names_source_before(opening: Sequence[str], own: Attribution) -> bool:
    """Tell whether a sentence's first words say that it names the source of the sentence before, which credits `own`.

    "That is according to a 2021 review." does, and after "a new study found …" so does "The study, published in …".
    """
    if not opening:
        return False
    if opening[0] in ("that", "this", "these", "those", "according"):
        return "according" in opening or "from" in opening
    return own.level == "vague" and opening[0] == "the" and opening[1:2] != [] and opening[1] in _words("study_noun")


def reports(words: Sequence[str]) -> bool:
    """Tell whether any of some words can report something or name who does."""
    return not _signal_words().isdisjoint(words)


def attribution(
    clause: Clause, *, known: bool | str = False, lately: bool = False, cited: str | None = None
) -> Attribution:
    """Judge whom a clause credits.

    `known` is the named source before it that "the study" means, `lately` says that the sentence before introduced one,
    `cited` is a reference in it.
    """
    if cited:
        return _credit("cited", cited)
    reported = reports(clause.words)
    span = (credited(clause) or _named(clause)) if reported else None
    if span:
        return _credit("named", clause.tokens.slice(*span))
    cues = clause.of("sources")
    found = [c for c in cues if c.group in ("anaphor", "vague")]
    if known and not found and _told_in_the_past(clause):
        # a result told in the past, where a study has been named, is that study's
        found = [c for c in cues if c.group == "result"]
    if not found:
        span = _reported(clause) if reported else None
        return _credit("vague", clause.tokens.slice(*span)) if span else NONE
    first = min(found, key=lambda c: (c.i, c.group == "anaphor", -c.j))
    if (known or lately) and first.group != "vague":
        return _credit("named", known if isinstance(known, str) else clause.tokens.slice(first.i, first.j))
    return _credit("vague", clause.tokens.slice(first.i, first.j))


def _told_in_the_past(clause: Clause) -> bool:
    tags, words = clause.tokens.tags, clause.tokens.words
    return any(tags[v] & PAST or words[v] in _WAS for v in clause.verbs)


def _credit(level: AttributionLevel, text: str) -> Attribution:
    return Attribution.trusted(level=level, text=text)


def _reported(clause: Clause) -> tuple[int, int] | None:
    """Find a study or agent noun with its reporting verb ("Studies in shift workers have suggested")."""
    words, nouns = clause.tokens.words, _sources()
    if nouns.isdisjoint(clause.words):
        return None
    for k in range(clause.i, clause.j):
        if words[k] in nouns:
            for v in range(k + 1, min(clause.j, k + 9)):
                if words[v] in _words("reporting"):
                    return k, v + 1
                if words[v] in ",;:":
                    break
    return None


def _named(clause: Clause) -> tuple[int, int] | None:
    """Find the tokens of a source with a name, a year or a journal in a clause that reports something."""
    tokens, signals = clause.tokens, _signals(clause)
    if not signals:
        return None
    text, starts = tokens.text, tokens.starts
    for k in range(clause.i, clause.j):
        first = text[starts[k]]
        if not (first.isupper() or first in "12"):
            continue
        span = _name_at(tokens, k, clause)
        near = [s for s in signals if span and abs(s - k) <= _REACH]
        if span and near:
            return _span_with_signal(tokens, span, near, clause)
    return None


def _span_with_signal(tokens: Tokens, span: tuple[int, int], near: list[int], clause: Clause) -> tuple[int, int]:
    """Give the noun phrase of a name: the study or person it belongs to ("a study" in "2006, a study"), or it."""
    nearest = min(near, key=lambda s: abs(s - span[0]))
    if tokens.words[nearest] in _sources():
        whole = noun_phrase(clause, nearest)
        dated = bool(_YEAR.fullmatch(tokens.words[span[0]]))
        if dated or (whole[0] <= span[0] and span[1] <= whole[1]):
            return whole if whole[0] < whole[1] else span
    whole = noun_phrase(clause, span[1] - 1)
    return whole if whole[0] < whole[1] else span


def _signals(clause: Clause) -> list[int]:
    """Give the tokens that report: study and agent nouns, reporting verbs, "according to"."""
    words, reporting, own = clause.tokens.words, _words("reporting"), _own_signals()
    out = {clause.i + n for n, word in enumerate(clause.words) if word in own}
    out.update(v for v in clause.verbs if words[v] in reporting)
    if "according" in clause.words:
        out.update(k for k in range(clause.i, clause.j - 1) if words[k] == "according" and words[k + 1] == "to")
    return sorted(out)


@cache
def _own_signals() -> frozenset[str]:
    return _sources() | _SAID


def _name_at(tokens: Tokens, k: int, clause: Clause) -> tuple[int, int] | None:
    """Give the tokens of a name that starts (or a year that stands) at `k`."""
    word = tokens.words[k]
    raw = tokens.text[tokens.starts[k] : tokens.ends[k]]
    if _YEAR.fullmatch(word):
        studied = tokens.words[k + 1 : min(k + 4, clause.j)]
        opens = tokens.words[max(clause.i, k - 1) : k] == ["in"]
        return (
            (k, k + 1)
            if any(w in _words("study_noun") for w in studied) or (opens and _studies(tokens, k, clause))
            else None
        )
    if not raw[0].isupper() or tokens.tags[k] & (PRONOUN | DET):
        return None
    if raw in _abbreviations():
        return (k, k + 1)
    end = _capitals(tokens, k, clause.j)
    names = tokens.words[k:end]
    if end - k > 1 and any(w in _words("institution") for w in names):
        return (k, end)
    return (k, end) if _speaker(tokens, k, end, clause) else None


def _studies(tokens: Tokens, k: int, clause: Clause) -> bool:
    return any(
        w in ("study", "trial", "survey", "report", "review", "analysis")
        for w in tokens.words[k + 1 : min(k + 6, clause.j)]
    )


def _abbreviations() -> frozenset[str]:
    return _words("institution_abbreviation")


def _capitals(tokens: Tokens, k: int, j: int) -> int:
    """Give the end of the run of capitalised words (with "of the") that starts at `k`."""
    end, j = k + 1, min(j, k + _LONGEST_NAME)
    while end < j:
        raw = tokens.text[tokens.starts[end]]
        if raw.isupper() or (tokens.words[end] in _LINKS and end + 1 < j and _next_capital(tokens, end, j)):
            end += 1
        else:
            break
    return end


def _next_capital(tokens: Tokens, k: int, j: int) -> bool:
    for n in range(k + 1, min(k + 3, j)):
        if tokens.text[tokens.starts[n]].isupper():
            return True
        if tokens.words[n] not in _LINKS:
            return False
    return False


def _speaker(tokens: Tokens, a: int, b: int, clause: Clause) -> bool:
    """Tell whether the capitalised words `[a, b)` are somebody who says it: "Zhong said", "said … Gardner"."""
    if b < clause.j and tokens.words[b] in _SAID:
        # "Fern Hill added 300 homes" says nothing
        return tokens.words[b] != "added" or b + 1 == clause.j or not _counts(tokens, b + 1)
    before = tokens.words[max(clause.i, a - 6) : a]
    if before[-1:] == ["said"]:
        return True
    return "according" in before and before[-1] in ("to", "dr", "the")


def _counts(tokens: Tokens, k: int) -> bool:
    return bool(tokens.tags[k] & DET) or tokens.words[k][0].isdigit()


def sentence_attribution(text: str) -> str:
    """Judge whom a whole sentence or short text credits."""
    tokens = Tokens(text)
    cited = citations(text)
    clause = Clause(tokens, 0, len(tokens), Cues(tokens).cues)
    return attribution(clause, cited=text[slice(*cited[0])] if cited else None).level
