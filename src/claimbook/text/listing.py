"""List marks: at the start of a line and run together in one line.

Refuses to decide what a list means; `text.blocks` does that.
"""

from __future__ import annotations

import re

_FIRST = re.compile(r"\s*+(?:[•⁃◦▪‣·●○■]|\(?(?:1|a|i)(?:\.\)|[.)])\s)")
_BULLET = re.compile(r"(?<=\s)[•⁃◦▪‣●○■]")
_NUMBER = re.compile(r"(?<!\S)\(?(\d{1,3}|[a-z])(\.\)|[.)])(?=\s)")


def inline_item_starts(text: str, start: int, end: int) -> list[int]:
    """List where the second and later items begin in a list run together in one line ("1) … 2) …", "• … • …").

    Empty unless the range begins with a list mark. Numbers and letters count only in order and in one style.
    """
    first = _FIRST.match(text, start, min(end, start + 200))
    if first is None:
        return []
    if first.group().lstrip()[0] in "•⁃◦▪‣·●○■":
        return [match.start() for match in _BULLET.finditer(text, first.end(), end)]
    return _in_order(text, start, end)


def _in_order(text: str, start: int, end: int) -> list[int]:
    starts: list[int] = []
    expected = style = ""
    for match in _NUMBER.finditer(text, start, end):
        mark, shape = match.groups()
        if not style:
            style = shape
        elif mark != expected or shape != style:
            continue
        else:
            starts.append(match.start())
        expected = str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
    return starts
