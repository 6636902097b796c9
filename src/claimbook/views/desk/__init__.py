"""The review desk: an article with its claims, in JupyterLab and Notebook, decided on by keyboard and saved at once.

Refuses articles outside a review: what is decided must be written somewhere.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from claimbook.review import open_review

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
    from claimbook.views.book import Book, open_book
    from claimbook.views.desk.session import Session
    from claimbook.views.desk.widget import Desk

    if isinstance(book_or_path, Book):
        book = book_or_path
    else:
        book = open_book(book_or_path) if book_or_path is not None else open_book()
    if book.sources.review is None:
        raise ValueError("these articles are in no review, so there is nowhere to save: start one with `claimbook new`")
    review = open_review(book.sources.review)
    name = review.catalogues[0].article.id if article is None else review.catalogue(article).article.id
    return Desk(Session(review, name, by), book)
