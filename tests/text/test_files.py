import io
from pathlib import Path

import pytest

from claimbook.text import files
from claimbook.text.files import ArticleError, ArticlesError, find_articles, read_article

PAGE = """<html><head><title>Cars</title></head><body><nav><a href="/">Home</a></nav><article><h1>Electric cars</h1>
<p>Over <b>70%</b> of the cars that Norway sold in 2021 were electric, more than in any other country of the world.</p>
<h2>Costs</h2><p>What a household has to pay for in a year of driving such a car, apart from its price:</p>
<ul><li>Insurance</li><li>Charging <i>at home</i></li></ul>
<table><tr><td>Year</td><td>Share</td></tr><tr><td>2020</td><td>54%</td></tr></table></article></body></html>"""


def test_text_is_kept_to_the_code_point(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffRents rose.\r\nBy 4\u00a0%.\r\n".encode())
    assert read_article(path) == "\ufeffRents rose.\r\nBy 4\u00a0%.\r\n"


@pytest.mark.parametrize(
    ("name", "content", "code", "place"),
    [
        pytest.param("a.txt", b"", "empty", ":1:1:", id="empty"),
        pytest.param("a.txt", b" \r\n\t\xc2\xa0\n", "blank", ":1:1:", id="white space only"),
        pytest.param("a.txt", b"\xef\xbb\xbf", "blank", ":1:1:", id="a byte order mark only"),
        pytest.param("a.md", b"Rent\nrose caf\xe9 4%", "not-utf8", ":2:9:", id="latin-1"),
        pytest.param("a.txt", "Rent rose".encode("utf-16"), "not-utf8", ":1:1:", id="utf-16"),
        pytest.param("a.txt", b"Rent\nro\x00se", "binary", ":2:3:", id="binary"),
        pytest.param("a.rtf", b"{rtf}", "suffix", ":1:1:", id="unknown suffix"),
        pytest.param("article", b"Rent rose", "suffix", ":1:1:", id="no suffix"),
        pytest.param("a.pdf", b"not a pdf", "broken", ":1:1:", id="broken pdf"),
        pytest.param("a.docx", b"not a zip", "broken", ":1:1:", id="broken docx"),
        pytest.param("a.html", b"<html><body></body></html>", "no-text", ":1:1:", id="page without text"),
    ],
)
def test_bad_files_are_named_with_place_and_code(
    tmp_path: Path, name: str, content: bytes, code: str, place: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ArticleError) as raised:
        read_article(path)
    assert raised.value.code == code
    assert str(raised.value).startswith(f"{path}{place} {code} ")


def test_too_large_is_refused_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rent rose by 4%.")
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    with pytest.raises(ArticleError, match="too-large 16 bytes, the limit is 10"):
        read_article(path)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="missing"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="folder"):
        read_article(tmp_path)


def test_folder_lists_articles_only(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "README.md", ".hidden.txt", "~$c.docx", "photo.jpg", "c.html"):
        (tmp_path / name).write_text("Rent rose.")
    (tmp_path / "folder.txt").mkdir()
    assert [path.name for path in find_articles(tmp_path)] == ["a.MD", "b.txt", "c.html"]
    assert find_articles(tmp_path / "photo.jpg") == [tmp_path / "photo.jpg"]


@pytest.mark.parametrize(
    ("names", "code"),
    [([], "empty-folder"), (["README.md"], "no-articles"), (["photo.jpg", ".a.txt"], "no-articles")],
    ids=["empty", "a readme only", "no article among the files"],
)
def test_folders_without_articles(tmp_path: Path, names: list[str], code: str) -> None:
    for name in names:
        (tmp_path / name).write_text("x")
    with pytest.raises(ArticleError) as raised:
        find_articles(tmp_path)
    assert raised.value.code == code


def test_missing_path() -> None:
    with pytest.raises(ArticleError, match="missing"):
        find_articles(Path("no-such-folder"))


def test_several_errors_are_one_line_each() -> None:
    both = ArticlesError([ArticleError(Path("a"), "empty", "one"), ArticleError(Path("b"), "blank", "two", 3, 4)])
    assert str(both) == "a:1:1: empty one\nb:3:4: blank two"


def test_page_becomes_text_with_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    text = read_article(path)
    assert "# Electric cars" in text
    assert "Over 70% of the cars" in text
    assert "- Insurance\n- Charging at home" in text
    assert "| 2020 | 54% |" in text
    assert "Home" not in text


def test_what_a_page_hides_or_strikes_out_is_no_text(tmp_path: Path) -> None:
    shown = "The mill was built in 1868 by two brothers and ground barley for the whole valley until the war."
    page = f"<html><body><article><h1>The mill</h1><p>{shown}</p>"
    page += '<p hidden>It burned in 1901.</p><p style="display: none">It was sold in 1902.</p>'
    page += "<p>It has <del>four</del> six wheels, and all of them still turn when the river is high.</p>"
    page += "</article></body></html>"
    (tmp_path / "mill.html").write_text(page, encoding="utf-8")
    text = read_article(tmp_path / "mill.html")
    assert "1868" in text
    assert "six wheels" in text
    assert not any(word in text for word in ("1901", "1902", "four"))


def test_page_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Norway sold", "Norge s\u00e5lde")
    path.write_bytes(page.encode("iso-8859-1"))
    assert "Norge s\u00e5lde" in read_article(path)


def test_docx_becomes_text_with_marks(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Rents", 0)
    document.add_heading("Why", 2)
    document.add_paragraph("Rents rose by 4% \u2014 again.")
    document.add_paragraph("Few new flats", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2020", "54%"
    path = tmp_path / "a.docx"
    document.save(str(path))
    expected = "# Rents\n\n## Why\n\nRents rose by 4% \u2014 again.\n\n- Few new flats\n\n| 2020 | 54% |\n"
    assert read_article(path) == expected


def test_page_numbers_and_running_heads_are_no_text() -> None:
    from claimbook.text.pages import _without_running_lines

    pages = [f"The Example Post, page {n}\nRents rose in\nthe north by {n}%.\n{n}\n" for n in range(1, 5)]
    expected = [f"Rents rose in\nthe north by {n}%." for n in range(1, 5)]
    assert _without_running_lines(pages) == expected
    assert _without_running_lines(["Rents rose.\nPage 1 of 2", "", "Wages fell.\n- 2 -"]) == [
        "Rents rose.",
        "Wages fell.",
    ]
    assert _without_running_lines(["2023\nRents rose.", "Rents rose again."]) == ["Rents rose.", "Rents rose again."]


def _pdf(text: str | None, password: str | None = None) -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    if text is not None:
        font = DictionaryObject({NameObject("/Type"): NameObject("/Font")})
        font[NameObject("/Subtype")], font[NameObject("/BaseFont")] = NameObject("/Type1"), NameObject("/Helvetica")
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = stream
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pdf_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_pdf("Rents rose by 4% in 2023."))
    assert read_article(path).strip() == "Rents rose by 4% in 2023."


def test_pdf_without_text_asks_for_ocr(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_pdf(None))
    with pytest.raises(ArticleError, match=r"no-text .*OCR"):
        read_article(path)


def test_pdf_with_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_pdf("Rents rose.", "secret"))
    with pytest.raises(ArticleError, match="encrypted"):
        read_article(path)
