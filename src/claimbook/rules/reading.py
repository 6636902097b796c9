"""One article as the rules read it: its claims, its sentences, and what stands around a claim.

Refuses to change a claim or to look beyond the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.model import Article, Claim
from claimbook.text.blocks import Block, find_blocks

if TYPE_CHECKING:
    from claimbook.extract.sources import Source

Span = tuple[int, int]
# Code points looked at on either side of a claim: a text without full stops must not make every question a long one.
WIDEST = 600


class Reading:
    """Hold an article with the views of it that several rules need, each made once."""

    def __init__(self, source: Source) -> None:
        self.article: str = source.article
        self.text: str = source.text
        self.record: Article | None = source.record
        self.claims: tuple[Claim, ...] = tuple(sorted(source.claims, key=lambda claim: (claim.at, claim.id)))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Give the article's blocks in order."""
        return tuple(find_blocks(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Give the article's sentences in order, none of them across two blocks."""
        return tuple(span for block in self.blocks for span in block.sentences(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def index_of(self, offset: int) -> int:
        """Tell which sentence holds `offset` (the one before, where none does)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def around(self, start: int, end: int) -> Span:
        """Widen a span to the sentences it touches, by no more than any honest sentence needs."""
        if not self.sentences:
            return start, end
        first, last = self.sentences[self.index_of(start)], self.sentences[self.index_of(max(start, end - 1))]
        return min(start, max(first[0], start - WIDEST)), max(end, min(last[1], end + WIDEST))

    def sentence(self, claim: Claim) -> str:
        """Give the whole sentence or sentences a claim stands in."""
        start, end = self.around(*claim.at)
        return self.text[start:end]

    def sentence_after(self, offset: int) -> Span | None:
        """Give the next sentence at or after `offset` in the same block, if there is one."""
        number = bisect_right(self._starts, max(0, offset - 1))
        if number >= len(self.sentences):
            return None
        following = self.sentences[number]
        return following if self.block_at(following[0]) is self.block_at(max(0, offset - 1)) else None

    def number_from(self, offset: int) -> int:
        """Give the number of the first sentence that starts at or after `offset`."""
        return bisect_left(self._starts, offset)

    def claims_in(self, start: int, end: int) -> list[Claim]:
        """List the claims that share a character with a span."""
        last = bisect_left(self._claim_starts, end)
        first = bisect_left(self._claim_starts, start - self._longest_claim)
        return [claim for claim in self.claims[first:last] if claim.end > start]

    def claims_under(self, heading: Block) -> list[Claim]:
        """List the claims of the section a heading opens."""
        number = bisect_right(self._block_starts, heading.start)
        rest = self.blocks[number:]
        ends = (block.start for block in rest if block.kind == "heading" and block.level <= heading.level)
        return self.claims_in(heading.end, next(ends, len(self.text)))

    @cached_property
    def _claim_starts(self) -> list[int]:
        return [claim.start for claim in self.claims]

    @cached_property
    def _longest_claim(self) -> int:
        return max((claim.end - claim.start for claim in self.claims), default=0)

    def block_at(self, offset: int) -> Block | None:
        """Give the block that holds `offset`."""
        number = bisect_right(self._block_starts, offset) - 1
        return self.blocks[number] if number >= 0 and offset < self.blocks[number].end else None

    def lead_in(self, offset: int) -> str:
        """Give the words that lead into the list an offset stands in; nothing where it stands in none."""
        block = self.block_at(offset)
        lead = block.lead_in if block else None
        return self.text[lead[0] : lead[1]][-WIDEST:] if lead else ""

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]
