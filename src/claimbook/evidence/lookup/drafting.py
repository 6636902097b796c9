"""Metadata to a draft record and back.

Refuses to fill in what nobody read: a draft has no findings, no population, no figures, and says that nothing of the
source has been read yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import cast

from claimbook.evidence.lookup.identify import clean_doi
from claimbook.evidence.lookup.metadata import Metadata, authors_line, in_parts, published_in, read_authors
from claimbook.evidence.nouns import Design, Read, Record
from claimbook.lexicon import load

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_TITLE_WORDS = 3
_DULL = ("be", "have", "determiner", "possessive", "preposition", "relative", "subordinator")


def draft(metadata: Metadata, record_id: str) -> Record:
    """Make a record of what is known about a source; everything a reader would have to find out is `None`."""
    return Record(
        id=record_id,
        design=cast(Design | None, metadata.design),
        title=metadata.title,
        authors=authors_line(metadata.authors, metadata.others),
        year=metadata.year,
        published_in=published_in(metadata),
        doi=metadata.doi,
        pmid=metadata.pmid,
        population=None,
        intervention=None,
        comparator=None,
        n=None,
        n_studies=None,
        summary=None,
        limits=None,
        funding=None,
        risk_of_bias=None,
        read=Read(how_much=None, at=metadata.url, on=None),
        note=_note(metadata),
    )


def describe(record: Record) -> Metadata:
    """Give a record's metadata, as a bibliography needs it."""
    authors, others = read_authors(record.authors)
    at, parts = record.read.at, in_parts(record.published_in)
    return Metadata(
        source="record",
        key=record.id,
        title=record.title,
        authors=authors,
        others=others,
        years=(record.year,) if record.year else (),
        doi=record.doi,
        pmid=record.pmid,
        url=at if at and at.startswith(("http://", "https://")) else None,
        journal=parts["journal"],
        volume=parts["volume"],
        issue=parts["issue"],
        pages=parts["pages"],
    )


def new_id(metadata: Metadata, taken: Collection[str]) -> str:
    """Name a new record: its key in the file it came from, else `family-year-title-words`; a number if taken."""
    base = metadata.key if metadata.key and _ID.fullmatch(metadata.key) else _named(metadata)
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def same_source(metadata: Metadata, records: Iterable[Record]) -> tuple[Record, str] | None:
    """Find a record of the same source and say by what: its DOI, its PMID, its address, or its title and year."""
    for record in records:
        if metadata.doi and record.doi and clean_doi(record.doi) == clean_doi(metadata.doi):
            return record, f"DOI {record.doi}"
        if metadata.pmid and record.pmid == metadata.pmid:
            return record, f"PMID {record.pmid}"
        if metadata.url and record.read.at == metadata.url and not (metadata.doi and record.doi):
            return record, "address"
        if _same_title(metadata, record):
            return record, "title and year"
    return None


def folded(text: str | None) -> str:
    """Give a text for comparing: letters and digits only, without case and accents."""
    apart = unicodedata.normalize("NFKD", text or "")
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
    return " ".join(re.findall(r"[^\W_]+", letters))


def _same_title(metadata: Metadata, record: Record) -> bool:
    if (metadata.doi and record.doi) or (metadata.pmid and record.pmid) or not metadata.title:
        return False
    return folded(metadata.title) == folded(record.title) and metadata.year == record.year


def _note(metadata: Metadata) -> str:
    notices = "; ".join(str(notice) for notice in metadata.notices)
    told = f"Metadata from {metadata.source}; nothing of the source has been read yet."
    return told + (f" Notices: {notices}." if notices else "")


def _named(metadata: Metadata) -> str:
    author = _ascii(metadata.authors[0].family if metadata.authors else metadata.journal or "")
    dull = {word for kind in _DULL for word in load("function_words")[kind].split()}
    words = [word for word in _ascii(metadata.title or "").split("-") if len(word) > 2 and word not in dull]
    parts = [author[:40].strip("-"), str(metadata.year or "undated"), *words[:_TITLE_WORDS]]
    return "-".join(part for part in parts if part)


def _ascii(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", folded(text)))
