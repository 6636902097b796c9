"""What on a page is not the article's own prose: contents, reference matter, boilerplate.

Refuses to drop anything: blocks keep their place and only change their kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimbook.lexicon import load
from claimbook.text.layout import BlockKind, Draft

_MAX_CHARS = 400
_START_WORDS, _CONTAIN_WORDS, _MENU_WORDS = 40, 25, 4
_MENU_LENGTH, _CONTENTS_LENGTH, _TAIL_WORDS = 4, 3, 8
_NUMBERING = re.compile(r"^(?:chapter |part |section |step )?[\d.)(ivx]{1,6}\s+|[^\w\s]", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\+?[\d(][\d ().–-]{6,20}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_WORK = re.compile(
    r"\bdoi\b|\bdoi\.org|\bpmid\b|\bet al\b|\bpp?\. ?\d|\bvol\. ?\d|\d{1,4}\(\d{1,4}\)|;\d+|\bjournal\b|https?://", re.I
)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_BYLINE = re.compile(r"[Bb]y:? [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:$|,| [|–—•·]| and [A-Z]| on | \()")
_ENTRY = re.compile(r"\[\d{1,3}\]|\d{1,3}\. |[A-Z][\w'’-]+,? [A-Z]{1,3}[.,]")


class _Cues(NamedTuple):
    reference_headings: frozenset[str]
    contents_headings: frozenset[str]
    boilerplate_headings: frozenset[str]
    whole: frozenset[str]
    starts: re.Pattern[str]
    contains: re.Pattern[str]
    credits: re.Pattern[str]


@cache
def _cues() -> _Cues:
    data = load("blocks")
    sets = {name: frozenset(data[name]) for name in (*_HEADING_SETS, "whole")}
    return _Cues(
        **sets,
        starts=re.compile(rf"(?:{_any(data['starts'])})(?!\w)", re.IGNORECASE),
        contains=re.compile(_any(data["contains"]), re.IGNORECASE),
        credits=re.compile(rf"(?:{_any(data['credit_endings'])})(?:/[\w ]+)?$", re.IGNORECASE),
    )


_HEADING_SETS = ("reference_headings", "contents_headings", "boilerplate_headings")


def _any(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def mark_matter(text: str, drafts: Sequence[Draft]) -> None:
    """Change the kind of blocks that are contents, reference matter or boilerplate."""
    _mark_sections(text, drafts)
    for draft in drafts:
        _mark_single(text, draft)
    _mark_contents(text, drafts)
    _mark_menus(text, drafts)
    _mark_tail(text, drafts)


def _mark_sections(text: str, drafts: Sequence[Draft]) -> None:
    """Mark what stands under a heading that names reference matter or page furniture, up to the next one as high."""
    kind: BlockKind | None = None
    level = 0
    for draft in drafts:
        if draft.kind == "heading":
            name = _plain(text[draft.start : draft.end])
            if name in _cues().reference_headings:
                kind, level = "reference", draft.level
            elif name in _cues().boilerplate_headings:
                kind, level = "boilerplate", draft.level
            elif kind and draft.level <= level:
                kind = None
        draft.kind = kind or draft.kind


def _plain(title: str) -> str:
    """Normalise a title for comparison: lower case, no numbering, no marks."""
    core = title.strip().strip("*_#:.?! ").replace("’", "'")
    return " ".join(re.sub(r"^(?:\d{1,2}[.)]\s+)", "", core).lower().split())


def _key(title: str) -> str:
    return " ".join(re.sub(_NUMBERING, "", title.strip()).lower().split())


def _mark_single(text: str, draft: Draft) -> None:
    if draft.kind in ("reference", "boilerplate", "table") or draft.end - draft.start > _MAX_CHARS:
        return
    body = text[draft.start : draft.end]
    if _is_boilerplate(body):
        draft.kind = "boilerplate"
    elif draft.kind != "heading" and _is_work(body):
        draft.kind = "reference"
    else:
        draft.end = draft.start + _without_credit(body)


def _is_boilerplate(body: str) -> bool:
    cues, words = _cues(), len(body.split())
    if _plain(body) in cues.whole or not any(char.isalnum() for char in body):
        return True
    bare = _TAG.sub(" ", _ADDRESS.sub(" ", body)) if words <= _CONTAIN_WORDS else body
    if bare != body and len(bare.split()) <= 1:
        return True
    if words <= _CONTAIN_WORDS and (_BYLINE.match(body) or (_TAG.search(body) and len(bare.split()) < words)):
        return True
    if words <= _START_WORDS and cues.starts.match(body):
        return True
    hit = cues.contains.search(body) if words <= _CONTAIN_WORDS else None
    return hit is not None and not (cues.credits.search(body) and words > 8)


def _is_work(body: str) -> bool:
    """Tell whether a block is one entry of a reference list: numbered or author first, a year and a journal's marks."""
    return _ENTRY.match(body) is not None and _YEAR.search(body) is not None and len(_WORK.findall(body)) > 0


def _without_credit(body: str) -> int:
    credit = _cues().credits.search(body)
    if credit is None or credit.start() < 20:
        return len(body)
    return len(body[: credit.start()].rstrip(" /|-–—,("))


def _mark_contents(text: str, drafts: Sequence[Draft]) -> None:
    titles = {_key(text[b.start : b.end]) for b in drafts if b.kind == "heading"}
    for first, last in _runs(drafts, "item"):
        keys = [_key(text[b.start : b.end]) for b in drafts[first:last]]
        before = drafts[first - 1] if first else None
        under = before is not None and _plain(text[before.start : before.end]) in _cues().contents_headings
        repeated = sum(key in titles for key in keys)
        if under or (len(keys) >= _CONTENTS_LENGTH and repeated >= 0.5 * len(keys)):
            _set_kind(drafts[first:last], "contents")


def _set_kind(drafts: Sequence[Draft], kind: BlockKind) -> None:
    for draft in drafts:
        draft.kind = kind


def _runs(drafts: Sequence[Draft], kind: str) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(drafts):
        last = first
        while last < len(drafts) and drafts[last].kind == kind:
            last += 1
        if last > first:
            yield first, last
        first = max(last, first + 1)


def _mark_menus(text: str, drafts: Sequence[Draft]) -> None:
    """Mark runs of short unmarked lines that head nothing: menus, tag clouds, contents without bullets."""
    titles = Counter(_key(text[b.start : b.end]) for b in drafts if b.kind == "heading")
    for first, last in _runs(drafts, "heading"):
        run = drafts[first : last - 1]
        if len(run) < _MENU_LENGTH or any(draft.mark for draft in run):
            continue
        names = [text[draft.start : draft.end] for draft in run]
        if sum(titles[_key(name)] > 1 for name in names) >= 0.5 * len(names):
            _set_kind(run, "contents")
        elif all(len(name.split()) <= _MENU_WORDS for name in names):
            _set_kind(run, "boilerplate")


def _mark_tail(text: str, drafts: Sequence[Draft]) -> None:
    """Mark title-like lines after the last prose: they head nothing."""
    for draft in reversed(drafts[1:]):
        body = text[draft.start : draft.end]
        short = len(body.split()) <= _TAIL_WORDS and not body.rstrip("\"'”’)*_ ").endswith((".", "!", "?", ":", ";"))
        if draft.kind != "boilerplate" and not (short and draft.kind in ("heading", "paragraph")):
            return
        draft.kind = "boilerplate"
