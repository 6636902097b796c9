"""SQLite: one file with all tables and their keys, for queries.

Refuses to differ between machines: the version number SQLite stamps into the file is set to a fixed one.
"""

from __future__ import annotations

import sqlite3

from claimbook.exports.material import Material
from claimbook.exports.tables import TABLES, Table

NAME = "review.sqlite"
# Bytes 96 to 99 of the header hold the version of SQLite that wrote last; readers ignore it.
_VERSION_AT = slice(96, 100)
_VERSION = (3_040_000).to_bytes(4, "big")


def files(material: Material) -> dict[str, bytes]:
    """Give `review.sqlite`."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA page_size = 4096")
        for table in TABLES:
            connection.execute(_definition(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows(material))
        connection.commit()
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_VERSION_AT] = _VERSION
    return {NAME: bytes(content)}


def _definition(table: Table) -> str:
    columns = [f'"{name}" {kind.upper()}' for name, kind in table.columns]
    named = ", ".join(f'"{name}"' for name in table.key)
    key = [f"PRIMARY KEY ({named})"] if named else []
    links = [f'FOREIGN KEY ("{column}") REFERENCES {other}' for column, other in table.links]
    return f"CREATE TABLE {table.name} ({', '.join([*columns, *key, *links])}) STRICT"
