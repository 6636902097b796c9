"""Find the quantities of a text in one pass.

Refuses to look further than the words beside a number, and to read tables of figures: a stretch with more figures than
words is no prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import compress

from claimbook.extract.quantities.borrow import borrow
from claimbook.extract.quantities.dispatch import WORDS, read_at
from claimbook.extract.quantities.draft import Draft
from claimbook.extract.quantities.names import opaque_spans
from claimbook.extract.quantities.numbers import GLYPHS
from claimbook.extract.quantities.tokens import Tokens
from claimbook.extract.quantities.vague import AFTER_ONLY
from claimbook.model import Quantity

BLANK = re.compile(r"\n[ \t\r]*+(?:\n[ \t\r]*+)++")
LONGEST_BLOCK = 6000
# characters read left and right of a word that may begin a quantity
LEFT, RIGHT = 80, 100
# a block with more figures than this, and one in every few characters, is a table or a dump of data
MOST_FIGURES, FIGURE_WIDTH = 150, 12
MOST_KNOWN = 100_000
STARTS = frozenset(WORDS) | frozenset(GLYPHS)
# common words that begin a quantity only after these
GUARDED = {**AFTER_ONLY, "one": ()}
LONGEST_GUARD = 16


def find_quantities(
    text: str, start: int = 0, end: int | None = None, *, among: tuple[Sequence[str], Sequence[int]] | None = None
) -> list[Quantity]:
    """Find the quantities of `text[start:end]`, sorted and apart.

    `start` and `end` of each are code points of `text`, and `text[q.start:q.end] == q.text`. `among` gives all words of
    the whole text in lower case and where they start, for a caller who has them. Time grows linearly.
    """
    end = len(text) if end is None else end
    if among and len(text.lower()) == len(text):
        places = list(map(_places().__getitem__, among[0]))
        triggers = [
            at + inside
            for at, held in compress(zip(among[1], places, strict=True), places)
            for inside, word in held
            if word not in GUARDED or _may_begin(text, at + inside, word)
        ]
    else:
        spots = ((start + match.start(), match[0]) for match in _trigger().finditer(_lowered(text[start:end])))
        triggers = [at for at, word in spots if word not in GUARDED or _may_begin(text, at, word)]
    found: list[Quantity] = []
    n = 0
    for first, last in _blocks(text, start, end) if triggers else ():
        if n == len(triggers) or triggers[n] >= last:
            continue
        begin, n = n, bisect_left(triggers, last, n)
        for left, right in _windows(text, first, last, triggers[begin:n]):
            found += _read_window(text, left, right)
    return found


@cache
def _trigger() -> re.Pattern[str]:
    """Match digits or a lower-case word that can begin a quantity; grouping words by letter is twice as fast."""
    letters: dict[str, list[str]] = {}
    for word in sorted(WORDS, key=lambda word: (-len(word), word)):
        letters.setdefault(word[0], []).append(word[1:])
    words = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(letters.items()))
    return re.compile(rf"\d+|[{''.join(GLYPHS)}]|\b(?:{words})\b")


def _may_begin(text: str, at: int, word: str) -> bool:
    """Tell from the words beside whether a common word can begin a quantity here: "the day", "one of" never do."""
    if word == "one":
        return text[at + 3 : at + 7] != " of "
    return text[max(0, at - LONGEST_GUARD) : at].rstrip().lower().endswith(GUARDED[word])


class _Places(dict[str, tuple[tuple[int, str], ...]]):
    """Remember which triggers a word holds and where ("twenty-five": 0 and 7); forgets before it fills the memory."""

    def __missing__(self, word: str) -> tuple[tuple[int, str], ...]:
        if len(self) > MOST_KNOWN:
            self.clear()
        places = self[word] = tuple((match.start(), match[0]) for match in _trigger().finditer(word))
        return places


class _Begins(dict[str, bool]):
    """Remember whether a token can begin a quantity; forgets before it fills the memory."""

    def __missing__(self, word: str) -> bool:
        if len(self) > MOST_KNOWN:
            self.clear()
        begins = self[word] = word in STARTS or word[-1] in "0123456789"
        return begins


@cache
def _places() -> _Places:
    return _Places()


@cache
def _begins() -> _Begins:
    return _Begins()


def _lowered(text: str) -> str:
    """Lower the case without moving a code point ("İ" would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if c.isascii() else c for c in text)


def _blocks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at blank lines, and a longer stretch at a space, so that no part of the work grows with the text."""
    cuts = [match.end() for match in BLANK.finditer(text, start, end)]
    blocks = []
    for stop in [*cuts, end]:
        while stop - start > LONGEST_BLOCK:
            cut = _cut(text, start)
            blocks.append((start, cut))
            start = cut
        blocks.append((start, stop))
        start = stop
    return blocks


def _cut(text: str, start: int) -> int:
    for mark in (". ", " "):
        at = text.rfind(mark, start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK)
        if at > 0:
            return at + 1
    return start + LONGEST_BLOCK


def _windows(text: str, start: int, end: int, triggers: list[int]) -> list[tuple[int, int]]:
    """Give the stretches of a block around its triggers, each widened to a space and joined where they meet."""
    windows: list[tuple[int, int]] = []
    if len(triggers) > MOST_FIGURES and len(triggers) * FIGURE_WIDTH > end - start:
        return []
    for at in triggers:
        left = max(start, text.rfind(" ", start, max(start, at - LEFT)) + 1)
        right = text.find(" ", at + RIGHT, min(end, at + 2 * RIGHT))
        right = right if right > 0 else min(end, at + 2 * RIGHT)
        if windows and left <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(right, windows[-1][1]))
        else:
            windows.append((left, right))
    return windows


def _read_window(text: str, start: int, end: int) -> list[Quantity]:
    t = Tokens(text, start, end)
    spots = compress(range(t.n), map(_begins().__getitem__, t.lower))
    opaque = opaque_spans(text, start, end)
    found: list[Draft] = []
    first = 0
    for i in spots:
        if i < first:
            continue
        if opaque and any(span[0] <= t.starts[i] < span[1] for span in opaque):
            first = i + 1
            continue
        draft, after = read_at(t, i, first)
        if draft:
            found.append(draft)
        if draft or after > i:
            first = max(first, after)
    return [_quantity(t, draft) for draft in borrow(t, found)]


def _quantity(t: Tokens, draft: Draft) -> Quantity:
    start, end = t.starts[draft.start], t.ends[draft.end - 1]
    return Quantity.trusted(
        text=t.text[start:end],
        start=start,
        end=end,
        kind=draft.kind,
        low=None if draft.low is None else float(draft.low),
        high=None if draft.high is None else float(draft.high),
        bound=draft.bound,
        unit=draft.unit,
        trend=draft.trend,
    )
