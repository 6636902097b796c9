from __future__ import annotations

from claimbook.views.book import Book
from claimbook.views.summary import summarise


def test_the_summary_counts_and_quotes_both_sides(book: Book) -> None:
    text = summarise(book)
    assert "2 articles, 6 claims, 6 of them worth checking" in text
    assert "6 claims are proposals nobody has decided on" in text
    assert "S101  unsupported-statistic" in text
    assert "warm-home: “Heat pumps are loud in winter”" in text
    assert "cold-facts: “Heat pumps are silent in winter”" in text


def test_a_book_without_claims_has_no_findings(empty_book: Book) -> None:
    assert "No findings." in summarise(empty_book)
    assert "No contradictions and no tensions." in summarise(empty_book)
