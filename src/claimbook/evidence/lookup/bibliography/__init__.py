"""Bibliographies in and out: BibTeX, RIS and CSL JSON, one module each, all by way of `Metadata`.

Refuses to drop an entry in silence: what cannot be read is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimbook.evidence.lookup.bibliography import bibtex, csl, ris
from claimbook.evidence.lookup.metadata import Metadata


@dataclass(frozen=True)
class Format:
    """Hold a bibliography format: `read` gives the entries and a message for each that could not be read."""

    suffix: str
    read: Callable[[str], tuple[list[Metadata], list[str]]]
    write: Callable[[Iterable[Metadata]], str]


FORMATS = {
    "bibtex": Format(".bib", bibtex.read, bibtex.write),
    "ris": Format(".ris", ris.read, ris.write),
    "csl": Format(".json", csl.read, csl.write),
}
