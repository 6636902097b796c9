"""`claimbook annotate`: one text a line in, one JSON object a line out; how other programs measure the extractor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimbook.cli.output import CLEAN, print_jsonl, say

if TYPE_CHECKING:
    from claimbook.extract.garbled import Dictionary


class Format(StrEnum):
    """Name the ways annotations are printed."""

    jsonl = "jsonl"


def annotate(
    output: Annotated[Format, typer.Option("--format", help="How annotations are printed.")] = Format.jsonl,
    dictionary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A CSV of garbled wording (phrase,meaning); may be repeated."),
    ] = None,
) -> None:
    """Annotate texts from standard input, one a line: sentences, worth, certainty, attribution, quantities.

    Prints one JSON object per line, also for an empty one; bytes that are not UTF-8 count as U+FFFD. Exit code 0;
    2 where a dictionary cannot be used.
    """
    # a sentence is too little work to share between cores, and numpy asks only once, when it is imported
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from claimbook.cli.problems import could_not_check
    from claimbook.extract.garbled import load_dictionary

    with could_not_check():
        dictionaries = [load_dictionary(path) for path in dictionary or []]
    count = 0
    for row in _rows(dictionaries):
        print_jsonl([row])
        count += 1
    if not count:
        say("nothing to check: no text on standard input")
    raise typer.Exit(CLEAN)


def _rows(dictionaries: list[Dictionary]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        yield {"line": number, **annotation(line.removesuffix(b"\n").decode("utf-8", "replace"), dictionaries)}


def annotation(text: str, dictionaries: Sequence[Dictionary] = ()) -> dict[str, Any]:
    """Give what is known of one text; places are code points in it."""
    from claimbook.cli.rows import quantity_row
    from claimbook.extract.attribution import sentence_attribution
    from claimbook.extract.certainty import sentence_certainty
    from claimbook.extract.check_worthiness import sentence_worth
    from claimbook.extract.garbled import find_garbled
    from claimbook.extract.quantities import find_quantities
    from claimbook.text.sentences import split_sentences

    sentences = split_sentences(text)
    return {
        "sentences": [list(span) for span in sentences],
        "worth": round(sentence_worth(text), 4) if sentences else 0.0,
        "certainty": sentence_certainty(text),
        "attribution": sentence_attribution(text),
        "quantities": [quantity_row(quantity) for quantity in find_quantities(text)],
        "garbled": [garbled._asdict() for garbled in find_garbled(text, dictionaries)],
    }
