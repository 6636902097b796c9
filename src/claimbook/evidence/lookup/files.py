"""A file → metadata: bibliographies in full, a PDF or a text by the one DOI or PMID it names.

Refuses to choose between several identifiers, and to take a PDF's own title where a registry can be asked.
"""

from __future__ import annotations

from pathlib import Path

from claimbook.evidence.lookup.bibliography import FORMATS
from claimbook.evidence.lookup.errors import RefusedError
from claimbook.evidence.lookup.identify import Target, identifiers_in
from claimbook.evidence.lookup.metadata import Author, Metadata, plain

LIMIT = 32 * 1024 * 1024
_TEXTS = (".txt", ".md")
_HEAD = 20_000


def read_bibliography(path: Path) -> tuple[list[Metadata], list[str]]:
    """Read a `.bib`, `.ris` or `.json` file. Gives its entries and what could not be read. Raises RefusedError."""
    known = {form.suffix: form for form in FORMATS.values()}
    form = known.get(path.suffix.lower())
    if form is None:
        raise RefusedError(f"{path}: not a bibliography (claimbook reads {' '.join(known)})")
    entries, problems = form.read(_text(path))
    return entries, [f"{path}: {problem}" for problem in problems]


def is_bibliography(path: Path) -> bool:
    """Tell whether a file is a bibliography, by its name."""
    return path.suffix.lower() in {form.suffix for form in FORMATS.values()}


def named_in(path: Path) -> Target | Metadata:
    """Say what a PDF or a text names: the one DOI or PMID in it, or else a PDF's own title. Raises RefusedError."""
    if path.suffix.lower() == ".pdf":
        text, own = _pdf(path)
    elif path.suffix.lower() in _TEXTS:
        text, own = _text(path)[:_HEAD], None
    else:
        raise RefusedError(f"{path}: claimbook reads .bib .ris .json .pdf .txt .md here")
    found = identifiers_in(text)
    if len({target.kind for target in found}) == len(found) and found:
        return found[0]
    if found:
        names = ", ".join(target.value for target in found[:5])
        raise RefusedError(f"{path}: names several ({names}): give the one that is meant")
    if own is None or own.title is None:
        raise RefusedError(f"{path}: names no DOI and no PMID")
    return own


def _pdf(path: Path) -> tuple[str, Metadata | None]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    _size(path)
    try:
        reader = PdfReader(path)
        info = reader.metadata
        first = reader.pages[0].extract_text()[:_HEAD] if reader.pages else ""
        about = {key: plain(info.get(key)) for key in ("/Title", "/Author", "/CreationDate", "/doi")} if info else {}
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RefusedError(f"{path}: cannot be read as a PDF ({type(error).__name__})") from error
    author = about.get("/Author")
    own = Metadata(source="the PDF itself", title=about.get("/Title"), authors=(Author(author),) if author else ())
    return " ".join([about.get("/doi") or "", first]), own


def _text(path: Path) -> str:
    _size(path)
    try:
        return path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(f"{path}: byte {error.start} is not UTF-8: save it as UTF-8") from error
    except OSError as error:
        raise RefusedError(f"{path}: {error.strerror}") from error


def _size(path: Path) -> None:
    if not path.is_file():
        raise RefusedError(f"{path}: no such file")
    if path.stat().st_size > LIMIT:
        raise RefusedError(f"{path}: over {LIMIT // 1024 // 1024} MB: split it")
