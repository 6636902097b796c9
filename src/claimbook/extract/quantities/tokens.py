"""Words, numbers and marks of a text with their offsets.

Refuses to interpret them: a token is a run of letters, one written number or one other character.
"""

from __future__ import annotations

import re

NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?![\d])(?:\.\d+)?|\d+(?:\.\d+)*|(?<![\w.])\.\d+"
)
WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
TOKEN = re.compile(rf"{NUMBER}|{WORD}|[^\w\s]|_")


class Tokens:
    """Hold the tokens of one stretch of text as parallel lists.

    `words` are as written, `lower` in lower case; `starts` and `ends` are code points of the whole text. Reading past
    either end gives empty words, so that callers need no bounds checks.
    """

    __slots__ = ("ends", "lower", "n", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        spans = [match.span() for match in TOKEN.finditer(text, start, end)]
        self.words = [text[a:b] for a, b in spans]
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self.lower = [word.lower() for word in self.words]
        self.n = len(self.words)

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
