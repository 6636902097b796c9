"""BibTeX in and out, through bibtexparser 2 (it reads on after a broken entry and says which it was).

Refuses to run LaTeX: accents and escapes become characters, any other macro stays as its text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string, write_string
from bibtexparser.library import Library
from bibtexparser.middlewares.names import NameParts
from bibtexparser.model import Block, Entry, Field, ParsingFailedBlock
from bibtexparser.writer import BibtexFormat

from claimbook.evidence.lookup.identify import doi_or_none, pmid_or_none
from claimbook.evidence.lookup.metadata import Author, Metadata, plain, verbatim, year_in

NAME = "BibTeX"
# One pass, so that nothing is escaped twice; the last ones keep LaTeX from joining characters into others.
_ESCAPES = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "{": r"\{", "}": r"\}",
    "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
    "-": "{-}", "'": "{'}", "`": "{`}", "!": "{!}", "?": "{?}", "<": "{<}", ">": "{>}",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\~^{}%&$#_]|--+|''+|``+|[!?]`|<<|>>")
_EXACT = ("url", "doi")
_UNESCAPE = re.compile(r"\\([_%&#~$])")
_PLAIN_NAME = re.compile(r"[\w.'’-]+(?: [\w.'’-]+)*")
_BARE = re.compile(r"(?<!\\)((?:\\\\)*)%")


def read(text: str) -> tuple[list[Metadata], list[str]]:
    """Read the entries of a BibTeX file. Gives them, and a message for each that cannot be read."""
    stack = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts(), _Decoding(keep_math_mode=False)]
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would log is told by what this gives
    library = parse_string(_BARE.sub(r"\1\\%", text), append_middleware=stack)
    return [_metadata(entry) for entry in library.entries], [_failed(block) for block in library.failed_blocks]


def write(entries: Iterable[Metadata]) -> str:
    """Write entries as BibTeX (UTF-8), in the order given."""
    library = Library()
    for entry in entries:
        fields = [Field(name, value) for name, value in _fields(entry) if value]
        library.add(Entry("article" if entry.volume else "misc", entry.key or "unnamed", fields))
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.trailing_comma, layout.block_separator = "  ", True, "\n"
    return write_string(library, bibtex_format=layout)


class _Decoding(middlewares.LatexDecodingMiddleware):
    """Decode LaTeX, in names after they were taken apart (braces keep the words of a name together), in no address."""

    def transform_entry(self, entry: Entry, library: Library) -> Block:
        exact = [(field, field.value) for field in entry.fields if field.key.lower() in _EXACT]
        for field in entry.fields:
            for name in field.value if isinstance(field.value, list) else []:
                for part in (name.first, name.von, name.last, name.jr):
                    part[:] = [self._transform_python_value_string(word)[0] for word in part]
        decoded = super().transform_entry(entry, library)
        for field, value in exact:
            field.value = _UNESCAPE.sub(r"\1", value) if isinstance(value, str) else value
        return decoded


def _metadata(entry: Entry) -> Metadata:
    fields = {field.key.lower(): field.value for field in entry.fields}
    text = {name: _text(value) for name, value in fields.items() if isinstance(value, str)}
    people = [_author(one) for one in _names(fields.get("author"))]
    kept = tuple(one for one in people if one.family not in ("others", "et al."))
    return Metadata(
        source=NAME,
        key=entry.key,
        title=text.get("title"),
        authors=kept,
        others=len(kept) < len(people),
        years=tuple(year for year in [year_in(text.get("year") or text.get("date"))] if year),
        journal=next((text[name] for name in _PLACES if text.get(name)), None),
        volume=text.get("volume"),
        issue=text.get("number") or text.get("issue"),
        pages=_pages(text.get("pages") or text.get("eid")),
        doi=doi_or_none(text.get("doi")),
        pmid=pmid_or_none(text.get("pmid")) or pmid_or_none(text.get("eprint") if _is_pubmed(text) else None),
        url=verbatim(fields.get("url")),
    )


_PLACES = ("journal", "journaltitle", "booktitle", "howpublished", "publisher", "institution", "school", "organization")


def _is_pubmed(text: dict[str, str | None]) -> bool:
    return (text.get("eprinttype") or text.get("archiveprefix") or "").lower() == "pubmed"


def _text(value: str) -> str | None:
    return plain(value.replace("\u02c6", "^"))  # what \textasciicircum is decoded to


def _names(value: Any) -> list[NameParts]:
    return value if isinstance(value, list) else []


def _author(parts: NameParts) -> Author:
    family = _text(" ".join((*parts.von, *parts.last)))
    given = _text(" ".join((*parts.first, *parts.jr)))
    return Author(family or given or "", given if family else None)


def _pages(value: str | None) -> str | None:
    return re.sub(r"\s*(?:--+|–|—)\s*", "-", value) if value else None


def _failed(block: ParsingFailedBlock) -> str:
    line = (block.start_line or 0) + 1
    name = getattr(block, "key", None) or getattr(getattr(block, "ignore_error_block", None), "key", None)
    what = "its key is used before" if type(block).__name__ == "DuplicateBlockKeyBlock" else "not BibTeX"
    return f"line {line}: {what}" + (f" ({name})" if name else "")


def _fields(entry: Metadata) -> Iterator[tuple[str, str | None]]:
    authors = [_written_author(one) for one in entry.authors] + (["others"] if entry.others else [])
    yield "title", _escaped(entry.title)
    yield "author", " and ".join(authors) or None
    yield "year", str(entry.year) if entry.year else None
    yield ("journal" if entry.volume else "howpublished"), _escaped(entry.journal)
    yield "volume", _escaped(entry.volume)
    yield "number", _escaped(entry.issue)
    yield "pages", _escaped(entry.pages)
    yield "doi", _exact(entry.doi)
    yield "pmid", entry.pmid
    yield "url", _exact(entry.url)


def _written_author(author: Author) -> str:
    family = _escaped(author.family) or ""
    words = author.family.split(" ")
    if not _PLAIN_NAME.fullmatch(author.family) or "and" in words or (len(words) > 1 and author.given is None):
        family = f"{{{family}}}"
    return f"{family}, {_escaped(author.given)}" if author.given else family


def _exact(address: str | None) -> str | None:
    """Write an address as reference managers do: as it is, but for what would end the field."""
    return address and address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _escaped(text: str | None) -> str | None:
    if text is None:
        return None
    return _SPECIAL.sub(lambda found: "".join(_ESCAPES[sign] for sign in found[0]), text)
