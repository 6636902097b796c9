"""What on a page is not the article's own prose: contents, reference matter, boilerplate.

Refuses to drop anything: blocks keep their place and only change their kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import re2

from claimbook.text.furniture import (
    MOST_WORDS,
    cues_of_pages,
    is_boilerplate,
    is_work,
    length_without_credit,
    plain_title,
)
from claimbook.text.layout import BlockKind, Draft

_MAX_CHARS = 400
_LOWEST = 9
_MENU_LENGTH, _MENU_WORDS, _CONTENTS_LENGTH, _TAIL_WORDS = 4, 4, 3, 8
_NUMBERING = re.compile(r"^(?:chapter |part |section |step )?[\d.)(ivx]{1,6}\s+|[^\w\s]", re.IGNORECASE)
_LINK = re2.compile(r"!\[[^\]]*\]\([^()]*\)|\]\([^()]*\)")


def mark_matter(text: str, drafts: Sequence[Draft]) -> None:
    """Change the kind of blocks that are contents, reference matter or boilerplate."""
    _mark_sections(text, drafts)
    for draft in drafts:
        _mark_single(text, draft)
    _mark_works(drafts)
    _mark_contents(text, drafts)
    _mark_menus(text, drafts)
    _mark_tail(text, drafts)
    _free_headings(drafts)


def _mark_sections(text: str, drafts: Sequence[Draft]) -> None:
    """Mark what stands under a heading that names reference matter or page furniture, up to the next one as high.

    Under a heading over links only short blocks are marked: prose after it belongs to the article again. Comments end
    with a marked heading only: what readers write looks like headings.
    """
    over, level = "", 0
    for index, draft in enumerate(drafts):
        if draft.kind == "heading" or (draft.kind == "paragraph" and draft.lines == 1):
            found = cues_of_pages().section(plain_title(text[draft.start : draft.end]))
            if found:
                over, level = found, draft.level or _LOWEST
            elif draft.kind == "heading" and draft.level <= level and _ends(text, drafts, index, over):
                over = ""
        if over == "links" and draft.kind != "heading" and _is_prose(text[draft.start : draft.end]):
            over = ""
        if over:
            draft.kind = "reference" if over == "reference" else "boilerplate"
            draft.level = draft.level if over == "reference" else 0


def _ends(text: str, drafts: Sequence[Draft], index: int, over: str) -> bool:
    if drafts[index].mark or over not in ("links", "comments"):
        return True
    return over == "links" and _heads_prose(text, drafts, index)


def _heads_prose(text: str, drafts: Sequence[Draft], index: int) -> bool:
    after = drafts[index + 1 : index + 2]
    return bool(after) and _is_prose(text[after[0].start : after[0].end])


def _is_prose(body: str) -> bool:
    return len(body.split()) > MOST_WORDS or body.rstrip("\"'”’)*_ ").endswith((".", "!"))


def _key(title: str) -> str:
    bare = _LINK.sub("", title).replace("[", "") if "](" in title else title.strip()
    return bare.lower() if bare.isalnum() else " ".join(_NUMBERING.sub("", bare).lower().split())


def _mark_single(text: str, draft: Draft) -> None:
    if draft.kind in ("reference", "boilerplate", "table") or draft.end - draft.start > _MAX_CHARS:
        return
    body = text[draft.start : draft.end]
    if draft.kind == "heading" and plain_title(body) in cues_of_pages().contents_headings:
        draft.kind, draft.level = "contents", 0
    elif (not draft.mark and plain_title(body) in cues_of_pages().whole) or is_boilerplate(body):
        draft.kind, draft.level = "boilerplate", 0
    elif draft.kind != "heading" and is_work(body, numbered=draft.mark == "number"):
        draft.kind = "reference"
    else:
        draft.end = draft.start + length_without_credit(body)


def _mark_works(drafts: Sequence[Draft]) -> None:
    """Mark the whole of a numbered run of which at least half are entries of a reference list."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        if draft is not None and draft.mark == "number" and draft.kind in ("item", "reference"):
            run.append(draft)
            continue
        if 2 * sum(entry.kind == "reference" for entry in run) >= len(run) > 1:
            _set_kind(run, "reference")
        run = []


def _mark_contents(text: str, drafts: Sequence[Draft]) -> None:
    runs = list(_runs(drafts, "item"))
    titles = {_key(text[b.start : b.end]) for b in drafts if b.kind == "heading"} if runs else set()
    for first, last in runs:
        before = drafts[first - 1] if first else None
        under = before is not None and plain_title(text[before.start : before.end]) in cues_of_pages().contents_headings
        if under or (titles and last - first >= _CONTENTS_LENGTH and _repeat(text, drafts[first:last], titles)):
            _set_kind(drafts[first:last], "contents")


def _repeat(text: str, items: Sequence[Draft], titles: set[str]) -> bool:
    """Tell whether at least half of some items say what a heading says."""
    return sum([_key(text[item.start : item.end]) in titles for item in items]) >= 0.5 * len(items)


def _set_kind(drafts: Sequence[Draft], kind: BlockKind) -> None:
    for draft in drafts:
        draft.kind, draft.level = kind, 0


def _runs(drafts: Sequence[Draft], kind: str) -> Iterator[tuple[int, int]]:
    first = -1
    for last, draft in enumerate(drafts):
        if (draft.kind == kind) != (first >= 0):
            if first >= 0:
                yield first, last
            first = -1 if first >= 0 else last
    if first >= 0:
        yield first, len(drafts)


def _mark_menus(text: str, drafts: Sequence[Draft]) -> None:
    """Mark stanzas of short unmarked lines without a stop: menus, tag clouds, contents without bullets."""
    twice: set[str] | None = None
    for run in _stanzas(drafts):
        if len(run) < _MENU_LENGTH or any(d.mark or d.lines > 1 or d.kind == "item" for d in run):
            continue
        names = [text[draft.start : draft.end] for draft in run]
        if any(name.endswith((".", "!", "?", ":", ";")) for name in names):
            continue
        if twice is None:
            count = Counter([_key(text[b.start : b.end]) for b in drafts if b.kind == "heading"])
            twice = {title for title, times in count.items() if times > 1}
        if twice and _repeat(text, run, twice):
            _set_kind(run, "contents")
        elif all(len(name.split()) <= _MENU_WORDS for name in names):
            _set_kind(run, "boilerplate")
    for first, last in _runs(drafts, "table"):
        if last - first == 1 and text[drafts[first].start] != "|":
            drafts[first].kind = "boilerplate"


def _stanzas(drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    """Give the runs of blocks without a blank line between them."""
    first = 0
    for index in range(1, len(drafts) + 1):
        if index == len(drafts) or drafts[index].gap:
            yield drafts[first:index]
            first = index


def _mark_tail(text: str, drafts: Sequence[Draft]) -> None:
    """Mark title-like lines after the last prose: they head nothing."""
    for draft in reversed(drafts[1:]):
        body = text[draft.start : draft.end]
        most = _TAIL_WORDS if draft.kind == "heading" else _MENU_WORDS
        short = len(body.split()) <= most and not body.rstrip("\"'”’)*_ ").endswith((".", "!", "?", ":", ";"))
        if draft.kind != "boilerplate" and not (short and draft.kind in ("heading", "paragraph")):
            return
        draft.kind = "boilerplate"


def _free_headings(drafts: Sequence[Draft]) -> None:
    """Make an unmarked heading that stands under a heading and over nothing a paragraph: a line that lost its stop."""
    prose = [draft for draft in drafts if draft.kind != "boilerplate"]
    for before, draft, after in zip(prose, prose[1:], [*prose[2:], None], strict=False):
        over_nothing = after is None or 0 < after.level <= draft.level
        if before.kind == draft.kind == "heading" and not draft.mark and over_nothing:
            draft.kind, draft.level = "paragraph", 0
