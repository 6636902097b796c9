"""What every command does alike: exit codes, JSON Lines on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import typer

CLEAN = 0
FINDINGS = 1
COULD_NOT_CHECK = 2


def say(message: str) -> None:
    """Print one line for people on stderr."""
    print(message, file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """Count things in words: `1 claim`, `3 claims`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def fail(message: str) -> NoReturn:
    """Say why nothing could be checked and leave with exit code 2."""
    say(message)
    raise typer.Exit(COULD_NOT_CHECK)


def print_jsonl(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one compact JSON object per line on stdout."""
    encode = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make one for each row
    sys.stdout.writelines(f"{encode(row)}\n" for row in rows)
