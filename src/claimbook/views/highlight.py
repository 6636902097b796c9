"""An article cut into pieces that know which claims cover them, overlapping ones too.

Refuses markup: the pieces together are the exact text, and whoever shows them escapes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimbook.model import Claim

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """Hold a stretch of text, code points `start` to `end`, with the ids of the claims over it, outermost first.

    `opens` are the claims whose quote starts here.
    """

    start: int
    end: int
    text: str
    claims: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Hold a paragraph: its pieces in order, and the claims that start in it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]


def cut(text: str, claims: Sequence[Claim], span: Span | None = None) -> list[Piece]:
    """Cut `text` (or the part `span`, in code points) at every edge of a claim; no piece is empty."""
    first, last = span or (0, len(text))
    ranked = sorted((c for c in claims if c.start < last and c.end > first), key=lambda c: (c.start, -c.end, c.id))
    edges = {first, last, *(edge for claim in ranked for edge in claim.at if first < edge < last)}
    ends = sorted(edges)
    pieces: list[Piece] = []
    open_claims: list[Claim] = []
    waiting = 0
    for start, end in pairwise(ends):
        open_claims = [claim for claim in open_claims if claim.end > start]
        opened: list[Claim] = []
        while waiting < len(ranked) and ranked[waiting].start <= start:
            opened.append(ranked[waiting])
            waiting += 1
        open_claims += [claim for claim in opened if claim.end > start]
        over = tuple(claim.id for claim in open_claims)
        opens = tuple(claim.id for claim in opened if claim.start == start)
        pieces.append(Piece(start, end, text[start:end], over, opens))
    return pieces


def paragraphs(text: str, claims: Sequence[Claim]) -> list[Paragraph]:
    """Cut an article at its line breaks into paragraphs with their pieces.

    No claim is torn; blank lines are left out.
    """
    made: list[Paragraph] = []
    ranked = sorted(claims, key=lambda c: (c.start, -c.end, c.id))
    waiting = 0
    for start, end in _lines(text, ranked):
        inside: list[Claim] = []
        while waiting < len(ranked) and ranked[waiting].start < end:
            inside.append(ranked[waiting])
            waiting += 1
        made.append(Paragraph(start, end, tuple(cut(text, inside, (start, end))), tuple(inside)))
    return made


def _lines(text: str, ranked: Sequence[Claim]) -> list[Span]:
    """Give the spans of lines that are not blank; lines that share a claim are one."""
    spans: list[Span] = []
    at, reach, waiting = 0, 0, 0
    for line in text.splitlines(keepends=True):
        start, end = at, at + len(line)
        at = end
        joined = bool(spans) and reach > start
        while waiting < len(ranked) and ranked[waiting].start < end:
            reach = max(reach, ranked[waiting].end)
            waiting += 1
        body = line.rstrip()
        if joined:
            spans[-1] = (spans[-1][0], max(spans[-1][1], start + len(body)))
        elif body.strip():
            spans.append((start, start + len(body)))
    return spans
