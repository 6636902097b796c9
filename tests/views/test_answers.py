from __future__ import annotations

from dataclasses import replace

import pytest

from claimbook.views import answers, factcheck
from claimbook.views.book import Book


def test_claims(book: Book) -> None:
    assert answers.claims(book).text.splitlines() == [
        "2 articles make 6 checkable claims, all proposed by the machine and not yet decided on. "
        "6 of the 6 are worth checking, and 6 of the 6 must be checked before publication.",
        "Of the 6 claims worth checking, 5 name no source at all, "
        "none says no more than “studies show”, and 1 names one.",
    ]


def test_differences(book: Book) -> None:
    said = answers.differences(book).text
    assert said.splitlines() == [
        "All 6 claims answer one of 3 questions; 3 of the 3 are answered by more than one article, none by one alone.",
        "Between all 6 claims, no pair should be read side by side: both can be true, but neither without the other. "
        "No pair agrees.",
    ]


def test_without_questions_nothing_is_counted_as_a_question(book: Book) -> None:
    bare = [
        replace(source, claims=tuple(claim.model_copy(update={"topic": None}) for claim in source.claims))
        for source in book.sources.sources
    ]
    said = answers.differences(Book(replace(book.sources, sources=tuple(bare)))).text
    assert said.startswith("No claim has a question yet")


def test_contradictions(book: Book) -> None:
    assert answers.contradictions(book).text.splitlines() == [
        "Between all 6 claims, the rules found 3 pairs from different articles that cannot both be true as "
        "worded; no pair stands within one article.",
        "2 articles of 2 are on one side of at least one.",
    ]


def test_evidence(book: Book) -> None:
    said = answers.evidence(factcheck.frame(factcheck.entries(book))).text
    assert said.startswith(
        "6 claims must be checked before publication, or were assessed all the same. "
        "Judged part by part, they make 7 statements. Somebody has looked at 2 of the 7.\nOf these 2, "
    )
    assert "contradicts 1; " in said


def test_evidence_nobody_looked_for_is_not_told_as_a_result(book: Book) -> None:
    unread = factcheck.frame(factcheck.entries(book)).assign(verdict="not yet assessed")
    said = answers.evidence(unread).text
    assert "Nobody has looked at any yet" in said
    assert "contradicts" not in said


def test_unsourced(book: Book) -> None:
    assert answers.unsourced(book).text.splitlines() == [
        "In all 6 claims, 1 figure stands without a source anyone could find.",
        "No passage leans on “studies show” or on a study nobody could identify.",
    ]


def test_articles(book: Book) -> None:
    said = answers.articles(book).text.splitlines()
    assert [line.partition(":")[0] for line in said] == ["cold-facts", "warm-home"]
    assert "1 is contradicted" in said[1]


def test_proposals(book: Book) -> None:
    said = answers.proposals(book).text.splitlines()
    assert said[0].startswith("2 articles make 6 checkable claims, all proposed by the machine and not yet decided on.")
    assert said[1].startswith(f"The rules make {len(book.findings)} findings in 2 articles, ")


@pytest.mark.parametrize("name", ["claims", "differences", "contradictions", "unsourced", "articles", "proposals"])
def test_an_empty_review_has_an_answer_too(name: str, empty_book: Book) -> None:
    getattr(answers, name)(empty_book)
