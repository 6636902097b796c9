"""Where the words of a claim stand, as a link a notebook can follow: the article's text, at the line.

Refuses machine paths: every link is relative to the working folder, which for a notebook is the folder it lies in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claimbook.text.files import TEXT_SUFFIXES

if TYPE_CHECKING:
    from claimbook.views.book import Book

# A column of quotes, and the columns that say where its words stand: the claim's id, or the article and the offset.
QUOTES = {"quote": ("claim", "article", "start"), "quote_a": ("a", "", ""), "quote_b": ("b", "", "")}
_LINE = re.compile(r"\r\n|\r|\n")


class Places:
    """Find the place of claims and findings of a book in the texts of its articles."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def of(self, column: str, row: Mapping[str, Any]) -> str:
        """Give the link for the words in `column` of a row of one of the book's tables; empty where none is known."""
        claim, article, start = QUOTES.get(column, ("", "", ""))
        if start in row and article in row:
            return self.at(str(row[article]), int(row[start]))
        return self.at(*self._claims[str(row[claim])]) if str(row.get(claim)) in self._claims else ""

    def at(self, article: str, start: int) -> str:
        """Give the link to the line a code point stands in. JupyterLab opens it there (RFC 5147 counts from 0)."""
        source = self._sources.get(article)
        if source is None:
            return ""
        path = quote(Path(os.path.relpath(source.path)).as_posix())
        if source.path.suffix.lower() not in TEXT_SUFFIXES:
            return path
        return f"{path}#line={len(_LINE.findall(source.text, 0, start))}"

    @cached_property
    def _claims(self) -> dict[str, tuple[str, int]]:
        return {claim.id: (claim.article, claim.start) for claim in self._book.all_claims}

    @cached_property
    def _sources(self) -> dict[str, Any]:
        return {source.article: source for source in self._book.sources.sources}
