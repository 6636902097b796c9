"""Crossref and PubMed as they answer: what is read, what is left open, what is refused."""

from __future__ import annotations

import pytest

from claimbook.evidence.lookup import crossref, pubmed
from claimbook.evidence.lookup.errors import CouldNotCheckError, NotRegisteredError
from claimbook.evidence.lookup.metadata import Author, Notice

WORK = {
    "DOI": "10.1234/ice.2020.5",
    "type": "journal-article",
    "publisher": "Polar Press",
    "title": ["Melt rates of <i>firn</i> under dust"],
    "subtitle": ["a field trial"],
    "author": [
        {"given": "Ngozi A.", "family": "Okafor", "sequence": "first", "affiliation": []},
        {"given": "Jan-Peter", "family": "van der Berg", "suffix": "Jr", "sequence": "additional", "affiliation": []},
        {"name": "Polar Dust Group", "sequence": "additional", "affiliation": []},
    ],
    "issued": {"date-parts": [[2019, 12, 30]]},
    "published-print": {"date-parts": [[2020, 2]]},
    "container-title": ["Annals of Ice"],
    "volume": "8",
    "issue": "1",
    "page": "12-19",
    "updated-by": [
        {"DOI": "10.1234/ice.note", "type": "correction", "label": "Correction", "source": "publisher"},
        {"DOI": "10.1234/ice.retr", "type": "retraction", "label": "Retraction", "source": "retraction-watch"},
    ],
}  # fmt: skip
DOCUMENT = {
    "uid": "31415926",
    "pubdate": "2020 Feb",
    "epubdate": "2019 Dec 30",
    "sortpubdate": "2020/02/01 00:00",
    "source": "Ann Ice",
    "authors": [
        {"name": "Okafor NA", "authtype": "Author", "clusterid": ""},
        {"name": "van der Berg JP Jr", "authtype": "Author", "clusterid": ""},
        {"name": "Polar Dust Group", "authtype": "CollectiveName", "clusterid": ""},
    ],
    "title": "Melt rates of firn under dust: a field trial.",
    "volume": "8",
    "issue": "1",
    "pages": "12-9",
    "fulljournalname": "Annals of ice",
    "pubtype": ["Journal Article", "Randomized Controlled Trial"],
    "articleids": [
        {"idtype": "pubmed", "idtypen": 1, "value": "31415926"},
        {"idtype": "doi", "idtypen": 3, "value": "10.1234/ICE.2020.5"},
    ],
    "references": [{"refsource": "Ann Ice. 2021", "reftype": "Retraction in", "pmid": "32", "note": ""}],
}


def test_a_work_is_read(services, client, work_reply):
    services.doi("10.1234/ice.2020.5", work_reply(WORK))
    found = crossref.fetch(client, "10.1234/ice.2020.5")
    assert found.title == "Melt rates of firn under dust: a field trial"
    assert found.authors == (
        Author("Okafor", "Ngozi A."),
        Author("van der Berg", "Jan-Peter Jr"),
        Author("Polar Dust Group"),
    )
    assert (found.years, found.year) == ((2019, 2020), 2019)
    assert (found.journal, found.volume, found.issue, found.pages) == ("Annals of Ice", "8", "1", "12-19")
    assert found.notices == (Notice("correction", "10.1234/ice.note"), Notice("retraction", "10.1234/ice.retr"))
    assert services.asked == ["/works/10.1234/ice.2020.5"]


def test_a_sparse_work_leaves_everything_open(services, client, work_reply):
    services.doi("10.1234/x", work_reply({"DOI": "10.1234/x", "title": [], "issued": {"date-parts": [[None]]}}))
    found = crossref.fetch(client, "10.1234/x")
    assert (found.title, found.authors, found.years, found.journal, found.notices) == (None, (), (), None, ())


@pytest.mark.parametrize(
    "message", [None, [], "x", {}, {"DOI": 7}, {"DOI": ""}], ids=["null", "list", "text", "empty", "number", "blank"]
)
def test_an_answer_in_another_shape_is_no_answer(services, client, work_reply, message):
    services.doi("10.1234/x", work_reply(message))
    with pytest.raises(CouldNotCheckError, match="usual shape"):
        crossref.fetch(client, "10.1234/x")


@pytest.mark.parametrize(
    "name", ["title", "author", "issued", "container-title", "updated-by", "update-to", "volume", "page"]
)
@pytest.mark.parametrize("value", [None, 7, "x", [], [None], [[]], {}, {"date-parts": "x"}, [{"given": 1}], {"x": {}}])
def test_odd_fields_never_break_the_reading(name, value):
    crossref.read_work({**WORK, name: value})


def test_a_title_that_says_retracted_counts():
    found = crossref.read_work({"DOI": "10.1234/x", "title": ["RETRACTED: Ice that burns"]})
    assert found.notices == (Notice("retraction", None, "said in the title"),)


def test_a_notice_is_not_what_it_is_about():
    update = {"DOI": "10.1234/y", "type": "retraction", "label": "Retraction"}
    found = crossref.read_work({"DOI": "10.1234/x", "title": ["Retraction: Ice"], "update-to": [update]})
    assert [one.kind for one in found.notices] == ["notice about another work"]


def test_an_unknown_doi(services, client):
    with pytest.raises(NotRegisteredError, match=r"Crossref knows no DOI 10\.1234/x"):
        crossref.fetch(client, "10.1234/x")


def test_a_summary_is_read(services, client, summary_reply):
    services.replies["/esummary.fcgi"] = summary_reply(DOCUMENT)
    found = pubmed.fetch(client, "31415926")
    assert found.title == "Melt rates of firn under dust: a field trial"
    assert found.authors == (Author("Okafor", "NA"), Author("van der Berg", "JP Jr"), Author("Polar Dust Group"))
    assert (found.years, found.doi, found.pmid) == ((2020, 2019), "10.1234/ice.2020.5", "31415926")
    assert found.design == "randomised trial"
    assert found.notices == (Notice("retraction", None, "PMID 32"),)
    assert services.asked == ["/esummary.fcgi?db=pubmed&retmode=json&id=31415926&tool=claimbook"]


def test_marked_as_retracted_without_a_notice():
    found = pubmed.read_document({"uid": "1", "pubtype": ["Journal Article", "Retracted Publication"]})
    assert found.notices == (Notice("retraction", None, "marked in PubMed"),)


def test_a_review_is_not_taken_for_a_narrative_one():
    assert pubmed.read_document({"uid": "1", "pubtype": ["Journal Article", "Review"]}).design is None


def test_a_translated_title_loses_its_brackets():
    assert pubmed.read_document({"uid": "1", "title": "[Dust on ice]."}).title == "Dust on ice"


@pytest.mark.parametrize("name", list(DOCUMENT))
@pytest.mark.parametrize("value", [None, 7, "x", [], [None], [[]], {}, [{"name": 1, "idtype": "doi", "reftype": 2}]])
def test_odd_summaries_never_break_the_reading(name, value):
    pubmed.read_document({**DOCUMENT, name: value})


def test_an_unknown_pmid(services, client, summary_reply):
    services.replies["/esummary.fcgi"] = summary_reply({"uid": "99", "error": "cannot get document summary"})
    with pytest.raises(NotRegisteredError, match="PubMed knows no PMID 99"):
        pubmed.fetch(client, "99")


@pytest.mark.parametrize(
    "body", ["[]", "{}", '{"result": {"uids": []}}', '{"error": "x"}', '{"result": {"1": {"uid": "2"}}}']
)
def test_a_summary_in_another_shape_is_no_answer(services, client, reply, body):
    services.replies["/esummary.fcgi"] = reply(body)
    with pytest.raises(CouldNotCheckError, match="usual shape"):
        pubmed.fetch(client, "1")


def test_xml_is_not_read(services, client, reply):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    services.replies["/esummary.fcgi"] = reply(bomb, type="text/xml")
    with pytest.raises(CouldNotCheckError, match="'text/xml'"):
        pubmed.fetch(client, "1")


def test_a_doi_finds_its_pmid(services, client, summary_reply, search_reply):
    services.replies["/esearch.fcgi"] = search_reply("31415926")
    services.replies["/esummary.fcgi"] = summary_reply(DOCUMENT)
    found = pubmed.find(client, "10.1234/ice.2020.5")
    assert found is not None
    assert found.pmid == "31415926"
    assert 'term="10.1234/ice.2020.5"[doi]' in services.asked[0].replace("+", " ")


@pytest.mark.parametrize("hits", [(), ("1", "2")], ids=["none", "two"])
def test_no_hit_and_two_hits_are_no_pmid(services, client, search_reply, hits):
    services.replies["/esearch.fcgi"] = search_reply(*hits)
    assert pubmed.find(client, "10.1234/x") is None


def test_a_hit_with_another_doi_is_no_hit(services, client, summary_reply, search_reply):
    services.replies["/esearch.fcgi"] = search_reply("31415926")
    services.replies["/esummary.fcgi"] = summary_reply(DOCUMENT)
    assert pubmed.find(client, "10.1234/other") is None


def test_who_asks_is_told_to_pubmed(services, settings, summary_reply):
    import dataclasses

    from claimbook.evidence.lookup.client import Client

    services.replies["/esummary.fcgi"] = summary_reply(DOCUMENT)
    known = dataclasses.replace(settings, mailto="desk@example.org", pubmed_key="k")
    with Client(known) as client:
        pubmed.fetch(client, "31415926")
    assert services.asked[0].endswith("&tool=claimbook&email=desk@example.org&api_key=k")


@pytest.mark.parametrize(
    "stray",
    [
        {"name": "© 2019 The Glaciers Press"},
        {"given": "Copyright", "family": "2019 Glaciers Press"},
        {"family": "All rights reserved", "given": "2019"},
    ],
)
def test_a_copyright_line_is_no_author(stray):
    found = crossref.read_work({"DOI": "10.1234/ice.5", "author": [{"given": "Ngozi", "family": "Okafor"}, stray]})
    assert [one.family for one in found.authors] == ["Okafor"]


def test_an_author_called_copeland_stays():
    found = crossref.read_work({"DOI": "10.1234/ice.5", "author": [{"given": "C", "family": "Copeland"}]})
    assert [one.family for one in found.authors] == ["Copeland"]
