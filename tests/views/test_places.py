from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimbook.views.book import Book
from claimbook.views.places import Places


def moved(book: Book, path: str, text: str) -> Book:
    """Give the book with its first article at another path, with another text."""
    first, *others = book.sources.sources
    return Book(replace(book.sources, sources=(replace(first, path=Path(path), text=text), *others)))


@pytest.mark.parametrize(
    ("path", "text", "start", "link"),
    [
        ("a.txt", "one\ntwo\nthree", 8, "a.txt#line=2"),
        ("a.md", "one\r\ntwo", 5, "a.md#line=1"),
        ("a.txt", "one\rtwo", 4, "a.txt#line=1"),
        ("a.txt", "\U0001f68b\n\U0001f68b bus", 4, "a.txt#line=1"),
        ("../claims/the 'bus' #2.txt", "one", 0, "../claims/the%20%27bus%27%20%232.txt#line=0"),
        ("a.pdf", "one\ntwo", 5, "a.pdf"),
    ],
    ids=["line feed", "both", "carriage return", "beyond the first plane", "odd name", "no lines in a PDF"],
)
def test_a_place_is_a_line(book: Book, path: str, text: str, start: int, link: str) -> None:
    assert Places(moved(book, path, text)).at("cold-facts", start) == link


def test_a_link_never_names_the_machine(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    there = moved(book, str(tmp_path / "claims" / "a.txt"), "one")
    assert Places(there).at("cold-facts", 0) == "../claims/a.txt#line=0"


def test_what_has_no_place_has_no_link(book: Book) -> None:
    places = Places(book)
    assert places.at("nobody", 0) == ""
    assert places.of("quote", {"claim": "nobody/aaaaaa"}) == ""
    assert places.of("message", {"article": "cold-facts", "start": 0}) == ""
