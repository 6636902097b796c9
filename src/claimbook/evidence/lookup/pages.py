"""A web page → metadata, from what the page declares about itself (its `meta` elements and its title).

Refuses to infer anything from the text of a page, and to run anything in it.
"""

from __future__ import annotations

from lxml import etree, html

from claimbook.evidence.lookup.client import Client
from claimbook.evidence.lookup.errors import CouldNotCheckError
from claimbook.evidence.lookup.identify import doi_or_none, pmid_or_none
from claimbook.evidence.lookup.metadata import Author, Metadata, is_rights_line, plain, year_in

# Highwire Press tags (what scholarly search engines ask for), Dublin Core, Open Graph: the most specific first.
_TITLE = ("citation_title", "dc.title", "dcterms.title", "og:title")
_AUTHOR = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author")
_DATE = ("citation_publication_date", "citation_online_date", "citation_date", "dc.date", "dcterms.issued",
         "article:published_time", "date")  # fmt: skip
_PLACE = ("citation_journal_title", "citation_conference_title", "dc.publisher", "citation_publisher", "og:site_name")


def fetch(client: Client, url: str) -> Metadata:
    """Fetch a page and read its metadata. Raises LookUpError."""
    metadata = read_page(client.get_page(url), url)
    if metadata.title is None:
        raise CouldNotCheckError(f"{url}: the page does not say what it is called")
    return metadata


def read_page(page: str, url: str) -> Metadata:
    """Read the metadata a page declares. What it does not declare is left open."""
    declared = _declared(page)

    def first(*names: str) -> str | None:
        return next((values[0] for name in names if (values := declared.get(name))), None)

    pages = [page for page in (first("citation_firstpage"), first("citation_lastpage")) if page]
    return Metadata(
        source="the page itself",
        title=first(*_TITLE, "<title>"),
        authors=_authors(declared),
        years=tuple(dict.fromkeys(year for name in _DATE if (year := year_in(_leading_year(first(name)))))),
        journal=first(*_PLACE),
        volume=first("citation_volume"),
        issue=first("citation_issue"),
        pages="-".join(dict.fromkeys(pages)) or None,
        doi=doi_or_none(first("citation_doi", "dc.identifier", "prism.doi", "bepress_citation_doi")),
        pmid=pmid_or_none(first("citation_pmid")),
        url=url,
    )


def _declared(page: str) -> dict[str, list[str]]:
    parser = html.HTMLParser(no_network=True, remove_comments=True, huge_tree=False)
    declared: dict[str, list[str]] = {}
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser, ensure_head_body=False)
    except (etree.LxmlError, ValueError):
        return declared
    for element in tree.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        if name and (value := plain(element.get("content"))):
            declared.setdefault(name, []).append(value)
    if title := plain(tree.findtext(".//title")):
        declared["<title>"] = [title]
    return declared


def _authors(declared: dict[str, list[str]]) -> tuple[Author, ...]:
    names = next((declared[name] for name in _AUTHOR if name in declared), [])
    return tuple(
        _author(name) for name in names if not (name.startswith(("http://", "https://")) or is_rights_line(name))
    )


def _author(name: str) -> Author:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given:
        return Author(family, given)
    return Author(name)


def _leading_year(date: str | None) -> str | None:
    """Give the year of a date that has it first or last (`2019/12/30`, `30 December 2019`)."""
    if date is None or year_in(date):
        return date
    return date.replace("/", " ").replace(",", " ").split()[-1]
