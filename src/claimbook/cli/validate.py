"""`claimbook validate`: open a review and say everything that is wrong with it, or that nothing is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from claimbook.cli.output import counted, fail, say

if TYPE_CHECKING:
    from claimbook.evidence.shelf import Evidence
    from claimbook.review import Review, ReviewError


def validate(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="The review: the folder that holds claims/.")] = Path(),
    reanchor: Annotated[
        bool,
        typer.Option("--reanchor", help="Find the quotes of changed articles again and write where they moved to."),
    ] = False,
) -> None:
    """Check a review: its files, its quotes against the article texts, its ids and topics, its evidence.

    Prints each problem as path:line:col: code message, with the line; docs/errors.md explains the codes.
    Notes where a source contradicts itself (a share that its counts do not give): that is no problem of the review.
    With --reanchor, nothing is written while a quote is not found exactly once again.
    Exit codes: 0 valid · 2 problems.
    """
    from claimbook.evidence.checking import misfits
    from claimbook.evidence.shelf import open_all
    from claimbook.review import ReviewError

    try:
        if reanchor:
            _reanchor(path)
        review, evidence = open_all(path)
    except ReviewError as error:
        _report(error)
    for misfit in misfits(evidence.records.values()):
        say(f"a source contradicts itself: {misfit}")
    typer.echo(_valid(review, evidence))


def _reanchor(path: Path) -> None:
    from claimbook.review import EditRefused, ReviewChanged, write_moves

    try:
        anchorings, written = write_moves(path)
    except (EditRefused, ReviewChanged) as error:
        fail(f"{error}\nnothing was written")
    for anchoring in anchorings:
        if anchoring.state != "unchanged":
            typer.echo(str(anchoring))
    counts = [sum(anchoring.state == state for anchoring in anchorings) for state in ("unchanged", "moved", "orphan")]
    typer.echo("{} unchanged, {} moved, {}".format(*counts[:2], counted(counts[2], "orphan")))
    if written:
        typer.echo("\n".join(f"written: {name}" for name in written))
    elif any(anchoring.blocks for anchoring in anchorings):
        fail("nothing was written: correct the quotes of the orphans, or reject these claims")


def _report(error: ReviewError) -> NoReturn:
    typer.echo(str(error))
    files = len({problem.path for problem in error.problems})
    fail(f"{counted(len(error.problems), 'problem')} in {counted(files, 'file')}; docs/errors.md says what to do")


def _valid(review: Review, evidence: Evidence) -> str:
    articles = counted(len(review.catalogues), "article")
    claims = counted(sum(len(catalogue.claims) for catalogue in review.catalogues), "claim")
    if not evidence.records and not evidence.assessments:
        return f"{articles}, {claims}: valid"
    records, assessments = counted(len(evidence.records), "record"), counted(len(evidence.assessments), "assessment")
    return f"{articles}, {claims}, {records}, {assessments}: valid"
