"""Find a review's conditions, products and institutions in a text, by the words its terms give them.

Refuses synonyms of its own: what `evidence/terms.yaml` does not say is not known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import re2

from claimbook.evidence.nouns import Term

_PREVAILS = 3  # times as often as the next condition: then an article is about it


class Vocabulary:
    """Find the terms of one kind in a text, and tell which is wider than which."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._under = {term.id: term.under for term in terms}
        self._ids = {_folded(word): term.id for term in terms for word in term.words}
        words = sorted(self._ids, key=len, reverse=True)
        self._pattern = _pattern(tuple(words)) if words else None

    def named(self, text: str) -> tuple[str, ...]:
        """List the terms a text names, each once, in order. Of two that overlap the longer words count."""
        return tuple(dict.fromkeys(self._found(text)))

    def prevailing(self, text: str) -> str | None:
        """Give the widest term a text is about: named far more often than any other; `None` where there is none."""
        counts = Counter(self.widest(term) for term in self._found(text)).most_common(2)
        if not counts or (len(counts) == 2 and counts[0][1] < _PREVAILS * counts[1][1]):
            return None
        return counts[0][0]

    def widest(self, term: str) -> str:
        """Follow `under` up to the widest term."""
        return self._line(term)[-1]

    def covers(self, wide: str, narrow: str) -> bool:
        """Tell whether a term is another one, or wider than it."""
        return wide in self._line(narrow)

    def touches(self, terms: Iterable[str], other: str) -> bool:
        """Tell whether one of some terms is another, or wider or narrower than it."""
        return any(self.covers(term, other) or self.covers(other, term) for term in terms)

    def _line(self, term: str) -> list[str]:
        line = [term]
        while (above := self._under.get(line[-1])) and above not in line:
            line.append(above)
        return line

    def _found(self, text: str) -> list[str]:
        if self._pattern is None:
            return []
        words = (_folded(match.group()) for match in self._pattern.finditer(text))
        return [self._ids[word] for word in words if word in self._ids]


def _folded(word: str) -> str:
    """Bring a word to the form terms are compared in: an abbreviation as it is, other words in lower case."""
    word = " ".join(word.split()).replace("’", "'")
    return word if _is_abbreviation(word) else word.lower()


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) > 1


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> Any:
    """Make one pattern of words; capitals count in abbreviations only ("SAD" is a disorder, "sad" is not)."""
    spelled = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in words)
    forms = (form if _is_abbreviation(word) else f"(?i:{form})" for word, form in zip(words, spelled, strict=True))
    return re2.compile(r"\b(?:" + "|".join(forms) + r")\b")
