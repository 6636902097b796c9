"""Compare records with the registries: DOI, title, year, first author, and notices such as retractions.

Refuses to call a record fine that no registry could be asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from claimbook.evidence.lookup import crossref, pubmed
from claimbook.evidence.lookup.client import Client
from claimbook.evidence.lookup.drafting import folded
from claimbook.evidence.lookup.errors import LookUpError, NotRegisteredError
from claimbook.evidence.lookup.identify import clean_doi
from claimbook.evidence.lookup.metadata import CONCERNING, RETRACTING, Metadata, Notice, read_authors
from claimbook.evidence.nouns import Record

Status = Literal["ok", "differs", "concern", "retracted", "could not check", "nothing to check"]


@dataclass(frozen=True)
class Difference:
    """Hold a field in which a record and a registry differ; `registered` is `None` where it knows no such thing."""

    field: str
    record: str
    registered: str | None
    registry: str

    def __str__(self) -> str:
        there = f"{self.registry} has {self.registered}" if self.registered else f"{self.registry} knows no such"
        return f"{self.field}: the record has {self.record}, {there}"


@dataclass(frozen=True)
class Verification:
    """Hold what comparing a record gave. `asked` names the registries that answered."""

    record: str
    status: Status
    differences: tuple[Difference, ...] = ()
    notices: tuple[Notice, ...] = ()
    asked: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def verify(client: Client, records: Iterable[Record]) -> Iterator[Verification]:
    """Compare records with the registries, one after the other, in the order given."""
    for record in records:
        yield verify_record(client, record)


def verify_record(client: Client, record: Record) -> Verification:
    """Compare one record with Crossref (by its DOI) and PubMed (by its PMID)."""
    known: list[Metadata] = []
    differences: list[Difference] = []
    remarks: list[str] = []
    for name, value, registry in (("doi", record.doi, crossref), ("pmid", record.pmid, pubmed)):
        if value is None:
            continue
        try:
            known.append(registry.fetch(client, value))
        except NotRegisteredError:
            differences.append(Difference(name, value, None, registry.NAME))
        except LookUpError as error:
            remarks.append(str(error))
    differences += _differences(record, known)
    notices = tuple(dict.fromkeys(notice for metadata in known for notice in metadata.notices))
    asked = tuple(dict.fromkeys([*(one.source for one in known), *(one.registry for one in differences)]))
    status = _status(record, differences, notices, bool(remarks))
    return Verification(record.id, status, tuple(differences), notices, asked, tuple(remarks))


def _status(record: Record, differences: list[Difference], notices: tuple[Notice, ...], unasked: bool) -> Status:
    """Give the gravest thing known; only a record that every registry it names answered for is fine."""
    kinds = {notice.kind for notice in notices}
    if kinds & RETRACTING:
        return "retracted"
    if kinds & CONCERNING:
        return "concern"
    if differences:
        return "differs"
    if unasked:
        return "could not check"
    return "ok" if record.doi or record.pmid else "nothing to check"


def _differences(record: Record, known: list[Metadata]) -> Iterator[Difference]:
    years = {year for metadata in known for year in metadata.years}
    for metadata in known:
        yield from _identifiers(record, metadata)
        if record.title and metadata.title and not _same_title(record.title, metadata.title):
            yield Difference("title", f"“{record.title}”", f"“{metadata.title}”", metadata.source)
        if record.year and metadata.years and record.year not in years:
            yield Difference("year", str(record.year), " or ".join(map(str, metadata.years)), metadata.source)
        yield from _first_author(record, metadata)


def _identifiers(record: Record, metadata: Metadata) -> Iterator[Difference]:
    if record.doi and metadata.doi and clean_doi(record.doi) != metadata.doi:
        yield Difference("doi", record.doi, metadata.doi, metadata.source)
    if record.pmid and metadata.pmid and record.pmid != metadata.pmid:
        yield Difference("pmid", record.pmid, metadata.pmid, metadata.source)


def _first_author(record: Record, metadata: Metadata) -> Iterator[Difference]:
    named, _ = read_authors(record.authors)
    if not named or not metadata.authors:
        return
    mine, theirs = folded(named[0].family).split(), folded(metadata.authors[0].family).split()
    # "de Vries" is filed under V by some registries and under D by others
    if mine and theirs and mine[-1] != theirs[-1] and not set(theirs) <= set(mine):
        yield Difference("first author", named[0].family, metadata.authors[0].family, metadata.source)


def _same_title(mine: str, theirs: str) -> bool:
    """Compare without case, accents and punctuation; a title without the other's subtitle is the same."""
    a, b = folded(_unmarked(mine)), folded(_unmarked(theirs))
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    lead = theirs if long == b else mine
    return bool(short) and any(
        folded(_unmarked(lead).split(mark)[0]) == short for mark in (":", "?", " - ", " – ", ".")
    )


def _unmarked(title: str) -> str:
    """Drop the mark publishers put before a retracted title: the notice tells of it."""
    for mark in ("RETRACTED ARTICLE:", "RETRACTED:", "WITHDRAWN:", "[Retracted]"):
        if title.casefold().startswith(mark.casefold()):
            return title[len(mark) :].strip()
    return title
