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
    lines = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace").split("\n")
    pairs = [(n, *_pair(n, line)) for n, line in enumerate(lines, start=1) if line.strip()]
    if not pairs:
        say("nothing to relate: no lines on standard input")
    print_jsonl(_answers(pairs, entailment_model))
    raise typer.Exit(CLEAN)


def _pair(number: int, line: str) -> tuple[str, str]:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        fail(f"line {number}: not JSON: {error}\ncould not check")
    a, b = (row.get("a"), row.get("b")) if isinstance(row, dict) else (None, None)
    if not (isinstance(a, str) and isinstance(b, str) and a.strip() and b.strip()):
        fail(f'line {number}: needs {{"a": text, "b": text}} with words in both\ncould not check')
    if any("\ud800" <= character <= "\udfff" for character in a + b):
        fail(f"line {number}: half a surrogate pair is no character\ncould not check")
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
