"""`claimbook extract`: every checkable claim of some articles; `--save` proposes them to a review."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimbook.cli.output import CLEAN, fail, print_jsonl, say, say_skipped

if TYPE_CHECKING:
    from claimbook.extract.sources import Source, Sources

    Claims = Sequence[Mapping[str, Any]]


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
        sources = _gather(paths, save)
        say_skipped(sources.skipped)
        if save:
            _save(sources)
    with _nothing_collected():
        for source, claims in _shown(_with_claims(sources, save)):
            _print(source, claims, output)
            if not claims:
                say(f"nothing to check: no checkable claim in {source.path}")
    raise typer.Exit(CLEAN)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Let the garbage collector rest: texts and claims hold no cycles, and it would walk their words over and over."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _gather(paths: list[Path], save: bool) -> Sources:
    """Read all articles, so that nothing is printed when one cannot be read; claims only where they are kept."""
    from claimbook.extract.sources import gather

    return gather(paths, afresh=True, extract=save)


def _with_claims(sources: Sources, extracted: bool) -> Iterator[tuple[Source, Claims]]:
    """Extract article by article: what is printed need not be held."""
    from claimbook.extract import claim_fields

    for source in sources.sources:
        if extracted:
            yield source, [vars(claim) for claim in source.claims]
        else:
            yield source, claim_fields(source.article, source.text, sources.topics)


def _shown(found: Iterator[tuple[Source, Claims]]) -> Iterator[tuple[Source, Claims]]:
    """Show a person that something goes on, as long as nothing is printed."""
    if not sys.stderr.isatty():
        return found
    from rich.console import Console

    with Console(stderr=True).status("extracting claims"):
        return iter(list(found))


def _print(source: Source, claims: Claims, output: Format) -> None:
    from claimbook.cli.formats import one_line
    from claimbook.cli.rows import fields_row
    from claimbook.text.places import Places

    if output is Format.jsonl:
        print_jsonl(fields_row(source.article, claim) for claim in claims)
        return
    places = Places(source.text)
    for claim in claims:
        line, column = places.place(claim["at"][0])
        where = f"{one_line(source.path.as_posix())}:{line}:{column}"
        sys.stdout.write(f"{where}: {claim['kind']} {claim['worth']} | {one_line(claim['quote'])}\n")


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
