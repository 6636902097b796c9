"""Exports: what they hold, what they leave out, the same bytes every time."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.exports import EXPORTS, open_material, write_files
from claimbook.exports.csv import files as csv_files
from claimbook.exports.tables import TABLES


def document(material, name):
    return {path: json.loads(content) for path, content in EXPORTS[name](material).items()}


def read_csv(material, table):
    return list(csv.DictReader(io.StringIO(csv_files(material)[f"{table}.csv"].decode())))


class TestClaimReview:
    @pytest.fixture
    def reviews(self, material):
        return document(material, "claimreview")["claimreview.jsonld"]["@graph"]

    def test_one_review_per_verdict_and_none_without(self, reviews):
        ratings = [(one["creditText"], one["reviewRating"].get("ratingValue")) for one in reviews]
        assert ratings == [
            ("A. Reader", 2),
            ("B. Reader", 1),
            ("A. Reader", None),
            ("A. Reader", 2),
            ("B. Reader", None),
        ]

    @pytest.mark.parametrize(
        ("named", "author"),
        [
            ({}, None),
            ({"publisher": "Ice Desk"}, {"@type": "Organization", "name": "Ice Desk"}),
            ({"publisher": "Ice Desk", "author": "Ada Berg"}, {"@type": "Person", "name": "Ada Berg"}),
        ],
    )
    def test_who_answers_for_a_review_is_named_or_left_open(self, material, named, author):
        reviews = document(replace(material, **named), "claimreview")["claimreview.jsonld"]["@graph"]
        assert all(one.get("author") == author for one in reviews)
        assert all(("publisher" in one) == ("publisher" in named) for one in reviews)

    def test_a_review_names_claim_article_and_evidence(self, reviews):
        first = reviews[0]
        assert first["@type"] == "ClaimReview"
        assert first["claimReviewed"].startswith("Dust darkens firn")
        assert first["datePublished"] == "2026-02-03"
        appearance = first["itemReviewed"]["appearance"]
        assert (appearance["url"], appearance["publisher"]["name"]) == ("https://news.example/ice", "Polar News")
        assert first["citation"] == [
            {"@type": "ScholarlyArticle", "identifier": "okafor", "name": "Dust on firn",
             "url": "https://doi.org/10.1234/ice.5", "datePublished": "2019", "author": "Okafor N"},
        ]  # fmt: skip

    def test_not_found_is_no_number(self, reviews):
        rating = next(one["reviewRating"] for one in reviews if one["claimReviewed"] == "harmless")
        assert rating == {
            "@type": "Rating",
            "alternateName": "No evidence for it found",
            "ratingExplanation": "Nothing found.",
        }

    def test_weak_evidence_against_is_neither_a_contradiction_nor_nothing_found(self, reviews):
        rating = reviews[-1]["reviewRating"]
        assert rating["alternateName"] == "Evidence against, not yet confirmed"
        assert "ratingValue" not in rating
        assert "Judged as “contradicts”" in rating["ratingExplanation"]

    def test_a_verdict_on_weak_evidence_is_rated_as_what_stands_of_it(self, reviews):
        rating = next(one["reviewRating"] for one in reviews if one["claimReviewed"].startswith("Salt"))
        assert rating["ratingValue"] == 2
        assert (
            "Judged as “supports”; weaker here, because it rests on providers' pages alone"
            in rating["ratingExplanation"]
        )

    def test_two_readers_have_two_reviews_of_one_claim(self, reviews):
        assert reviews[0]["itemReviewed"]["@id"] == reviews[1]["itemReviewed"]["@id"]
        assert reviews[0]["@id"] != reviews[1]["@id"]

    def test_it_can_be_put_into_a_page(self, material):
        content = EXPORTS["claimreview"](material)["claimreview.jsonld"]
        assert b"<" not in content
        assert "</script>" in json.loads(content)["@graph"][0]["claimReviewed"]


class TestWebAnnotation:
    def test_every_target_selects_its_text(self, material):
        collection = document(material, "webannotation")["annotations/ice.jsonld"]
        text = material.articles[0].text
        items = collection["first"]["items"]
        assert collection["total"] == len(items)
        for one in items:
            quote, position = one["target"]["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote.get("prefix", ""))
            assert text[end:].startswith(quote.get("suffix", ""))
        assert len({one["id"] for one in items}) == len(items)

    def test_claims_and_findings(self, material):
        items = document(material, "webannotation")["annotations/ice.jsonld"]["first"]["items"]
        claims = [one for one in items if one["motivation"] == "classifying"]
        findings = [one for one in items if one["motivation"] == "assessing"]
        assert len(claims) == 4
        assert len(findings) == len(material.findings) > 0
        assert claims[0]["target"]["source"] == {
            "id": "claims/articles/ice.txt", "type": "Text", "format": "text/plain", "via": "https://news.example/ice",
        }  # fmt: skip
        values = [body["value"] for body in claims[0]["body"]]
        assert "kind: statistic" in values
        assert "status: accepted" in values

    def test_the_context_and_types_are_the_standards(self, material):
        collection = document(material, "webannotation")["annotations/ice.jsonld"]
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert collection["type"] == "AnnotationCollection"
        assert collection["first"]["type"] == "AnnotationPage"


class TestTables:
    def test_rejected_claims_and_what_judges_them_are_left_out(self, material):
        assert len(read_csv(material, "claims")) == 4
        assert len(read_csv(material, "assessments")) == 6

    def test_a_formula_is_disarmed(self, material):
        quotes = [row["quote"] for row in read_csv(material, "claims")]
        assert "'=SUM(A1) is the melt of the Alps" in quotes
        assert not any(quote.startswith("=") for quote in quotes)

    def test_places_are_code_points(self, material):
        text = material.articles[0].text
        for row in read_csv(material, "claims"):
            assert text[int(row["start"]) : int(row["end"])] == row["quote"].removeprefix("'")

    def test_study_findings_keep_arms_and_intervals(self, material):
        row = read_csv(material, "study_findings")[0]
        assert (row["value"], row["low"], row["high"]) == ("31.5", "20", "43")
        assert (row["arm"], row["arm_count"], row["arm_of"]) == ("dusted", "9", "12")
        assert (row["comparison"], row["comparison_count"]) == ("clean", "1")

    def test_the_standing_verdict_stands_beside_the_given_one(self, material):
        rows = {row["why"]: row for row in read_csv(material, "assessments")}
        assert (rows["They say so."]["verdict"], rows["They say so."]["standing"]) == ("supports", "partly supports")

    @pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
    def test_rows_fit_their_columns(self, material, table):
        types = {"text": str, "integer": int, "real": (int, float)}
        for row in table.rows(material):
            for (name, kind), value in zip(table.columns, row, strict=True):
                assert value is None or (isinstance(value, types[kind]) and not isinstance(value, bool)), name


class TestSqlite:
    @pytest.fixture
    def database(self, material, tmp_path):
        path = write_files(tmp_path, EXPORTS["sqlite"](material))[0]
        connection = sqlite3.connect(path)
        yield connection
        connection.close()

    def test_it_is_whole_and_its_keys_hold(self, database):
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []

    def test_it_holds_what_the_csv_holds(self, database, material):
        for table in TABLES:
            count = database.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
            assert count == len(read_csv(material, table.name)), table.name

    def test_it_answers_a_question(self, database):
        query = """SELECT quote, standing FROM claims JOIN assessments ON claims.id = assessments.claim
                   WHERE assessed_by = 'B. Reader'"""
        assert database.execute(query.replace("quote", "claims.quote")).fetchone()[1] == "contradicts"

    def test_a_formula_stays_as_it_is(self, database):
        assert database.execute("SELECT count(*) FROM claims WHERE quote LIKE '=SUM%'").fetchone() == (1,)


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="an extra")
class TestParquet:
    def test_it_holds_what_the_tables_hold(self, material):
        import pyarrow.parquet as pq

        for table in TABLES:
            read = pq.read_table(io.BytesIO(EXPORTS["parquet"](material)[f"{table.name}.parquet"]))
            assert [tuple(row.values()) for row in read.to_pylist()] == list(table.rows(material))

    def test_an_empty_table_keeps_its_types(self, tmp_path):
        import pyarrow.parquet as pq

        (tmp_path / "a.txt").write_text("Ice is nice.\n")
        content = EXPORTS["parquet"](open_material([tmp_path / "a.txt"]))["quantities.parquet"]
        assert str(pq.read_schema(io.BytesIO(content)).field("low").type) == "double"

    def test_without_pyarrow_it_says_what_to_do(self, review, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
        result = invoke("--format", "parquet", "--out", tmp_path / "out", review)
        assert result.exit_code == 2
        assert "pip install 'claimbook[parquet]'" in result.stderr
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", EXPORTS)
def test_the_bytes_are_the_same_in_another_process(name, review, tmp_path):
    code = (
        "import sys; from pathlib import Path; from claimbook.exports import *\n"
        "write_files(Path(sys.argv[3]), EXPORTS[sys.argv[1]](open_material([Path(sys.argv[2])])))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        arguments = [sys.executable, "-c", code, name, str(review), str(tmp_path / seed)]
        subprocess.run(arguments, env=environment, check=True)
    first, second = (
        {path.relative_to(tmp_path / seed): path.read_bytes() for path in (tmp_path / seed).rglob("*.*")}
        for seed in ("1", "2")
    )
    assert first == second
    assert first
    assert not any(str(tmp_path).encode() in content for content in first.values())


@pytest.mark.parametrize("name", EXPORTS)
def test_plain_articles_export_too(name, tmp_path):
    (tmp_path / "a.md").write_text("# Ice\n\nDust darkens ice by 40% within a year, studies show.\n")
    material = open_material([tmp_path / "a.md"])
    assert material.claims
    assert EXPORTS[name](material)


def invoke(*arguments):
    import typer

    from claimbook.cli.export import export

    app = typer.Typer()
    app.command()(export)
    return CliRunner().invoke(app, [str(one) for one in arguments], catch_exceptions=False)


class TestCommand:
    def test_it_writes_and_says_so(self, review, tmp_path):
        result = invoke("--format", "claimreview", "--out", tmp_path / "out", review)
        assert result.exit_code == 0
        assert result.stdout == f"written: {(tmp_path / 'out').as_posix()}/claimreview.jsonld\n"
        assert "3 claims have a verdict and a review" in result.stderr

    def test_a_broken_review_writes_nothing(self, review, tmp_path):
        (review / "claims" / "ice.yaml").write_text("article: 1\n")
        result = invoke("--format", "csv", "--out", tmp_path / "out", review)
        assert result.exit_code == 2
        assert not (tmp_path / "out").exists()

    def test_what_cannot_be_written_is_told(self, review, tmp_path):
        (tmp_path / "out").write_text("a file")
        result = invoke("--format", "csv", "--out", tmp_path / "out", review)
        assert result.exit_code == 2
        assert "could not check" in result.stderr

    def test_an_older_export_is_replaced_and_other_files_stay(self, review, tmp_path):
        (tmp_path / "claims.csv").write_text("old")
        (tmp_path / "mine.txt").write_text("mine")
        assert invoke("--format", "csv", "--out", tmp_path, review).exit_code == 0
        assert (tmp_path / "claims.csv").read_text().startswith("id,article")
        assert (tmp_path / "mine.txt").read_text() == "mine"
        assert not list(Path(tmp_path).glob(".*"))
