"""What can be wrong with a review on disk: the codes, and a problem at its place.

Refuses to print and to repair; a problem says where it is, what it is and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from claimbook.text.places import Places

CODES: Mapping[str, str] = MappingProxyType(
    {
        "R101": "not-a-review",
        "R102": "empty-folder",
        "R103": "unreadable-file",
        "R104": "file-too-large",
        "R105": "not-utf-8",
        "R106": "empty-file",
        "R107": "wrong-extension",
        "R110": "broken-yaml",
        "R111": "tab",
        "R112": "several-documents",
        "R113": "alias",
        "R114": "tag",
        "R115": "duplicate-key",
        "R116": "unquoted-date",
        "R117": "unquoted-word",
        "R118": "not-a-number",
        "R119": "forbidden-character",
        "R120": "unknown-key",
        "R121": "missing-key",
        "R122": "wrong-value",
        "R130": "missing-article",
        "R131": "renamed-article",
        "R132": "changed-article",
        "R133": "article-outside",
        "R134": "duplicate-article",
        "R135": "article-without-catalogue",
        "R140": "misplaced-quote",
        "R141": "orphan",
        "R142": "quantity-not-in-quote",
        "R143": "unknown-topic",
        "R144": "duplicate-claim",
        "R145": "foreign-claim",
        "R146": "duplicate-topic",
        "R150": "unknown-claim",
        "R151": "relation-order",
        "R152": "duplicate-relation",
        "R160": "misnamed-file",
        "R161": "duplicate-source",
        "R162": "unknown-term",
        "R163": "foreign-assessment",
        "R164": "unknown-record",
        "R165": "quote-not-in-claim",
        "R166": "duplicate-assessment",
        "R167": "verdict-without-evidence",
    }
)

_WIDTH = 110


@dataclass(frozen=True, order=True)
class Problem:
    """Say what is wrong at one place of one file. `line` and `column` count from 1; `source` is the offending line."""

    path: str
    line: int
    column: int
    code: str
    message: str
    source: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"

    @property
    def place(self) -> tuple[int, int]:
        """Give the line and column."""
        return self.line, self.column

    def shown(self) -> str:
        """Give the problem with the offending line and a caret below it."""
        if not self.source.strip():
            return str(self)
        first = max(0, self.column - _WIDTH // 2) if len(self.source) > _WIDTH else 0
        line = self.source[first : first + _WIDTH].replace("\t", " ")
        return f"{self}\n    {line}\n    {' ' * (self.column - 1 - first)}^"


class ReviewError(Exception):
    """Report every problem of a review at once, each with its line; `problems` are in order of file and place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(problem.shown() for problem in self.problems))


class ReviewChanged(Exception):  # noqa: N818 (it tells of a state, and callers offer to open the review again)
    """Tell a writer that somebody else wrote the file since it was opened; nothing was written."""


@dataclass(frozen=True)
class SourceFile:
    """Hold the text of a file of the review, to say where in it a problem is. `name` is its path as people see it."""

    name: str
    text: str = ""

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    def problem(self, at: int, code: str, message: str) -> Problem:
        """State a problem at an offset of the file."""
        line, column = self._places.place(min(at, len(self.text)))
        return Problem(self.name, line, column, _known(code), message, self._places.line(line))


def whole(path: object, code: str, message: str) -> Problem:
    """State a problem of a whole file or folder."""
    return Problem(str(path), 1, 1, _known(code), message)


def clip(text: str, width: int = 60) -> str:
    """Shorten a text for a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def _known(code: str) -> str:
    assert code in CODES, code
    return code
