"""A fact-check as a page: in a notebook, or as a file of its own.

Refuses raw text, and links to anything but a DOI, PubMed, a web address or the article's own text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimbook.evidence.judging import STANDINGS, UNCONFIRMED
from claimbook.evidence.lookup.references import in_text, reference
from claimbook.evidence.nouns import Record
from claimbook.views.factcheck import Entry, entries
from claimbook.views.places import Places
from claimbook.views.shown import Shown, count, those
from claimbook.views.sortable import linked

if TYPE_CHECKING:
    from claimbook.extract.sources import Source
    from claimbook.model import Claim
    from claimbook.views.book import Book

At = Callable[["Claim"], str]
_COLOURS = {
    "supports": "#00795c", "partly supports": "#e69f00", "contradicts": "#c2410c", UNCONFIRMED: "#c2410c",
    "not found": "#8a3ffc",
}  # fmt: skip
_HOLDS = {
    "supports": "Holds up",
    "partly supports": "Holds up in part",
    "contradicts": "Contradicted",
    UNCONFIRMED: "Evidence against, not yet confirmed",
    "not found": "No evidence for it found",
    "not yet assessed": "Not yet checked",
}
_COUNTED = {
    "supports": ("holds up", "hold up"),
    "partly supports": ("holds up in part", "hold up in part"),
    "contradicts": ("is contradicted", "are contradicted"),
    UNCONFIRMED: ("has evidence against it not yet confirmed", "have evidence against them not yet confirmed"),
    "not found": ("has no evidence for it", "have no evidence for them"),
    "not yet assessed": ("is not yet checked", "are not yet checked"),
}
_SHELL = (
    "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
    "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    "<title>{title}</title></head>"
    "<body style='font:16px/1.5 Georgia,serif;max-width:44em;margin:2em auto;padding:0 1em'>"
    "{body}</body></html>\n"
)


def page(book: Book, article: str) -> Shown:
    """Show the fact-check of one article. Raises KeyError where the book has no such article."""
    places = Places(book)
    source, found = _of(book, article)
    return Shown(_html(source, found, lambda claim: places.at(claim.article, claim.start)), _text(source, found))


def pages(book: Book) -> Shown:
    """Show the fact-checks of all articles, one below the other, each folded under its name; the first is open."""
    each = [page(book, article) for article in book.articles]
    look = "font-size:17px;cursor:pointer"
    folded = "".join(
        f"<details{' open' if number == 0 else ''} style='margin:10px 0'>"
        f"<summary style='{look}'>{escape(article)}</summary>{one.html}</details>"
        for number, (article, one) in enumerate(zip(book.articles, each, strict=True))
    )
    return Shown(folded, "\n\n".join(one.text for one in each))


def save(book: Book, folder: Path | str) -> list[str]:
    """Save the fact-check of every article as a page of its own; give the names of the files. Same book, same bytes."""
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    for article in book.articles:
        body = _html(*_of(book, article), lambda _: "")
        (into / f"{article}.html").write_text(_SHELL.format(title=escape(article), body=body), encoding="utf-8")
    return [f"{article}.html" for article in book.articles]


def _of(book: Book, article: str) -> tuple[Source, list[Entry]]:
    source = {each.article: each for each in book.sources.sources}[article]
    return source, [one for one in entries(book) if one.claim.article == article]


def summary(found: Sequence[Entry]) -> str:
    """Count the verdicts in a sentence."""
    if not found:
        return "No claim here must be checked before publication."
    counts = Counter(one.verdict for one in found)
    met = [(counts[verdict], _COUNTED[verdict]) for verdict in STANDINGS if counts[verdict]]
    said = ", ".join(f"{number} {those(number, *words)}" for number, words in met)
    claims = len({one.claim.id for one in found})
    parts = f", parts of {count(claims, 'claim')}" if claims != len(found) else ""
    return f"{count(len(found), 'statement')} to check{parts}: {said}."


def title_of(source: Source) -> str:
    """Name an article as a reader knows it: its title, else its publisher, else its id."""
    record = source.record
    return (record and (record.title or record.publisher)) or source.article


def _html(source: Source, found: Sequence[Entry], at: At) -> str:
    sources = {record.id: record for one in found for record in one.records}
    interests = source.record.interests if source.record and source.record.interests else ()
    interest = f"<p>The publisher {escape(' and '.join(interests))}.</p>" if interests else ""
    body = "".join(_entry(one, at) for one in found)
    listed = "".join(f"<li>{_reference(record)}</li>" for record in sorted(sources.values(), key=reference))
    below = f"<details><summary>Sources ({len(sources)})</summary><ul>{listed}</ul></details>" if sources else ""
    head = f"<h2>{escape(title_of(source))}</h2><p><b>{escape(summary(found))}</b></p>"
    return f"<div class='mathjax_ignore' style='max-width:46em'>{head}{interest}{body}{below}</div>"


def _entry(one: Entry, at: At) -> str:
    colour = _COLOURS.get(one.verdict, "#8a929d")
    line = "<p style='margin:4px 0'>{}</p>"
    claimed = line.format(f"“{linked(one.quote, at(one.claim))}”")
    verdict = f"<b style='border-bottom:3px solid {colour}'>{_HOLDS[one.verdict]}.</b> {escape(one.found)}"
    parts = [claimed, line.format(verdict)]
    parts += [
        line.format(f"<i>{escape(flag.name.replace('-', ' '))}:</i> {escape(flag.message)}") for flag in one.flags
    ]
    parts.append(line.format(f"<b>Instead:</b> {escape(one.instead)}"))
    sides = (("For", one.supporting), ("Against", one.against), ("Nearest", one.nearest))
    cited = " · ".join(f"{name}: {'; '.join(_cited(each) for each in side)}" for name, side in sides if side)
    parts.append(f"<p style='margin:4px 0;font-size:13px'>{cited}</p>" if cited else "")
    return f"<div style='border-left:4px solid {colour};padding:2px 0 2px 14px;margin:18px 0'>{''.join(parts)}</div>"


def _cited(record: Record) -> str:
    return linked(in_text(record), _address(record))


def _reference(record: Record) -> str:
    about = [record.design, f"{record.n:,} people" if record.n else None]
    about += [f"read: {record.read.how_much}" if record.read.how_much else None]
    return f"{linked(reference(record), _address(record))} ({escape(', '.join(each for each in about if each))})"


def _address(record: Record) -> str:
    if record.doi:
        return f"https://doi.org/{quote(record.doi, safe='/()')}"
    if record.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{record.pmid}/"
    at = record.read.at or ""
    return at if at.startswith(("https://", "http://")) else ""


def _text(source: Source, found: Sequence[Entry]) -> str:
    lines = [title_of(source), summary(found)]
    lines += [f"- “{one.quote}” {_HOLDS[one.verdict]}. {one.found}" for one in found]
    return "\n".join(lines)
