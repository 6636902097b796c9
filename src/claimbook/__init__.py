"""claimbook: a claims-and-evidence review suite for editorial fact-checking.

Importing the package loads nothing heavy; `claimbook.open()` opens a review folder, an article or a folder of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from claimbook.views.book import Book

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(*paths: str | os.PathLike[str]) -> Book:  # noqa: A001 - `claimbook.open()` is the name a notebook wants
    """Open a review folder, articles or folders of articles as a `Book` of tables.

    Without a path, the review in the working folder or in one of its parents. Raises ReviewError or ArticleError, each
    naming every problem found.
    """
    from claimbook.views.book import open_book

    return open_book(*paths)
