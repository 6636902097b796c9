"""The article texts of a review: read exactly, compared with what was recorded of them.

Refuses a text outside `claims/`, and never reads one as anything but the bytes it is.
"""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from claimbook.model import Article, Catalogue
from claimbook.review.problems import Problem, SourceFile, whole
from claimbook.review.reading import Reading, read_bytes
from claimbook.review.shape import did_you_mean
from claimbook.review.strict_yaml import Node

FOLDER = "articles"
_SUFFIXES = frozenset({".txt", ".md"})


def article_record(path: Path, **known: object) -> Article:
    """Record an article from its text file in `claims/articles`; what is not `known` is null, the id is the stem."""
    record = dict.fromkeys(("title", "publisher", "url", "published", "interests"))
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    return Article.model_validate(
        {**record, "id": path.stem.lower(), "text": f"{FOLDER}/{path.name}", "sha256": checksum, **known}
    )


def article_files(claims: Path) -> list[Path]:
    """List the text files in `claims/articles`, sorted by name."""
    folder = claims / FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.suffix.lower() in _SUFFIXES and path.is_file() and not _passed_over(path)]


def read_text(reading: Reading[Catalogue]) -> str | None:
    """Read the text a catalogue is about, and complain in the reading where it is not what was recorded."""
    node = reading.node.find("article", "text") if reading.node else None
    if node is None or not isinstance(node.data, str) or not node.data:
        return None
    if not _inside(node.data):
        reading.complain(node, "R133", "the text must lie in claims/articles, named like articles/name.txt")
        return None
    checksum = reading.node.find("article", "sha256") if reading.node else None
    path = reading.path.parent / node.data
    if not path.is_file():
        _complain_missing(reading, node, checksum)
        return None
    content, problems = read_bytes(path)
    if not problems and checksum and hashlib.sha256(content).hexdigest() != checksum.data:
        message = "the text has changed since it was read: see what moved with `claimbook validate --reanchor`"
        reading.complain(checksum, "R132", message)
    try:
        text: str | None = content.decode("utf-8")
    except UnicodeDecodeError as error:
        source = SourceFile(str(path), content[: error.start].decode("utf-8", "replace"))
        problems = [source.problem(len(source.text), "R105", "not UTF-8 from here on: save it as UTF-8")]
    reading.problems.extend(problems)
    return None if problems else text


def unmentioned(claims: Path, readings: list[Reading[Catalogue]]) -> list[Problem]:
    """State a problem for each text file that no catalogue mentions.

    A catalogue that cannot be parsed is taken to mention the text with its own name.
    """
    mentioned = {f"{FOLDER}/{reading.path.stem}.txt" for reading in readings if reading.node is None}
    for reading in readings:
        node = reading.node.find("article", "text") if reading.node else None
        mentioned.add(str(PurePosixPath(str(node.data))) if node else "")
    message = "no catalogue mentions this article: extract its claims, or take it out of claims/articles"
    names = ((path, f"{FOLDER}/{path.name}") for path in article_files(claims))
    return [whole(path, "R135", message) for path, name in names if name not in mentioned]


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and "\0" not in name


def _passed_over(path: Path) -> bool:
    return path.name.startswith(".") or path.stem.lower() == "readme"


def _complain_missing(reading: Reading[Catalogue], node: Node, checksum: Node | None) -> None:
    others = article_files(reading.path.parent)
    for other in others:
        if checksum and hashlib.sha256(other.read_bytes()).hexdigest() == checksum.data:
            message = f"{node.data} is not there, but {FOLDER}/{other.name} has its checksum: renamed to {other.name}?"
            reading.complain(node, "R131", message)
            return
    close = did_you_mean(PurePosixPath(str(node.data)).name, [other.name for other in others])
    reading.complain(node, "R130", f"{node.data} is not there: put the article back{close}")
