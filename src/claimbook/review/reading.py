"""Read one YAML file of a review, strictly, into its model.

Refuses files that are too large, not UTF-8, or not exactly what the model says; knows nothing of other files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from claimbook.review import strict_yaml
from claimbook.review.problems import Problem, ReviewError, SourceFile, whole
from claimbook.review.shape import validate
from claimbook.review.strict_yaml import Node

Model = TypeVar("Model", bound=BaseModel)
_BOM = b"\xef\xbb\xbf"


@dataclass
class Reading(Generic[Model]):
    """Hold what reading a file gave: its bytes and text, the nodes and the model as far as they go, all problems."""

    path: Path
    source: SourceFile
    content: bytes = b""
    node: Node | None = None
    value: Model | None = None
    problems: list[Problem] = field(default_factory=list)

    def complain(self, node: Node, code: str, message: str) -> None:
        """Add a problem at a node of the file."""
        self.problems.append(self.source.problem(node.start, code, message))


def read(path: Path, model: type[Model]) -> Reading[Model]:
    """Read a file into a model. Never raises for what the file holds: look at `problems`."""
    content, problems = read_bytes(path)
    if problems:
        return Reading(path, SourceFile(str(path)), content, problems=problems)
    return interpret(path, content, model)


def interpret(path: Path, content: bytes, model: type[Model]) -> Reading[Model]:
    """Read the bytes of a file into a model, as `read` does."""
    text, problems = _decode(path, content)
    reading: Reading[Model] = Reading(path, SourceFile(str(path), text), content, problems=problems)
    if problems:
        return reading
    reading.node, problems = strict_yaml.parse(reading.source)
    reading.problems.extend(problems)
    if reading.node is not None:
        reading.value, problems = validate(model, reading.node, reading.source)
        reading.problems.extend(problems)
    return reading


def load(path: Path, model: type[Model]) -> Model:
    """Read a file into a model. Raises ReviewError with every problem."""
    reading = read(path, model)
    if reading.problems or reading.value is None:
        raise ReviewError(reading.problems)
    return reading.value


def read_bytes(path: Path) -> tuple[bytes, list[Problem]]:
    """Read a file of at most the size limit."""
    try:
        with path.open("rb") as stream:
            content = stream.read(strict_yaml.LIMIT + 1)
    except OSError as error:
        return b"", [whole(path, "R103", f"cannot be read: {error.strerror}")]
    if len(content) > strict_yaml.LIMIT:
        limit = strict_yaml.LIMIT // 1024 // 1024
        return b"", [whole(path, "R104", f"larger than {limit} MB: no file of a review is; split it or take it out")]
    return content, []


def _decode(path: Path, content: bytes) -> tuple[str, list[Problem]]:
    try:
        return content.removeprefix(_BOM).decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        byte = f"byte 0x{content[error.start]:02X}" if error.start < len(content) else "the end"
        problem = SourceFile(str(path), before).problem(len(before), "R105", f"{byte} is not UTF-8: save it as UTF-8")
        return "", [problem]
