"""Parquet: one file per table, typed, for data frames and query engines.

Refuses to guess types from the rows: an empty table has the same columns as a full one.
"""

from __future__ import annotations

import io

from claimbook.exports.material import Material
from claimbook.exports.tables import TABLES, Table


class MissingPyarrowError(Exception):
    """Say that Parquet needs pyarrow, which is an extra."""

    def __init__(self) -> None:
        super().__init__("Parquet needs pyarrow, an extra: pip install 'claimbook[parquet]'")


def files(material: Material) -> dict[str, bytes]:
    """Give `articles.parquet`, `claims.parquet` and so on. Raises MissingPyarrowError."""
    try:
        import pyarrow.parquet  # noqa: F401 - told before any work is done
    except ImportError as error:
        raise MissingPyarrowError from error
    return {f"{table.name}.parquet": _file(table, material) for table in TABLES}


def _file(table: Table, material: Material) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64()}
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns])
    rows = list(table.rows(material))
    columns = [pa.array([row[i] for row in rows], field.type) for i, field in enumerate(schema)]
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), stream, compression="zstd")
    return stream.getvalue()
