"""A record as a line of a bibliography: authors, year, title, where, identifier.

Refuses to hide a gap: what the record leaves open is left out or said to be open, never made up. Refuses the id of a
record as the name of anybody: a reader of a bibliography has no use for it.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from claimbook.evidence.lookup.metadata import in_parts, read_authors
from claimbook.evidence.nouns import Record

_LONGEST_TITLE = 60
_REMARK = re.compile(r"\s*\([^()]*\)$")
_NO_NAME = re.compile(r"\bnot (?:shown|given|stated|read)\b|\bunknown\b", re.IGNORECASE)


def reference(record: Record) -> str:
    """Write a record as one reference: `Okafor N, Reyes CA (2019). Title. Journal 8(1):12-19. doi:10.1234/x`."""
    year = f"({record.year})." if record.year else "(no date)."
    lead = f"{record.authors} {year}" if read_authors(record.authors)[0] else None
    parts = [lead, _sentence(record.title or _untitled(record)), None if lead else year, _sentence(record.published_in)]
    return " ".join(part for part in (*parts, _where(record)) if part)


def in_text(record: Record) -> str:
    """Name a record the way a text does: `Okafor & Reyes 2019`, `Okafor et al. 2019`."""
    authors, others = read_authors(record.authors)
    families = [author.family for author in authors]
    if not families:
        who = _publisher(record) or _short(record)
    elif others or len(families) > 2:
        who = f"{families[0]} et al."
    else:
        who = " & ".join(families)
    return f"{who} {record.year}" if record.year else who


def host(address: str) -> str:
    """Name the site of a web address, as a reader knows it: `https://www.ice.example/a?b=1` → `ice.example`."""
    try:
        name = urlsplit(address).hostname
    except ValueError:
        name = None
    return (name or address).removeprefix("www.")


def _untitled(record: Record) -> str:
    """Describe a source whose title was not read, between brackets: `[Title not read: systematic review, adults]`."""
    known = ", ".join(part for part in (record.design, record.population) if part)
    return f"[Title not read: {known}]" if known else "[Title not read]"


def _publisher(record: Record) -> str | None:
    """Name where a source was published, without volume and remarks; `None` where the record says it does not know."""
    if not record.published_in or _NO_NAME.search(record.published_in):
        return None
    return in_parts(_REMARK.sub("", record.published_in))["journal"]


def _short(record: Record) -> str:
    """Name a source nobody signed by the start of its title."""
    if not record.title:
        return f"an untitled {record.design or 'source'}"
    title = _REMARK.sub("", record.title)
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;: ") + " …"
    return f"“{title}”"


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
