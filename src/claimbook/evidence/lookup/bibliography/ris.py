"""RIS in and out, through rispy.

Refuses to lose a reference whose end mark is missing: what the parser leaves out is counted and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimbook.evidence.lookup.identify import doi_or_none, pmid_or_none
from claimbook.evidence.lookup.metadata import Author, Metadata, plain, read_authors, verbatim, year_in

NAME = "RIS"
_BEGIN = re.compile(r"^TY  -", re.MULTILINE)
_TITLES = ("title", "primary_title", "translated_title")
_PLACES = ("journal_name", "secondary_title", "alternate_title3", "alternate_title2", "publisher")
_ET_AL = "et al."


def read(text: str) -> tuple[list[Metadata], list[str]]:
    """Read the references of a RIS file. Gives them, and a message for what cannot be read."""
    import rispy

    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    begun = len(_BEGIN.findall(lines))
    # An address may hold the `;` that rispy would split it at.
    references = rispy.loads(lines, skip_unknown_tags=True, delimiter_tags_mapping={})
    lost = begun - len(references)
    problems = [f"{lost} of {begun} references have no end mark (ER  - )"] if lost else []
    return [_metadata(reference) for reference in references], problems


def write(entries: Iterable[Metadata]) -> str:
    """Write entries as RIS (UTF-8), in the order given."""
    import rispy

    written: str = rispy.dumps([dict(_fields(entry)) for entry in entries], delimiter_tags_mapping={})
    return re.sub(r"^\d+\.\n", "", written, flags=re.MULTILINE)


def _metadata(reference: dict[str, Any]) -> Metadata:
    people = [*_texts(reference.get("authors")), *_texts(reference.get("first_authors"))]
    named = [one for one in people if one.rstrip(".").lower() != "et al"]
    first, last = plain(reference.get("start_page")), plain(reference.get("end_page"))
    dates = (reference.get(name) for name in ("year", "publication_year", "date"))
    return Metadata(
        source=NAME,
        key=plain(reference.get("id")),
        title=_first(reference, _TITLES),
        authors=tuple(_author(one) for one in named),
        others=len(named) < len(people),
        years=tuple(year for year in (year_in(date) for date in dates) if year)[:1],
        journal=_first(reference, _PLACES),
        volume=plain(reference.get("volume")),
        issue=plain(reference.get("number")),
        pages=f"{first}-{last}" if first and last and last != first else first,
        doi=doi_or_none(reference.get("doi")),
        pmid=_pmid(reference),
        url=next(filter(None, map(verbatim, reference.get("urls") or [])), None),
    )


def _pmid(reference: dict[str, Any]) -> str | None:
    """Read an accession number as a PMID where the reference says that it is PubMed's, or has only digits."""
    return pmid_or_none(plain(reference.get("accession_number")))


def _first(reference: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next((text for name in names if (text := plain(reference.get(name)))), None)


def _texts(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if text := plain(one):
            yield text


def _author(name: str) -> Author:
    """Read `Family, Given` or `Family, Given, Suffix`; a name without a comma is one name, or ends in initials."""
    family, *given = (part.strip() for part in name.split(","))
    if given and family:
        return Author(family, " ".join(part for part in given if part) or None)
    return next(iter(read_authors(family)[0]), Author(name))


def _fields(entry: Metadata) -> Iterator[tuple[str, Any]]:
    first, _, last = (entry.pages or "").partition("-")
    authors = [_written_author(one) for one in entry.authors] + ([_ET_AL] if entry.others else [])
    values = {
        "type_of_reference": "JOUR" if entry.volume else "GEN",
        "id": entry.key,
        "title": entry.title,
        "authors": authors,
        "year": str(entry.year) if entry.year else None,
        "journal_name": entry.journal,
        "volume": entry.volume,
        "number": entry.issue,
        "start_page": first,
        "end_page": last,
        "doi": entry.doi,
        "accession_number": entry.pmid,
        "urls": [entry.url] if entry.url else None,
    }
    yield from ((name, value) for name, value in values.items() if value)


def _written_author(author: Author) -> str:
    family = author.family.replace(",", " ") if author.given is None else author.family
    return (
        f"{' '.join(family.split())}, {author.given or ''}".rstrip(" ")
        if author.given
        else f"{' '.join(family.split())},"
    )
