"""The review that ships: its catalogue, its charts and its notebooks are complete and fresh."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import claimbook
from claimbook.review import open_review
from claimbook.views import charts, notebooks
from claimbook.views.book import Book

ROOT = Path(__file__).parent.parent
FIGURES = ROOT / "notebooks" / "figures"


@pytest.fixture(scope="module")
def shipped() -> Book:
    return claimbook.open(ROOT)


def test_every_claim_was_decided_by_a_person_and_answers_a_question() -> None:
    review = open_review(ROOT)
    asked = {topic.id for topic in review.topics.topics}
    assert len(review.catalogues) == 5
    for claim in review.claims:
        assert claim.decided, claim.id
        assert claim.topic in asked, claim.id


def test_the_catalogue_is_as_complete_as_two_readers_left_it() -> None:
    claims = open_review(ROOT).claims
    assert 230 <= len(claims) <= 260
    assert 170 <= sum(claim.worth >= 2 for claim in claims) <= 190


def test_the_readme_counts_what_is_there() -> None:
    claims = open_review(ROOT).claims
    assert f"{len(claims)} claims, each read and decided" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_topic_is_empty() -> None:
    review = open_review(ROOT)
    answered = Counter(claim.topic for claim in review.claims)
    assert [topic.id for topic in review.topics.topics if not answered[topic.id]] == []


@pytest.mark.parametrize("name", list(charts.charts()))
def test_stored_charts_are_what_the_catalogue_gives_now(name: str, shipped: Book, tmp_path: Path) -> None:
    for path in charts.save(charts.charts()[name], shipped, tmp_path):
        assert path.read_bytes() == (FIGURES / path.name).read_bytes(), f"{path.name} is stale: run `make charts`"


def test_no_stored_chart_is_left_over() -> None:
    wanted = {f"{name}.{suffix}" for name in charts.charts() for suffix in charts.FORMATS}
    assert {path.name for path in FIGURES.iterdir()} == wanted


def test_stored_notebooks_are_fresh() -> None:
    stale = notebooks.stale(notebooks.run(ROOT / "notebooks"))
    assert [path.name for path in stale] == [], "run `make notebooks`"
