"""The `claimbook` command itself: its help, its version, its list of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from claimbook import __version__
from claimbook.cli.add import add
from claimbook.cli.annotate import annotate
from claimbook.cli.chart import chart
from claimbook.cli.check import check
from claimbook.cli.compare import compare
from claimbook.cli.evidence import evidence
from claimbook.cli.export import export
from claimbook.cli.extract import extract
from claimbook.cli.new import new
from claimbook.cli.notebooks import notebooks
from claimbook.cli.relate import relate
from claimbook.cli.relations import app as relations
from claimbook.cli.report import report
from claimbook.cli.review import review
from claimbook.cli.rules import rules
from claimbook.cli.validate import validate

app = typer.Typer(
    name="claimbook",
    help="A book of claims: every checkable claim of an article, compared, checked and shown with its exact source.",
    epilog="Exit codes: 0 clean, or nothing to check (with a note) · 1 findings · 2 could not check. "
    "Data goes to standard output, progress and notes to standard error.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimbook {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


# In the order an editor needs them; the short line of each stands in `claimbook --help`.
app.command(short_help="Do the whole job on a review folder and sum it up.")(review)
app.command(short_help="Start a review of your own.")(new)
app.command(short_help="Add articles to a review, their claims as proposals.")(add)
app.command(short_help="List the checkable claims of articles.")(extract)
app.command(short_help="Line up claims: which contradict each other, and why.")(compare)
app.add_typer(relations, name="relations", short_help="Decide on relations: confirm, dismiss, add.")
app.command(short_help="Flag what should not be published like this.")(check)
app.command(short_help="List the rules, or print the page of one.")(rules)
app.command(short_help="Check a review's files and quotes, or re-anchor them.")(validate)
app.command(short_help="Draw charts as SVG, PNG and CSV.")(chart)
app.command(short_help="Write the review as a site of plain pages.")(report)
app.command(short_help="Execute and store a review's notebooks.")(notebooks)
app.command(short_help="Annotate texts from standard input, one a line.")(annotate)
app.command(short_help="Relate pairs of texts from standard input.")(relate)
app.add_typer(evidence, short_help="Add records of sources, verify them, bibliographies in and out.")
app.command(short_help="Write the review for other programs: ClaimReview, SQLite, CSV…")(export)
