"""A figure in a heading against the figures of the text below it.

Refuses to doubt a heading whose figure the text gives anywhere, and to compare what counts, costs or shares another
thing: the text must say of another figure most of what the heading says of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimbook.compare.figures import Figure
from claimbook.compare.intervals import lie
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.verdicts import Verdict
from claimbook.compare.wording import find_any
from claimbook.lexicon import load
from claimbook.model import Claim, Relation, claim_key
from claimbook.text.blocks import find_blocks

SHARED = 0.6
SHARED_LEAST = 3
_KINDS = frozenset({"count", "money", "proportion", "mass", "length", "volume"})
_EXACT = frozenset({"exactly", "about"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold a heading, as if it were a claim, and the claim of the text that says otherwise."""

    heading: Claim
    claim: Claim
    verdict: Verdict

    def relation(self) -> Relation:
        """Give the relation of heading and claim; the heading's id is that of a claim with its words."""
        a, b = sorted((self.heading.id, self.claim.id))
        return Relation(a=a, b=b, relation=self.verdict.relation, kind=self.verdict.kind, why=self.verdict.why)


def compare_headings(article: str, text: str, claims: Sequence[Claim]) -> Iterator[Doubt]:
    """Give the headings of an article whose figure the text contradicts and never gives, each with one such claim."""
    below = [read_claim(claim) for claim in sorted(claims, key=lambda c: (c.at, c.id)) if claim.quantities]
    if not below:
        return
    for heading in _headings(article, text):
        read = read_claim(heading)
        for figure in read.figures:
            later = [reading for reading in below if reading.claim.start >= heading.end]
            if _plain(read, figure) and not _given(figure, later):
                yield from _otherwise(heading, read, figure, later)


def _headings(article: str, text: str) -> Iterator[Claim]:
    from claimbook.extract.quantities import find_quantities

    for block in find_blocks(text) if text.strip() else ():
        quote = text[block.start : block.end]
        figures = tuple(find_quantities(text, block.start, block.end)) if block.kind == "heading" else ()
        if figures:
            said = {"quote": quote, "at": (block.start, block.end), "kind": "other", "worth": 2, "quantities": figures}
            yield Claim.model_validate({"id": f"{article}/{claim_key(quote)}", **said})


def _plain(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is one that text below would repeat: sized, and no part of a whole."""
    sized = figure.quantity.kind in _KINDS and figure.quantity.bound in _EXACT and not figure.interval.one_sided
    return sized and not find_any(reading.words, (*load("parts")["loose"], *load("parts")["back"]), exact=True)


def _given(figure: Figure, below: Sequence[Reading]) -> bool:
    """Tell whether the text gives the heading's figure, or one that allows it."""
    others = (other for reading in below for other in reading.figures)
    alike = (o for o in others if o.interval.dimension.split()[0] == figure.interval.dimension.split()[0])
    return any(lie(o.interval, figure.interval) != "disjoint" for o in alike)


def _otherwise(heading: Claim, read: Reading, figure: Figure, below: Sequence[Reading]) -> Iterator[Doubt]:
    for reading in below:
        rival = next((f for f in reading.figures if f.interval.dimension == figure.interval.dimension), None)
        shared = read.terms & reading.terms
        if rival is None or not _plain(reading, rival):
            continue
        if len(shared) >= SHARED_LEAST and len(shared) >= SHARED * len(read.terms):
            said = f"the heading says “{figure.quantity.text}”, the text “{rival.quantity.text}” and nowhere the other"
            verdict = Verdict("contradict", "numeric", f"cannot both be true because {said}", "heading")
            yield Doubt(heading, reading.claim, verdict)
            return
