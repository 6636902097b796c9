"""`claimbook check` prints findings in four formats, tells clean from nothing to check, and fails clearly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app
from claimbook.cli.formats import Located, github, one_line, sarif, text
from claimbook.model import Finding

run = CliRunner().invoke

RENT = "Rents\n\nThe city has grown. About 62% of tenants spend more than half their income on rent.\n"
PLAIN = "The mill\n\nThe mill was built of brick and stands beside the canal. It has four floors and a tower.\n"


@pytest.fixture
def rent(tmp_path: Path) -> Path:
    path = tmp_path / "rent.txt"
    path.write_text(RENT, encoding="utf-8")
    return path


def finding(message: str = "no source", quote: str = "62%") -> Finding:
    return Finding(
        code="S101",
        name="unsupported-statistic",
        severity="error",
        article="rent",
        start=10,
        end=10 + len(quote),
        quote=quote,
        message=message,
        claims=("rent/aaaaaa",),
    )


def located(message: str = "no source", path: str = "a/rent.txt", end: tuple[int, int] = (3, 8)) -> Located:
    return Located(finding(message), path, (3, 5), end)


def test_findings_are_printed_with_their_place_and_leave_with_1(rent: Path) -> None:
    result = run(app, ["check", str(rent)])
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{rent.as_posix()}:3:21: S101 “About 62%”")
    assert "1 finding in" in result.stderr


def test_json_lines_follow_the_design(rent: Path) -> None:
    result = run(app, ["check", str(rent), "--format", "jsonl"])
    [row] = [json.loads(line) for line in result.stdout.splitlines()]
    assert list(row) == ["code", "name", "severity", "article", "start", "end", "quote", "message", "claims"]
    assert (row["code"], row["article"]) == ("S101", "rent")
    assert RENT[row["start"] : row["end"]] == row["quote"]
    assert row["claims"][0].startswith("rent/")


def test_sarif_is_whole_and_counts_code_points(rent: Path) -> None:
    log = json.loads(run(app, ["check", str(rent), "--format", "sarif"]).stdout)
    assert log["version"] == "2.1.0"
    [result] = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (result["ruleId"], result["level"]) == ("S101", "error")
    assert (region["startLine"], region["startColumn"]) == (3, 21)
    assert region["snippet"]["text"] in RENT
    assert result["ruleId"] in {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}


def test_sarif_without_findings_is_a_log_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text(PLAIN, encoding="utf-8")
    result = run(app, ["check", str(tmp_path), "--format", "sarif"])
    assert (result.exit_code, json.loads(result.stdout)["runs"][0]["results"]) == (0, [])


def test_github_commands(rent: Path) -> None:
    result = run(app, ["check", str(rent), "--format", "github"])
    assert result.stdout.startswith("::error file=")
    assert ",line=3,endLine=3,col=21," in result.stdout
    assert "title=S101 unsupported-statistic::" in result.stdout


def test_github_escapes_what_an_article_may_hold() -> None:
    line = github([located("50%\r\n::error::pwned", path="a:b,c.txt")])
    assert line.count("\n") == 1
    assert line.endswith("::50%25%0D%0A::error::pwned\n")
    assert "file=a%3Ab%2Cc.txt," in line


def test_github_leaves_columns_out_of_a_span_over_lines() -> None:
    assert "col=" not in github([located(end=(4, 1))])


def test_text_stays_on_one_line_and_shows_no_control_characters() -> None:
    assert text([located("a\n\x1b[31mb\u202e")]) == "a/rent.txt:3:5: S101 a [31mb \n"
    assert one_line("a\u2028b") == "a b"


def test_sarif_names_files_as_uris() -> None:
    log = json.loads(sarif([located(path="my articles/ä.txt")]))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "my%20articles/%C3%A4.txt"


def test_clean_is_said(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text(PLAIN, encoding="utf-8")
    result = run(app, ["check", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("clean: ")
    assert result.stderr.rstrip().endswith("checked")


def test_nothing_to_check_is_not_clean(tmp_path: Path) -> None:
    (tmp_path / "hello.txt").write_text("Welcome!\n", encoding="utf-8")
    result = run(app, ["check", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to check" in result.stderr


def test_every_path_that_cannot_be_read_is_listed(tmp_path: Path) -> None:
    result = run(app, ["check", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a.txt:1:1: missing" in result.stderr
    assert "b.txt:1:1: missing" in result.stderr


def test_only_the_selected_rules_run(rent: Path) -> None:
    result = run(app, ["check", str(rent), "--select", "A,L501"])
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("select", ["X9", ",", "S101,nonsense"])
def test_selecting_a_rule_that_is_none_is_an_error(rent: Path, select: str) -> None:
    result = run(app, ["check", str(rent), "--select", select])
    assert result.exit_code == 2
    assert "claimbook rules" in result.stderr


def test_the_rules_are_listed_and_explained() -> None:
    listed = run(app, ["rules"])
    assert listed.exit_code == 0
    assert any(line.startswith("S101  unsupported-statistic") for line in listed.stdout.splitlines())
    assert run(app, ["rules", "s101"]).stdout.startswith("# S101 unsupported-statistic\n")
    assert run(app, ["rules", "Z000"]).exit_code == 2
