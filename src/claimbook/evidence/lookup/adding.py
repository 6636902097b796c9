"""Look sources up and write draft records into a review.

Refuses to overwrite a record or to write a second one of the same source, and to write anything that was not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimbook.evidence.lookup import crossref, pages, pubmed
from claimbook.evidence.lookup.client import Client
from claimbook.evidence.lookup.drafting import draft, new_id, same_source
from claimbook.evidence.lookup.errors import LookUpError, NotRegisteredError, RefusedError
from claimbook.evidence.lookup.files import is_bibliography, named_in, read_bibliography
from claimbook.evidence.lookup.identify import Target, identify
from claimbook.evidence.lookup.metadata import Metadata, merged
from claimbook.evidence.nouns import Record
from claimbook.evidence.shelf import load_records
from claimbook.evidence.writing import write_record


@dataclass(frozen=True)
class Found:
    """Hold what a look-up found, and what could not be asked on the way."""

    metadata: Metadata
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Added:
    """Hold a record that was written, where, and remarks about it."""

    record: Record
    path: Path
    remarks: tuple[str, ...] = ()


def look_up(client: Client, given: str) -> list[Found]:
    """Look up a DOI, a PMID, an address or a file. Raises LookUpError."""
    target: Target | Metadata = identify(given)
    if isinstance(target, Target) and target.kind == "file":
        path = Path(target.value)
        if is_bibliography(path):
            return read_entries(path)
        target = named_in(path)
    if isinstance(target, Metadata):
        return [Found(target, ("no registry was asked: the file names no DOI and no PMID",))]
    return [_LOOK_UPS[target.kind](client, target.value)]


def read_entries(path: Path) -> list[Found]:
    """Read the entries of a bibliography. Raises RefusedError if any cannot be read: nothing is lost in silence."""
    entries, problems = read_bibliography(path)
    if problems or not entries:
        raise RefusedError("\n".join(problems) or f"{path}: no entry in it")
    named = [entry for entry in entries if entry.title or entry.doi or entry.pmid]
    if len(named) < len(entries):
        raise RefusedError(f"{path}: {len(entries) - len(named)} entries have no title, DOI or PMID")
    return [Found(replace(entry, source=f"{path.name} ({entry.source})")) for entry in entries]


def add(review: Path, found: Sequence[Found], record_id: str | None = None) -> tuple[list[Added], list[str]]:
    """Write a draft record for each source found. Gives them, and a message for each that is there already.

    Raises ReviewError if the records of the review are not valid, ReviewChanged if one appeared meanwhile.
    """
    records = load_records(review)
    added, refused = [], []
    for one in found:
        known = same_source(one.metadata, records.values())
        if known:
            refused.append(f"evidence/records/{known[0].id}.yaml has this {known[1]} already: nothing was written")
            continue
        if record_id in records:
            refused.append(f"evidence/records/{record_id}.yaml is there already: nothing was written")
            continue
        record = draft(one.metadata, record_id or new_id(one.metadata, records))
        added.append(Added(record, write_record(review, record), one.remarks))
        records[record.id] = record
    return added, refused


def _doi(client: Client, doi: str) -> Found:
    metadata = crossref.fetch(client, doi)
    try:
        indexed = pubmed.find(client, metadata.doi or doi)
    except LookUpError as error:
        return Found(metadata, (f"{error}: the PMID is left open",))
    return Found(merged(metadata, indexed) if indexed else metadata)


def _pmid(client: Client, pmid: str) -> Found:
    metadata = pubmed.fetch(client, pmid)
    if metadata.doi is None:
        return Found(metadata)
    try:
        return Found(merged(crossref.fetch(client, metadata.doi), metadata))
    except NotRegisteredError:
        return Found(metadata)
    except LookUpError as error:
        return Found(metadata, (f"{error}: only PubMed was read",))


def _url(client: Client, url: str) -> Found:
    metadata = pages.fetch(client, url)
    hint = f"the page names DOI {metadata.doi}: `claimbook evidence verify` compares it with Crossref"
    return Found(metadata, (hint,) if metadata.doi else ())


_LOOK_UPS = {"doi": _doi, "pmid": _pmid, "url": _url}
