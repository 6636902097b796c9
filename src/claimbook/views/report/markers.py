"""The marks of Markdown in an article's text: what to hide and what to set in bold, all characters kept.

Refuses to change the text: the runs of a paragraph together are its exact characters, and templates escape them. What
is not surely a heading or bold stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimbook.views.highlight import Paragraph, Piece

# both are linear: a run of marks or of other characters is read once from each place it can start
_BOLD = re.compile(r"\*\*(?![\s*])([^*\n]++)(?<!\s)\*\*")
_HEADING = re.compile(r"\s*+(#{1,6})[ \t]++(?=\S)")
_LONGEST_HEADING = 160
_ENDS = (".", ";", ",")


class Run(NamedTuple):
    """Hold characters that look alike: `look` is `mark` (a sign of Markdown, hidden), `bold` or nothing."""

    text: str
    look: str


class Marked(NamedTuple):
    """Hold a paragraph's level as a heading, 0 where it is none, and the runs of each of its pieces."""

    level: int
    pieces: tuple[tuple[Piece, tuple[Run, ...]], ...]


def marked(paragraph: Paragraph) -> Marked:
    """Find the marks of Markdown in a paragraph."""
    text = "".join(piece.text for piece in paragraph.pieces)
    spans, level = _spans(text)
    at, pieces = 0, []
    for piece in paragraph.pieces:
        pieces.append((piece, tuple(_runs(text, at, at + len(piece.text), spans))))
        at += len(piece.text)
    return Marked(level, tuple(pieces))


def _spans(text: str) -> tuple[list[tuple[int, int, str]], int]:
    """Give where marks and bold stand, in order, and the level of the heading."""
    spans: list[tuple[int, int, str]] = []
    level = 0
    heading = _HEADING.match(text)
    if heading and len(text) <= _LONGEST_HEADING and "\n" not in text and not text.rstrip().endswith(_ENDS):
        level = len(heading[1])
        spans.append((heading.start(1), heading.end(), "mark"))
    for bold in _BOLD.finditer(text):
        spans += [(bold.start(), bold.start(1), "mark"), (*bold.span(1), "bold"), (bold.end(1), bold.end(), "mark")]
    return spans, level


def _runs(text: str, first: int, last: int, spans: Sequence[tuple[int, int, str]]) -> Iterator[Run]:
    """Cut the characters `[first, last)` at the edges of the spans."""
    inside = [(max(a, first), min(b, last), look) for a, b, look in spans if a < last and b > first]
    edges = sorted({first, last, *(edge for a, b, _ in inside for edge in (a, b))})
    looks = {a: look for a, _, look in inside}
    ends = {a: b for a, b, _ in inside}
    look, until = "", first
    for start, end in pairwise(edges):
        if start in looks:
            look, until = looks[start], ends[start]
        yield Run(text[start:end], look if start < until else "")
