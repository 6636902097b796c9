"""A review in formats that other programs read: ClaimReview, Web Annotation, CSV, SQLite, Parquet.

Refuses to add anything to what the review says, and to write the same review in different bytes on another day. An
export gives file names and their content; `writing` alone puts them on disk. A new export is a new module and a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimbook.exports import claimreview, csv, parquet, sqlite, webannotation
from claimbook.exports.material import Material, open_material
from claimbook.exports.parquet import MissingPyarrowError
from claimbook.exports.writing import write_files

EXPORTS: Mapping[str, Callable[[Material], dict[str, bytes]]] = {
    "claimreview": claimreview.files,
    "webannotation": webannotation.files,
    "csv": csv.files,
    "sqlite": sqlite.files,
    "parquet": parquet.files,
}

__all__ = ["EXPORTS", "Material", "MissingPyarrowError", "open_material", "write_files"]
