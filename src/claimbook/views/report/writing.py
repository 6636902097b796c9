"""Write the report's pages, the same bytes every time.

Refuses to leave a half-written site and to touch files it did not write: each page is written whole, beside nothing
else's.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.evidence.lookup.references import host, in_text, reference
from claimbook.evidence.summary import how_much_read
from claimbook.rules.registry import rules
from claimbook.views import charts
from claimbook.views.finding_names import summary
from claimbook.views.report.drawing import inline_svg
from claimbook.views.report.markers import marked
from claimbook.views.report.reading import Reading

if TYPE_CHECKING:
    from jinja2 import Environment

    from claimbook.views.book import Book

_PAGES = ("index", "claims", "differences", "evidence", "findings", "methods")
_TEMPLATES = files("claimbook.views.report") / "templates"


def pages(book: Book) -> dict[str, str]:
    """Render every page of the report, by file name."""
    reading = Reading(book)
    common = _common(reading)
    made = {name: _render(name, common) for name in _PAGES}
    for page in reading.articles:
        made[f"article-{page.source.article}"] = _render("article", {**common, "page": page})
    return {f"{name}.html": html for name, html in made.items()}


def write_report(book: Book, folder: Path) -> list[Path]:
    """Write the report into `folder`, made where it is missing; give the paths written. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, html in pages(book).items():
        path = folder / name
        waiting = path.with_suffix(".part")
        waiting.write_text(html, encoding="utf-8", newline="\n")
        waiting.replace(path)
        paths.append(path)
    return paths


def _common(reading: Reading) -> dict[str, Any]:
    style, script = _part("report.css"), _part("search.js")
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    drawn = {name: inline_svg(chart, reading.book) for name, chart in charts.charts(reading.book).items()}
    return {
        "reading": reading,
        "book": reading.book,
        "style": style,
        "script": script,
        "policy": policy,
        "charts": [(chart, drawn[name]) for name, chart in charts.charts(reading.book).items() if drawn[name]],
        "rules": rules(),
        "counted": {code: count for code, _, count in reading.rules_met()},
    }


def _render(name: str, context: dict[str, Any]) -> str:
    return _environment().get_template(f"{name}.html.j2").render(here=name, **context).rstrip("\n") + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    # Everything is escaped, whatever a template is called: article text is hostile.
    made = Environment(
        loader=PackageLoader("claimbook.views.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["anchor"] = lambda claim_id: claim_id.rpartition("/")[2]
    made.filters.update(reference=reference, in_text=in_text, marked=marked, how_much_read=how_much_read, host=host)
    made.globals["summary"] = summary
    made.filters["plural"] = lambda number, one, many=None: f"{number} {one if number == 1 else many or one + 's'}"
    return made


@cache
def _part(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
