"""PubMed's E-utilities (ESummary, ESearch; JSON): a PMID → metadata, a DOI → its PMID.

Refuses XML, and with it everything that XML can do to its reader; refuses a search hit whose own DOI is another.
"""

from __future__ import annotations

from typing import Any

from claimbook.evidence.lookup.client import Client
from claimbook.evidence.lookup.errors import CouldNotCheckError, NotRegisteredError
from claimbook.evidence.lookup.identify import doi_or_none, pmid_or_none
from claimbook.evidence.lookup.metadata import Author, Metadata, Notice, plain, read_authors, year_in

NAME = "PubMed"
# Only types that say how a study was done; "Review" alone does not say that it is not systematic.
_DESIGNS = {
    "Meta-Analysis": "meta-analysis",
    "Systematic Review": "systematic review",
    "Practice Guideline": "guideline",
    "Guideline": "guideline",
    "Randomized Controlled Trial": "randomised trial",
    "Case Reports": "case report",
}
_NOTICES = {
    "retraction in": "retraction",
    "partial retraction in": "partial_retraction",
    "expression of concern in": "expression_of_concern",
    "erratum in": "correction",
    "corrected and republished in": "correction",
    "retraction of": "notice about another work",
}


def fetch(client: Client, pmid: str) -> Metadata:
    """Look a PMID up. Raises LookUpError."""
    answer = client.get_json(f"{client.settings.pubmed}/esummary.fcgi", _asking(client, id=pmid))
    result = answer.get("result") if isinstance(answer, dict) else None
    document = result.get(pmid) if isinstance(result, dict) else None
    if isinstance(document, dict) and "error" in document:
        raise NotRegisteredError(f"{NAME} knows no PMID {pmid}: check it")
    if not isinstance(document, dict) or pmid_or_none(document.get("uid")) != pmid:
        raise CouldNotCheckError(f"{NAME}: the answer for {pmid} is not in its usual shape")
    return read_document(document)


def find(client: Client, doi: str) -> Metadata | None:
    """Find the one PubMed record with a DOI, or `None`. Raises LookUpError."""
    answer = client.get_json(f"{client.settings.pubmed}/esearch.fcgi", _asking(client, term=f'"{doi}"[doi]'))
    result = answer.get("esearchresult") if isinstance(answer, dict) else None
    hits = result.get("idlist") if isinstance(result, dict) else None
    if not isinstance(hits, list):
        raise CouldNotCheckError(f"{NAME}: the answer for {doi} is not in its usual shape")
    pmid = pmid_or_none(hits[0]) if len(hits) == 1 else None
    metadata = fetch(client, pmid) if pmid else None
    return metadata if metadata and metadata.doi == doi.lower() else None


def read_document(document: dict[str, Any]) -> Metadata:
    """Read one document summary. What is missing, or not what it should be, is left open."""
    types = [one for one in _list(document.get("pubtype")) if isinstance(one, str)]
    years = (year_in(document.get(name)) for name in ("pubdate", "epubdate", "sortpubdate"))
    return Metadata(
        source=NAME,
        title=_title(plain(document.get("title"))),
        authors=_authors(document.get("authors")),
        years=tuple(dict.fromkeys(year for year in years if year)),
        journal=plain(document.get("fulljournalname")) or plain(document.get("source")),
        volume=plain(document.get("volume")),
        issue=plain(document.get("issue")),
        pages=plain(document.get("pages")),
        doi=_doi(document),
        pmid=pmid_or_none(document.get("uid")),
        design=next((design for name, design in _DESIGNS.items() if name in types), None),
        notices=_notices(document, types),
    )


def _asking(client: Client, **params: str) -> dict[str, str]:
    settings = client.settings
    who = {"tool": "claimbook", "email": settings.mailto, "api_key": settings.pubmed_key}
    return {"db": "pubmed", "retmode": "json", **params, **{name: value for name, value in who.items() if value}}


def _title(title: str | None) -> str | None:
    """Drop the full stop PubMed ends every title with, and the brackets around a translated one."""
    if title is None:
        return None
    title = title.removesuffix(".")
    return title[1:-1].removesuffix(".") if title.startswith("[") and title.endswith("]") else title


def _authors(value: Any) -> tuple[Author, ...]:
    authors: list[Author] = []
    for one in _list(value):
        name = plain(one.get("name")) if isinstance(one, dict) else None
        if not name or not isinstance(one, dict):
            continue
        collective = one.get("authtype") == "CollectiveName"
        authors += [Author(name)] if collective else read_authors(name.replace(",", " "))[0]
    return tuple(authors)


def _doi(document: dict[str, Any]) -> str | None:
    ids = [one for one in _list(document.get("articleids")) if isinstance(one, dict)]
    return next((doi_or_none(one.get("value")) for one in ids if one.get("idtype") == "doi"), None)


def _notices(document: dict[str, Any], types: list[str]) -> tuple[Notice, ...]:
    found = []
    for one in _list(document.get("references")):
        kind = one.get("reftype") if isinstance(one, dict) else None
        if isinstance(kind, str) and kind.lower() in _NOTICES:
            pmid = pmid_or_none(one.get("pmid"))
            found.append(Notice(_NOTICES[kind.lower()], None, f"PMID {pmid}" if pmid else plain(one.get("refsource"))))
    if "Retracted Publication" in types and not any(one.kind == "retraction" for one in found):
        found.append(Notice("retraction", None, "marked in PubMed"))
    return tuple(dict.fromkeys(found))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
