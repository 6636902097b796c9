from __future__ import annotations

import pandas as pd

from claimbook.views import shown
from claimbook.views.book import Book

HOSTILE = "<script>alert('x')</script>"


def test_article_text_is_escaped_everywhere(book: Book) -> None:
    pair = book.relations.head(1).assign(quote_a=HOSTILE, article_a=HOSTILE, why=HOSTILE, question=HOSTILE)
    pages = [
        shown.answer(HOSTILE),
        shown.table(pd.DataFrame({HOSTILE: [HOSTILE]})),
        shown.table(book.claims),
        shown.sides(pair),
        shown.picture("percentages", book),
    ]
    for page in pages:
        assert "<script" not in page._repr_html_()
        assert "alert(&#x27;x&#x27;)" in page._repr_html_() or "img" in page._repr_html_()


def test_a_table_picks_and_names_columns(book: Book) -> None:
    page = shown.table(book.claims, {"article": "where", "quote": "words"})
    assert ">where</th>" in page.html
    assert "certainty" not in page.html


def test_missing_cells_are_empty(book: Book) -> None:
    assert "NA" not in shown.table(book.claims[["article", "population"]]).html


def test_no_relations_is_said_in_words(empty_book: Book) -> None:
    assert repr(shown.sides(empty_book.relations)) == "There is none."
    assert repr(shown.picture("percentages", empty_book)) == "There is nothing to draw."


def test_a_picture_carries_its_alt_text(book: Book) -> None:
    assert 'alt="Percentages claimed. warm-home: over 40%' in shown.picture("percentages", book).html
