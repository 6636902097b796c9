"""Crossref's REST API: a DOI → metadata, with the notices published about the work.

Refuses an answer that is not about the DOI asked for in Crossref's shape: nothing is filled in from a half answer.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from claimbook.evidence.lookup.client import Client
from claimbook.evidence.lookup.errors import CouldNotCheckError, NotRegisteredError
from claimbook.evidence.lookup.identify import doi_or_none
from claimbook.evidence.lookup.metadata import Author, Metadata, Notice, first_text, is_rights_line, plain, year_in

NAME = "Crossref"
_YEARS = ("issued", "published-print", "published-online", "published")
_MARKED = ("retracted:", "retracted article:", "withdrawn:", "[retracted]")


def fetch(client: Client, doi: str) -> Metadata:
    """Look a DOI up. Raises LookUpError."""
    mailto = client.settings.mailto
    url = f"{client.settings.crossref}/works/{quote(doi, safe='')}"
    try:
        answer = client.get_json(url, {"mailto": mailto} if mailto else None)
    except NotRegisteredError as error:
        raise NotRegisteredError(f"{NAME} knows no DOI {doi}: check it, or add its page or a file instead") from error
    message = answer.get("message") if isinstance(answer, dict) else None
    if not isinstance(message, dict) or doi_or_none(message.get("DOI")) is None:
        raise CouldNotCheckError(f"{NAME}: the answer for {doi} is not in its usual shape")
    return read_work(message)


def read_work(work: dict[str, Any]) -> Metadata:
    """Read one work. What is missing, or not what it should be, is left open."""
    title = _title(work)
    years = (_year(work.get(name)) for name in _YEARS)
    return Metadata(
        source=NAME,
        title=title,
        authors=_authors(work.get("author")),
        years=tuple(dict.fromkeys(year for year in years if year)),
        journal=first_text(work.get("container-title")) or _institution(work) or plain(work.get("publisher")),
        volume=plain(work.get("volume")),
        issue=plain(work.get("issue")),
        pages=plain(work.get("page")) or plain(work.get("article-number")),
        doi=doi_or_none(work.get("DOI")),
        notices=_notices(work, title),
    )


def _title(work: dict[str, Any]) -> str | None:
    title, subtitle = first_text(work.get("title")), first_text(work.get("subtitle"))
    if title and subtitle and subtitle.casefold() not in title.casefold():
        return f"{title}{'' if title[-1] in ':?!' else ':'} {subtitle}"
    return title


def _authors(value: Any) -> tuple[Author, ...]:
    authors = []
    for one in value if isinstance(value, list) else []:
        if not isinstance(one, dict):
            continue
        family, given, suffix, name = (plain(one.get(key)) for key in ("family", "given", "suffix", "name"))
        if any(is_rights_line(part) for part in (family, given, name) if part):
            continue
        if family:
            authors.append(Author(family, " ".join(part for part in (given, suffix) if part) or None))
        elif name or given:
            authors.append(Author(name or given or ""))
    return tuple(authors)


def _institution(work: dict[str, Any]) -> str | None:
    value = work.get("institution")
    first = value[0] if isinstance(value, list) and value else value
    return plain(first.get("name")) if isinstance(first, dict) else None


def _year(value: Any) -> int | None:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    return year_in(first[0]) if isinstance(first, list) and first else None


def _notices(work: dict[str, Any], title: str | None) -> tuple[Notice, ...]:
    """List what updates the work (`updated-by`) and, where the work is itself a notice, what it is."""
    found = [_notice(one) for one in _dicts(work.get("updated-by"))]
    found += [Notice("notice about another work", doi_or_none(one.get("DOI"))) for one in _dicts(work.get("update-to"))]
    if title and title.casefold().startswith(_MARKED) and not any(one.kind == "retraction" for one in found):
        found.append(Notice("retraction", None, "said in the title"))
    return tuple(dict.fromkeys(found))


def _notice(update: dict[str, Any]) -> Notice:
    kind = plain(update.get("type")) or plain(update.get("label")) or "update"
    return Notice(kind.lower().replace(" ", "_").replace("-", "_"), doi_or_none(update.get("DOI")))


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
