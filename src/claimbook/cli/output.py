"""What every command does alike: exit codes, JSON Lines on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import typer

CLEAN = 0
FINDINGS = 1
COULD_NOT_CHECK = 2
# so many names fit a line
_NAMED = 5


def say(message: str) -> None:
    """Print one line for people on stderr."""
    print(message, file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """Count things in words: `1 claim`, `3 claims`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say_skipped(paths: Sequence[Path]) -> None:
    """Say on stderr what stood in a folder of articles and was not read."""
    if paths:
        named = ", ".join(f"{path.name}/" if path.is_dir() else path.name for path in paths[:_NAMED])
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        say(f"not read: {named}{more} (no kind of article, or a folder below: name it to have it read)")


def fail(message: str) -> NoReturn:
    """Say why nothing could be checked and leave with exit code 2."""
    say(message)
    raise typer.Exit(COULD_NOT_CHECK)


def print_jsonl(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one compact JSON object per line on stdout."""
    encode = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make one for each row
    sys.stdout.writelines(f"{encode(row)}\n" for row in rows)
