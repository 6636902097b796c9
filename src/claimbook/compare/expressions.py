"""Where a word that could tell of a change tells of none: fixed expressions, names of places and of things.

Refuses to guess from a word alone: its neighbours decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimbook.compare.wording import Word
from claimbook.lexicon import load

_COPULAS = frozenset({"is", "are", "was", "were"})


def fixed(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of change is half of an expression that tells of no change ("fell ill", "rose to fame")."""
    following = [w.text for w in words[at + 1 : at + 3]]
    return following[:1] in (["ill"], ["sick"], ["asleep"], ["apart"]) or following == ["to", "fame"]


def is_noun(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word that is a verb only after "to", "can" and the like names a thing here ("fuel costs")."""
    nouns = load("effects")["verbs_or_nouns"]
    return words[at].text in nouns["words"].split() and (not at or words[at - 1].text not in nouns["after"].split())


def in_a_name(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of more or less is part of where something is ("in the lower town")."""
    before = [w.text for w in words[max(0, at - 2) : at]]
    return words[at].text in ("lower", "higher") and before[-1:] == ["the"] and before[:1] in (["in"], ["on"], ["at"])


def there_is(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word only describes what there is ("there is encouraging news")."""
    before = [w.text for w in words[max(0, at - 3) : at]]
    there = [k for k, text in enumerate(before[:-1]) if text == "there" and before[k + 1] in _COPULAS]
    return words[at].text.endswith("ing") and bool(there)
