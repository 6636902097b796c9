"""What a plain scalar of a catalogue means: the YAML 1.2 core schema, without its surprises.

Refuses booleans spelled yes, no, on and off, dates outside date fields, and numbers that are none.
"""

from __future__ import annotations

import math
import re
from typing import Any

DATE_KEYS = frozenset({"on", "published", "updated", "until"})
WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
SWITCHES = frozenset(form for word in ("yes", "no", "on", "off") for form in (word, word.title(), word.upper()))
_NUMERIC = frozenset("+-.0123456789")
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d.*)?")
_LONGEST_NUMBER = 300


class ScalarError(ValueError):
    """Refuse a plain scalar: `code` is the problem's, the message says what to write instead."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def resolve(value: str, key: str | None) -> Any:
    """Give the data a plain scalar stands for under a key. Raises ScalarError."""
    if value in WORDS:
        return WORDS[value]
    if value[0] in _NUMERIC:
        return _number_or_date(value, key)
    if value in SWITCHES:
        raise ScalarError("R117", f'{value} is read as true or false by other programs: quote it, "{value}"')
    return value


def _number_or_date(value: str, key: str | None) -> Any:
    if _INT.fullmatch(value) or _FLOAT.fullmatch(value):
        return _number(value)
    if _NOT_FINITE.fullmatch(value):
        raise ScalarError("R118", f"{value} is no figure: write null for an open end")
    if _DATE.fullmatch(value) and key not in DATE_KEYS:
        raise ScalarError("R116", f'an unquoted date outside a date field: quote it, "{value}"')
    return value


def _number(value: str) -> int | float:
    if len(value) <= _LONGEST_NUMBER:
        number = int(value, 0) if value[:2] in ("0o", "0x") else int(value) if _INT.fullmatch(value) else float(value)
        if isinstance(number, int) or math.isfinite(number):
            return number
    raise ScalarError("R118", "the number is too large")
