"""What a registry, a page or a bibliography file says of a source: who, what, when, where, and notices about it.

Refuses to hold a finding: metadata describes a source, it does not report what the source found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

# The mark-up registries use; anything else between angle brackets is text ("p < 0.05 and q > 2").
_MARKS = "i|b|em|strong|bold|italic|sub|sup|sc|scp|u|tt|span|p|br|inf|roman|underline|jats:[a-z-]+|mml:[a-z]+"
_TAG = re.compile(rf"</?(?:{_MARKS})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_NO_AUTHOR = re.compile(r"\[?(?:not (?:shown|given|stated|read)\b|unknown\b)", re.IGNORECASE)
_RIGHTS = re.compile(r"©|\(c\)\s|copyright\b|all rights reserved", re.IGNORECASE)
_PARTS = re.compile(r"^(?P<journal>.+?)\s+(?P<volume>\d+)?(?:\((?P<issue>[^()]+)\))?(?::(?P<pages>[^\s:]+))?$")
RETRACTING = frozenset({"retraction", "withdrawal", "removal"})
CONCERNING = frozenset({"expression_of_concern", "partial_retraction"})


@dataclass(frozen=True)
class Author:
    """Hold a person's family name and given names or initials, or a group's name alone."""

    family: str
    given: str | None = None


@dataclass(frozen=True)
class Notice:
    """Say that something was published about a source: a retraction, a correction. `kind` is in Crossref's words."""

    kind: str
    doi: str | None = None
    source: str | None = None

    def __str__(self) -> str:
        where = self.doi or self.source
        return self.kind.replace("_", " ") + (f" ({where})" if where else "")


@dataclass(frozen=True)
class Metadata:
    """Describe one source. `years` are all years it was published in (online, in print), the first one leading.

    `source` names who says so; `others` that there are more authors than named; `design` is the registry's indexing.
    """

    source: str
    title: str | None = None
    authors: tuple[Author, ...] = ()
    others: bool = False
    years: tuple[int, ...] = ()
    journal: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    design: str | None = None
    notices: tuple[Notice, ...] = ()
    key: str | None = None

    @property
    def year(self) -> int | None:
        """Give the leading year."""
        return self.years[0] if self.years else None


def merged(first: Metadata, second: Metadata) -> Metadata:
    """Fill what the first source leaves open from the second; years and notices of both count."""
    open_fields = ("title", "journal", "volume", "issue", "pages", "doi", "pmid", "url", "design")
    filled = {name: getattr(first, name) or getattr(second, name) for name in open_fields}
    lead = first if first.authors else second
    return replace(
        first,
        source=f"{first.source} and {second.source}",
        authors=lead.authors,
        others=lead.others,
        years=tuple(dict.fromkeys((*first.years, *second.years))),
        notices=tuple(dict.fromkeys((*first.notices, *second.notices))),
        **filled,
    )


def plain(value: Any) -> str | None:
    """Give a text without mark-up, entities and runs of white space; `None` for anything else and for nothing."""
    if not isinstance(value, str):
        return None
    text = " ".join(unescape(_TAG.sub("", value)).split())
    return _shown(text) or None


def verbatim(value: Any) -> str | None:
    """Give a text that is no prose, an address, as it is: `&copy=` in it is no copyright sign."""
    return (_shown(" ".join(value.split())) or None) if isinstance(value, str) else None


def first_text(value: Any) -> str | None:
    """Give the first text of a list of texts, or the text itself."""
    found = value[0] if isinstance(value, list) and value else value
    return plain(found)


def year_in(value: Any) -> int | None:
    """Find a year from 1600 to 2200 at the start of a date."""
    found = re.match(r"\s*(\d{4})(?!\d)", str(value)) if isinstance(value, (str, int)) else None
    return int(found[1]) if found and 1600 <= int(found[1]) <= 2200 else None


def published_in(metadata: Metadata) -> str | None:
    """Put journal, volume, issue and pages into one line: `Journal 31(10):1302-1305`."""
    if not metadata.journal:
        return None
    number = (metadata.volume or "") + (f"({metadata.issue})" if metadata.issue else "")
    number += f":{metadata.pages}" if metadata.pages else ""
    return f"{metadata.journal} {number}".strip()


def in_parts(line: str | None) -> dict[str, str | None]:
    """Take such a line apart into journal, volume, issue and pages; a line of another shape is all journal."""
    found = _PARTS.match(line or "")
    if not found or not (found["volume"] or found["issue"] or found["pages"]):
        return {"journal": line, "volume": None, "issue": None, "pages": None}
    return found.groupdict()


def authors_line(authors: Iterable[Author], others: bool = False) -> str | None:
    """Write authors as records have them: `Glue P, Neehoff SM, et al.`; `;` between them if a name has a comma."""
    names = [f"{one.family} {initials(one.given)}".strip() for one in authors]
    if others and len(names) == 1:
        return f"{names[0]} et al."
    between = "; " if any("," in name for name in names) else ", "
    return between.join([*names, "et al."] if others and names else names) or None


def read_authors(line: str | None) -> tuple[tuple[Author, ...], bool]:
    """Read such a line. Gives the authors and whether there are others; a remark that names nobody gives none."""
    if not line or _NO_AUTHOR.match(line):
        return (), False
    others = bool(re.search(r"\bet al\b", line))
    line = re.split(r",?;?\s*\bet al\b", line)[0]
    parts = (part.strip() for part in line.split(";" if ";" in line else ","))
    return tuple(_author(part) for part in parts if part), others


def initials(given: str | None) -> str:
    """Shorten given names to initials: `Paul W.` → `PW`; initials and a suffix stay (`CA Jr`)."""
    if not given:
        return ""
    words = re.split(r"[\s.\-\u2010\u2011]+", given.strip())
    suffix = [word for word in words if word in _SUFFIXES]
    letters = [word if word.isupper() and len(word) <= 3 else word[0] for word in words if word and word not in suffix]
    return " ".join(["".join(letters), *suffix]).strip()


_SUFFIXES = ("Jr", "Sr", "II", "III", "IV")


def is_rights_line(name: str) -> bool:
    """Tell whether a name a registry gives as an author's is a copyright line that strayed there."""
    return bool(_RIGHTS.match(name.strip()))


def _author(part: str) -> Author:
    """Take `Family AB` or `Family AB Jr` apart; whatever does not end in initials is one name."""
    found = re.fullmatch(r"(?P<family>\S.*?)\s+(?P<given>[^\W\d_a-z]{1,4}(?: (?:Jr|Sr|II|III|IV))?)", part)
    if found and not found["family"].isupper():
        return Author(found["family"], found["given"])
    return Author(part)


def _shown(text: str) -> str:
    """Drop what no record can hold: control characters, half surrogates and marks that turn the direction."""
    return re.sub(
        "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", "", text
    )
