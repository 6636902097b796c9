"""What stands around a claim in its article: the start of its sentence, the sentence before, the headings above.

Refuses to resolve anything: it hands over the words nearby, and `reading` says what they may be used for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimbook.model import Claim
    from claimbook.text.sentences import Span


@dataclass(frozen=True, slots=True)
class Context:
    """Hold the words around a claim: `opening` of its own sentence, the sentence `before`, the `heading` above it."""

    opening: str = ""
    before: str = ""
    heading: str = ""


NOWHERE = Context()


class _Surroundings:
    """Hold the blocks of one article, each cut into sentences once, however many claims stand in it."""

    def __init__(self, text: str) -> None:
        from claimbook.text.blocks import find_blocks

        self._text, self._blocks = text, find_blocks(text)
        self._starts = [block.start for block in self._blocks]
        self._cut: dict[int, list[Span]] = {}

    def _sentences(self, number: int) -> list[Span]:
        if number not in self._cut:
            self._cut[number] = self._blocks[number].sentences(self._text)
        return self._cut[number]

    def of(self, at: int) -> Context:
        """Give the context of what starts at an offset."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return NOWHERE
        block, sentences = self._blocks[number], self._sentences(number)
        heading = block.headings[-1] if block.headings else ""
        own = bisect_right(sentences, at, key=itemgetter(0)) - 1
        if own < 0 or at >= sentences[own][1]:
            return Context(heading=heading)
        before = sentences[own - 1] if own else block.lead_in
        return Context(self._text[sentences[own][0] : at], self._text[before[0] : before[1]] if before else "", heading)


def read_contexts(claims: Sequence[Claim], texts: Mapping[str, str]) -> dict[str, Context]:
    """Give the context of every claim whose article's text is at hand, by claim id."""
    around = {name: _Surroundings(texts[name]) for name in sorted({c.article for c in claims}) if name in texts}
    return {claim.id: around[claim.article].of(claim.start) for claim in claims if claim.article in around}
