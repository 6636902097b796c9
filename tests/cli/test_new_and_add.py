"""Starting a review of one's own: new, add, and every way they refuse."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app
from claimbook.review import open_review

TRAM = "\ufeffTrams cut car traffic by 12% within two years.\r\n\r\nTrams are completely silent.\r\n"
PAGE = (
    "<html><body><article><h1>Trams</h1><p>A tram line cuts car traffic by 30% within five years, the city says. "
    "Nobody has counted the cyclists, although their number is thought to have doubled since the line opened.</p>"
    "</article></body></html>"
)


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def review(tmp_path: Path) -> Path:
    assert run("new", tmp_path / "own")[0] == 0
    return tmp_path / "own"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_review_takes_articles_and_is_a_valid_review(review: Path, tmp_path: Path) -> None:
    (tmp_path / "Tram News.txt").write_bytes(TRAM.encode())
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    code, _, err = run("add", tmp_path / "Tram News.txt", tmp_path / "page.html", "--review", review)
    assert code == 0, err
    opened = open_review(review)
    assert sorted(opened.texts) == ["page", "tram-news"]
    assert (review / "claims/articles/tram-news.txt").read_bytes() == TRAM.encode()
    record = opened.catalogue("page").article
    assert (record.title, record.url, record.published) == (None, None, None)
    assert record.note == "text extracted from page.html"
    assert any("12%" in claim.quote for claim in opened.claims)
    assert all(not claim.decided for claim in opened.claims)


def test_what_is_made_again_is_ignored_by_git_and_an_own_list_is_kept(review: Path, tmp_path: Path) -> None:
    assert "build/" in (review / ".gitignore").read_text(encoding="utf-8").splitlines()
    own = tmp_path / "other"
    own.mkdir()
    (own / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    assert run("new", own)[0] == 0
    assert (own / ".gitignore").read_text(encoding="utf-8") == "drafts/\n"


def test_what_is_known_of_an_article_is_recorded(review: Path, tmp_path: Path) -> None:
    (tmp_path / "tram.txt").write_bytes(TRAM.encode())
    known = ["--title", "Quiet: trams", "--published", "2026-03-01", "--interest", "runs trams", "--id", "quiet"]
    assert run("add", tmp_path / "tram.txt", "--review", review, *known)[0] == 0
    record = open_review(review).catalogue("quiet").article
    assert (record.title, record.published, record.interests) == ("Quiet: trams", "2026-03-01", ("runs trams",))
    assert record.sha256 == hashlib.sha256(TRAM.encode()).hexdigest()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tram.txt"], "tram is there already"),
        (["other.txt"], "its text is there already, as tram.txt"),
        (["bus.txt", "tram.txt"], "tram is there already"),
        (["bus.txt", "missing.txt"], "missing.txt"),
        (["bus.txt", "--id", "Bus Line"], "lower-case letters, digits and hyphens"),
        (["bus.txt", "--id", "topics"], "topics is there already"),
        (["bus.txt", "--published", "2026-13-01"], "published"),
        (["bus.txt", "ferry.txt", "--title", "Both"], "one FILE at a time"),
        (["ферри.txt"], "--id"),
        (["bytes.txt"], "UTF-8"),
    ],
    ids=[
        "same id",
        "same text",
        "one of two",
        "missing",
        "bad id",
        "reserved id",
        "no date",
        "two",
        "no id",
        "not text",
    ],
)
def test_what_cannot_be_added_leaves_the_review_as_it_was(
    review: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    for name in ("tram.txt", "other.txt"):
        (tmp_path / name).write_bytes(TRAM.encode())
    for name in ("bus.txt", "ferry.txt", "ферри.txt"):
        (tmp_path / name).write_text(f"Half of all {name} riders were late in 2024.\n", encoding="utf-8")
    (tmp_path / "bytes.txt").write_bytes(b"Half of all caf\xe9s closed in 2024.\n")
    assert run("add", tmp_path / "tram.txt", "--review", review)[0] == 0
    before = files(review)
    named = [str(tmp_path / part) if part.endswith(".txt") else part for part in arguments]
    code, _, err = run("add", *named, "--review", review)
    assert (code, said in err) == (2, True), err
    assert files(review) == before


def test_new_refuses_a_review_and_a_taken_file(review: Path, tmp_path: Path) -> None:
    before = files(review)
    assert run("new", review)[0] == 2
    assert files(review) == before
    (tmp_path / "taken" / "claims").mkdir(parents=True)
    (tmp_path / "taken" / "claims" / "topics.yaml").write_text("mine\n", encoding="utf-8")
    code, _, err = run("new", tmp_path / "taken")
    assert (code, "is there already" in err) == (2, True)
    assert files(tmp_path / "taken") == {"claims/topics.yaml": b"mine\n"}


def test_add_needs_a_review(tmp_path: Path) -> None:
    (tmp_path / "tram.txt").write_bytes(TRAM.encode())
    code, _, err = run("add", tmp_path / "tram.txt", "--review", tmp_path)
    assert (code, "claimbook new" in err) == (2, True)


def test_an_empty_review_says_what_to_do(review: Path) -> None:
    code, _, err = run("review", review)
    assert (code, "R102" in err) == (2, True)
