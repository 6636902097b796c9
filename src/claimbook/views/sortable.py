"""A table a person can sort, search and filter in a notebook, and still read whole where scripts do not run.

Refuses markup from cells: text is escaped, links are the only tags, and the script reads and writes text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

Link = Callable[[str, Mapping[str, Any]], str]
# Repeated in every cell, so that a notebook nobody trusts yet, where styles are dropped, still reads from the left.
_CELL = "text-align:left;vertical-align:top"
_HINT = "Run the notebook (Run → Run All Cells) to search, filter and sort this table."
HINTED = 5
_LINE = "1px solid var(--jp-border-color2,#d5d9de)"
_STYLE = (
    ".claimbook-table table{table-layout:auto;border-collapse:collapse;width:100%;margin:0}"
    ".claimbook-table table{font-size:13px;line-height:1.45}"
    f".claimbook-table :is(th,td){{white-space:normal;padding:5px 12px 5px 0;border-bottom:{_LINE}}}"
    ".claimbook-table th{position:sticky;top:0;background:var(--jp-layout-color0,#fff)}"
)


def html(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], link: Link, height: int) -> str:
    """Write rows as HTML; `columns` gives the heading of each key, `link` an address for a cell, `height` in pixels.

    Nothing in it is random, so that the same rows give the same bytes.
    """
    head = "".join(f"<th scope='col' style='{_CELL}'>{escape(name)}</th>" for name in columns.values())
    body = "".join(_row(row, columns, link) for row in rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    scroll = f"<div tabindex='0' role='region' aria-label='table' style='max-height:{height}px;overflow:auto'>"
    # mathjax_ignore: two dollar amounts in an article are no formula.
    # Where a notebook is not trusted yet the script is dropped and this line stays; the script takes it away.
    hint = f"<p class='claimbook-hint' style='opacity:0.75'>{_HINT}</p>" if len(rows) > HINTED else ""
    box = f"<div class='claimbook-table mathjax_ignore'>{hint}{scroll}{table}</div></div>"
    return f"<style>{_STYLE}</style>{box}<script>{_script()}</script>"


def linked(text: str, address: str) -> str:
    """Escape text, as a link where there is an address."""
    said = escape(text).replace("\n", "<br>")
    return f"<a href='{escape(address, quote=True)}'>{said}</a>" if address else said


def _row(row: Mapping[str, Any], columns: Mapping[str, str], link: Link) -> str:
    return "<tr>" + "".join(f"<td style='{_CELL}'>{_cell(key, row, link)}</td>" for key in columns) + "</tr>"


def _cell(key: str, row: Mapping[str, Any], link: Link) -> str:
    import pandas as pd

    value = row[key]
    if pd.isna(value):
        return ""
    return linked(str(value), link(key, row))


@cache
def _script() -> str:
    lines = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if not line.startswith("//"))
