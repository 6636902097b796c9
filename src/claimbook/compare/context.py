"""What stands around a claim in its article: the start of its sentence, the sentence before, the headings above.

Refuses to resolve anything: it hands over the words nearby, and `reading` says what they may be used for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimbook.model import Claim
    from claimbook.text.blocks import Block


@dataclass(frozen=True, slots=True)
class Context:
    """Hold the words around a claim: `opening` of its own sentence, the sentence `before`, the `heading` above it."""

    opening: str = ""
    before: str = ""
    heading: str = ""


NOWHERE = Context()


def _context(text: str, blocks: Sequence[Block], starts: Sequence[int], at: int) -> Context:
    number = bisect_right(starts, at) - 1
    if number < 0:
        return NOWHERE
    block = blocks[number]
    heading = block.headings[-1] if block.headings else ""
    sentences = block.sentences(text)
    own = next((k for k, (start, end) in enumerate(sentences) if start <= at < end), None)
    if own is None:
        return Context(heading=heading)
    before = sentences[own - 1] if own else block.lead_in
    return Context(text[sentences[own][0] : at], text[before[0] : before[1]] if before else "", heading)


def read_contexts(claims: Sequence[Claim], texts: Mapping[str, str]) -> dict[str, Context]:
    """Give the context of every claim whose article's text is at hand, by claim id."""
    from claimbook.text.blocks import find_blocks

    blocks = {name: find_blocks(texts[name]) for name in sorted({c.article for c in claims}) if name in texts}
    starts = {name: [block.start for block in found] for name, found in blocks.items()}
    return {
        claim.id: _context(texts[claim.article], blocks[claim.article], starts[claim.article], claim.start)
        for claim in claims
        if claim.article in blocks
    }
