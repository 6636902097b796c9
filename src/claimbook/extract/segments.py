"""The parts of an article that can hold claims: paragraphs, list items, whole lists under a lead-in, table rows.

Refuses headings, contents and boilerplate. A list of bare things under a lead-in ("Side effects include:") is one
segment with its items; items that assert something themselves stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimbook.extract.grammar import finite_verbs
from claimbook.extract.tokens import NOUNISH, THIRD, Tokens
from claimbook.text.blocks import Block, find_blocks

Span = tuple[int, int]
_MOST_ITEM_WORDS = 12


class Segment(NamedTuple):
    """Hold `text[start:end]`, its sentences, the heading above, its list's lead-in and, for a whole list, the items."""

    start: int
    end: int
    sentences: Sequence[Span]
    heading: Span | None = None
    lead: Span | None = None
    items: tuple[Span, ...] = ()
    item: bool = False
    title: bool = False


def find_segments(text: str) -> Iterator[Segment]:
    """Yield the segments of a text in order."""
    heading: Span | None = None
    for kind, group in groupby(find_blocks(text), key=lambda b: (b.kind, b.list_id)):
        blocks = list(group)
        if kind[0] == "item":
            yield from _list(text, blocks, heading)
            continue
        for number, block in enumerate(blocks):
            if block.kind == "heading":
                heading = (block.start, block.end)
                yield Segment(block.start, block.end, (heading,), None, title=True)
            elif block.kind in ("paragraph", "quote"):
                yield Segment(block.start, block.end, block.sentences(text), heading)
            elif block.kind == "table" and number:
                yield Segment(block.start, block.end, ((block.start, block.end),), heading, item=True)


def _list(text: str, blocks: Sequence[Block], heading: Span | None) -> Iterator[Segment]:
    lead = _lead(text, blocks[0])
    if lead and len(blocks) > 1 and all(_is_thing(text, b) for b in blocks):
        spans = tuple((b.start, b.end) for b in blocks)
        yield Segment(lead[0], blocks[-1].end, ((lead[0], blocks[-1].end),), heading, lead, spans)
        return
    for block in blocks:
        start = block.label[1] if block.label and _asserts(text, block.label[1], block.end) else block.start
        sentences = [(max(a, start), b) for a, b in block.sentences(text) if b > start]
        yield Segment(block.start, block.end, sentences, heading, lead, item=True)


def _lead(text: str, first: Block) -> Span | None:
    """Give the last sentence of the paragraph that leads into a list, when it ends with a colon."""
    if first.lead_in is None or not text[slice(*first.lead_in)].rstrip("*_ \n").endswith(":"):
        return None
    start, end = first.lead_in
    stop = max(text.rfind(mark, start, end - 2) for mark in (". ", "! ", "? ", ".\n"))
    return (stop + 2 if stop >= 0 else start, end)


def _is_thing(text: str, block: Block) -> bool:
    """Tell whether an item only names something: short, no finite verb, no label."""
    item = text[block.start : block.end]
    if block.label is not None or len(item.split()) > _MOST_ITEM_WORDS + 12:
        return False
    tokens = Tokens(item)
    if len(tokens) > _MOST_ITEM_WORDS + 12 or not len(tokens):
        return False
    return not finite_verbs(tokens, 0, _before_bracket(tokens)) and not _verb_first(tokens)


def _before_bracket(tokens: Tokens) -> int:
    stops = [tokens.words.index(w) for w in ("who", "that", "which", "(") if w in tokens.words]
    return min(stops) if stops else len(tokens)


def _verb_first(tokens: Tokens) -> bool:
    return bool(tokens.tags[0] & THIRD) and not tokens.tags[0] & NOUNISH


def _asserts(text: str, start: int, end: int) -> bool:
    tokens = Tokens(text[start:end])
    return len(tokens) > 4 and bool(finite_verbs(tokens, 0, len(tokens)))
