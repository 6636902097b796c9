"""What one block of a page is by its own words: page furniture, an entry of a reference list, a credited caption.

Refuses to look at the blocks around it; `text.matter` does that. A block that closes like a sentence is prose unless a
cue is plain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import re2

from claimbook.lexicon import load

Pattern = Any  # re2 has no type stubs

MOST_WORDS = 25
_START_WORDS, _LINE_WORDS = 40, 8
_CREDIT_CHARS, _LEAST_CAPTION = 60, 20
_LONGEST_TITLE, _PREFIX = 120, 3
_FURNITURE = re2.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|^\+?[\d(][\d ().–-]{6,20}$|</?[a-zA-Z][^<>]*>"
    r"|!\[[^\]]*\]\([^()]*\)|\]\([^()]*\)"
)
_WORK = re2.compile(r"(?i)\bdoi\b|\bpmid\b|\bet\.? ?al\b|\bpp?\. ?\d|\bvol\. ?\d|\d{1,4}\(\d{1,4}\)|;\d")
_OUTLET = re2.compile(r"(?i)\bjournal\b|https?://")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b", re.ASCII)
_DATE_LINE = re2.compile(
    r"(?i)(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}"
    r"(?:,? (?:at )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?)?"
)
_BYLINE = re2.compile(r"[Bb]y:? [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:$|,| [|–—•·]| and [A-Z]| on | \()")
_LEAST_BYLINE = "By A B"
_ENTRY = re2.compile(r"\[\d{1,3}\]|\d{1,3}\. |[A-Z][\w'’-]+,? [A-Z]{1,3}[.,]")
_SENTENCE_ENDS = (".", "!", "?", "”", '"')


class Cues(NamedTuple):
    """Hold the cues of `lexicon/blocks.yaml`, ready to match."""

    reference_headings: frozenset[str]
    contents_headings: frozenset[str]
    boilerplate_headings: frozenset[str]
    link_headings: frozenset[str]
    comment_headings: frozenset[str]
    whole: frozenset[str]
    openings: tuple[str, ...]
    prefixes: frozenset[str]  # the first letters of the openings: few blocks need more asked
    starts: Pattern
    line_starts: Pattern
    shortest: int  # no shorter block is furniture by what stands inside it
    inside: Pattern  # tells in one search which of "contains" and "line_contains" a block has
    credits: Pattern
    credited: Pattern  # `credits` as a set, which tells in a fifth of the time that there is none

    def section(self, title: str) -> str:
        """Say what a heading of this (plain) title stands over: reference, boilerplate, comments, links or ""."""
        if title in self.reference_headings:
            return "reference"
        if title in self.boilerplate_headings:
            return "boilerplate"
        if title.lstrip("0123456789,. ") in self.comment_headings:
            return "comments"
        return "links" if title in self.link_headings else ""


@cache
def cues_of_pages() -> Cues:
    """Read the cues once."""
    data = load("blocks")
    sets = {name: frozenset(data[name]) for name in (*_HEADING_SETS, "whole")}
    endings = _any(data["credit_endings"])
    openings = tuple(sorted({phrase.casefold() for phrase in (*data["starts"], *data["line_starts"])}))
    credit = rf"(?i)(?:(?:{_any(data['credit_openers'])}) )?(?:{endings})(?:/[\w ]+)?$"
    return Cues(
        **sets,
        openings=openings,
        prefixes=frozenset(opening[:_PREFIX] for opening in openings),
        starts=re2.compile(rf"(?i)(?:{_any(data['starts'])})(?:\W|$)"),
        line_starts=re2.compile(rf"(?i)(?:{_any(data['line_starts'])})(?:\W|$)"),
        shortest=min(map(len, (*data["contains"], *data["line_contains"], *data["credit_endings"], _LEAST_BYLINE))),
        inside=_set_of(
            f"(?i){_any(data['contains'])}", f"(?i){_any([*data['line_contains'], *data['credit_endings']])}"
        ),
        credits=re2.compile(credit),
        credited=_set_of(credit),
    )


_HEADING_SETS = (
    "reference_headings", "contents_headings", "boilerplate_headings", "link_headings", "comment_headings",
)  # fmt: skip


def _set_of(*patterns: str) -> Pattern:
    """Make one set of patterns, which tells in one search which of them a text has."""
    made = re2.Set.SearchSet()
    for pattern in patterns:
        made.Add(pattern)
    made.Compile()
    return made


def _any(phrases: Sequence[str]) -> str:
    return "|".join(re2.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def plain_title(title: str) -> str:
    """Normalise a title for comparison: lower case, no numbering, no marks; "" for one too long to be on a list."""
    core = title.strip().strip("*_#:.?! ")
    if len(core) > _LONGEST_TITLE:
        return ""
    core = core.replace("’", "'") if "’" in core else core
    if core[:1].isdigit():
        core = re.sub(r"^(?:\d{1,2}[.)]\s+)", "", core)
    return " ".join(core.lower().split())


def is_boilerplate(body: str) -> bool:
    """Tell whether a block of text alone is page furniture: an address, a date, a byline, a call to click."""
    if not (body[:1].isalnum() or any(char.isalnum() for char in body)) or _is_date(body):
        return True
    bare, words = _bare(body), len(body.split())
    if bare != body and not any(char.isalnum() for char in bare):
        return True
    if words <= MOST_WORDS and bare != body and (len(bare.split()) <= 1 < words or _is_widget(body)):
        return True
    return words <= _START_WORDS and _is_cued(body, words)


def _is_date(body: str) -> bool:
    ends = body[-1].isdigit() or body[-1] in "mM" or body[-2:] in ("m.", "M.")
    return ends and _DATE_LINE.fullmatch(body) is not None


def _is_widget(body: str) -> bool:
    return "<" in body and not body.endswith(_SENTENCE_ENDS)


def _is_cued(body: str, words: int) -> bool:
    """Tell by its words whether a short block is furniture; one that closes like a sentence needs a clear cue."""
    cues, line = cues_of_pages(), words <= _LINE_WORDS or not body.endswith(_SENTENCE_ENDS)
    first = body[:_PREFIX].casefold()
    opens = (first[:_PREFIX] in cues.prefixes or first[0] in cues.prefixes) and body.casefold().startswith(
        cues.openings
    )
    if opens and (cues.starts.match(body) or (line and cues.line_starts.match(body))):
        return True
    if words > MOST_WORDS or len(body) < cues.shortest:
        return False
    inside = cues.inside.Match(body) or ()
    if 0 in inside or (body[0] in "Bb" and _BYLINE.match(body)):
        return True
    credited = words > _LINE_WORDS and inside and cues.credits.search(body[-_CREDIT_CHARS:])
    return bool(line and not credited and inside)


def _bare(body: str) -> str:
    """Take addresses, tags and link targets out of a block; one of these marks must be there for any to be."""
    marked = "/" in body or "@" in body or "<" in body or "](" in body or "www." in body or _may_be_number(body)
    return _FURNITURE.sub(" ", body) if marked else body


def _may_be_number(body: str) -> bool:
    return body[-1].isdigit() and 6 < len(body) < 23 and (body[0].isdigit() or body[0] in "+(")


def is_work(body: str, numbered: bool) -> bool:
    """Tell whether a block is one entry of a reference list: numbered or author first, a year and a journal's marks."""
    if body[:7].lower() in ("source:", "sources") and len(body.split()) <= MOST_WORDS and ":" in body[6:8]:
        return True
    if not _YEAR.search(body):
        return False
    entry = bool(_ENTRY.match(body))
    return bool((entry or numbered) and _WORK.search(body)) or bool(entry and _OUTLET.search(body))


def length_without_credit(body: str) -> int:
    """Give the length of a caption without the picture credit at its end."""
    if len(body) <= _LEAST_CAPTION or body[-1] in '.!?:;)”"':
        return len(body)
    tail = max(0, len(body) - _CREDIT_CHARS)
    cues = cues_of_pages()
    credit = cues.credits.search(body[tail:]) if cues.credited.Match(body[tail:]) else None
    if credit is None or tail + credit.start() < _LEAST_CAPTION:
        return len(body)
    return len(body[: tail + credit.start()].rstrip(" /|-–—,("))
