"""Web pages by what they declare, PDFs and texts by the one identifier they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.evidence.lookup import pages
from claimbook.evidence.lookup.errors import CouldNotCheckError, RefusedError
from claimbook.evidence.lookup.files import named_in, read_bibliography
from claimbook.evidence.lookup.identify import Target
from claimbook.evidence.lookup.metadata import Author

SCHOLARLY = """<!doctype html><html><head><title>Dust | Annals</title>
<meta name="citation_title" content="Dust on &lt;i&gt;firn&lt;/i&gt;">
<meta name="Citation_Author" content="Okafor, Ngozi">
<meta name="citation_author" content="World Ice Council"><meta name="citation_publication_date" content="2019/12/30">
<meta name="citation_journal_title" content="Annals of Ice"><meta name="citation_volume" content="8">
<meta name="citation_firstpage" content="12"><meta name="citation_lastpage" content="19">
<meta name="citation_doi" content="doi:10.1234/ICE.5"></head><body><h1>Another</h1></body></html>"""
BLOG = """<html><head><meta property="og:title" content="Why ice melts">
<meta property="og:site_name" content="Polar News">
<meta property="article:published_time" content="2021-05-03T10:00:00Z"><meta name="author" content="https://x.example/me">
</head><body>Published 1999 by nobody</body></html>"""


def test_a_scholarly_page():
    found = pages.read_page(SCHOLARLY, "https://x.example/a")
    assert found.title == "Dust on firn"
    assert found.authors == (Author("Okafor", "Ngozi"), Author("World Ice Council"))
    assert (found.years, found.journal, found.volume, found.pages) == ((2019,), "Annals of Ice", "8", "12-19")
    assert (found.doi, found.url) == ("10.1234/ice.5", "https://x.example/a")


def test_a_blog_declares_little_and_nothing_is_inferred():
    found = pages.read_page(BLOG, "https://x.example/b")
    assert (found.title, found.authors, found.years) == ("Why ice melts", (), (2021,))
    assert (found.journal, found.doi, found.volume) == ("Polar News", None, None)


def test_a_page_without_a_name_is_no_source(services, client, reply):
    services.replies["/p"] = reply("<p>text", type="text/html")
    with pytest.raises(CouldNotCheckError, match="does not say what it is called"):
        pages.fetch(client, f"{services.url}/p")


def test_what_is_no_page_is_refused(services, client, reply):
    services.replies["/p"] = reply(b"%PDF-1.7", type="application/pdf")
    with pytest.raises(CouldNotCheckError, match="application/pdf"):
        pages.fetch(client, f"{services.url}/p")


@pytest.mark.parametrize("page", ["", "<", "\x00", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", "<b>" * 20000, "<meta name=x>"])
def test_odd_pages_declare_nothing(page):
    assert pages.read_page(page, "https://x.example").title is None


@given(st.text("<>/=\"' metaitlcontnme\x00é", max_size=120))
def test_no_page_breaks_the_reader(page):
    pages.read_page(page, "https://x.example")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Okafor N. Dust on ice. Annals of Ice. doi:10.1234/ice.5. Epub ahead.", Target("doi", "10.1234/ice.5")),
        ("DOI 10.1234/ICE.5 (https://doi.org/10.1234/ice.5), PMID: 31", Target("doi", "10.1234/ice.5")),
        ("PMID: 31", Target("pmid", "31")),
    ],
)
def test_a_text_names_one_source(tmp_path, text, expected):
    path = tmp_path / "reference.txt"
    path.write_text(text)
    assert named_in(path) == expected


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"10.1234/a and 10.1234/b", r"names several \(10\.1234/a, 10\.1234/b\)"),
        ("a.txt", b"nothing", "names no DOI and no PMID"),
        ("a.txt", b"\xff", "byte 0 is not UTF-8"),
        ("a.docx", b"", "claimbook reads"),
        ("a.pdf", b"%PDF-1.7 broken", "cannot be read as a PDF"),
        ("a.pdf", b"", "cannot be read as a PDF"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_file_that_names_no_one_source(tmp_path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=told):
        named_in(path)


@pytest.fixture
def pdf(tmp_path):
    from pypdf import PdfWriter

    def write(**info: str):
        writer = PdfWriter()
        writer.add_blank_page(100, 100)
        writer.add_metadata({f"/{key}": value for key, value in info.items()})
        path = tmp_path / "paper.pdf"
        writer.write(path)
        return path

    return write


def test_a_pdf_that_names_its_doi(pdf):
    assert named_in(pdf(Title="Dust", doi="10.1234/ice.5")) == Target("doi", "10.1234/ice.5")


def test_a_pdf_that_names_only_itself(pdf):
    found = named_in(pdf(Title="Dust on ice", Author="N. Okafor"))
    assert (found.title, found.authors, found.years) == ("Dust on ice", (Author("N. Okafor"),), ())


def test_a_bibliography_is_known_by_its_name(tmp_path):
    path = tmp_path / "x.xml"
    path.write_text("")
    with pytest.raises(RefusedError, match=r"reads \.bib \.ris \.json"):
        read_bibliography(path)
