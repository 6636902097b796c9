"""Find the places where an article introduces a study without naming it.

Refuses "the study" and "this trial": those refer back, and what they refer to was introduced elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import re2

from claimbook.lexicon import load
from claimbook.rules.cues import Span, cues, find_cues, has_cue, spell

_CAPITALISED = re2.compile(r"\b[A-Z][\w.]*[\w]")
_BEFORE = 60  # code points: the words that say a study is only planned stand right before it


def introduced_studies(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Give the spans of the words that introduce a study, between `start` and `end`."""
    taken = -1
    for first, last in sorted(set(find_cues(cues("study", "introduced"), text, start, end))):
        if first >= taken and _is_described(text[max(start, first - _BEFORE) : first], text[first:last]):
            taken = last
            yield first, last


def introduces_a_study(text: str) -> bool:
    """Tell whether a stretch of text introduces a study without naming it."""
    return any(True for _ in islice(introduced_studies(text), 1))


def is_named(words: str) -> bool:
    """Tell whether the words that introduce a study name it or its makers ("a Harvard study"); a country does not."""
    # The first word may be capitalised for standing at the start of a sentence.
    words = words[:1].lower() + words[1:]
    return any(match.group() not in _demonyms() for match in _CAPITALISED.finditer(words))


def follows_as_size(between: str) -> bool:
    """Tell whether `between` leads from a study to its size ("of more than")."""
    return _at_end("size_lead").fullmatch(between) is not None


def with_size(text: str, study: Span, end: int) -> Span:
    """Widen the words that introduce a study by its size, where that follows ("a survey" + "of 2,000 drivers")."""
    size = cues("study", "size").match(text[study[1] : min(end, study[1] + _BEFORE)])
    return (study[0], study[1] + size.end()) if size else study


def leads_to_sample(before: str) -> bool:
    """Tell whether the words before a number say that so many were studied ("surveyed more than")."""
    return _at_end("sampled").search(before) is not None


def _is_described(before: str, words: str) -> bool:
    """Tell whether the words introduce a study that was done and is not named."""
    planned = has_cue(cues("study", "wished_for"), words) or _at_end("not_a_study").search(before) is not None
    return not planned and not is_named(words)


@cache
def _at_end(group: str) -> Any:
    return re2.compile("(?i)" + "|".join(f"(?:{spell(phrase)})$" for phrase in load("study")[group]))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(load("study")["demonyms"].split())
