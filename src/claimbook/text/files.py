"""Files and pages to article text: what was read, character for character.

Refuses to fetch anything, to guess an encoding and to repair a text: a file that is not what it says is an error that
tells what to do. Extracted formats (.html, .pdf, .docx) become plain text with Markdown marks for headings, list items
and table rows, so that `text.blocks` reads one notation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

TEXT_SUFFIXES = (".txt", ".md")
MAX_BYTES = 64 * 1024 * 1024
_SUFFIX_LIST = ".txt .md .html .htm .pdf .docx"


class ArticleError(Exception):
    """Say why a path gives no article, and what to do about it. `str()` is `path:line:col: code message`."""

    def __init__(self, path: Path, code: str, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(path, code, message, line, column)
        self.path, self.code, self.message = path, code, message
        self.line, self.column = line, column

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"


class ArticlesError(ArticleError):
    """Hold every problem that several paths had; `str()` is one line each."""

    def __init__(self, errors: Sequence[ArticleError]) -> None:
        first = errors[0]
        super().__init__(first.path, first.code, first.message, first.line, first.column)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


def read_article(path: Path) -> str:
    """Read the text of one article.

    `.txt` and `.md` come back exactly as stored (UTF-8; a byte order mark and `\\r\\n` stay as code points); the other
    formats as extracted text. Raises ArticleError with code missing, folder, unreadable, suffix, too-large, empty,
    blank, binary, not-utf8, broken or no-text.
    """
    reader = _READERS.get(path.suffix.lower())
    data = _read_bytes(path, known=reader is not None)
    assert reader is not None
    text = reader(path, data)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        code, why = ("no-text", "no text found in it") if data.strip() else ("blank", "holds only white space")
        if path.suffix.lower() in TEXT_SUFFIXES:
            code, why = "blank", "holds only white space"
        raise ArticleError(path, code, f"{why}: give the article as text (a scanned page needs OCR first)")
    return text


def find_articles(path: Path) -> list[Path]:
    """List the article files of a path: the file itself, or those right inside a folder, sorted by name.

    README files and hidden files are no articles; folders below are not entered. Raises ArticleError with code missing,
    empty-folder or no-articles. A file is given back whatever its suffix: reading it says what is wrong.
    """
    if not path.exists():
        raise ArticleError(path, "missing", "no such file or folder: check the name")
    if not path.is_dir():
        return [path]
    entries = sorted(path.iterdir())
    if not entries:
        raise ArticleError(path, "empty-folder", f"the folder is empty: put articles ({_SUFFIX_LIST}) into it")
    articles = [entry for entry in entries if _is_article(entry)]
    if not articles:
        raise ArticleError(
            path, "no-articles", f"no article in the folder (looked for {_SUFFIX_LIST}, not in folders below it)"
        )
    return articles


def passed_over(path: Path) -> list[Path]:
    """List what `find_articles` leaves out of a folder and a reader may miss: other kinds of file, folders below."""
    entries = sorted(path.iterdir()) if path.is_dir() else []
    plain = (e for e in entries if not e.name.startswith((".", "~$")) and e.stem.lower() != "readme")
    return [entry for entry in plain if not _is_article(entry)]


def _is_article(entry: Path) -> bool:
    hidden = entry.name.startswith((".", "~$"))
    return not hidden and entry.stem.lower() != "readme" and entry.suffix.lower() in _READERS and entry.is_file()


def _read_bytes(path: Path, known: bool) -> bytes:
    if not path.exists():
        raise ArticleError(path, "missing", "no such file: check the name")
    if path.is_dir():
        raise ArticleError(path, "folder", "is a folder: name a file in it")
    if not path.is_file():
        raise ArticleError(path, "unreadable", "a pipe or a device, no file: save the article's text into a file")
    if not known:
        raise ArticleError(path, "suffix", f"unknown kind of file {path.suffix!r}: claimbook reads {_SUFFIX_LIST}")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ArticleError(path, "too-large", f"{size} bytes, the limit is {MAX_BYTES}: split it into articles")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArticleError(path, "unreadable", f"{reason}: check the permissions") from error
    if not data:
        raise ArticleError(path, "empty", "the file is empty (0 bytes): save the article's text into it")
    return data


def _read_text(path: Path, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError(path, "not-utf8", "is UTF-16: save it as UTF-8")
    nul = data.find(b"\0")
    if nul >= 0:
        line, column = _byte_place(data, nul)
        raise ArticleError(path, "binary", "is a binary file (a zero byte): give text", line, column)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _byte_place(data, error.start)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        raise ArticleError(path, "not-utf8", message, line, column) from error


def _byte_place(data: bytes, at: int) -> tuple[int, int]:
    line_start = data.rfind(b"\n", 0, at) + 1
    return data.count(b"\n", 0, at) + 1, len(data[line_start:at].decode("utf-8", "replace")) + 1


def _read_html(path: Path, data: bytes) -> str:
    from claimbook.text.pages import html_text

    return html_text(path, data)


def _read_pdf(path: Path, data: bytes) -> str:
    from claimbook.text.pages import pdf_text

    return pdf_text(path, data)


def _read_docx(path: Path, data: bytes) -> str:
    from claimbook.text.pages import docx_text

    return docx_text(path, data)


_READERS: dict[str, Callable[[Path, bytes], str]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}
