"""Look for the phrases of a word list in a stretch of an article, in time linear in its length.

Refuses look-around and back-references (re2 has none): what must not precede a phrase is asked of the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import re2

from claimbook.lexicon import load

Span = tuple[int, int]


def compile_cues(phrases: Iterable[str], *, any_case: bool = True) -> Any:
    """Make one pattern of phrases; a space stands for any white space, an apostrophe for either kind.

    A phrase may use re2 syntax. It must begin and end at word borders where it begins and ends with a word character.
    """
    spelled = (spell(phrase) for phrase in phrases)
    return re2.compile(("(?i)" if any_case else "") + "|".join(_bordered(phrase) for phrase in spelled))


def spell(phrase: str) -> str:
    """Let a space of a phrase stand for any white space and an apostrophe for either kind."""
    return phrase.replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "['’]")


def _bordered(phrase: str) -> str:
    left = r"\b" if phrase[0].isalnum() or phrase[0] in "([" else ""
    # An escaped bracket is a character of the text; an unescaped one ends a group, and so a word.
    ends_word = phrase[-1].isalnum() or re.search(r"[^\\][)?]$", phrase)
    right = r"\b" if ends_word else ""
    return f"{left}(?:{phrase}){right}"


@cache
def cues(lexicon: str, group: str, any_case: bool = True) -> Any:
    """Compile one group of a word list once."""
    return compile_cues(load(lexicon)[group], any_case=any_case)


def find_cues(pattern: Any, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Give the spans (code points of `text`) where a pattern matches between `start` and `end`.

    Where a phrase marks a part of itself with a group, that part is the span.
    """
    for match in pattern.finditer(text[start:end]):
        group = match.lastindex or 0
        yield start + match.start(group), start + match.end(group)


def has_cue(pattern: Any, text: str) -> bool:
    """Tell whether a pattern matches anywhere in `text`."""
    return pattern.search(text) is not None
