"""Standard output and standard error as every command needs them.

Refuses to depend on the locale: data is UTF-8 everywhere. A reader that leaves early (`| head`) is no error of the
data.
"""

from __future__ import annotations

import io
import os
import sys


class ReaderGoneError(Exception):
    """Say that nobody reads standard output any more."""


class _Output(io.TextIOWrapper):
    # Typer turns a broken pipe into exit code 1, which means findings here: give it another name.
    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except BrokenPipeError as error:
            raise ReaderGoneError from error

    def flush(self) -> None:
        try:
            super().flush()
        except BrokenPipeError as error:
            raise ReaderGoneError from error


def prepare() -> None:
    """Make both streams UTF-8, and a closed one harmless."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for the whole run
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.flush()
        lines = sys.stdout.line_buffering
        sys.stdout = _Output(sys.stdout.detach(), "utf-8", errors="surrogateescape", line_buffering=lines)
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def leave_quietly() -> None:
    """Point standard output at nothing, so that closing it cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
