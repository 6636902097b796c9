from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claimbook.evidence.nouns import Assessment
from claimbook.evidence.shelf import Evidence
from claimbook.model import Claim
from claimbook.views import factcheck, factpage
from claimbook.views.book import Book
from claimbook.views.factcheck import Entry


def entry(book: Book, words: str) -> Entry:
    return next(one for one in factcheck.entries(book) if one.quote.startswith(words))


def judged(book: Book, words: str, **known: object) -> Book:
    """Judge one claim anew, alone; the parts of `known` are those of an assessment."""
    claim = next(one for one in book.all_claims if one.quote.startswith(words))
    one = Assessment.model_validate({"claim": claim.id, "why": "One trial was read.", "by": "a", **known})
    evidence = book.sources.evidence
    return Book(replace(book.sources, evidence=Evidence(evidence.records, (one,), questions=evidence.questions)))


def test_every_claim_that_must_be_checked_is_listed_and_nobody_s_verdict_is_made_up(book: Book) -> None:
    found = factcheck.entries(book)
    assert {one.claim.id for one in found} == {claim.id for claim in book.all_claims if claim.worth >= 3}
    assert [one.verdict for one in found if one.claim.article == "cold-facts"] == ["not yet assessed"] * 3
    assert entry(book, "Heat pumps are silent").found == "Nobody has looked."


def test_each_part_that_was_judged_has_its_own_entry(book: Book) -> None:
    parts = [one for one in factcheck.entries(book) if one.claim.quote == "they save over 40% of the bill"]
    assert [(one.quote, one.verdict) for one in parts] == [
        ("they save", "partly supports"),
        ("over 40%", "contradicts"),
    ]
    assert parts[0].strength == "randomised trial; at most a full text read"
    expected = (
        "Give the figure that was found. How much do heat pumps save? 25% in single studies (Okafor et al. 2019)."
    )
    assert parts[1].instead == expected


@pytest.mark.parametrize(
    ("words", "known", "said"),
    [
        (
            "Heat pumps are loud",
            {"verdict": "supports", "supporting": ["okafor-2019"]},
            "Keep it, and name the source: Okafor et al. 2019.",
        ),
        (
            "Heat pumps are loud",
            {"verdict": "contradicts", "against": ["okafor-2019"]},
            "Take it out, or write what was found and name it: Okafor et al. 2019.",
        ),
        (
            "Heat pumps are loud",
            {"verdict": "not found", "searched": "a count of decibels", "nearest": ["okafor-2019"]},
            "Take it out, or ask the author for the source. Nearest: Okafor et al. 2019.",
        ),
        ("<script>", {"verdict": "supports", "supporting": ["okafor-2019"]}, "Keep it."),
    ],
    ids=["unsourced and supported", "contradicted", "searched for", "sourced and supported"],
)
def test_what_to_write_instead(book: Book, words: str, known: dict[str, object], said: str) -> None:
    assert entry(judged(book, words, **known), words).instead == said


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            {"verdict": "supports", "supporting": ["okafor-2019"]},
            "Keep it only if the source bears it out; read in full first: Okafor et al.",
        ),
        ({"verdict": "contradicts", "against": ["okafor-2019"]}, "Take it out, or read in full first: Okafor et al."),
    ],
    ids=["supports", "contradicts"],
)
def test_a_verdict_that_rests_on_a_snippet_sends_the_editor_to_the_source(
    book: Book, known: dict[str, object], said: str
) -> None:
    changed = judged(book, "Heat pumps are loud", **known)
    evidence = changed.sources.evidence
    record = evidence.records["okafor-2019"]
    snippet = record.model_copy(update={"read": record.read.model_copy(update={"how_much": "snippet"}), "year": None})
    shelf = replace(evidence, records={record.id: snippet})
    one = entry(Book(replace(changed.sources, evidence=shelf)), "Heat pumps are loud")
    assert one.instead == said
    assert "but it rests on sources read as a snippet alone." in one.found
    assert one.strength == "randomised trial; at most a snippet read"


def test_only_what_supports_a_claim_is_named_as_its_source(book: Book) -> None:
    record = book.sources.evidence.records["okafor-2019"]
    against = record.model_copy(
        update={"id": "lund-2020", "authors": "Lund P", "year": 2020, "design": "meta-analysis"}
    )
    known = {"verdict": "partly supports", "supporting": ["okafor-2019"], "against": ["lund-2020"]}
    changed = judged(book, "Heat pumps are loud", **known)
    shelf = replace(changed.sources.evidence, records={record.id: record, against.id: against})
    one = entry(Book(replace(changed.sources, evidence=shelf)), "Heat pumps are loud")
    assert one.instead == "Say no more than was found, and in whom; name the source: Okafor et al. 2019."
    assert one.strength == "meta-analysis, randomised trial; at most a full text read"


def test_an_absolute_wording_is_stepped_down(book: Book) -> None:
    claim: Claim = next(one for one in book.all_claims if one.quote.startswith("Heat pumps are silent"))
    sure = claim.model_copy(update={"certainty": "absolute"})
    source = next(each for each in book.sources.sources if each.article == "cold-facts")
    changed = replace(source, claims=(sure, *source.claims[1:]))
    book = Book(replace(book.sources, sources=(changed,), evidence=Evidence()))
    assert entry(book, "Heat pumps are silent").instead.endswith("Do not word it as certain.")


def test_the_table_has_its_columns_even_when_empty(book: Book, empty_book: Book) -> None:
    assert tuple(factcheck.frame(factcheck.entries(book)).columns) == factcheck.COLUMNS
    assert factcheck.frame(factcheck.entries(empty_book)).empty


def test_a_page_says_verdict_reason_sources_and_place(book: Book) -> None:
    page = factpage.page(book, "warm-home")
    assert (
        "4 statements to check, parts of 3 claims: 1 holds up in part, 1 is contradicted, 2 are not yet checked."
        in page.text
    )
    assert "<a href='warm-home.txt#line=1'>over 40%</a>" in page.html
    assert "The trial found less." in page.html
    assert "Okafor N, Reyes CA, Lind B (2019)." in page.html
    assert "(randomised trial, 80 people, read: full text)" in page.html


def test_a_page_runs_nothing_an_article_says(book: Book, tmp_path: Path) -> None:
    assert "<script>" not in factpage.page(book, "cold-facts").html
    assert factpage.save(book, tmp_path) == ["cold-facts.html", "warm-home.html"]
    saved = (tmp_path / "cold-facts.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in saved
    assert "<script" not in saved


def test_saved_pages_are_the_same_each_time(book: Book, tmp_path: Path) -> None:
    factpage.save(book, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    factpage.save(book, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("known", "link"),
    [
        ({"doi": "10.1234/a<b>'c"}, "https://doi.org/10.1234/a%3Cb%3E%27c"),
        ({"pmid": "123"}, "https://pubmed.ncbi.nlm.nih.gov/123/"),
        ({"read": {"how_much": "abstract", "at": "javascript:alert(1)", "on": None}}, ""),
    ],
    ids=["hostile doi", "pmid", "no web address"],
)
def test_a_source_leads_only_to_where_sources_are(book: Book, known: dict[str, object], link: str) -> None:
    evidence = book.sources.evidence
    record = evidence.records["okafor-2019"]
    changed = type(record).model_validate(json.loads(record.model_dump_json()) | known)
    shelf = replace(evidence, records={record.id: changed})
    html = factpage.page(Book(replace(book.sources, evidence=shelf)), "warm-home").html
    assert ("<a href='http" in html) == bool(link)
    assert link in html
    assert "href='javascript" not in html


def test_pages_holds_the_page_of_every_article(book: Book) -> None:
    shown = factpage.pages(book)
    assert shown.html.count("<h2>") == len(book.articles)
    with pytest.raises(KeyError):
        factpage.page(book, "nobody")
