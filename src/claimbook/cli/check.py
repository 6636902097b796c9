"""`claimbook check`: what an editor must not let through, as text, JSON Lines, SARIF or GitHub annotations."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.output import CLEAN, FINDINGS, counted, fail, print_jsonl, say, say_skipped

if TYPE_CHECKING:
    from claimbook.cli.formats import Located
    from claimbook.extract.sources import Sources
    from claimbook.rules import Checked


class Format(StrEnum):
    """Name the ways findings are printed."""

    text = "text"
    jsonl = "jsonl"
    sarif = "sarif"
    github = "github"


def check(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Articles, folders of articles, or a review folder.")
    ],
    output: Annotated[Format, typer.Option("--format", help="How findings are printed.")] = Format.text,
    select: Annotated[
        str | None, typer.Option(metavar="CODES", help="Only these rules: codes or their beginnings, as in S101,C3.")
    ] = None,
    dictionary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A CSV of garbled wording (phrase,meaning) for L503; may be repeated."),
    ] = None,
) -> None:
    """Flag unsourced figures, vague credit, absolute wording, contradictions and lost conditions.

    Exit codes: 0 clean, or nothing to check (said on stderr) · 1 findings · 2 could not check.
    """
    from claimbook.cli.formats import locate
    from claimbook.cli.problems import could_not_check

    codes = _codes(select)
    with could_not_check():
        sources, checked = _check(paths, codes, dictionary or [])
    _print(output, locate(checked.findings, sources))
    raise typer.Exit(_conclude(sources, checked))


def _codes(select: str | None) -> frozenset[str] | None:
    from claimbook.rules.registry import chosen

    if select is None:
        return None
    try:
        codes = chosen(select)
    except KeyError as error:
        fail(f"--select: no rule is called {error.args[0]!r}; `claimbook rules` lists them\ncould not check")
    return codes or fail("--select names no rule; `claimbook rules` lists them\ncould not check")


def _check(paths: list[Path], codes: frozenset[str] | None, listed: list[Path]) -> tuple[Sources, Checked]:
    from claimbook.compare import compare_sources
    from claimbook.extract.garbled import load_dictionary
    from claimbook.extract.sources import gather
    from claimbook.rules import run

    dictionaries = [load_dictionary(path) for path in listed]
    sources = gather(paths)
    say_skipped(sources.skipped)
    relations = compare_sources(sources)
    return sources, run(sources, relations, select=codes, today=dt.date.today(), dictionaries=dictionaries)


def _print(output: Format, located: list[Located]) -> None:
    from claimbook.cli import formats

    if output is Format.jsonl:
        print_jsonl(formats.jsonl_rows(located))
    else:
        sys.stdout.write(formats.PRINTERS[output](located))


def _conclude(sources: Sources, checked: Checked) -> int:
    """Say on stderr how the check ended and give the exit code."""
    claims = sum(len(source.claims) for source in sources.sources)
    waived = f"; {counted(len(checked.waived), 'finding')} waived" if checked.waived else ""
    waived += _unassessed(sources)
    if checked.findings:
        say(f"{counted(len(checked.findings), 'finding')} in {counted(claims, 'claim')}{waived}")
        return FINDINGS
    nothing = f"nothing to check: no claims found{waived}"
    say(f"clean: {counted(claims, 'claim')} checked{waived}" if claims else nothing)
    return CLEAN


def _unassessed(sources: Sources) -> str:
    """Say how many claims of a review nobody has judged by its evidence yet: these could not be checked by it."""
    from claimbook.evidence.summary import status

    if not sources.evidence.assessments:
        return ""
    found = status(sources.evidence, [claim for source in sources.sources for claim in source.claims])
    open_ends = len({*found.waiting, *found.unassessed})
    return f"; {counted(open_ends, 'claim')} not yet assessed by the evidence" if open_ends else ""
