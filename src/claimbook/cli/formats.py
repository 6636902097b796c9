"""Findings as text for people and for other programs: `path:line:col`, JSON Lines, SARIF 2.1.0, GitHub commands.

Refuses to let the text of an article break a format: line breaks and control characters are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as url_quote

from claimbook import __version__
from claimbook.model import Finding
from claimbook.text.places import Places

if TYPE_CHECKING:
    from claimbook.extract.sources import Sources

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_SARIF_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


@dataclass(frozen=True)
class Located:
    """Hold a finding with the file it is in and its place there, from 1, in code points."""

    finding: Finding
    path: str
    start: tuple[int, int]
    end: tuple[int, int]


def locate(findings: Iterable[Finding], sources: Sources) -> list[Located]:
    """Give findings their files, lines and columns; one about no article stands at the head of the waivers' file."""
    files = {source.article: (source.path.as_posix(), source.text) for source in sources.sources}
    waivers = (sources.review or Path()) / "claims" / "waivers.yaml"
    places: dict[str, Places] = {}
    located = []
    for finding in findings:
        path, text = files.get(finding.article, (waivers.as_posix(), ""))
        if path not in places:
            places[path] = Places(text)
        where = [places[path].place(min(offset, len(text))) for offset in (finding.start, finding.end)]
        located.append(Located(finding, path, where[0], where[1]))
    return located


def one_line(text: str) -> str:
    """Put a text on one line: control characters and line separators become a space."""
    return _UNPRINTABLE.sub(" ", text)


def text(located: Sequence[Located]) -> str:
    """Print `path:line:col: CODE message`, one finding a line."""
    return "".join(
        f"{one_line(item.path)}:{item.start[0]}:{item.start[1]}: {item.finding.code} {one_line(item.finding.message)}\n"
        for item in located
    )


def jsonl_rows(located: Iterable[Located]) -> Iterator[dict[str, Any]]:
    """Give findings as the rows of the machine-readable output."""
    for item in located:
        yield item.finding.model_dump(mode="json")


def github(located: Sequence[Located]) -> str:
    """Print GitHub workflow commands, one finding a line."""
    lines = []
    for item in located:
        finding = item.finding
        # GitHub ignores columns of a span that crosses lines.
        same_line = item.start[0] == item.end[0]
        columns = f",col={item.start[1]},endColumn={item.end[1]}" if same_line else ""
        title = _property(f"{finding.code} {finding.name}")
        where = f"file={_property(item.path)},line={item.start[0]},endLine={item.end[0]}{columns},title={title}"
        lines.append(f"::{_GITHUB_COMMAND[finding.severity]} {where}::{_data(finding.message)}\n")
    return "".join(lines)


def _data(value: str) -> str:
    # Line ends are escaped below; any other control character could steer the terminal the log is read in.
    shown = "".join(part if part in "\r\n" else one_line(part) for part in value)
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def sarif(located: Sequence[Located]) -> str:
    """Print one SARIF 2.1.0 log with every rule and every finding."""
    from claimbook.rules.registry import rules

    driver = {
        "name": "claimbook",
        "version": __version__,
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.summary},
                "defaultConfiguration": {"level": _SARIF_LEVEL[rule.severity]},
            }
            for rule in rules()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(item) for item in located],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_result(item: Located) -> dict[str, Any]:
    finding = item.finding
    region = {
        "startLine": item.start[0],
        "startColumn": item.start[1],
        "endLine": item.end[0],
        "endColumn": item.end[1],
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.quote},
    }
    location = {"artifactLocation": {"uri": url_quote(item.path)}, "region": region}
    return {
        "ruleId": finding.code,
        "level": _SARIF_LEVEL[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "properties": {"article": finding.article, "claims": list(finding.claims)},
    }


PRINTERS: dict[str, Callable[[Sequence[Located]], str]] = {"text": text, "sarif": sarif, "github": github}
