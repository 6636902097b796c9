"""Lines put together: paragraphs, items, headings, before anything is known of what they say.

Refuses to read words; marks, blank lines, widths and stops decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimbook.lexicon import load
from claimbook.text.lines import Line, read_lines
from claimbook.text.sentences import split_sentences

BlockKind = Literal["heading", "paragraph", "item", "contents", "table", "quote", "boilerplate", "reference"]

_NOTE_MARKS = re.compile(r"(?:\s?[\[(]\s?\d{1,3}\s?[\])]){1,3}$")
_TERMINATORS = (".", "!", "?", "…", ":", ";", "。", "！", "？")
_NO_TITLE_ENDS = frozenset(".,;!…:。")
_BRACKETS = (")", "]")  # what a note mark ends with
_MAY_END = re.compile("[.!?…。！？｡؟۔।\n\r\f\u2028\u2029]")
_PLAIN_TERMINATORS = frozenset(_TERMINATORS)
_CLOSERS = "\"'”’»)]*_ "
_TITLE_MARKS = _CLOSERS + "“‘«(["
_KINDS: dict[str, BlockKind] = {
    "heading": "heading", "bold": "heading", "bullet": "item", "number": "item", "quote": "quote", "table": "table",
}  # fmt: skip
_MIN_WIDTH, _MAX_WIDTH = 40, 130
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
    """Put the lines of a text together by its layout, in order; blank lines, rulers and marks belong to none."""
    return _join_lines(text, list(read_lines(text)))


def _join_lines(text: str, lines: Sequence[Line]) -> list[Draft]:
    drafts: list[Draft] = []
    widths = _widths(text, lines)
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
    return _KINDS.get(line.mark, "paragraph")


def _underline(drafts: list[Draft], line: Line) -> bool:
    """Make the one line above a row of = or - a heading, as Markdown does."""
    if not drafts or line.gap or drafts[-1].kind != "paragraph" or drafts[-1].lines > 1 or not line.level:
        return False
    drafts[-1].kind, drafts[-1].level, drafts[-1].mark = "heading", line.level, "heading"
    return True


def _widths(text: str, lines: Sequence[Line]) -> list[int]:
    """Give each line the width its run of lines is wrapped at, or 0 where each line is a paragraph of its own.

    A run has no blank line inside. It is wrapped when at least half of its lines break off in mid-sentence.
    """
    widths: list[int] = []
    first = 0
    ends = [k for k, line in enumerate(lines) if k and line.gap]
    for last in [*ends, len(lines)] if lines else []:
        widths += [_width(text, lines[first:last])] * (last - first)
        first = last
    return widths


def _width(text: str, run: Sequence[Line]) -> int:
    if len(run) == 1:
        return run[0].right - run[0].left
    open_lines = sum(not is_finished(text, line.end) for line in run[:-1])
    return max(line.right - line.left for line in run) if 2 * open_lines >= len(run) - 1 else 0


def _continues(text: str, draft: Draft, line: Line, width: int) -> bool:
    if line.mark == "quote" and draft.kind == "quote":
        return not line.gap
    if line.mark or draft.kind not in ("paragraph", "item", "quote"):
        return False
    length = draft.last.right - draft.last.left
    finished = is_finished(text, draft.end)
    if text[line.start].islower() and not finished:
        return not line.gap or length > _MIN_WIDTH
    if line.gap:
        return False
    if not finished and _last_word(text, draft.end) in _open_words():
        return True
    if draft.kind == "item" and line.indent > draft.indent:
        return True
    word = len(text[line.start : line.start + 40].split(None, 1)[0])
    wrapped = _MIN_WIDTH <= width <= _MAX_WIDTH and length + 1 + word > 0.85 * width
    if finished:
        return wrapped and not _stands_alone(text, line, width)
    return wrapped and (draft.lines > 1 or not is_title(text, draft.start, draft.end))


def _stands_alone(text: str, line: Line, width: int) -> bool:
    """Tell whether a short line after a finished one is a heading rather than the next line of the paragraph."""
    short = line.end - line.start < 0.6 * width
    return short and (text[line.end - 1] == ":" or is_title(text, line.start, line.end))


def is_finished(text: str, end: int) -> bool:
    """Tell whether the text up to `end` closes a sentence (or opens a list with a colon)."""
    if text[end - 1 : end] in _PLAIN_TERMINATORS:
        return True
    tail = text[max(0, end - 16) : end]
    if tail[-1:].isalpha():
        return False
    return _NOTE_MARKS.sub("", tail).rstrip(_CLOSERS).endswith(_TERMINATORS)


def is_title(text: str, start: int, end: int, scale: int = 1) -> bool:
    """Tell whether a line reads like a heading: short, capitalised, one sentence, no stop at its end (but "?")."""
    if end - start > _TITLE_CHARS * scale:
        return False
    line = text[start:end]
    if line[-1:] in _NO_TITLE_ENDS:
        return False
    bare = _NOTE_MARKS.sub("", line) if line[-1:] in _BRACKETS else line
    core = bare.strip(_TITLE_MARKS)
    question = core.endswith("?")
    if not core or not (core[0].isupper() or core[0].isdigit()) or core[-1] in ".,;!…:。" or line[-1] == ":":
        return False
    if len(core.split()) > (_QUESTION_WORDS if question else _TITLE_WORDS) * scale:
        return False
    if _last_word(text, end) in _open_words():
        return False
    return _is_plain(core) or len(split_sentences(core)) == 1


def _is_plain(core: str) -> bool:
    """Tell whether a line that begins with a letter has nothing in it that could end a sentence."""
    return core[0].isalpha() and _MAY_END.search(core, 0, len(core) - 1) is None and core[-1] not in "\n\r\f"


def _last_word(text: str, end: int) -> str:
    return text[max(0, end - 20) : end].rsplit(None, 1)[-1]


@cache
def _open_words() -> frozenset[str]:
    return frozenset(load("blocks")["open_words"])
