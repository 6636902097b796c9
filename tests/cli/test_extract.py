import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimbook.cli.app import app

RENTS = "\ufeffWhy rents rise\r\n\r\nRents in the city 👩‍👩‍👧 rose by 4% in 2023. Wages fell by more than 2%.\r\n"
KEYS = [
    "article", "start", "end", "quote", "kind", "topic", "population", "outcome", "direction", "quantities",
    "certainty", "attribution", "condition", "worth",
]  # fmt: skip
QUANTITY_KEYS = ["text", "start", "end", "kind", "low", "high", "bound", "unit", "trend"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "City rents.txt"
    path.write_bytes(RENTS.encode())
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_lines_keep_their_keys_and_types(article: Path) -> None:
    result = run(article, "--format", "jsonl")
    assert result.exit_code == 0
    first, second = rows(result)
    assert list(first) == KEYS
    assert first["article"] == "City rents"
    assert RENTS[first["start"] : first["end"]] == first["quote"]
    assert (first["certainty"], first["attribution"], first["condition"]) == ("assertive", "none", None)
    assert first["worth"] in (1, 2, 3)
    quantity = second["quantities"][0]
    assert list(quantity) == QUANTITY_KEYS
    assert RENTS[quantity["start"] : quantity["end"]] == quantity["text"]
    assert (quantity["low"], quantity["high"], quantity["bound"], quantity["unit"]) == (2, None, "more_than", "%")


def test_lines_are_json_with_the_text_as_it_is(article: Path) -> None:
    line = run(article, "--format", "jsonl").stdout.splitlines()[0]
    assert "👩‍👩‍👧" in line
    assert '"low": 4,' in line


def test_text_names_the_place(article: Path) -> None:
    first, second = run(article).stdout.splitlines()
    kind, worth = first.removeprefix(f"{article.as_posix()}:3:1: ").split(" | ")[0].split(" ")
    assert kind.isalpha()
    assert worth in "123"
    column = RENTS.splitlines()[2].index("Wages") + 1
    assert second.startswith(f"{article.as_posix()}:3:{column}: ")
    assert " | Wages fell by more than 2%" in second


def test_nothing_to_check_is_said_and_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hello there. How are you?\n")
    result = run(path, "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"nothing to check: no checkable claim in {path}" in result.stderr


def test_every_bad_path_is_listed_and_nothing_is_printed(tmp_path: Path, article: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run(article, tmp_path / "empty.txt", tmp_path / "none.pdf")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{tmp_path / 'empty.txt'}:1:1: empty" in result.stderr
    assert f"{tmp_path / 'none.pdf'}:1:1: missing" in result.stderr
    assert "could not check" in result.stderr


def test_save_proposes_to_the_review_and_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "claims" / "articles").mkdir(parents=True)
    (tmp_path / "claims" / "articles" / "rents.txt").write_bytes(RENTS.encode())
    first = run(tmp_path, "--save", "--format", "jsonl")
    assert first.exit_code == 0, first.stderr
    assert [row["article"] for row in rows(first)] == ["rents", "rents"]
    assert "saved rents: 2 added" in first.stderr
    stored = (tmp_path / "claims" / "rents.yaml").read_bytes()
    again = run(tmp_path, "--save")
    assert "saved rents: 0 added, 0 updated, 2 kept" in again.stderr
    assert (tmp_path / "claims" / "rents.yaml").read_bytes() == stored


def test_save_needs_a_review(article: Path) -> None:
    result = run(article, "--save")
    assert result.exit_code == 2
    assert "--save needs a review folder" in result.stderr


def test_the_same_text_gives_the_same_bytes(article: Path) -> None:
    assert run(article, "--format", "jsonl").stdout == run(article, "--format", "jsonl").stdout
