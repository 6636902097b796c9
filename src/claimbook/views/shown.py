"""Show tables, quotes and answers in a notebook.

Refuses raw text: everything that comes from an article is escaped, so that hostile text is shown and never run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from claimbook.views import sortable
from claimbook.views.places import Places
from claimbook.views.sortable import Link, linked
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.views.book import Book
    from claimbook.views.charts import Chart

PLAIN_ROWS, PLAIN_WIDTH = 12, 60
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
    return Shown(f"<div style='max-width:60em'>{said}</div>", "\n".join(sentences))


def table(
    rows: pd.DataFrame, columns: Mapping[str, str] | None = None, height: int = 420, book: Book | None = None
) -> Shown:
    """Show a table to sort, search and filter. `columns` picks columns and gives their headings; `height` in pixels.

    With the `book` the rows come from, quotes lead to their line in the text of the article.
    """
    if rows.empty:
        return answer("There is none.")
    picked = dict(columns or {str(name): str(name) for name in rows.columns})
    link = Places(book).of if book else _nowhere
    plain = rows[list(picked)].rename(columns=picked).astype(object)
    plain = plain.where(plain.notna(), "")
    text = plain.to_string(index=False, max_rows=PLAIN_ROWS, max_colwidth=PLAIN_WIDTH)
    return Shown(sortable.html(records(rows), picked, link, height), text)


def _nowhere(_: str, __: Mapping[str, object]) -> str:
    return ""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Count things in words: `no claim`, `1 claim`, `3 claims`."""
    return f"{number or 'no'} {noun if number < 2 else plural or noun + 's'}"


def those(number: int, one: str, more: str) -> str:
    """Pick the wording for one (and for `no`) or for more."""
    return one if number < 2 else more


def sides(relations: pd.DataFrame, book: Book | None = None) -> Shown:
    """Show relations as both quotes one above the other, with the reason; with `book`, each leads to its place."""
    if relations.empty:
        return answer("There is none.")
    rows = records(relations)
    link = Places(book).of if book else _nowhere
    pairs = "".join(_pair_html(row, link) for row in rows)
    return Shown(f"<div class='mathjax_ignore'>{pairs}</div>", "\n\n".join(_pair_text(row) for row in rows))


def _pair_html(row: Mapping[str, object], link: Link) -> str:
    quotes = "".join(
        f"<p style='margin:4px 0'>“{linked(str(row[f'quote_{side}']), link(f'quote_{side}', row))}”"
        f" <span style='opacity:0.75'>— {escape(str(row[f'article_{side}']))}</span></p>"
        for side in "ab"
    )
    head = f"<b>{escape(_asked(row))}</b> <span style='opacity:0.75'>{row['relation']}, {row['kind']}</span>"
    why = f"<p style='margin:4px 0;opacity:0.75'>{escape(str(row['why']))}</p>"
    colour = _COLOUR.get(str(row["relation"]), "#d5d9de")
    return f"<div style='{_BOX.format(colour=colour)}'>{head}{quotes}{why}</div>"


def _pair_text(row: Mapping[str, object]) -> str:
    return (
        f"{_asked(row)} ({row['relation']}, {row['kind']})\n"
        f"  {row['article_a']}: “{row['quote_a']}”\n  {row['article_b']}: “{row['quote_b']}”\n  {row['why']}"
    )


def _asked(row: Mapping[str, object]) -> str:
    import pandas as pd

    return "Same words, same measure" if pd.isna(row["question"]) else str(row["question"])  # type: ignore[call-overload]


def picture(chart: Chart | str, book: Book) -> Shown:
    """Show a chart as the SVG that `make charts` saves, with its alt text."""
    import base64
    import io

    from claimbook.views import charts

    one = charts.charts(book)[chart] if isinstance(chart, str) else chart
    rows = one.table(book)
    if rows.empty:
        return answer(f"There is nothing to draw: {one.missing}.")
    file = io.BytesIO()
    with charts.style.house_style():
        one.draw(rows, one.title(rows)).savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    data = base64.b64encode(file.getvalue()).decode("ascii")
    alt = escape(one.alt(rows), quote=True)
    return Shown(f"<img style='max-width:760px' alt=\"{alt}\" src='data:image/svg+xml;base64,{data}'>", one.title(rows))


def pictures(start: str, book: Book) -> Shown:
    """Show every chart whose name starts so, one below the other."""
    from claimbook.views import charts

    drawn = [picture(chart, book) for name, chart in charts.charts(book).items() if name.startswith(start)]
    if not drawn:
        return answer("There is nothing to draw: no claim and no study gives a figure for a question of the evidence.")
    return Shown("".join(one.html for one in drawn), "\n".join(one.text for one in drawn))
