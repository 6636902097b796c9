"""A review opened for reading: its claims, quantities, relations, findings and evidence as tables.

Refuses to write: decisions are saved through `claimbook.review`.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.compare import compare_sources
from claimbook.extract.sources import Sources, gather
from claimbook.review import is_review
from claimbook.rules import Checked, run
from claimbook.views import evidence_tables, tables

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.model import Claim, Finding, Relation


@dataclass(frozen=True)
class Book:
    """Hold the articles with their claims; everything else is worked out when first asked for.

    `today` lets waivers expire; without it none does, so that what is stored does not change with the calendar.
    """

    sources: Sources
    today: dt.date | None = None

    @cached_property
    def all_claims(self) -> tuple[Claim, ...]:
        """Give the claims of every article, in the order of articles and text."""
        return tuple(claim for source in self.sources.sources for claim in source.claims)

    @cached_property
    def all_relations(self) -> list[Relation]:
        """Compare the claims; what people decided wins over what the machine proposes."""
        return compare_sources(self.sources)

    @cached_property
    def checked(self) -> Checked:
        """Check the claims by every rule: the findings, and those a waiver covers."""
        return run(self.sources, self.all_relations, today=self.today)

    @property
    def all_findings(self) -> list[Finding]:
        """List the findings no waiver covers."""
        return list(self.checked.findings)

    @cached_property
    def claims(self) -> pd.DataFrame:
        """Tabulate the claims; `tables.COLUMNS["claims"]` documents the columns."""
        return tables.claims_table(self.all_claims, self.sources.topics)

    @cached_property
    def quantities(self) -> pd.DataFrame:
        """Tabulate the quantities; `tables.COLUMNS["quantities"]` documents the columns."""
        return tables.quantities_table(self.all_claims)

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Tabulate the relations; `tables.COLUMNS["relations"]` documents the columns."""
        return tables.relations_table(self.all_relations, self.all_claims, self.sources.topics)

    @cached_property
    def findings(self) -> pd.DataFrame:
        """Tabulate the findings; `tables.COLUMNS["findings"]` documents the columns."""
        return tables.findings_table(self.all_findings)

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """Tabulate the figures of the evidence; `tables.COLUMNS["evidence"]` documents the columns."""
        return evidence_tables.evidence_table(self.sources.evidence)

    @cached_property
    def assessments(self) -> pd.DataFrame:
        """Tabulate the assessments; `tables.COLUMNS["assessments"]` documents the columns."""
        return evidence_tables.assessments_table(self.sources.evidence, self.all_claims)

    @cached_property
    def beside(self) -> pd.DataFrame:
        """Tabulate claims beside studies, by question; `tables.COLUMNS["beside"]` documents the columns."""
        texts = {source.article: source.text for source in self.sources.sources}
        return evidence_tables.beside_table(self.sources.evidence, self.all_claims, texts)

    @property
    def articles(self) -> list[str]:
        """List the article ids, in order."""
        return [source.article for source in self.sources.sources]


def open_book(*paths: str | os.PathLike[str]) -> Book:
    """Open paths as a Book; without one, the review around the working folder. Raises ReviewError, ArticleError."""
    return Book(gather([Path(path) for path in paths] or [find_review(Path.cwd())]))


def find_review(start: Path) -> Path:
    """Find the review folder at `start` or above it; `start` itself where there is none."""
    return next((folder for folder in (start, *start.parents) if is_review(folder)), start)
