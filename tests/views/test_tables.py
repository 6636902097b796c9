from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimbook
from claimbook.views import tables
from claimbook.views.book import Book

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", list(tables.COLUMNS))
def test_columns_and_dtypes_are_the_documented_ones(name: str, book: Book, empty_book: Book) -> None:
    documented = {column: dtype for column, (dtype, _) in tables.COLUMNS[name].items()}
    for table in (getattr(book, name), getattr(empty_book, name)):
        assert {column: str(dtype) for column, dtype in table.dtypes.items()} == documented


def test_durations_are_compared_in_days(book: Book) -> None:
    row = book.quantities.set_index("text").loc["8 to 12 years"]
    assert row["dimension"] == "time"
    assert row["base_low"] == pytest.approx(8 * 365.25)


def test_relations_carry_both_quotes(book: Book) -> None:
    clash = book.relations[(book.relations["relation"] == "contradict") & (book.relations["topic"] == "noise")]
    assert set(clash.iloc[0][["quote_a", "quote_b"]]) == {
        "Heat pumps are loud in winter",
        "Heat pumps are silent in winter",
    }


def test_findings_name_their_claims(book: Book) -> None:
    unsupported = book.findings[book.findings["code"] == "S101"]
    assert set(unsupported["claims"]) <= set(book.claims["claim"])
    assert len(unsupported) == 1


def test_open_finds_the_review_around_the_working_folder(tmp_path, monkeypatch) -> None:
    from claimbook.views.book import find_review

    (tmp_path / "claims" / "articles").mkdir(parents=True)
    (tmp_path / "claims" / "articles" / "a.txt").write_text("Trams cut traffic by 12%.\n")
    (tmp_path / "notebooks").mkdir()
    assert find_review(tmp_path / "notebooks") == tmp_path


def test_open_reads_a_plain_article(tmp_path) -> None:
    path = tmp_path / "trams.txt"
    path.write_text("Trams cut car traffic in the city centre by 12% within two years.\n")
    book = claimbook.open(path)
    assert book.articles == ["trams"]
    assert book.quantities["text"].tolist()[0] == "12%"


def test_the_page_on_tables_says_what_they_hold(book: Book) -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    told: dict[str, dict[str, tuple[str, str]]] = {}
    for part in page.split("\n## `book.")[1:]:
        rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", part, re.MULTILINE)
        told[part.partition("`")[0]] = {column: (dtype, what) for column, dtype, what in rows}
    assert told == tables.COLUMNS
    for name, columns in told.items():
        table = getattr(book, name)
        assert {column: dtype for column, (dtype, _) in columns.items()} == table.dtypes.astype(str).to_dict()


@pytest.mark.parametrize(
    ("name", "key"),
    [("claims", ["claim"]), ("relations", ["a", "b", "kind"]), ("quantities", ["claim", "text", "kind"])],
    ids=["claims", "relations", "quantities"],
)
def test_a_row_is_one_thing(name: str, key: list[str], book: Book) -> None:
    assert not getattr(book, name).duplicated(key).any()
    assert book.quantities["claim"].isin(book.claims["claim"]).all()
    assert book.assessments["claim"].isin(book.claims["claim"]).all()
