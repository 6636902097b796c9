"""Lines put together: paragraphs, items, headings, before anything is known of what they say.

Refuses to read words; marks, blank lines, widths and stops decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimbook.text.lines import Line, read_lines
from claimbook.text.sentences import Span, split_sentences

BlockKind = Literal["heading", "paragraph", "item", "contents", "table", "quote", "boilerplate", "reference"]

_TERMINATORS = (".", "!", "?", "…", ":", ";", "。", "！", "？")
_CLOSERS = "\"'”’»)]*_ "
_LABEL = re.compile(r"\*{0,2}([^\s:.?!*|][^:.?!|\n]{0,60}):\*{0,2}\s")
_MIN_WIDTH, _SENTENCE_WIDTH, _MAX_WIDTH = 40, 60, 130
_TITLE_WORDS, _QUESTION_WORDS, _TITLE_CHARS = 14, 18, 110


@dataclass(slots=True)
class Draft:
    """Hold a block while its kind is still open; `mark` and `gap` are its first line's, `last` is its last line."""

    kind: BlockKind
    start: int
    end: int
    level: int
    mark: str
    gap: bool
    indent: int
    last: Line
    lines: int = 1


def lay_out(text: str) -> list[Draft]:
    """Find the blocks of a text by its layout, in order; blank lines, rulers and marks belong to none."""
    drafts = _join_lines(text, list(read_lines(text)))
    _mark_headings(text, drafts)
    _mark_label_items(text, drafts)
    return drafts


def _join_lines(text: str, lines: Sequence[Line]) -> list[Draft]:
    drafts: list[Draft] = []
    widths = _widths(lines)
    fenced = ruled = False
    for line, width in zip(lines, widths, strict=True):
        if line.mark == "fence":
            fenced, ruled = not fenced, True
        elif fenced:
            drafts.append(_draft(line, "boilerplate"))
        elif line.mark == "ruler":
            ruled = not _underline(drafts, line)
        elif drafts and not ruled and _continues(text, drafts[-1], line, width):
            draft = drafts[-1]
            draft.end, draft.last, draft.lines = line.end, line, draft.lines + 1
        else:
            drafts.append(_draft(line, _first_kind(line)))
            ruled = False
    return drafts


def _draft(line: Line, kind: BlockKind) -> Draft:
    level = line.level if line.mark == "heading" else 0
    return Draft(kind, line.start, line.end, level, line.mark, line.gap, line.indent, line)


def _first_kind(line: Line) -> BlockKind:
    kinds: dict[str, BlockKind] = {
        "heading": "heading", "bold": "heading", "bullet": "item", "number": "item", "quote": "quote", "table": "table",
    }  # fmt: skip
    return kinds.get(line.mark, "paragraph")


def _underline(drafts: list[Draft], line: Line) -> bool:
    """Make the one line above a row of = or - a heading, as Markdown does."""
    if not drafts or line.gap or drafts[-1].kind != "paragraph" or drafts[-1].lines > 1 or not line.level:
        return False
    drafts[-1].kind, drafts[-1].level, drafts[-1].mark = "heading", line.level, "heading"
    return True


def _widths(lines: Sequence[Line]) -> list[int]:
    """Give each line the width of the longest line in its run of lines without a blank one between."""
    widths: list[int] = []
    run: list[int] = []
    for line in lines:
        if line.gap:
            widths += [max(run)] * len(run) if run else []
            run = []
        run.append(line.right - line.left)
    return widths + ([max(run)] * len(run) if run else [])


def _continues(text: str, draft: Draft, line: Line, width: int) -> bool:
    if line.mark == "quote" and draft.kind == "quote":
        return not line.gap
    if line.mark or draft.kind not in ("paragraph", "item", "quote"):
        return False
    length = draft.last.right - draft.last.left
    finished = _is_finished(text, draft.end)
    if text[line.start].islower() and not finished:
        return not line.gap or length > _MIN_WIDTH
    if line.gap:
        return False
    if draft.kind == "item" and line.indent > draft.indent:
        return True
    word = len(text[line.start : line.start + 40].split(None, 1)[0])
    least = _SENTENCE_WIDTH if finished else _MIN_WIDTH
    wrapped = least <= width <= _MAX_WIDTH and length + 1 + word > 0.85 * width
    return wrapped and (finished or draft.lines > 1 or not _is_title(text, draft.start, draft.end))


def _is_finished(text: str, end: int) -> bool:
    return text[max(0, end - 6) : end].rstrip(_CLOSERS).endswith(_TERMINATORS)


def _is_title(text: str, start: int, end: int, scale: int = 1) -> bool:
    """Tell whether a line reads like a heading: short, capitalised, one sentence, no stop at its end (but "?")."""
    if end - start > _TITLE_CHARS * scale:
        return False
    line = text[start:end]
    core = line.strip(_CLOSERS + "“‘«([")
    question = core.endswith("?")
    if not core or not (core[0].isupper() or core[0].isdigit()) or core[-1] in ".,;!…:。" or line[-1] == ":":
        return False
    if len(core.split()) > (_QUESTION_WORDS if question else _TITLE_WORDS) * scale:
        return False
    return len(split_sentences(core)) == 1


def _mark_headings(text: str, drafts: list[Draft]) -> None:
    marked = any(draft.mark == "heading" for draft in drafts)
    for index, draft in enumerate(drafts):
        if draft.mark == "heading":
            continue
        before = drafts[index - 1] if index else None
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        level = _heading_level(text, before, draft, after)
        if level and draft.kind in ("heading", "paragraph", "item"):
            first = 1 if before is None and not marked and level == 2 else level
            draft.kind, draft.level = "heading", max(first, _LEVEL_UNDER_MARKS) if marked else first


_LEVEL_UNDER_MARKS = 5  # where Markdown marks headings, an unmarked one stands below them


def _heading_level(text: str, before: Draft | None, draft: Draft, after: Draft | None) -> int:
    if draft.lines > 1 or draft.kind not in ("heading", "paragraph", "item"):
        return 0
    if draft.mark == "bold":
        return 3
    if draft.mark == "number":
        alone = not (before and before.mark == "number") and after is not None and after.mark != "number"
        stands = alone and (after is not None and (after.gap or after.mark == "bullet"))
        return 3 if stands and _is_title(text, draft.start, draft.end) else 0
    if draft.mark or after is None:
        return 0
    if before is None and after.gap and _is_title(text, draft.start, draft.end, scale=2):
        return 2
    return 2 if _is_title(text, draft.start, draft.end) and _stands_over(text, before, draft, after) else 0


def _stands_over(text: str, before: Draft | None, draft: Draft, after: Draft) -> bool:
    """Tell whether a title-like line can head what follows it: it begins a group and text comes after it."""
    apart = before is None or draft.gap or before.kind != "item" or _is_finished(text, before.end) or not after.gap
    return apart and after.kind in ("paragraph", "item", "heading", "table", "quote")


def _mark_label_items(text: str, drafts: list[Draft]) -> None:
    """Make two or more lines in a row that read "Label: text" items of a list."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        fits = draft is not None and draft.kind == "paragraph" and draft.lines == 1
        if draft is not None and fits and find_label(text, draft) and (not run or not draft.gap):
            run.append(draft)
            continue
        if len(run) > 1:
            for item in run:
                item.kind = "item"
        run = [draft] if draft is not None and fits and find_label(text, draft) else []


def find_label(text: str, draft: Draft) -> Span | None:
    """Find the "Label" of a block that reads "Label: text"."""
    match = _LABEL.match(text, draft.start, draft.end)
    if match is None or len(match.group(1).split()) > 8 or match.end() >= draft.end:
        return None
    return match.span(1)
