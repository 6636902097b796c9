"""`claimbook extract`: every checkable claim of some articles; `--save` proposes them to a review."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.output import CLEAN, fail, print_jsonl, say

if TYPE_CHECKING:
    from claimbook.extract.sources import Source, Sources


class Format(StrEnum):
    """Name the ways claims are printed."""

    text = "text"
    jsonl = "jsonl"


def extract(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Articles, folders of articles, or a review folder.")
    ],
    output: Annotated[Format, typer.Option("--format", help="How claims are printed.")] = Format.text,
    save: Annotated[
        bool, typer.Option("--save", help="Propose the claims to the review; what people decided stays as it is.")
    ] = False,
) -> None:
    """Extract the checkable claims of articles (.txt .md .html .pdf .docx), each with its exact place.

    Text output is path:line:col: kind worth | quote. Places count code points of the article's text. For a review
    folder the claims are extracted afresh from its article texts.
    Exit codes: 0 (with a note when there is nothing to check) · 2 could not check.
    """
    from claimbook.cli.problems import could_not_check

    with could_not_check():
        sources = _gather(paths)
        if save:
            _save(sources)
    for source in sources.sources:
        _print(source, output)
        if not source.claims:
            say(f"nothing to check: no checkable claim in {source.path}")
    raise typer.Exit(CLEAN)


def _gather(paths: list[Path]) -> Sources:
    from claimbook.extract.sources import gather

    if not sys.stderr.isatty():
        return gather(paths, afresh=True)
    from rich.console import Console

    with Console(stderr=True).status("extracting claims"):
        return gather(paths, afresh=True)


def _print(source: Source, output: Format) -> None:
    from claimbook.cli.formats import one_line
    from claimbook.cli.rows import claim_row
    from claimbook.text.places import Places

    if output is Format.jsonl:
        print_jsonl(claim_row(claim) for claim in source.claims)
        return
    places = Places(source.text)
    for claim in source.claims:
        line, column = places.place(claim.start)
        where = f"{one_line(source.path.as_posix())}:{line}:{column}"
        sys.stdout.write(f"{where}: {claim.kind} {claim.worth} | {one_line(claim.quote)}\n")


def _save(sources: Sources) -> None:
    """Merge the claims into the review they came from, and say what that changed."""
    from claimbook.review import EditRefused, ReviewChanged, merge_proposals

    if sources.review is None:
        fail("--save needs a review folder among the paths: the one that holds claims/\nnothing was written")
    texts = sources.review / "claims" / "articles"
    proposals = {s.article: s.claims for s in sources.sources if s.record is not None or s.path.parent == texts}
    try:
        merged = merge_proposals(sources.review, proposals)
    except (EditRefused, ReviewChanged) as error:
        fail(f"{error}\nnothing was written")
    for article in merged:
        say(f"saved {article}")
