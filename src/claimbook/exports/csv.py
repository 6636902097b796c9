"""CSV: one file per table, UTF-8, for spreadsheets.

Refuses to let a spreadsheet run an article's text as a formula: a cell that would begin one begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from claimbook.exports.material import Material
from claimbook.exports.tables import TABLES, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def files(material: Material) -> dict[str, bytes]:
    """Give `articles.csv`, `claims.csv` and so on. An empty cell is null; there are no empty texts in a review."""
    return {f"{table.name}.csv": _file(table, material) for table in TABLES}


def _file(table: Table, material: Material) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([name for name, _ in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows(material))
    return stream.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
