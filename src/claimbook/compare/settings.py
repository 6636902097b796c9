"""Where and when a claim's figures hold, and whether two claims name different countries or months.

Refuses to compare what one claim leaves open: only two named settings that share nothing keep claims apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimbook.compare.wording import Word
from claimbook.lexicon import load

_NAME = r"[^\W\d_a-z][\w’-]*"
_JOINTS = "[Ii]n|[Aa]t|[Oo]n|[Aa]cross|[Aa]round|[Oo]utside|[Nn]ear"
_IN = re.compile(rf"(?<!\w)(?:{_JOINTS}) (?:the )?({_NAME}(?: {_NAME}){{0,3}})(?!['’\w])")
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
    found |= {("spot", name) for name in _spots(quote)}
    return frozenset(found) if found else _UNNAMED


def _spots(quote: str) -> set[str]:
    """Find the towns, rivers and the like that a quote names after "in" or "at"; a heading in capitals names none."""
    written = quote.split()
    if 2 * sum(word[:1].isupper() for word in written) > len(written):
        return set()
    data, spots = load("settings")["spots"], set()
    for match in _IN.finditer(quote):
        before = quote[: match.start()].split()[-1:]
        name = match[1].lower()
        if _is_known(name) or (before and before[0].lower() in data["published"].split()):
            continue
        # a town and its university are told by the same word; "the North East" only by both of its words
        telling = [word for word in name.split() if word not in data["common"].split()]
        spots |= {*telling} if telling else {name}
    return spots


def _is_known(name: str) -> bool:
    """Tell whether a name begins with a country, a month or a word that names no place."""
    first = name.split()
    return first[0] in load("settings")["spots"]["no_place"].split() or any(
        tuple(first[:size]) in _by_words() for size in (1, 2)
    )


def settings_apart(a: Settings, b: Settings) -> str | None:
    """Say which settings keep two claims apart, `None` when one names none or they share one."""
    if not a or not b:
        return None
    for what in ("place", "spot", "day", "month", "quarter"):
        left, right = ({name for kind, name in side if kind == what} for side in (a, b))
        if left and right and not left & right:
            named = "place" if what == "spot" else what
            return f"different {named} — {', '.join(sorted(left))} / {', '.join(sorted(right))}"
    return None
