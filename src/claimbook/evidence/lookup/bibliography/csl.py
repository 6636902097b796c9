"""CSL JSON in and out: the format Zotero, pandoc and citation styles share. It is JSON, so `json` reads it.

Refuses anything but a list of items, one item, or Crossref's answer for one work.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from claimbook.evidence.lookup.identify import doi_or_none, pmid_or_none
from claimbook.evidence.lookup.metadata import Author, Metadata, first_text, plain, verbatim, year_in

NAME = "CSL JSON"
_ET_AL = "et al."


def read(text: str) -> tuple[list[Metadata], list[str]]:
    """Read the items of a CSL JSON file. Gives them, and a message for each that cannot be read."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return [], [f"line {error.lineno}: not JSON ({error.msg})"]
    except (ValueError, RecursionError):
        return [], ["line 1: not JSON that can be read"]
    if isinstance(data, dict) and isinstance(data.get("message"), dict):
        data = data["message"]
    items = data if isinstance(data, list) else [data]
    wrong = [f"item {number}: not an item of CSL JSON" for number, one in enumerate(items, 1) if not _is_item(one)]
    return [_metadata(one) for one in items if _is_item(one)], wrong


def write(entries: Iterable[Metadata]) -> str:
    """Write entries as a CSL JSON list, in the order given."""
    return json.dumps([dict(_fields(entry)) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def _is_item(value: Any) -> bool:
    return isinstance(value, dict) and any(key in value for key in ("title", "type", "DOI", "id"))


def _metadata(item: dict[str, Any]) -> Metadata:
    value = item.get("author")
    people = [author for one in (value if isinstance(value, list) else []) if (author := _author(one))]
    named = tuple(one for one in people if one.family not in (_ET_AL, "others"))
    return Metadata(
        source=NAME,
        key=plain(item.get("id")),
        title=first_text(item.get("title")),
        authors=named,
        others=len(named) < len(people),
        years=tuple(year for year in [_year(item.get("issued"))] if year),
        journal=first_text(item.get("container-title")) or plain(item.get("publisher")),
        volume=_text(item.get("volume")),
        issue=_text(item.get("issue")),
        pages=_text(item.get("page")),
        doi=doi_or_none(item.get("DOI")),
        pmid=pmid_or_none(item.get("PMID")),
        url=verbatim(item.get("URL")),
    )


def _author(value: Any) -> Author | None:
    if not isinstance(value, dict):
        return None
    parts = {name: plain(value.get(name)) for name in ("literal", "non-dropping-particle", "family", "given", "suffix")}
    family = " ".join(part for part in (parts["non-dropping-particle"], parts["family"]) if part)
    given = " ".join(part for part in (parts["given"], parts["suffix"]) if part)
    name = parts["literal"] or family or given
    return Author(name, (given or None) if family and not parts["literal"] else None) if name else None


def _year(value: Any) -> int | None:
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    return year_in(first[0]) if isinstance(first, list) and first else year_in(value.get("raw") or value.get("literal"))


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else plain(value)


def _fields(entry: Metadata) -> Iterator[tuple[str, Any]]:
    authors = [_written_author(one) for one in entry.authors] + ([{"literal": _ET_AL}] if entry.others else [])
    values = {
        "id": entry.key,
        "type": "article-journal" if entry.volume else "document",
        "title": entry.title,
        "author": authors,
        "issued": {"date-parts": [[entry.year]]} if entry.year else None,
        "container-title": entry.journal,
        "volume": entry.volume,
        "issue": entry.issue,
        "page": entry.pages,
        "DOI": entry.doi,
        "PMID": entry.pmid,
        "URL": entry.url,
    }
    yield from ((name, value) for name, value in values.items() if value)


def _written_author(author: Author) -> dict[str, str]:
    return {"family": author.family, "given": author.given} if author.given else {"literal": author.family}
