"""Dictionaries that an editor brings: a CSV of garbled phrases and what each means.

Refuses to guess at a broken file: every problem is named with its place, and nothing of the file is used.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from claimbook.extract.garbled.words import lemma, read_words

_COLUMNS = ("phrase", "meaning")


class DictionaryError(ValueError):
    """A dictionary that cannot be used; `problems` are lines `path:line:col: message`."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Dictionary:
    """Garbled phrases with their meanings, by their words."""

    meanings: dict[tuple[str, ...], str]
    longest: int


def load_dictionary(path: Path) -> Dictionary:
    """Read a CSV with the columns `phrase` and `meaning`, in UTF-8. Raises DictionaryError with all its problems."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DictionaryError([f"{path}:1:1: no such file"]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DictionaryError([f"{path}:{line}:1: not UTF-8 text"]) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    meanings: dict[tuple[str, ...], str] = {}
    problems: list[str] = []
    try:
        if next(reader, None) != list(_COLUMNS):
            raise DictionaryError([f"{path}:1:1: the first line must be “{','.join(_COLUMNS)}”"])
        for row in reader:
            problem = _add(meanings, row)
            if problem:
                problems.append(f"{path}:{reader.line_num}:{problem}")
    except csv.Error as error:
        problems.append(f"{path}:{reader.line_num}:1: not CSV: {error}")
    if problems:
        raise DictionaryError(problems)
    return Dictionary(meanings, max(map(len, meanings), default=0))


def _add(meanings: dict[tuple[str, ...], str], row: list[str]) -> str | None:
    """Add one row, or say what is wrong with it, as `col: message`."""
    if not row:
        return None
    if len(row) != len(_COLUMNS):
        return f"1: {len(row)} columns, not {len(_COLUMNS)}"
    phrase, meaning = row
    words = tuple(lemma(word.form) for word in read_words(phrase))
    if not words:
        return "1: the phrase is empty"
    column = len(phrase) + 2
    if not meaning.strip():
        return f"{column}: the meaning is empty"
    if meanings.setdefault(words, meaning.strip()) != meaning.strip():
        return f"1: “{phrase}” has another meaning above"
    return None
