"""Words, numbers and marks of a text with their offsets.

Refuses to interpret them: a token is a run of letters, one written number or one other character.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?![\d])(?:\.\d+)?|\d+(?:\.\d+)*|(?<![\w.])\.\d+"
)
_LETTER = r"[^\W\d_]"
# plain letters have an alternative of their own, which is quicker
WORD = rf"[a-zA-Z]++(?!{_LETTER})(?:['’]{_LETTER}++)*+|{_LETTER}++(?:['’]{_LETTER}++)*+"
# words first: what most tokens are
_TOKEN = rf"{WORD}|{NUMBER}|[^\w\s]|_"
TOKEN = re.compile(_TOKEN)
# splitting gives gap, token, gap, token …: twice as fast as asking each match
_SPLIT = re.compile(f"({_TOKEN})")


class Tokens:
    """Hold the tokens of one stretch of text as parallel lists.

    `words` are as written, `lower` in lower case; `starts` and `ends` are code points of the whole text. Reading past
    either end gives empty words, so that callers need no bounds checks.
    """

    __slots__ = ("ends", "lower", "measures", "n", "numbers", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        if start and text[start : start + 1] == ".":  # "1.5" is no ".5": what stands before the stretch must be seen
            marks = [at for match in TOKEN.finditer(text, start, end) for at in match.span()]
            self.starts, self.ends = marks[::2], marks[1::2]
            self.words = [text[a:b] for a, b in zip(self.starts, self.ends, strict=True)]
        else:
            parts = _SPLIT.split(text[start:end])
            marks = list(accumulate(map(len, parts), initial=start))
            self.words, self.starts, self.ends = parts[1::2], marks[1:-1:2], marks[2::2]
        self.lower = "\0".join(self.words).lower().split("\0") if self.words else []
        self.n = len(self.words)
        # what was read at a token before: several readers ask for the same one
        self.numbers: dict[int, Any] = {}
        self.measures: dict[int, Any] = {}

    def word(self, i: int) -> str:
        """Give the lower-case token at `i`, or an empty string outside the stretch."""
        return self.lower[i] if 0 <= i < self.n else ""

    def raw(self, i: int) -> str:
        """Give the token at `i` as written, or an empty string outside the stretch."""
        return self.words[i] if 0 <= i < self.n else ""

    def glued(self, i: int) -> bool:
        """Tell whether token `i` touches token `i - 1`."""
        return 0 < i < self.n and self.starts[i] == self.ends[i - 1]

    def linked(self, i: int) -> bool:
        """Tell whether token `i` goes on from token `i - 1`: on one line, or wrapped onto the next in lower case."""
        if not 0 < i < self.n:
            return False
        if self.starts[i] - self.ends[i - 1] <= 1 and self.text[self.ends[i - 1]] != "\n":
            return True
        gap = self.text[self.ends[i - 1] : self.starts[i]]
        if len(gap) > 4 or gap.count("\n") > 1:
            return False
        return "\n" not in gap or self.words[i][0].islower() or self.words[i][0].isdecimal()
