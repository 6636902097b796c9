"""A record as a line of a bibliography: authors, year, title, where, identifier.

Refuses to hide a gap: what the record leaves open is left out, never made up.
"""

from __future__ import annotations

from claimbook.evidence.lookup.metadata import read_authors
from claimbook.evidence.nouns import Record


def reference(record: Record) -> str:
    """Write a record as one reference: `Okafor N, Reyes CA (2019). Title. Journal 8(1):12-19. doi:10.1234/x`."""
    year = f"({record.year})." if record.year else "(no date)."
    lead = f"{record.authors} {year}" if read_authors(record.authors)[0] else None
    parts = [lead, _sentence(record.title or record.id), None if lead else year, _sentence(record.published_in)]
    return " ".join(part for part in (*parts, _where(record)) if part)


def in_text(record: Record) -> str:
    """Name a record the way a text does: `Okafor & Reyes 2019`, `Okafor et al. 2019`."""
    authors, others = read_authors(record.authors)
    families = [author.family for author in authors]
    if not families:
        who = record.published_in or record.id
    elif others or len(families) > 2:
        who = f"{families[0]} et al."
    else:
        who = " & ".join(families)
    return f"{who} {record.year}" if record.year else who


def _where(record: Record) -> str | None:
    if record.doi:
        return f"doi:{record.doi}"
    if record.pmid:
        return f"PMID {record.pmid}"
    at = record.read.at
    return at if at and at.startswith(("http://", "https://")) else None


def _sentence(text: str | None) -> str:
    if not text:
        return ""
    return text if text[-1] in ".?!" else f"{text}."
