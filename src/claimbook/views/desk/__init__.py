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
    from claimbook.views.book import Book, find_review, open_book
    from claimbook.views.desk.session import Session
    from claimbook.views.desk.widget import Desk

    folder: Path | None
    book: Book | None
    if isinstance(book_or_path, Book):
        folder, book = book_or_path.sources.review, book_or_path
    else:
        folder, book = Path(book_or_path) if book_or_path is not None else find_review(Path.cwd()), None
        if not is_review(folder):
            book = open_book(folder)
            folder = book.sources.review
    if folder is None:
        raise ValueError("these articles are in no review, so there is nowhere to save: start one with `claimbook new`")
    review = open_review(folder)
    name = review.catalogues[0].article.id if article is None else review.catalogue(article).article.id
    return Desk(Session(review, name, by), book)
