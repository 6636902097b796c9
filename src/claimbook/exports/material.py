"""What is exported: the articles with their claims, relations, findings and evidence, as they stand.

Refuses to judge anew: relations and findings are those that `compare` and `check` give.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimbook.compare import compare_sources
from claimbook.evidence.shelf import Evidence
from claimbook.extract.sources import Source, Sources, gather
from claimbook.model import Claim, Finding, Relation
from claimbook.rules import run


@dataclass(frozen=True)
class Material:
    """Hold what an export draws on. `findings` are those no waiver covers.

    `publisher` is the organisation and `author` the person who answer for what is published; a review knows neither.
    """

    sources: Sources
    relations: tuple[Relation, ...]
    findings: tuple[Finding, ...]
    publisher: str | None = None
    author: str | None = None

    @property
    def articles(self) -> tuple[Source, ...]:
        """List the articles, in the order given."""
        return self.sources.sources

    @property
    def claims(self) -> tuple[Claim, ...]:
        """List the claims nobody rejected, in the order of articles and their catalogues."""
        return tuple(claim for source in self.articles for claim in source.claims)

    @property
    def evidence(self) -> Evidence:
        """Give the review's records and assessments."""
        return self.sources.evidence

    def text_of(self, source: Source) -> str:
        """Name an article's text as the review does, relative to its folder; a file outside it by its name."""
        return f"claims/{source.record.text}" if source.record else source.path.name


def open_material(paths: Sequence[Path], today: dt.date | None = None) -> Material:
    """Gather, compare and check some articles or a review. Raises what `gather` raises."""
    sources = gather(paths)
    relations = compare_sources(sources)
    return Material(sources, tuple(relations), run(sources, relations, today=today).findings)
