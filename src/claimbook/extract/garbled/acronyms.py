"""Garbled terms given away by their acronym: "posttraumatic pressure sickness (PTSD)".

Refuses an acronym that the words themselves spell out, and words that stand for no established term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimbook.extract.garbled.evidence import number
from claimbook.extract.garbled.store import UNKNOWN, Store, store
from claimbook.extract.garbled.words import Word, read_words

_ACRONYM = re.compile(r"\(([A-Z]{2,6})s?\)")
_REACH = 120
# Longest list of half-built terms kept: a bound on the work, far above what real phrases need.
_KEPT = 4096


def find_by_acronym(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the place of each garbled phrase before its acronym, and the term the acronym stands for."""
    for match in _ACRONYM.finditer(text):
        letters = match.group(1).lower()
        words = read_words(text[max(0, match.start() - _REACH) : match.start()])
        offset = max(0, match.start() - _REACH)
        for count in (len(letters), len(letters) - 1):
            meant = _meant(words[-count:], letters) if 2 <= count <= len(words) else None
            if meant:
                yield words[-count].start + offset, words[-1].end + offset, meant
                break


def _meant(words: list[Word], letters: str) -> str | None:
    """Find the established term that a phrase stands for and whose letters the acronym takes."""
    numbers = [number(word.form) for word in words]
    if UNKNOWN in numbers or spells([word.form for word in words], letters):
        return None
    data = store()
    terms: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for each in numbers:
        terms = [
            (score + max(weights), (*term, origin))
            for score, term in terms
            for origin, weights in data.origins(each).items()
            if not term or is_established(data, term, origin)
        ][:_KEPT]
    spelt = [each for each in terms if spells([data.lemmas[at] for at in each[1]], letters)]
    best = max(spelt, default=None)
    return " ".join(data.shown[at] for at in best[1]) if best else None


def is_established(data: Store, term: tuple[int, ...], word: int) -> bool:
    """Tell whether a word goes on from the last words of a term to an established one."""
    if len(term) > 1 and word in data.after(term[-2], term[-1]):
        return True
    last = term[-1]
    return word in data.seconds(last) or bool(data.after(last, word)) or bool(data.before(last, word))


def spells(words: list[str], letters: str) -> bool:
    """Tell whether words give an acronym: their first letters, and at most one letter from inside a word.

    >>> spells(["value", "added", "tax"], "vat"), spells(["television", "licence"], "tvl")
    (True, True)
    """
    initials = "".join(word[0] for word in words)
    if len(letters) == len(words):
        return initials == letters
    return len(letters) == len(words) + 1 and any(
        letters[:at] + letters[at + 1 :] == initials and letters[at] in words[at - 1][1:]
        for at in range(1, len(letters))
    )
