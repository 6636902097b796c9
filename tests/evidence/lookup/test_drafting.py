"""Draft records: what was found and nothing else; names, doubles, references."""

from __future__ import annotations

import pytest

from claimbook.evidence.lookup.drafting import draft, new_id, same_source
from claimbook.evidence.lookup.metadata import Author, Metadata, Notice
from claimbook.evidence.lookup.references import host, in_text, reference
from claimbook.evidence.nouns import Record
from claimbook.evidence.writing import record_text

FULL = Metadata(
    "Crossref", title="The dust on the firn of Åland: a trial",
    authors=(Author("Ólafsdóttir", "Anna B."),), years=(2019,),
    journal="Annals of Ice", volume="8", issue="1", pages="12-19", doi="10.1234/ice.5", pmid="31",
    design="randomised trial", notices=(Notice("retraction", "10.1234/r"),),
)  # fmt: skip


def test_a_draft_holds_what_was_found_and_nothing_nobody_read():
    record = draft(FULL, "x")
    known = {"id", "design", "title", "authors", "year", "published_in", "doi", "pmid", "read", "note"}
    for name, value in record:
        assert name in known or value in (None, ()), name
    assert (record.authors, record.published_in) == ("Ólafsdóttir AB", "Annals of Ice 8(1):12-19")
    assert (record.read.how_much, record.read.at, record.read.on) == (None, None, None)
    assert "nothing of the source has been read yet" in record.note
    assert "retraction (10.1234/r)" in record.note
    assert record.weak


def test_a_draft_is_written_as_a_valid_record(tmp_path):
    from claimbook.review.reading import read

    path = tmp_path / "x.yaml"
    path.write_text(record_text(draft(FULL, "x")))
    reading = read(path, Record)
    assert reading.problems == []
    assert reading.value == draft(FULL, "x")


@pytest.mark.parametrize(
    ("metadata", "taken", "expected"),
    [
        pytest.param(FULL, (), "olafsdottir-2019-dust-firn-aland", id="author, year, words"),
        pytest.param(FULL, ("olafsdottir-2019-dust-firn-aland",), "olafsdottir-2019-dust-firn-aland-2", id="taken"),
        pytest.param(Metadata("x", key="okafor-2019"), (), "okafor-2019", id="key"),
        pytest.param(Metadata("x", key="Okafor:2019", title="Ice"), (), "undated-ice", id="key that is no id"),
        pytest.param(Metadata("x", title="冰"), (), "undated", id="no letters of ours"),
    ],
)
def test_names(metadata, taken, expected):
    assert new_id(metadata, taken) == expected


@pytest.mark.parametrize(
    ("metadata", "by"),
    [
        (Metadata("x", doi="10.1234/ICE.5"), "DOI 10.1234/ice.5"),
        (Metadata("x", pmid="31"), "PMID 31"),
        (Metadata("x", title="the DUST on the firn of Aland — a trial", years=(2019,)), "title and year"),
        (Metadata("x", title="the dust on the firn of Åland: a trial", years=(2020,)), None),
        (Metadata("x", title=FULL.title, years=(2019,), doi="10.1234/other"), None),
        (Metadata("x"), None),
    ],
)
def test_the_same_source_is_known(metadata, by):
    found = same_source(metadata, [draft(FULL, "x")])
    assert (found and found[1]) == by


@pytest.mark.parametrize(
    ("metadata", "line", "short"),
    [
        (
            FULL,
            "Ólafsdóttir AB (2019). The dust on the firn of Åland: a trial. "
            "Annals of Ice 8(1):12-19. doi:10.1234/ice.5",
            "Ólafsdóttir 2019",
        ),
        (
            Metadata("x", title="Ice?", authors=(Author("Okafor", "N"),), others=True, years=(2019,), pmid="3"),
            "Okafor N et al. (2019). Ice? PMID 3",
            "Okafor et al. 2019",
        ),
        (
            Metadata("x", title="Ice", authors=(Author("Okafor", "N"), Author("Reyes", "C")), url="https://a.example"),
            "Okafor N, Reyes C (no date). Ice. https://a.example",
            "Okafor & Reyes",
        ),
        (
            Metadata("x", title="Ice", journal="Polar News", years=(2021,)),
            "Ice. (2021). Polar News.",
            "Polar News 2021",
        ),
        (Metadata("x"), "[Title not read]. (no date).", "an untitled source"),
        (Metadata("x", title="Ice (from the address)"), "Ice (from the address). (no date).", "“Ice”"),
        (
            Metadata("x", title="How firn darkens where dust and soot of the coal age fall on glaciers"),
            "How firn darkens where dust and soot of the coal age fall on glaciers. (no date).",
            "“How firn darkens where dust and soot of the coal age fall …”",
        ),
        (
            Metadata("x", title="Ice", journal="Ice Monthly (copyright line)", years=(2021,)),
            "Ice. (2021). Ice Monthly (copyright line).",
            "Ice Monthly 2021",
        ),
        (
            Metadata("x", title="Ice", journal="article 7 (journal name not shown)", years=(2021,)),
            "Ice. (2021). article 7 (journal name not shown).",
            "“Ice” 2021",
        ),
    ],
)
def test_references(metadata, line, short):
    record = draft(metadata, "r")
    assert reference(record) == line
    assert in_text(record) == short


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.ice.example:8080/a?b=1", "ice.example"),
        ("http://polar.example/x", "polar.example"),
        ("notes/ice.pdf", "notes/ice.pdf"),
        ("https://[broken", "https://[broken"),
    ],
)
def test_a_site_is_named_by_its_host(address, name):
    assert host(address) == name
