from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimbook.extract import extract_claims
from claimbook.extract.sources import Source, Sources
from claimbook.model import Relations, Topics, Waivers
from claimbook.views.book import Book
from claimbook.views.summary import summarise


def read(**texts: str) -> Book:
    found = tuple(Source(n, Path(n), text, tuple(extract_claims(n, text)), None) for n, text in texts.items())
    return Book(Sources(found, Topics(), Relations(), Waivers(), None))


def test_the_summary_counts_and_quotes_both_sides(book: Book) -> None:
    text = summarise(book)
    assert "2 articles make 6 checkable claims, all proposed by the machine and not yet decided on." in text
    assert "warm-home        3               3" in text
    assert "3 contradictions and no tension between all 6 claims; what cannot both be true:" in text
    assert "S101  unsupported-statistic" in text
    assert "warm-home: “Heat pumps are loud in winter”" in text
    assert "cold-facts: “Heat pumps are silent in winter”" in text


LONG = "Heat pumps are loud " + "and keep the people of the old town awake at night " * 3


def saying(book: Book, words: str) -> str:
    """Sum up a book whose claim of noise says more."""
    longer = [
        replace(
            source,
            claims=tuple(
                one.model_copy(update={"quote": words}) if "loud" in one.quote else one for one in source.claims
            ),
        )
        for source in book.sources.sources
    ]
    return summarise(Book(replace(book.sources, sources=tuple(longer))))


def test_a_quote_is_wrapped_and_not_cut(book: Book) -> None:
    said = saying(book, LONG.strip())
    assert max(map(len, said.splitlines())) <= 100
    assert f"warm-home: “{LONG.strip()}”" in " ".join(said.split())


def test_a_very_long_quote_is_cut_at_a_word(book: Book) -> None:
    quoted = " ".join(saying(book, LONG * 2).split()).partition("warm-home: “Heat")[2].partition("”")[0]
    assert quoted.endswith(" …")
    assert 176 < len(quoted) <= 196
    assert quoted.removesuffix(" …") in LONG * 2


def test_tensions_are_not_counted_as_opposite_statements() -> None:
    book = read(
        harbour="Trams cut car traffic by over 70% within a year.\n",
        council="Trams cut car traffic by more than 80%.\n",
    )
    said = summarise(book)
    assert "no contradiction and 1 tension between all 2 claims" in said
    assert "C301  figures in tension" in said
    assert "conflicting-figures" not in said


def test_one_of_a_thing_is_told_as_one() -> None:
    said = summarise(read(harbour="Trams cut car traffic by 30%.\n"))
    assert said.startswith("1 article makes 1 checkable claim, proposed by the machine")
    assert "1 articles" not in said
    assert "1 claims" not in said


def test_a_book_without_claims_has_no_findings(empty_book: Book) -> None:
    assert "No findings." in summarise(empty_book)
    assert "No contradictions and no tensions." in summarise(empty_book)
