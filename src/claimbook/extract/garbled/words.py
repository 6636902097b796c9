"""The words of a text as garbled wording is looked for in them: where each stands, and its plain form.

Refuses to read sentences or parts of speech: a phrase is what stands between two punctuation marks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# One word, or one mark that no phrase reaches across. No nested repeats: linear on any text.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[^\s\-]")
_LONG_PLURALS = ("sses", "xes", "ches", "shes")
_NO_PLURAL = ("ss", "us", "is")


class Word(NamedTuple):
    """One word or mark of a text: where it stands, its lower-case form, and whether it starts with a capital."""

    start: int
    end: int
    form: str
    capital: bool


def read_words(text: str) -> list[Word]:
    """Give the words and marks of a text in order. Hyphens separate words, as "neuro-fuzzy" is two."""
    words = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        words.append(Word(start, end, word.lower().replace("’", "'"), word[0].isupper()))
    return words


def read_forms(text: str) -> list[str]:
    """Give the words and marks of a text as they are written, one for each of `read_words`."""
    return _TOKEN.findall(text)


def lemma(form: str) -> str:
    """Take the plural ending off a lower-case word."""
    if len(form) > 5 and form.endswith(_LONG_PLURALS):
        return form[:-2]
    if len(form) > 4 and form.endswith("ies"):
        return form[:-3] + "y"
    if len(form) > 3 and form.endswith("s") and not form.endswith(_NO_PLURAL):
        return form[:-1]
    return form


def same_stem(one: str, other: str) -> bool:
    """Tell whether two words only differ in their endings, which garbles nothing."""
    common = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return common >= 3 and common >= 0.6 * min(len(one), len(other))
