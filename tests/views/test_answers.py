from __future__ import annotations

from dataclasses import replace

import pytest

from claimbook.views import answers, factcheck
from claimbook.views.book import Book


def test_claims(book: Book) -> None:
    assert answers.claims(book).text.splitlines() == [
        "2 articles make 6 checkable claims; an editor would check 6 of them, 6 before publication.",
        "Of those 6, 5 name no source at all, none says no more than “studies show”, and 1 names one.",
    ]


def test_differences(book: Book) -> None:
    said = answers.differences(book).text
    assert (
        "The articles answer 3 questions; 3 of these are answered by more than one article, none by one alone." in said
    )
    assert said.splitlines()[1].startswith("No pair of claims should be read side by side")


def test_without_questions_nothing_is_counted_as_a_question(book: Book) -> None:
    bare = [
        replace(source, claims=tuple(claim.model_copy(update={"topic": None}) for claim in source.claims))
        for source in book.sources.sources
    ]
    said = answers.differences(Book(replace(book.sources, sources=tuple(bare)))).text
    assert said.startswith("No claim has a question yet")


def test_contradictions(book: Book) -> None:
    assert answers.contradictions(book).text.splitlines() == [
        "3 pairs of claims from different articles cannot both be true as worded; no pair stands within one article.",
        "2 articles of 2 are on one side of at least one.",
    ]


def test_evidence(book: Book) -> None:
    said = answers.evidence(factcheck.frame(factcheck.entries(book))).text
    assert said.startswith("7 statements must be checked; somebody has looked at 2.")
    assert "contradicts 1; for 0 nothing was found" in said


def test_evidence_nobody_looked_for_is_not_told_as_a_result(book: Book) -> None:
    unread = factcheck.frame(factcheck.entries(book)).assign(verdict="not yet assessed")
    said = answers.evidence(unread).text
    assert "nobody has looked at any yet" in said
    assert "contradicts" not in said


def test_unsourced(book: Book) -> None:
    assert answers.unsourced(book).text.splitlines() == [
        "1 figure stands without a source anyone could find.",
        "No passage leans on “studies show” or on a study nobody could identify.",
    ]


def test_articles(book: Book) -> None:
    said = answers.articles(book).text.splitlines()
    assert [line.partition(":")[0] for line in said] == ["cold-facts", "warm-home"]
    assert "1 is contradicted" in said[1]


def test_proposals(book: Book) -> None:
    said = answers.proposals(book).text.splitlines()
    assert said[0] == "2 articles, 6 claims proposed by the machine, 6 of them worth checking."
    assert said[1].startswith(f"{len(book.findings)} findings, ")


@pytest.mark.parametrize("name", ["claims", "differences", "contradictions", "unsourced", "articles", "proposals"])
def test_an_empty_review_has_an_answer_too(name: str, empty_book: Book) -> None:
    getattr(answers, name)(empty_book)
