from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import claimbook
from claimbook.views.book import Book

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Book:
    return claimbook.open(ROOT)


def test_each_arm_is_a_row(shipped: Book) -> None:
    rows = shipped.evidence.query("record == 'abbar-2022-bmj-suicidal-ideation' and role != 'alone'")
    assert rows[["role", "value", "count", "of"]].to_numpy().tolist() == [
        ["arm", 63.0, 46, 83],
        ["comparison", 31.6, 25, 73],
    ]


def test_an_assessment_says_what_stands(shipped: Book) -> None:
    weaker = shipped.assessments[shipped.assessments["downgraded"].notna()]
    assert len(weaker) > 0
    assert (weaker["verdict"] != weaker["stands"]).all()
    kept = shipped.assessments[shipped.assessments["downgraded"].isna()]
    assert (kept["verdict"] == kept["stands"]).all()
    assert set(shipped.assessments["reading"]) == {1, 2}


def test_claims_stand_beside_studies(shipped: Book) -> None:
    table = shipped.beside
    rows = table[table["question"] == "response-in-depression"]
    claims = rows[rows["side"] == "claim"]
    assert claims[["label", "low"]].to_numpy().tolist() == [["over 70%", 70.0]]
    pooled = rows[rows["design"] == "meta-analysis"].iloc[0]
    assert (pooled["value"], pooled["low"], pooled["high"]) == (45, 35, 55)
    assert rows.loc[rows["computed"].fillna(False), "of"].notna().all()


def test_a_book_without_evidence_has_empty_tables(empty_book: Book) -> None:
    for table in (empty_book.evidence, empty_book.assessments, empty_book.beside):
        assert isinstance(table, pd.DataFrame)
        assert table.empty
