from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.extract import extract_claims
from claimbook.extract.sources import gather
from claimbook.model import ClaimReview
from claimbook.review import ReviewError, decide, merge_proposals
from claimbook.text.files import ArticlesError

RENTS = "Rents in the city rose by 4% in 2023. Wages fell by 2%.\n"
REJECTED = ClaimReview(status="rejected", by="editor", on="2026-11-22", note="trivial")
BUSES = "Bus fares will cost $3.20 from July.\n"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    folder = tmp_path / "review"
    (folder / "claims" / "articles").mkdir(parents=True)
    (folder / "claims" / "articles" / "rents.txt").write_text(RENTS)
    merge_proposals(folder, {"rents": extract_claims("rents", RENTS)})
    return folder


@pytest.fixture
def buses(tmp_path: Path) -> Path:
    path = tmp_path / "buses.md"
    path.write_text(BUSES)
    return path


def test_an_article_brings_extracted_claims(buses: Path) -> None:
    sources = gather([buses])
    (source,) = sources.sources
    assert (source.article, source.path, source.text, source.record) == ("buses", buses, BUSES, None)
    assert list(source.claims) == extract_claims("buses", BUSES)
    assert source.claims
    assert (sources.review, sources.topics.topics) == (None, ())


def test_a_review_brings_its_own_claims_without_the_rejected(review: Path) -> None:
    first, *rest = gather([review]).sources[0].claims
    decide(review, first.id, REJECTED)
    (source,) = gather([review]).sources
    assert [claim.id for claim in source.claims] == [claim.id for claim in rest]
    assert source.record is not None
    assert source.path == review / "claims" / "articles" / "rents.txt"


def test_a_review_afresh_brings_what_is_extracted(review: Path) -> None:
    first = gather([review]).sources[0].claims[0]
    decide(review, first.id, REJECTED)
    (source,) = gather([review], afresh=True).sources
    assert list(source.claims) == extract_claims("rents", RENTS)


def test_an_article_without_catalogue_is_found_afresh_only(review: Path) -> None:
    (review / "claims" / "articles" / "buses.txt").write_text(BUSES)
    assert [source.article for source in gather([review], afresh=True).sources] == ["rents", "buses"]
    with pytest.raises(ReviewError, match="R135"):
        gather([review])


def test_paths_mix_in_their_order(review: Path, buses: Path) -> None:
    sources = gather([buses, review])
    assert [source.article for source in sources.sources] == ["buses", "rents"]
    assert sources.review == review


def test_two_articles_of_one_name(tmp_path: Path, buses: Path) -> None:
    other = tmp_path / "other" / "buses.txt"
    other.parent.mkdir()
    other.write_text(BUSES)
    with pytest.raises(ArticlesError, match=f"{other}:1:1: duplicate-name {buses} is an article named 'buses' too"):
        gather([buses, other])


def test_one_article_given_twice(tmp_path: Path, buses: Path) -> None:
    with pytest.raises(ArticlesError, match="given-twice"):
        gather([buses, tmp_path])


def test_two_reviews(review: Path, tmp_path: Path) -> None:
    other = tmp_path / "second"
    (other / "claims" / "articles").mkdir(parents=True)
    with pytest.raises(ArticlesError, match="second-review"):
        gather([review, other])


def test_every_problem_is_reported(tmp_path: Path, buses: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    with pytest.raises(ArticlesError) as raised:
        gather([buses, tmp_path / "none.txt", tmp_path / "empty.txt", tmp_path / "latin.txt"])
    assert [error.code for error in raised.value.errors] == ["missing", "empty", "not-utf8"]


def test_a_bad_review_and_a_missing_article_are_reported_together(review: Path) -> None:
    (review / "claims" / "rents.yaml").write_text("article: [\n")
    with pytest.raises(ReviewError) as raised:
        gather([review, Path("none.txt")])
    codes = [problem.code for problem in raised.value.problems]
    assert "R110" in codes
    assert "missing" in codes


PIECES = st.sampled_from(
    ["Rents rose by 4% in 2023. ", "Wages 👩‍👩‍👧 fell by more than 2%", "\r\n", "\n\n", "\ufeff", "e\u0301 costs $4. ",
     "שלום 5% עולם. ", "\u00a0", "- item one\n", "Side effects include:\n", "- Nausea\n", "# Title\n", "| a | 4% |\n",
     "“It fell by 3%,” said Kim Lo. ", "Studies show that tea cures 9 of 10 people. "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text()))
def test_quotes_and_quantities_are_slices_of_any_text(text: str) -> None:
    claims = extract_claims("any", text)
    assert [claim.at for claim in claims] == sorted(claim.at for claim in claims)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.quote
        for quantity in claim.quantities:
            assert claim.start <= quantity.start < quantity.end <= claim.end
            assert text[quantity.start : quantity.end] == quantity.text
