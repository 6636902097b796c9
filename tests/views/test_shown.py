from __future__ import annotations

import pandas as pd
import pytest

from claimbook.views import shown
from claimbook.views.book import Book

HOSTILE = "<script>alert('x')</script><a href=\"javascript:1\" onclick='x'>$5 and $6</a>"


def test_article_text_is_escaped_everywhere(book: Book) -> None:
    pair = book.relations.head(1).assign(quote_a=HOSTILE, article_a=HOSTILE, why=HOSTILE, question=HOSTILE)
    pages = [
        shown.answer(HOSTILE),
        shown.table(pd.DataFrame({HOSTILE: [HOSTILE]})),
        shown.table(pd.DataFrame({"quote": [HOSTILE], "article": ["cold-facts"], "start": [0]}), book=book),
        shown.sides(pair, book),
    ]
    for page in pages:
        assert "<script>alert" not in page._repr_html_()
        assert "onclick='" not in page._repr_html_()
        assert "alert(&#x27;x&#x27;)" in page._repr_html_()


def test_a_chart_of_hostile_text_carries_none_of_it(book: Book) -> None:
    assert "<script" not in shown.picture("percentages", book).html


def test_two_dollar_amounts_are_no_formula(book: Book) -> None:
    assert "mathjax_ignore" in shown.table(book.claims).html
    assert "mathjax_ignore" in shown.sides(book.relations).html


def test_a_table_picks_and_names_columns(book: Book) -> None:
    page = shown.table(book.claims, {"article": "where", "quote": "words"})
    assert ">where</th>" in page.html
    assert "certainty" not in page.html


def test_missing_cells_are_empty(book: Book) -> None:
    page = shown.table(book.claims[["article", "population"]])
    assert "NA" not in page.html
    assert "NA" not in page.text


def test_the_same_rows_give_the_same_bytes(book: Book) -> None:
    assert shown.table(book.claims, book=book).html == shown.table(book.claims, book=book).html


def test_quotes_lead_to_their_line(book: Book) -> None:
    claims = shown.table(book.claims, {"quote": "words"}, book=book).html
    assert "<a href='cold-facts.txt#line=1'>&lt;script&gt;" in claims
    assert "<a href='warm-home.txt#line=0'>Heat pumps are loud in winter</a>" in claims
    pair = shown.sides(book.relations, book).html
    assert "cold-facts.txt#line=0'>Heat pumps are silent in winter</a>" in pair
    assessed = shown.table(book.assessments, {"quote": "words"}, book=book).html
    assert "<a href='warm-home.txt#line=1'>over 40%</a>" in assessed
    assert "<a " not in shown.table(book.claims).html


def test_nothing_is_said_in_words(empty_book: Book) -> None:
    assert repr(shown.sides(empty_book.relations)) == "There is none."
    assert repr(shown.table(empty_book.claims)) == "There is none."
    assert (
        repr(shown.picture("percentages", empty_book))
        == "There is nothing to draw: no claim worth checking gives a percentage."
    )
    assert repr(shown.pictures("studies-", empty_book)).startswith("There is nothing to draw: no claim and no study")


def test_a_pair_without_a_question_is_shown(book: Book) -> None:
    page = shown.sides(book.relations.head(1).assign(question=pd.NA))
    assert "<NA>" not in page.text
    assert "NA" not in page.html


def test_a_picture_carries_its_alt_text(book: Book) -> None:
    assert 'alt="Percentages claimed. warm-home: over 40%' in shown.picture("percentages", book).html


def test_pictures_shows_every_chart_of_a_name(book: Book) -> None:
    assert shown.pictures("studies-", book).html.count("<img") == 1


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no claim"), (1, "1 claim"), (2, "2 claims")], ids=["none", "one", "more"]
)
def test_things_are_counted_in_words(number: int, said: str) -> None:
    assert shown.count(number, "claim") == said
