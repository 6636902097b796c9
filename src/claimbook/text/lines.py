"""Lines of a text with the marks they carry: headings, bullets, numbers, table rows, quotes, rules.

Refuses to look at more than one line at a time, but for the blank line before it; `text.blocks` puts lines together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Mark = Literal["", "heading", "bold", "bullet", "number", "quote", "table", "ruler", "fence"]

_ROW = re.compile(r"[^\n\r\f\u2028\u2029]++")
_BULLET = re.compile(r"[-*+•‣◦▪●○⁃■□✓✔✅➢➤►→·–]\s++(?:\[[ xX]\]\s++)?+")
_NUMBER = re.compile(r"(?:\((?:\d{1,3}|[a-z])\)|(?:\d{1,3}|[a-z])(?:\.\)|[.)]))\s++")
_RULER_CHARS = frozenset("-*_=~ \t")
_ZERO_WIDTH = "\ufeff\u200b"
_AFTER_NUMBER = (".", ")")  # "a." and "b)" number an item
_TABLE_RULER = frozenset("|-: \t+=")


class Line(NamedTuple):
    """Hold one line that is not blank.

    `start` and `end` are the content without marks and outer space; `left` and `right` the line with its marks; `gap`
    tells that a blank line stands before it; `level` is a heading's level; `indent` counts leading blanks.
    """

    start: int
    end: int
    left: int
    right: int
    indent: int
    mark: Mark
    level: int
    gap: bool


_line = tuple.__new__  # makes a named tuple in a third of the time


def read_lines(text: str) -> Iterator[Line]:
    """Give the lines of a text that are not blank, in order, in linear time."""
    previous = 0
    for match in _ROW.finditer(text):
        row = match.group()
        body = row.strip()
        if body and (body[0] in _ZERO_WIDTH or body[-1] in _ZERO_WIDTH):
            body = body.strip(_ZERO_WIDTH).strip()
        if not body:
            continue
        at, end = match.span()
        left = at if len(body) == len(row) else at + row.index(body)
        right = left + len(body)
        gap = at - previous > 1 and _is_gap(text, previous, at)
        if body[0].isalpha() and "\t" not in body and "|" not in body and body[1:2] not in _AFTER_NUMBER:
            yield _line(Line, (left, right, left, right, left - at, "", 0, gap))
            previous = end
            continue
        mark, level, skip, cut = _read_mark(body)
        if skip + cut < len(body):  # a quote's mark alone is a blank line of the quote
            yield Line(left + skip, right - cut, left, right, left - at, mark, level, gap)
            previous = end


def _is_gap(text: str, previous: int, start: int) -> bool:
    return max(text.count("\n", previous, start), text.count("\r", previous, start)) > 1


def _read_mark(body: str) -> tuple[Mark, int, int, int]:
    """Give a line's mark, its level, and how many characters of mark stand before and after the content."""
    first = body[0]
    if first == "#":
        return _heading_mark(body)
    if body.startswith(("```", "~~~")):
        return "fence", 0, 0, 0
    if first in _RULER_CHARS and len(body) > 2 and len(set(body) - {" "}) == 1:
        return "ruler", 1 if first == "=" else 2, 0, 0
    if first == "|" or body.count("\t") > 1 or body.count(" | ") > 1:
        return ("ruler" if set(body) <= _TABLE_RULER else "table"), 0, 0, 0
    if first == ">":
        return "quote", 0, len(body) - len(body.lstrip("> ")), 0
    bold = _bold_width(body)
    return ("bold", 0, bold, bold) if bold else _item_mark(body)


def _heading_mark(body: str) -> tuple[Mark, int, int, int]:
    content = body.lstrip("#")
    level = len(body) - len(content)
    if level > 6 or content[:1] not in (" ", "\t"):
        return "", 0, 0, 0
    core = content.strip().rstrip("#").rstrip()
    skip = body.index(core, level) if core else level
    bold = _bold_width(core) if core else 0
    return "heading", level, skip + bold, len(body) - skip - len(core) + bold


def _bold_width(body: str) -> int:
    for width in (3, 2):
        fence = body[:width]
        if fence in ("***", "___", "**", "__") and len(body) > 2 * width and body.endswith(fence):
            return width if fence not in body[width:-width] else 0
    return 0


def _item_mark(body: str) -> tuple[Mark, int, int, int]:
    bullet = _BULLET.match(body)
    number = _NUMBER.match(body, bullet.end() if bullet else 0)
    if number and number.end() < len(body):
        return ("bullet" if bullet else "number"), 0, number.end(), 0
    return ("bullet", 0, bullet.end(), 0) if bullet and bullet.end() < len(body) else ("", 0, 0, 0)
