"""Which headings say what is so.

Refuses questions and labels: "What is a heat pump" and "Costs and savings" claim nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimbook.lexicon import load


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(str(load("headlines")[key]).split())


def is_statement(words: Sequence[str]) -> bool:
    """Tell whether the lower-case words of a heading make a whole statement ("trams are quiet at night")."""
    if len(words) < load("headlines")["least"] or words[0] in _words("asks"):
        return False
    return not _words("states").isdisjoint(words[1:])
