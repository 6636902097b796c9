"""`claimbook evidence`: add records by looking sources up, verify them against the registries, bibliographies."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimbook.cli.evidence_show import agreement, status
from claimbook.cli.output import CLEAN, COULD_NOT_CHECK, FINDINGS, fail, print_jsonl, say

if TYPE_CHECKING:
    from claimbook.evidence.lookup.adding import Added, Found
    from claimbook.evidence.lookup.client import Client
    from claimbook.evidence.lookup.verifying import Verification
    from claimbook.evidence.nouns import Record

evidence = typer.Typer(
    name="evidence",
    help="Keep the evidence base: add records, verify them against Crossref and PubMed, bibliographies in and out.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_Review = Annotated[Path, typer.Option("--review", metavar="PATH", help="The review: the folder that holds claims/.")]
_ReviewArgument = Annotated[
    Path, typer.Argument(metavar="[PATH]", help="The review: the folder that holds claims/ and evidence/.")
]


class VerifyFormat(StrEnum):
    """Name the ways verifications are printed."""

    text = "text"
    jsonl = "jsonl"


class BibliographyFormat(StrEnum):
    """Name the bibliography formats; `text` is one reference a line."""

    bibtex = "bibtex"
    ris = "ris"
    csl = "csl"
    text = "text"


@evidence.command(short_help="Look sources up and write draft records of them.")
def add(
    targets: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE…", help="DOIs, PMIDs, web addresses, or files (.bib .ris .json .pdf .txt .md)."),
    ],
    review: _Review = Path(),
    record_id: Annotated[str | None, typer.Option("--id", help="Name the record; else author, year and title.")] = None,
) -> None:
    """Look sources up and write a record of each: what was found, and null for everything a reader must find out.

    Asks Crossref, PubMed or the page itself; docs/evidence-look-up.md says how, and how to point it elsewhere.
    Refuses to write a second record of a source that has one.
    Exit codes: 0 all written · 2 some could not be looked up, or are there already.
    """
    from claimbook.evidence.lookup.adding import add as write
    from claimbook.evidence.lookup.adding import look_up
    from claimbook.evidence.lookup.errors import LookUpError

    _need_one(record_id, len(targets))
    failed = False
    with _client() as client:
        for target in targets:
            try:
                found = look_up(client, target)
            except LookUpError as error:
                say(f"{error}\ncould not check")
                failed = True
                continue
            _need_one(record_id, len(found))
            failed |= _write(write, review, found, record_id)
    raise typer.Exit(COULD_NOT_CHECK if failed else CLEAN)


@evidence.command("import", short_help="Write draft records of the entries of bibliographies.")
def import_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Bibliographies: .bib, .ris or .json (CSL).")],
    review: _Review = Path(),
) -> None:
    """Write a record of every entry of some bibliographies, as they stand there; no registry is asked.

    A file with an entry that cannot be read is refused whole. Entries whose source has a record are left out and named.
    Exit codes: 0 all written · 2 a file could not be read, or some entries are there already.
    """
    from claimbook.evidence.lookup.adding import add as write
    from claimbook.evidence.lookup.adding import read_entries
    from claimbook.evidence.lookup.errors import LookUpError

    try:
        found = [one for file in files for one in read_entries(file)]
    except LookUpError as error:
        fail(f"{error}\nnothing was written")
    raise typer.Exit(COULD_NOT_CHECK if _write(write, review, found, None) else CLEAN)


@evidence.command(short_help="Compare records with Crossref and PubMed: identity, retractions.")
def verify(
    path: _ReviewArgument = Path(),
    records: Annotated[
        list[str] | None, typer.Option("--record", metavar="ID", help="Only this record; may be given several times.")
    ] = None,
    output: Annotated[VerifyFormat, typer.Option("--format", help="How they are printed.")] = VerifyFormat.text,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask again what was asked in the last day.")] = False,
) -> None:
    """Check that DOI, title, year and first author of every record agree with the registries, and for retractions.

    Exit codes: 0 all agree (records without DOI and PMID are told on stderr) · 1 some differ, are retracted or under
    an expression of concern · 2 some could not be checked.
    """
    from claimbook.evidence.lookup.settings import DAY
    from claimbook.evidence.lookup.verifying import verify as compare

    wanted = _records(path, records)
    verified = []
    with _client(0 if fresh else DAY) as client:
        for one in compare(client, wanted):
            verified.append(one)
            if output is VerifyFormat.jsonl:
                print_jsonl([_row(one)])
            else:
                sys.stdout.write(_paragraph(one))
    raise typer.Exit(_conclude(verified))


@evidence.command(short_help="Print the records as a bibliography.")
def export(
    path: _ReviewArgument = Path(),
    output: Annotated[
        BibliographyFormat, typer.Option("--format", help="The format; text is one reference a line.")
    ] = BibliographyFormat.bibtex,
    records: Annotated[
        list[str] | None, typer.Option("--record", metavar="ID", help="Only this record; may be given several times.")
    ] = None,
) -> None:
    """Print who, what, when and where of the records, in order of their ids, for a reference manager.

    Exit codes: 0 · 2 the records could not be read.
    """
    from claimbook.evidence.lookup.bibliography import FORMATS
    from claimbook.evidence.lookup.drafting import describe
    from claimbook.evidence.lookup.references import reference

    wanted = _records(path, records)
    if output is BibliographyFormat.text:
        sys.stdout.writelines(f"{reference(record)}\n" for record in wanted)
    else:
        sys.stdout.write(FORMATS[output.value].write(describe(record) for record in wanted))


@contextmanager
def _client(max_age: float | None = None) -> Iterator[Client]:
    from dataclasses import replace

    from claimbook.evidence.lookup.client import Client
    from claimbook.evidence.lookup.errors import RefusedError
    from claimbook.evidence.lookup.settings import from_environment

    try:
        settings = from_environment()
    except RefusedError as error:
        fail(f"{error}\ncould not check")
    with Client(settings if max_age is None else replace(settings, max_age=max_age)) as client:
        yield client


def _records(path: Path, ids: Iterable[str] | None) -> list[Record]:
    """Open the records of a review, or those named."""
    from claimbook.cli.problems import could_not_check
    from claimbook.evidence.shelf import load_records

    if not path.is_dir():
        fail(f"{path}: no such folder\ncould not check")
    with could_not_check():
        known = load_records(path)
    missing = [one for one in ids or () if one not in known]
    if missing:
        fail(f"no record is called {', '.join(missing)}\ncould not check")
    if not known:
        say("nothing to check: there are no records in evidence/records")
    return [known[one] for one in (ids or sorted(known))]


def _write(write: Any, review: Path, found: list[Found], record_id: str | None) -> bool:
    """Write records and say so. Gives whether any was refused."""
    from claimbook.cli.problems import could_not_check
    from claimbook.review import is_review

    if not is_review(review):
        fail(f"{review}: not a review, there is no claims/ inside\nnothing was written")
    with could_not_check():
        added, refused = write(review, found, record_id)
    for one in added:
        _tell(one)
    for message in refused:
        say(message)
    return bool(refused)


def _tell(added: Added) -> None:
    from claimbook.cli.formats import one_line

    typer.echo(f"written: {added.path.as_posix()}")
    for remark in (*added.remarks, added.record.note or ""):
        if remark:
            say(f"  {one_line(remark)}")


def _need_one(record_id: str | None, sources: int) -> None:
    from re import fullmatch

    if record_id is not None and sources != 1:
        fail("--id names one record: give one source\nnothing was written")
    if record_id is not None and not fullmatch(r"[a-z0-9][a-z0-9-]*", record_id):
        fail(f"--id {record_id}: lower-case letters, digits and hyphens only\nnothing was written")


def _row(one: Verification) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(one)


def _paragraph(one: Verification) -> str:
    from claimbook.cli.formats import one_line

    asked = f" ({', '.join(one.asked)})" if one.asked else ""
    lines = [f"{one.record}: {one.status}{asked}", *(f"  {notice}" for notice in one.notices)]
    lines += [f"  {text}" for text in (*map(str, one.differences), *one.remarks)]
    return "".join(f"{one_line(line)}\n" for line in lines)


def _conclude(verified: list[Verification]) -> int:
    counts = Counter(one.status for one in verified)
    told = ", ".join(f"{number} {status}" for status, number in sorted(counts.items())) or "none"
    say(f"{len(verified)} records: {told}")
    if any(counts[status] for status in ("differs", "concern", "retracted")):
        return FINDINGS
    return COULD_NOT_CHECK if counts["could not check"] else CLEAN


evidence.command(short_help="Say how far the evidence is judged, and what nobody has looked at.")(status)
evidence.command(short_help="Show how well two readers agree: Cohen's kappa, disagreements.")(agreement)
