"""Show tables, quotes and answers in a notebook.

Refuses raw text: everything that comes from an article is escaped, so that hostile text is shown and never run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.views.book import Book
    from claimbook.views.charts import Chart

QUOTE_COLUMNS = ("quote", "quote_a", "quote_b", "message", "why")
_TABLE = "table-layout:auto;border-collapse:collapse;font-size:13px;line-height:1.45;width:100%"
_CELL = "text-align:left;vertical-align:top;padding:4px 10px 4px 0;border-bottom:1px solid #d5d9de"
_BOX = "border-left:4px solid {colour};padding:2px 0 2px 14px;margin:16px 0"
_COLOUR = {"contradict": "#c2410c", "tension": "#e69f00", "agree": "#0072b2"}


@dataclass(frozen=True)
class Shown:
    """Hold something to show: as HTML in a notebook, as plain text anywhere else."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def answer(*sentences: str) -> Shown:
    """Show the answer to a notebook's question in large type, one paragraph a sentence."""
    said = "".join(f"<p style='font-size:17px;margin:6px 0'>{escape(sentence)}</p>" for sentence in sentences)
    return Shown(f"<div style='max-width:46em'>{said}</div>", "\n".join(sentences))


def table(rows: pd.DataFrame, columns: Mapping[str, str] | None = None, height: int = 420) -> Shown:
    """Show a table in a box that scrolls. `columns` picks columns and gives their headings; `height` in pixels."""
    if columns:
        rows = rows[list(columns)].rename(columns=dict(columns))
    head = "".join(f"<th style='{_CELL}'>{escape(str(name))}</th>" for name in rows.columns)
    body = "".join(_row(values) for values in rows.itertuples(index=False, name=None))
    html = f"<table style='{_TABLE}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return Shown(f"<div style='max-height:{height}px;overflow:auto'>{html}</div>", rows.to_string(index=False))


def _row(values: Iterable[object]) -> str:
    import pandas as pd

    cells = ("" if pd.isna(value) else escape(str(value)).replace("\n", "<br>") for value in values)  # type: ignore[call-overload]
    return "<tr>" + "".join(f"<td style='{_CELL}'>{cell}</td>" for cell in cells) + "</tr>"


def sides(relations: pd.DataFrame) -> Shown:
    """Show relations as both quotes one above the other, with the reason."""
    if relations.empty:
        return answer("There is none.")
    rows = records(relations)
    return Shown("".join(_pair_html(row) for row in rows), "\n\n".join(_pair_text(row) for row in rows))


def _pair_html(row: Mapping[str, object]) -> str:
    quotes = "".join(
        f"<p style='margin:4px 0'>“{escape(str(row[f'quote_{side}']))}”"
        f" <span style='color:#5c6470'>— {escape(str(row[f'article_{side}']))}</span></p>"
        for side in "ab"
    )
    head = f"<b>{escape(str(row['question']))}</b> <span style='color:#5c6470'>{row['relation']}, {row['kind']}</span>"
    why = f"<p style='margin:4px 0;color:#5c6470'>{escape(str(row['why']))}</p>"
    colour = _COLOUR.get(str(row["relation"]), "#d5d9de")
    return f"<div style='{_BOX.format(colour=colour)}'>{head}{quotes}{why}</div>"


def _pair_text(row: Mapping[str, object]) -> str:
    return (
        f"{row['question']} ({row['relation']}, {row['kind']})\n"
        f"  {row['article_a']}: “{row['quote_a']}”\n  {row['article_b']}: “{row['quote_b']}”\n  {row['why']}"
    )


def picture(chart: Chart | str, book: Book) -> Shown:
    """Show a chart as the SVG that `make charts` saves, with its alt text."""
    import base64
    import io

    from claimbook.views import charts

    one = charts.charts()[chart] if isinstance(chart, str) else chart
    rows = one.table(book)
    if rows.empty:
        return answer("There is nothing to draw.")
    file = io.BytesIO()
    with charts.style.house_style():
        one.draw(rows, one.title(rows)).savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    data = base64.b64encode(file.getvalue()).decode("ascii")
    alt = escape(one.alt(rows), quote=True)
    return Shown(f"<img style='max-width:760px' alt=\"{alt}\" src='data:image/svg+xml;base64,{data}'>", one.title(rows))
