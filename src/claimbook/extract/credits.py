"""Find the noun phrase a clause credits: a person, a body or a document a reader could ask or read again.

Refuses to credit a crowd ("experts"), a study nobody could find ("a survey"), and words that are no noun phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimbook.extract.clauses import Clause
from claimbook.extract.nounphrases import (
    Span,
    agents,
    credit_list,
    crediting_verbs,
    head_of,
    is_capital,
    is_name,
    is_year,
    left_edge,
    noun_phrase,
    right_edge,
    trimmed,
)
from claimbook.extract.tokens import (
    ADVERB,
    BE,
    DET,
    HAVE,
    ING,
    MODAL,
    NAMING,
    PREP,
    PRONOUN,
    REL,
    SOURCE,
    SUBORD,
    Tokens,
)

Candidate = tuple[int, int, bool]  # the tokens, and whether only somebody does what their verb says
_OBJECT = 4  # tokens: the longest object of a denial up to its noun
_ASIDE = 18  # tokens: the longest aside between two commas
_TIES = frozenset({"by", "from", "of", "at", "in", "for"})
_FROM = frozenset({"by", "from", "for"})
_STOPS = frozenset(",;:()[]{}|–—-!?.\"“”'‘’*_#")
_ALONE = frozenset({"police", "parliament", "congress", "prosecutors", "customs"})
_DEFINITE = frozenset({"the", "this", "our"})
_CROWDS = frozenset({"some", "many", "most", "several", "few", "other", "no", "these", "those"})
_INVERTED = frozenset({"say", "says", "said", "wrote", "writes", "explained", "reports", "argues"})
_QUOTED = frozenset(",\"”'’")
_ORDERED = frozenset({"poll", "survey", "study", "report", "research", "analysis", "review", "investigation"})
_LEADS = frozenset({("to", "according"), ("in", "stated"), ("in", "reported"), ("in", "published"), ("in", "noted")})


def credited(clause: Clause) -> Span | None:
    """Give the tokens of the first noun phrase a clause credits by name or as a definite body or document."""
    for a, b, speaks in _candidates(clause):
        a, b = trimmed(clause.tokens, a, b)
        if a < b and (speaks or _is_source(clause, a, b)):
            return a, b
    return None


def introduced(clause: Clause) -> bool:
    """Tell whether a clause introduces a source that the next sentence can mean by "the report" or "it found".

    It is a document a reader could find ("The report of 2023 has 80 pages"), or a body that looked into something.
    """
    if not clause.mask & (NAMING | SOURCE):
        return False
    tokens, documents = clause.tokens, credit_list("document")
    first = trimmed(tokens, clause.i, right_edge(clause, clause.i))
    asked = not credit_list("inquiring").isdisjoint(clause.words) or not documents.isdisjoint(clause.words)
    if asked and first[0] < first[1] and first[0] == clause.i and _is_source(clause, *first):
        return True
    for k in range(clause.i, clause.j):
        if tokens.words[k] in documents:
            a, b = noun_phrase(clause, k)
            if a <= k < b and _is_source(clause, a, b):
                return True
    return False


@cache
def credit_words() -> frozenset[str]:
    """Give the words without one of which no clause credits anybody."""
    names = ("measuring", "speaking", "document", "credited_by", "denying")
    return frozenset(word for name in names for word in credit_list(name))


@cache
def _verbs() -> frozenset[str]:
    return crediting_verbs() | credit_list("denying")


@cache
def _believed() -> frozenset[str]:
    return credit_list("speaking") | credit_list("measuring") | credit_list("denying")


def _candidates(clause: Clause) -> Iterator[Candidate]:
    """Yield the noun phrases that stand where a source stands, by position of the word that credits them."""
    tokens, nouns, heads = clause.tokens, credit_list("document"), frozenset(clause.verbs)
    verbs = _verbs()
    words = tokens.words
    for k in range(clause.i, clause.j):
        word = words[k]
        if (word, words[k - 1] if k > clause.i else "") in _LEADS:
            yield k + 1, right_edge(clause, k + 1), False
        elif word in verbs and k > clause.i and not is_name(tokens, k) and _credits_at(clause, k):
            yield from _around_verb(clause, k)
        if word in _FROM and k > clause.i and k + 1 < clause.j:
            if words[k - 1] in nouns and k - 1 not in heads and (word != "for" or words[k - 1] in _ORDERED):
                end = right_edge(clause, k + 1)
                if _tied(tokens, k + 1, end):
                    yield left_edge(clause, k), end, False
            elif word == "by" and words[k - 1] in credit_list("credited_by"):
                yield k + 1, right_edge(clause, k + 1), False


def _around_verb(clause: Clause, k: int) -> Iterator[Candidate]:
    """Yield the subject before a crediting verb ("the operator says"), and one behind it ("says Ilse Brandt")."""
    tokens = clause.tokens
    words, tags = tokens.words, tokens.tags
    if words[k] == "in" or (k + 1 < clause.j and words[k + 1] == "by" and words[k] not in ("says", "said")):
        return
    if words[k] in _INVERTED and k + 1 < clause.j and (k == clause.i or words[k - 1] in _QUOTED):
        yield k + 1, right_edge(clause, k + 1), False
    end = k
    while end > clause.i and tags[end - 1] & (ADVERB | HAVE | MODAL) and not tags[end - 1] & SUBORD:
        end -= 1
    if end > clause.i and words[end - 1] == ",":
        end = _before_aside(clause, end - 1)
    if end > clause.i and words[end - 1] not in _STOPS:
        a, b = trimmed(tokens, left_edge(clause, end), end)
        if a < b and words[k] in credit_list("saying") and _speaks(tokens, a, b):
            yield a, b, True
        said = words[k] in _believed() or words[k + 1 : k + 2] == ["that"]
        if a < b and (said or words[head_of(tokens, a, b)] in credit_list("document")):
            yield a, b, False


def _credits_at(clause: Clause, k: int) -> bool:
    """Tell whether a word that can credit or deny does so at `k`."""
    word = clause.tokens.words[k]
    if word in credit_list("denying") and word not in crediting_verbs():
        return _denies(clause, k)
    return word not in credit_list("document") or _acts(clause, k)


def _denies(clause: Clause, k: int) -> bool:
    """Tell whether the verb of denial at `k` has a statement behind it: "that", "dumping", "the claim that"."""
    words, tags = clause.tokens.words, clause.tokens.tags
    if k + 1 >= clause.j or (k > clause.i and tags[k - 1] & (DET | BE)):
        return False
    if words[k + 1] == "that" or (tags[k + 1] & ING and words[k] not in credit_list("turning_down")):
        return True
    nouns = credit_list("alleged" if words[k] in credit_list("turning_down") else "denied")
    for n in range(k + 1, min(clause.j, k + 1 + _OBJECT)):
        if words[n][0].isdigit() or words[n] in _STOPS or tags[n] & PREP:
            return False
        if words[n] in nouns or (words[n] in credit_list("denied") and words[n + 1 : n + 2] == ["that"]):
            return True
    return False


def _acts(clause: Clause, k: int) -> bool:
    """Tell whether a word that can be a noun ("reports", "counts") is a verb at `k`."""
    following = clause.tokens.words[k + 1] if k + 1 < clause.j else "."
    return k in clause.verbs or following in _STOPS or following == "that"


def _speaks(tokens: Tokens, a: int, b: int) -> bool:
    """Tell whether the subject of a verb of saying is one somebody, named or known to the reader ("the theatre")."""
    head = head_of(tokens, a, b)
    noun = tokens.words[head]
    if (
        noun in credit_list("document")
        or noun in agents()
        or noun in credit_list("nobody")
        or tokens.tags[head] & PRONOUN
    ):
        return False
    named = b - a == 1 and is_capital(tokens, a) and not tokens.tags[a] and not noun.endswith("s")
    return named or (tokens.words[a] == "the" and b - a > 1 and not noun.endswith("s"))


def _before_aside(clause: Clause, comma: int) -> int:
    """Give the token where an aside that ends at `comma` opens ("the operator, Alder Transit, says")."""
    words = clause.tokens.words
    for k in range(comma - 1, max(clause.i, comma - _ASIDE), -1):
        if words[k] == ",":
            told = [v for v in clause.verbs if k < v < comma]
            return clause.i if told and not clause.tokens.tags[k + 1] & REL else k
    return clause.i


def _is_source(clause: Clause, a: int, b: int) -> bool:
    """Tell whether tokens `[a, b)` name who or what can be asked, or are a definite body or document."""
    return _identified(clause.tokens, clause.i, a, b)


def _identified(tokens: Tokens, first: int, a: int, b: int) -> bool:
    words = tokens.words
    head = head_of(tokens, a, b)
    noun, opens = words[head], words[a]
    if any(tokens.tags[k] & PRONOUN and not tokens.tags[k] & (DET | PREP) for k in range(a, b)):
        return False
    document, body = noun in credit_list("document"), noun in credit_list("body")
    if opens in _CROWDS or noun.endswith(("'s", "s'")):
        return False
    if document:
        own = any(_owner(tokens, k, a, first) for k in range(a, head))
        tied = any(words[k] in _TIES and _tied(tokens, k + 1, b) for k in range(head + 1, b))
        year = any(is_year(words[k]) for k in range(a, b))
        kept = any(words[k] in credit_list("body") for k in range(a, head)) and noun in credit_list("kept")
        sole = opens == "the" and (noun in credit_list("sole") or "annual" in words[a:head])
        return own or tied or year or sole or kept or any(is_name(tokens, k) for k in range(a, head))
    if any(is_name(tokens, k) for k in range(a, b)):
        return body or noun in agents() or (opens not in ("a", "an") and _is_proper(tokens, head, a, first))
    if (body or noun in agents()) and any(words[k] in _TIES and _tied(tokens, k + 1, b) for k in range(head + 1, b)):
        return True
    return (body and opens in _DEFINITE) or noun in _ALONE or (body and _owned(tokens, a, head, first))


def _tied(tokens: Tokens, a: int, b: int) -> bool:
    """Tell whether what a document is by or of is a name or a definite body."""
    if a >= b:
        return False
    if any(is_name(tokens, k) for k in range(a, b)):
        return True
    return tokens.words[a] in _DEFINITE and tokens.words[head_of(tokens, a, b)] in credit_list("body")


def _owner(tokens: Tokens, k: int, a: int, first: int) -> bool:
    """Tell whether the word at `k` is a possessor that can be asked ("the city's", "Oslo's")."""
    word = tokens.words[k]
    if not word.endswith(("'s", "s'")):
        return False
    if is_name(tokens, k) or (k == first and tokens.text[tokens.starts[k]].isupper() and k == a):
        return word not in ("it's", "that's", "today's", "yesterday's")
    return word.removesuffix("'s").removesuffix("'") in credit_list("body") and tokens.words[a] in _DEFINITE


def _owned(tokens: Tokens, a: int, head: int, first: int) -> bool:
    return any(_owner(tokens, k, a, first) for k in range(a, head))


def _is_proper(tokens: Tokens, head: int, a: int, first: int) -> bool:
    """Tell whether the head is a name of at least two words, an abbreviation, or a name with a title before it."""
    if not is_capital(tokens, head):
        return False
    raw = tokens.text[tokens.starts[head] : tokens.ends[head]]
    return (raw.isupper() and len(raw) > 1) or (head > a and is_capital(tokens, head - 1)) or head > first
