"""`claimbook evidence status` and `agreement`: how far the evidence is judged, and how well its readers agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.output import CLEAN, FINDINGS, counted, say

if TYPE_CHECKING:
    from claimbook.evidence.judging import Agreement
    from claimbook.evidence.nouns import Assessment
    from claimbook.evidence.summary import Status

_Review = Annotated[Path, typer.Argument(metavar="[PATH]", help="The review: the folder that holds claims/.")]


def status(path: _Review = Path()) -> None:
    """Say how far a review's evidence is judged: verdicts, what was downgraded, what nobody has looked at yet.

    A verdict that rests on snippets or providers' pages alone is shown with the weaker one it stands as. Figures of
    records that contradict each other are listed.
    Exit codes: 0 every claim to be checked is judged, or there is no evidence (said on stderr) · 1 some are not, or
    a source contradicts itself · 2 could not check.
    """
    found = _status(path)
    if not found.records and not sum(found.verdicts.values()):
        say("nothing to check: the review has no evidence")
        raise typer.Exit(CLEAN)
    typer.echo("\n".join(_lines(found)))
    open_ends = found.unassessed or found.waiting or found.misfits
    raise typer.Exit(FINDINGS if open_ends else CLEAN)


def agreement(path: _Review = Path()) -> None:
    """Show how well the readers of a review's evidence agree: Cohen's kappa with its interval, and every disagreement.

    Exit codes: 0 they agree, or no two readers judged the same words (said on stderr) · 1 disagreements · 2 could
    not check.
    """
    found = _status(path)
    if not found.agreements:
        say("nothing to check: no words were judged by two readers")
        raise typer.Exit(CLEAN)
    lines = [_agreement(one) for one in found.agreements]
    for read in found.disagreements:
        lines += ["", *_disagreement(read)]
    typer.echo("\n".join(lines))
    raise typer.Exit(FINDINGS if found.disagreements else CLEAN)


def _status(path: Path) -> Status:
    from claimbook.cli.problems import could_not_check
    from claimbook.evidence import summary
    from claimbook.evidence.shelf import open_all

    with could_not_check():
        review, evidence = open_all(path)
    return summary.status(evidence, review.claims)


def _lines(found: Status) -> Iterator[str]:
    if found.records:
        yield found.read
    yield f"{found.records} records; first readings:"
    yield from (f"  {verdict:<20}{count:>4}" for verdict, count in found.verdicts.items() if count)
    for title, ids in (
        ("no assessment at all, and worth checking", found.unassessed),
        ("not yet assessed: nobody has looked", found.waiting),
    ):
        yield from [f"{len(ids)} {title}", *(f"  {one}" for one in ids)] if ids else []
    if found.downgraded:
        yield f"{len(found.downgraded)} downgraded: no decisive verdict rests on a snippet or a provider's page alone"
        for one in found.downgraded:
            yield f"  {one.assessment.claim}: {one.assessment.verdict} {one.downgraded}; stands as {one.verdict}"
    if found.misfits:
        yield f"{counted(len(found.misfits), 'finding')} whose figures contradict each other in the source"
        yield from (f"  {one}" for one in found.misfits)


def _agreement(found: Agreement) -> str:
    said = f"{found.readers[0]} and {found.readers[1]}: {found.same} of {found.parts} judged alike"
    if found.kappa is None:
        return f"{said}; no kappa: it needs more than one verdict"
    interval = "{:.2f} to {:.2f}".format(*found.interval) if found.interval else "unknown: too few"
    return f"{said}; Cohen's kappa {found.kappa:.2f} (95% interval {interval})"


def _disagreement(read: tuple[Assessment, ...]) -> Iterator[str]:
    first = read[0]
    yield first.claim + (f": {first.quote}" if first.quote else "")
    yield from (f"  {one.by}: {one.verdict}. {one.why}" for one in read)
