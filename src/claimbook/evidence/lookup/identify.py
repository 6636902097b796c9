"""Tell what a person gave: a DOI, a PMID, a web address or a file.

Refuses to guess between two: what is none of these is an error that says what would be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from claimbook.evidence.lookup.errors import RefusedError

Kind = Literal["doi", "pmid", "url", "file"]
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
_DOI_GIVEN = re.compile(r"(?:doi:?\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_PMID_GIVEN = re.compile(r"(?:pmid:?\s*)?([1-9]\d{0,8})", re.IGNORECASE)
_PMID_NAMED = re.compile(r"\bPMID:?\s{0,3}([1-9]\d{0,8})(?!\d)", re.IGNORECASE)
_DOI_HOSTS = ("doi.org", "dx.doi.org", "www.doi.org")
_PUBMED_PATH = re.compile(r"/(?:pubmed/)?([1-9]\d{0,8})/?")
_PUBMED_HOSTS = ("pubmed.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov")


@dataclass(frozen=True)
class Target:
    """Hold what is to be looked up, in its plain form."""

    kind: Kind
    value: str


def identify(given: str) -> Target:
    """Tell what was given. Raises RefusedError."""
    given = given.strip()
    if found := _DOI_GIVEN.fullmatch(given):
        return Target("doi", clean_doi(found[1]))
    if found := _PMID_GIVEN.fullmatch(given):
        return Target("pmid", found[1])
    if re.match(r"[a-z][a-z0-9+.-]*://", given, re.IGNORECASE):
        return _address(given)
    if Path(given).is_file():
        return Target("file", given)
    raise RefusedError(f"{given}: no DOI (10.…/…), no PMID (digits), no web address, and no such file")


def _address(given: str) -> Target:
    try:
        parts = urlsplit(given)
    except ValueError as error:
        raise RefusedError(f"{given}: no web address ({error})") from error
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise RefusedError(f"{given}: not an http or https address")
    path = unquote(parts.path)
    if parts.hostname in _DOI_HOSTS and (found := _DOI.fullmatch(path[1:])):
        return Target("doi", clean_doi(found[0]))
    if parts.hostname in _PUBMED_HOSTS and (found := _PUBMED_PATH.fullmatch(path)):
        return Target("pmid", found[1])
    return Target("url", given)


def clean_doi(text: str) -> str:
    """Give a DOI in lower case without what a sentence puts behind it: a full stop, a bracket never opened."""
    doi = text.strip().lower()
    while doi and (doi[-1] in ".,;:'\"”’" or any(doi[-1] == b and doi.count(a) < doi.count(b) for a, b in _PAIRS)):
        doi = doi[:-1]
    return doi


_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))


def doi_or_none(value: object) -> str | None:
    """Give the DOI a field holds, in any of its spellings, or `None`."""
    if not isinstance(value, str):
        return None
    found = _DOI.search(unquote(value))
    return clean_doi(found[0]) if found else None


def pmid_or_none(value: object) -> str | None:
    """Give the PMID a field holds, or `None`."""
    found = _PMID_GIVEN.fullmatch(str(value).strip()) if isinstance(value, (str, int)) else None
    return found[1] if found else None


def identifiers_in(text: str) -> list[Target]:
    """List the DOIs and named PMIDs a text mentions, each once, in order."""
    found = [(match.start(), Target("doi", clean_doi(match[0]))) for match in _DOI.finditer(text)]
    found += [(match.start(), Target("pmid", match[1])) for match in _PMID_NAMED.finditer(text)]
    return list(dict.fromkeys(target for _, target in sorted(found, key=lambda pair: pair[0])))
