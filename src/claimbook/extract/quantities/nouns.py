"""Counted nouns: "24 controlled studies" counts studies.

Refuses to parse grammar: a noun phrase ends at its first plural noun, or at a word that cannot stand inside one.
"""

from __future__ import annotations

from functools import lru_cache

from claimbook.extract.quantities.tokens import Tokens
from claimbook.extract.tokens import BASE, NOUNISH, PAST, THIRD, tags_of
from claimbook.lexicon import load

_NOUNS = load("counted_nouns")
STOPS = frozenset(_NOUNS["stops"].split())
PLURALS: dict[str, str] = _NOUNS["plurals"]
NOT_PLURAL = frozenset(_NOUNS["not_plural"])
ADJECTIVES = frozenset(_NOUNS["adjectives"])
PRONOUN_AFTER = frozenset(_NOUNS["pronoun_after"])
PLURAL_MODIFIERS = frozenset(_NOUNS["plural_modifiers"])
_ONE = load("stand_ins")
_RANKING = load("comparatives")
POINTING = frozenset(_ONE["pointing"].split())
DETERMINERS = frozenset(_ONE["determiners"].split())
COMPARATIVES = frozenset((*_RANKING["more"], *_RANKING["less"], *_ONE["comparatives"].split()))
ORDERING = frozenset(load("number_words")["ordinals"]) | frozenset(_ONE["ordering"].split())
NOUNS_TOO = frozenset(_ONE["verbs_or_nouns"].split())
LONGEST = 5
ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "able", "ible", "ary", "less", "ern", "est")


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if word in PLURALS:
        return True
    if word in NOT_PLURAL or len(word) < 4 or not word.endswith("s"):
        return False
    return not word.endswith(("ss", "us", "is", "ous", "'s", "’s"))


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Give the singular of a lower-case plural noun."""
    if word in PLURALS:
        return PLURALS[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and len(word) > 4:
        return word[:-2]
    return word[:-1]


def _can_continue(t: Tokens, i: int) -> bool:
    word = t.word(i)
    return bool(word) and word[0].isalpha() and t.linked(i) and (word not in STOPS or t.words[i] == "US")


def _plural_at(t: Tokens, i: int) -> bool:
    return is_plural(t.word(i)) or _acronyms(t.raw(i))


def _acronyms(word: str) -> bool:
    """Tell whether a word is the plural of an acronym: "MPs", "SUVs"."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def _part_of_name(t: Tokens, i: int) -> bool:
    """Tell whether a figure belongs to a name inside the phrase: "COVID-19 tests", "new 737 Max jets"."""
    if not t.raw(i).isdecimal() or not t.linked(i):
        return False
    joined = t.word(i - 1) == "-" and t.glued(i) and t.glued(i - 1) and t.raw(i - 2)[:1].isupper()
    return joined or (t.linked(i + 1) and not t.glued(i + 1) and t.raw(i + 1).istitle() and not _plural_at(t, i + 1))


def counted(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read the plural noun phrase from token `i`: its singular in lower case and the index after it."""
    j, head = i, -1
    while j < i + 2 * LONGEST and (_can_continue(t, j) or (j > i and _part_of_name(t, j))):
        if _plural_at(t, j):
            head = j
            if t.word(j) not in PLURAL_MODIFIERS or not (
                _can_continue(t, j + 1) and is_plural(t.word(j + 1)) and t.raw(j + 1).islower()
            ):
                break
        elif head >= 0:
            break
        j += 1
        if t.word(j) == "-" and t.glued(j) and t.glued(j + 1):
            j += 1
    if head >= 0:
        return _named(t, i, head)
    return _past_figure(t, i) or _paired(t, i)


def _paired(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read "digital and physical sales": two modifiers of one plural noun."""
    if t.word(i + 1) != "and" or not (t.linked(i + 1) and _can_continue(t, i) and _can_continue(t, i + 2)):
        return None
    if not (_can_continue(t, i + 3) and is_plural(t.word(i + 3))) or is_plural(t.word(i + 2)):
        return None
    return f"{t.word(i)} {t.word(i + 2)} {singular(t.word(i + 3))}", i + 4


def _past_figure(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read the noun of "two 24-hour surveys": the figure between stays a quantity of its own."""
    if not t.raw(i)[:1].isdecimal() or t.word(i + 1) != "-" or not t.glued(i + 1) or not t.glued(i + 2):
        return None
    noun = counted(t, i + 3) if t.linked(i) and t.linked(i + 3) else None
    return (noun[0], i) if noun else None


def points(t: Tokens, i: int) -> bool:
    """Tell whether the "one" at token `i` points at a thing already named: "this one", "the next one", "no one"."""
    before = t.word(i - 1)
    if not t.linked(i) or t.glued(i):
        return False
    qualified = before not in STOPS and (is_adjective(before) or before in COMPARATIVES or before in ORDERING)
    return before in POINTING or (qualified and t.word(i - 2) in DETERMINERS)


def counted_one(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read the singular noun after "one": adjectives and the first other word.

    None after a pronoun: "one" with a verb ("one failed", "one works") or a bare comparative ("one easier").
    """
    j = i
    while j < i + 3 and _can_continue(t, j) and _describes(t.word(j)) and _can_continue(t, j + 1):
        j += 1
    word = t.word(j)
    if not _can_continue(t, j) or word in PRONOUN_AFTER or word.endswith("ly"):
        return None
    if word in COMPARATIVES or (word.islower() and t.raw(j).islower() and _only_verb(word)):
        return None
    return _named(t, i, j)


def _describes(word: str) -> bool:
    return is_adjective(word) or word in COMPARATIVES or _is_participle(word)


def _is_participle(word: str) -> bool:
    return len(word) > 5 and word.endswith("ed") and not word.endswith(("eed", "bed", "shed"))


def _only_verb(word: str) -> bool:
    """Tell whether a word behind "one" can only be its verb: in the past, or with the -s that no singular noun has."""
    tags = tags_of(word)
    if _is_participle(word) or (tags & THIRD and word not in PLURALS):
        return True
    return bool(tags & PAST) and not tags & (NOUNISH | BASE) and word not in NOUNS_TOO


def is_adjective(word: str) -> bool:
    """Tell whether a lower-case word is an adjective by the list or by its ending."""
    return word in ADJECTIVES or (len(word) > 4 and word.endswith(ADJECTIVE_ENDINGS))


def _named(t: Tokens, i: int, head: int) -> tuple[str, int]:
    while i < head and t.word(i).endswith("ed") and len(t.word(i)) > 4 and not t.glued(i + 1):
        i += 1
    modifiers = t.text[t.starts[i] : t.starts[head]]
    noun = t.lower[head][:-1] if _acronyms(t.words[head]) else singular(t.lower[head])
    return " ".join(f"{modifiers}{noun}".split()).lower(), head + 1
