"""Where and when a claim's figures hold, and whether two claims name different countries or months.

Refuses to compare what one claim leaves open: only two named settings that share nothing keep claims apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimbook.compare.wording import Word
from claimbook.lexicon import load

_DAY = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?![\d/])")
_NOUNS = {"places": "place", "months": "month", "quarters": "quarter"}

Settings = frozenset[tuple[str, str]]
_UNNAMED: Settings = frozenset()


@cache
def _by_words() -> dict[tuple[str, ...], tuple[str, str]]:
    return {
        tuple(phrase.removesuffix("'s").split()): (_NOUNS[group], name)
        for group in _NOUNS
        for name, phrases in load("settings")[group].items()
        for phrase in phrases
    }


def names_a_place(word: str) -> bool:
    """Tell whether a lower-case word names a country, or what comes from there."""
    return _by_words().get((word,), ("", ""))[0] == "place"


def read_settings(words: Sequence[Word], quote: str) -> Settings:
    """Name the countries, months, quarters and written days a claim mentions, each with what it is."""
    names = [w.text for w in words]
    found = {("day", day) for day in _DAY.findall(quote)}
    for at in range(len(names)):
        for size in (1, 2):
            named = _by_words().get(tuple(names[at : at + size])) if at + size <= len(names) else None
            if named:
                found.add(named)
    return frozenset(found) if found else _UNNAMED


def settings_apart(a: Settings, b: Settings) -> str | None:
    """Say which settings keep two claims apart, `None` when one names none or they share one."""
    if not a or not b:
        return None
    for what in ("place", "day", "month", "quarter"):
        left, right = ({name for kind, name in side if kind == what} for side in (a, b))
        if left and right and not left & right:
            return f"different {what} — {', '.join(sorted(left))} / {', '.join(sorted(right))}"
    return None
