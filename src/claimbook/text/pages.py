"""Text out of .html, .pdf and .docx, with Markdown marks for headings, list items and table rows.

Refuses to fetch what a page links to, to run anything in it and to do layout analysis: the libraries' reading order is
taken as it comes.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimbook.text.files import MAX_BYTES, ArticleError

# what a page holds and does not show, or has struck out
_UNSEEN = [
    "//*[@hidden]",
    "//del | //s | //strike",
    "//*[contains(translate(@style, ' ', ''), 'display:none')]",
    "//*[contains(translate(@style, ' ', ''), 'visibility:hidden')]",
]
_MAX_HEADING = 6
_MIN_RUNNING = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page |p\. ?)?[-–— ]{0,3}\d{1,4}[-–— ]{0,3}(?:(?:of|/) ?\d{1,4})?", re.IGNORECASE)


def html_text(path: Path, data: bytes) -> str:
    """Extract the main text of a page. Raises ArticleError (no-text, broken)."""
    import trafilatura

    page = data.decode("utf-8", "replace") if _is_utf8(data) else data
    document = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, with_metadata=False, prune_xpath=_UNSEEN
    )
    body = getattr(document, "body", None)
    if body is None:
        raise ArticleError(path, "no-text", "no main text found in the page: save its text as .txt")
    return "\n\n".join(_html_blocks(body)) + "\n"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _html_blocks(body: Any) -> Iterator[str]:
    for element in body:
        if element.tag == "list":
            yield "\n".join(f"- {_flat(item)}" for item in element.iter("item") if _flat(item))
        elif element.tag == "table":
            yield "\n".join(f"| {' | '.join(_flat(cell) for cell in row)} |" for row in element.iter("row"))
        elif element.tag == "head":
            level = str(element.get("rend") or "h2")[1:]
            yield f"{'#' * min(int(level), _MAX_HEADING) if level.isdigit() else '##'} {_flat(element)}"
        elif element.tag == "quote":
            yield f"> {_flat(element)}"
        elif _flat(element):
            yield _flat(element)


def _flat(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def pdf_text(path: Path, data: bytes) -> str:
    """Extract the text of all pages, one after the other, without page numbers and running heads.

    Raises ArticleError (encrypted, broken).
    """
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would warn of is said below
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(path, "encrypted", "the PDF asks for a password: save it without one")
        return "\n".join(_without_running_lines([page.extract_text() for page in reader.pages])) + "\n"
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ArticleError(path, "broken", f"not a readable PDF ({type(error).__name__}): save it again") from error


def _without_running_lines(pages: list[str]) -> list[str]:
    """Take off the first and last lines of pages that are page numbers or the same, but for digits, on most pages."""
    lines = [page.strip("\n").split("\n") for page in pages]
    edges = Counter(_DIGITS.sub("#", line.strip()) for page in lines for line in {page[0], page[-1]})

    def runs(line: str) -> bool:
        number = _PAGE_NUMBER.fullmatch(line.strip()) is not None
        return number or edges[_DIGITS.sub("#", line.strip())] >= max(_MIN_RUNNING, len(pages) // 2 + 1)

    for page in lines:
        while page and runs(page[-1]):
            page.pop()
        while page and runs(page[0]):
            page.pop(0)
    return ["\n".join(page) for page in lines if any(page)]


def docx_text(path: Path, data: bytes) -> str:
    """Extract paragraphs, headings, list items and tables in reading order. Raises ArticleError (broken, too-large)."""
    import docx
    from docx.table import Table

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
                raise ArticleError(path, "too-large", f"unpacks to more than {MAX_BYTES} bytes: split the document")
        document = docx.Document(io.BytesIO(data))
        parts = [_docx_table(x) if isinstance(x, Table) else _docx_line(x) for x in document.iter_inner_content()]
    except (zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise ArticleError(path, "broken", f"not a readable .docx ({type(error).__name__}): save it again") from error
    return "\n\n".join(part for part in parts if part) + "\n"


def _docx_table(table: Any) -> str:
    return "\n".join(f"| {' | '.join(' '.join(cell.text.split()) for cell in row.cells)} |" for row in table.rows)


def _docx_line(paragraph: Any) -> str:
    text = " ".join(str(paragraph.text).split())
    style = str(getattr(paragraph.style, "name", "") or "")
    if not text:
        return ""
    if style == "Title":
        return f"# {text}"
    if style.startswith("Heading"):
        level = style.removeprefix("Heading").strip()
        return f"{'#' * min(int(level) if level.isdigit() else 2, _MAX_HEADING)} {text}"
    return f"- {text}" if style.startswith("List") else text
