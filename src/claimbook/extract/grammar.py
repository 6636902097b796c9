"""Which words of a sentence are its finite verbs.

Refuses to parse: a verb counts as finite by its form and its neighbours, which is enough to cut clauses. When in doubt
a word is not a verb, so that a clause is left whole rather than cut wrongly.
"""

from __future__ import annotations

from bisect import bisect_left

from claimbook.extract.tokens import (
    ADJECTIVAL,
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    COORD,
    DET,
    HAVE,
    LEXICAL,
    MODAL,
    NEGATION,
    NOUNISH,
    OBJECT,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREP,
    PRONOUN,
    REL,
    SUBORD,
    THIRD,
    Tokens,
)

_OPENS_OBJECT = DET | POSSESSIVE | OBJECT | ADVERB | SUBORD
_NEVER_SUBJECT = PREP | DET | POSSESSIVE | MODAL
_PLURAL_PRONOUNS = frozenset(
    {"i", "you", "we", "they", "these", "those", "who", "which", "that", "people", "many", "some"}
)

_PLURAL_SUBJECTS = _PLURAL_PRONOUNS - {"that", "which", "who"}


def finite_verbs(tokens: Tokens, i: int, j: int) -> list[int]:
    """Give the tokens in `[i, j)` that are finite verbs (one each for "may have been shown")."""
    found: list[int] = []
    verbal, tags, free = tokens.verbal, tokens.tags, i
    for k in verbal[bisect_left(verbal, i) : bisect_left(verbal, j)]:
        if k >= free and (tags[k] & AUXILIARY or _is_finite(tokens, k, i, j)):
            found.append(k)
            free = _group_end(tokens, k, j)
    return found


def likely_verb(tokens: Tokens, i: int, j: int) -> int | None:
    """Give the word in `[i, j)` that is a verb if the words are a clause at all ("The bridge opened in 1937")."""
    for k, tag in enumerate(tokens.tags[i + 1 : j], i + 1):
        if not tag & LEXICAL or tag & (DET | PREP | SUBORD | ADJECTIVAL):
            continue
        if tag & (THIRD | PAST) or tokens.words[k - 1].endswith("s"):
            before = _before(tokens, k, i)
            barred = before & (_NEVER_SUBJECT | COORD | BE | HAVE) and not before & PRONOUN
            if not barred and tokens.words[k - 1] not in ",-–—(":
                return k
    return None


def _group_end(tokens: Tokens, k: int, j: int) -> int:
    """Skip the rest of a verb group: auxiliaries, adverbs, "not" and the main verb."""
    head = tokens.tags[k]
    k += 1
    if not head & AUXILIARY:
        return k
    while k < j and tokens.tags[k] & (AUXILIARY | ADVERB | NEGATION) and not tokens.tags[k] & (SUBORD | COORD):
        k += 1
    if k < j and tokens.tags[k] & (LEXICAL | PARTICIPLE) and not tokens.tags[k] & (DET | SUBORD):
        k += 1
    return k


def _is_finite(tokens: Tokens, k: int, i: int, j: int) -> bool:
    tag = tokens.tags[k]
    if not tag & LEXICAL or (tag & (DET | PREP | SUBORD) and not tag & (THIRD | PAST)):
        return False
    before = _before(tokens, k, i)
    after = tokens.tags[k + 1] if k + 1 < j else 0
    if tag & NOUNISH:
        return _nounish_finite(tokens, k, before, after)
    if tag & THIRD:
        return (
            k > i
            and (not before & (_NEVER_SUBJECT & ~PREP) or bool(before & PRONOUN))
            and tokens.words[k - 1] not in _PLURAL_SUBJECTS
        )
    if tag & PAST:
        return _past_finite(tokens, k, i, before, after)
    return _base_finite(tokens, k, i, before)


def _before(tokens: Tokens, k: int, i: int) -> int:
    """Give the tags of the word before `k`, adverbs skipped; 0 at the start."""
    k -= 1
    while k > i and tokens.tags[k] & ADVERB and not tokens.tags[k] & (REL | PREP | COORD):
        k -= 1
    return tokens.tags[k] if k >= i else 0


def _nounish_finite(tokens: Tokens, k: int, before: int, after: int) -> bool:
    if before & (_NEVER_SUBJECT | ADJECTIVAL) or k == 0:
        return False
    subject = before & (PRONOUN | REL) or tokens.words[k - 1] in _PLURAL_PRONOUNS
    if subject:
        return True
    return bool(after & _OPENS_OBJECT) and not after & COORD and bool(tokens.tags[k] & (THIRD | PAST))


def _past_finite(tokens: Tokens, k: int, i: int, before: int, after: int) -> bool:
    tag = tokens.tags[k]
    if k == i or before & (DET | POSSESSIVE | BE | HAVE | MODAL):
        return False
    if before & (PRONOUN | REL):
        return True
    if not tag & PARTICIPLE:
        return not before & PREP
    # "patients treated with …" is a participle, "patients reported that …" and "sales jumped 40%" are verbs
    opens = after & (_OPENS_OBJECT | PRONOUN) or tokens.words[min(k + 1, len(tokens) - 1)][0].isdigit()
    return bool(opens) and not tag & ADJECTIVAL and not before & (PREP | COORD) and tokens.words[k - 1] not in ",-–—("


def _base_finite(tokens: Tokens, k: int, i: int, before: int) -> bool:
    if k == i or not tokens.tags[k] & BASE or tokens.words[k - 1] == "to":
        return False
    if before & (PRONOUN | REL) and not before & PREP:
        return True
    previous = tokens.words[k - 1]
    plural = previous.endswith("s") and not previous.endswith(("ss", "us", "is", "'s"))
    return (plural or previous in _PLURAL_PRONOUNS) and not before & (PREP | POSSESSIVE)


def imperative(tokens: Tokens, i: int, j: int) -> bool:
    """Tell whether a sentence tells the reader to do something ("Consult …", "Don't skip …", "Always check …")."""
    k = i
    while k < j and (tokens.tags[k] & ADVERB or tokens.words[k] in ("please", "and", ",")):
        k += 1
    if k >= j:
        return False
    word, tag = tokens.words[k], tokens.tags[k]
    if word in ("don't", "let's", "imagine", "consider", "remember"):
        return True
    if not tag & BASE or tag & (AUXILIARY | SUBORD | PREP | DET) or k + 1 >= j:
        return False
    if tag & NOUNISH and not tokens.tags[k + 1] & (DET | POSSESSIVE):
        return False
    verbs = finite_verbs(tokens, i, j)
    opens = tokens.tags[k + 1] & (DET | POSSESSIVE | PREP | OBJECT | ADVERB) or not verbs
    return bool(opens) and (not verbs or verbs[0] > k + 1)
