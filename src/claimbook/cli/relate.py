"""`claimbook relate`: two texts a line on standard input, what they are to each other on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimbook.cli.output import CLEAN, fail, print_jsonl, say

if TYPE_CHECKING:
    from claimbook.compare.entailment import EntailmentModel


class Format(StrEnum):
    """Name the ways answers are printed."""

    jsonl = "jsonl"


def relate(
    output: Annotated[Format, typer.Option("--format", help="How answers are printed.")] = Format.jsonl,
    entailment_model: Annotated[
        Path | None,
        typer.Option(
            help="Folder of a cross-encoder (model.onnx, tokenizer.json, config.json), read where rules are silent."
        ),
    ] = None,
) -> None:
    """Say of pairs of texts whether they agree, contradict, stand in tension, or cannot be compared.

    Reads {"a": text, "b": text} a line from standard input and prints {"line", "relation", "kind", "why"} a line.

    Exit codes: 0 every line was answered · 2 a line could not be read (its number is said on stderr).
    """
    pairs, problems = _read(sys.stdin.buffer.read().removeprefix(b"\xef\xbb\xbf"))
    if problems:
        fail("\n".join([*problems, "could not check"]))
    if not pairs:
        say("nothing to relate: no lines on standard input")
    print_jsonl(_answers(pairs, entailment_model))
    raise typer.Exit(CLEAN)


def _read(data: bytes) -> tuple[list[tuple[int, str, str]], list[str]]:
    """Read the pairs of all lines with their numbers, and what is wrong with the others."""
    pairs, problems = [], []
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            if line.strip():
                pairs.append((number, *_pair(line)))
        except ValueError as error:
            problems.append(f"line {number}: {error}")
    return pairs, problems


def _pair(line: bytes) -> tuple[str, str]:
    """Read one line. Raises ValueError saying what is wrong with it."""
    try:
        row: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error
    a, b = (row.get("a"), row.get("b")) if isinstance(row, dict) else (None, None)
    if not (isinstance(a, str) and isinstance(b, str) and all(any(map(str.isalnum, text)) for text in (a, b))):
        raise ValueError('needs {"a": text, "b": text} with words in both')
    if any("\ud800" <= character <= "\udfff" for character in a + b):
        raise ValueError("half a surrogate pair is no character")
    return a, b


def _answers(pairs: list[tuple[int, str, str]], folder: Path | None) -> Iterator[dict[str, Any]]:
    from claimbook.compare.relating import relate as relate_texts

    model = _model(folder) if folder else None
    for number, a, b in pairs:
        verdict = relate_texts(a, b, model)
        yield {"line": number, "relation": verdict.relation, "kind": verdict.kind, "why": verdict.why}


def _model(folder: Path) -> EntailmentModel:
    from claimbook.compare.entailment import EntailmentError, load_entailment_model

    try:
        return load_entailment_model(folder)
    except EntailmentError as error:
        fail(f"{error}\ncould not check")
