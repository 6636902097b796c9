"""The review desk: an article with its claims, in JupyterLab and Notebook, decided on by keyboard and saved at once.

Refuses articles outside a review: what is decided must be written somewhere.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.review import is_review, open_review

if TYPE_CHECKING:
    from claimbook.views.book import Book
    from claimbook.views.desk.widget import Desk


def desk(
    book_or_path: Book | str | os.PathLike[str] | None = None, article: str | None = None, *, by: str = "editor"
) -> Desk:
    """Open the desk on an article of a review, its first without `article`; show it as the last line of a cell.

    `by` signs what is decided. Raises ValueError for articles outside a review, KeyError for an unknown article,
    ReviewError.
    """
    from claimbook.views.desk.session import Session
    from claimbook.views.desk.widget import Desk

    book = None
    if isinstance(book_or_path, (str, os.PathLike)) and is_review(Path(book_or_path)):
        folder: Path | None = Path(book_or_path)
    else:
        book = _opened(book_or_path)
        folder = book.sources.review
    if folder is None:
        raise ValueError("these articles are in no review, so there is nowhere to save: start one with `claimbook new`")
    review = open_review(folder)
    name = review.catalogues[0].article.id if article is None else review.catalogue(article).article.id
    return Desk(Session(review, name, by), book)


def _opened(book_or_path: Book | str | os.PathLike[str] | None) -> Book:
    from claimbook.views.book import Book, open_book  # loads slowly: not where a review is named

    if isinstance(book_or_path, Book):
        return book_or_path
    return open_book() if book_or_path is None else open_book(book_or_path)
