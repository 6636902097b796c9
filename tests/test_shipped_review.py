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


def test_stored_charts_are_what_the_review_gives_now(shipped: Book, tmp_path: Path) -> None:
    drawn = [
        path
        for chart in charts.charts(shipped).values()
        for size in charts.style.SIZES
        for path in charts.save(chart, shipped, tmp_path, size)
    ]
    stored = {path.name: path.read_bytes() for path in FIGURES.iterdir()}
    stale = [path.name for path in drawn if stored.get(path.name) != path.read_bytes()]
    assert stale == [], "run `make charts`"
    assert set(stored) == {path.name for path in drawn}, "a stored chart is left over"


def test_at_least_eight_charts_are_drawn() -> None:
    assert len({path.stem for path in FIGURES.glob("*.svg")}) >= 8


def test_stored_notebooks_are_fresh() -> None:
    stale = notebooks.stale(notebooks.run(ROOT / "notebooks"))
    assert [path.name for path in stale] == [], "run `make notebooks`"
