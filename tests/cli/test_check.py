"""`claimbook check` prints findings in four formats, tells clean from nothing to check, and fails clearly."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from claimbook.cli.app import app
from claimbook.cli.formats import Located, github, locate, one_line, sarif, text
from claimbook.extract.sources import Sources
from claimbook.model import Finding, claim_key

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


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """A review of one article with one unsourced figure in it."""
    articles = tmp_path / "claims" / "articles"
    articles.mkdir(parents=True)
    (articles / "rent.txt").write_bytes(RENT.encode())
    quote = "About 62% of tenants spend more than half their income on rent"
    start = RENT.index(quote)
    claim = {
        "id": f"rent/{claim_key(quote)}",
        "quote": quote,
        "at": [start, start + len(quote)],
        "kind": "statistic",
        "topic": None,
        "population": None,
        "outcome": None,
        "direction": None,
        "quantities": [
            {"text": "About 62%", "kind": "proportion", "low": 62, "high": 62, "bound": "about", "unit": "%"}
        ],
        "certainty": "assertive",
        "attribution": {"level": "none", "text": None},
        "condition": None,
        "worth": 3,
        "review": {"status": "proposed", "by": None, "on": None, "note": None},
    }
    article = {
        "id": "rent",
        "title": None,
        "publisher": None,
        "url": None,
        "published": None,
        "text": "articles/rent.txt",
        "sha256": hashlib.sha256(RENT.encode()).hexdigest(),
        "interests": None,
    }
    catalogue = yaml.safe_dump({"article": article, "claims": [claim]}, sort_keys=False, allow_unicode=True)
    (tmp_path / "claims" / "rent.yaml").write_text(catalogue, encoding="utf-8")
    return tmp_path


def waive(review: Path, **fields: str) -> None:
    claim = yaml.safe_load((review / "claims" / "rent.yaml").read_text(encoding="utf-8"))["claims"][0]["id"]
    waiver = {"code": "S101", "claim": claim, "reason": "the city's own count", "by": "Ada"} | fields
    text = yaml.safe_dump({"waivers": [waiver]}, sort_keys=False)
    (review / "claims" / "waivers.yaml").write_text(text, encoding="utf-8")


def test_a_waived_finding_is_counted_and_not_printed(review: Path) -> None:
    assert run(app, ["check", str(review)]).exit_code == 1
    waive(review)
    result = run(app, ["check", str(review)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "clean: 1 claim checked; 1 finding waived\n"


def test_a_waiver_that_ran_out_long_ago_is_a_finding(review: Path) -> None:
    waive(review, until="2001-01-31")
    result = run(app, ["check", str(review), "--format", "jsonl"])
    assert sorted(json.loads(line)["code"] for line in result.stdout.splitlines()) == ["S101", "W902"]


def test_a_finding_about_no_claim_is_waived_for_its_article(review: Path) -> None:
    text = RENT + "\nRead more: Ten castles you can sleep in\n"
    (review / "claims" / "articles" / "rent.txt").write_bytes(text.encode())
    catalogue = review / "claims" / "rent.yaml"
    digests = [hashlib.sha256(each.encode()).hexdigest() for each in (RENT, text)]
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace(*digests), encoding="utf-8")
    assert " P603 " in run(app, ["check", str(review)]).stdout
    waive(review, code="P603", claim="rent")
    assert " P603 " not in run(app, ["check", str(review)]).stdout


def test_a_stale_waiver_of_an_unknown_article_points_at_the_waivers() -> None:
    lost = finding().model_copy(update={"article": "gone", "start": 0, "end": 0, "quote": ""})
    [item] = locate([lost], Sources((), review=Path("review")))
    assert (item.path, item.start) == ("review/claims/waivers.yaml", (1, 1))


def test_a_waiver_of_a_mended_claim_is_stale(review: Path) -> None:
    waive(review, code="L501")
    result = run(app, ["check", str(review), "--select", "W,S,L"])
    assert "W901 L501 no longer fires at rent/" in result.stdout


def test_a_broken_review_is_not_checked(review: Path) -> None:
    (review / "claims" / "articles" / "rent.txt").write_text("changed", encoding="utf-8")
    result = run(app, ["check", str(review)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "could not check" in result.stderr


def test_a_file_name_cannot_steer_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "rent\x1b[31m\nred.txt"
    path.write_text("Rents rose by 12% in 2021.\n")
    for output in ("text", "github"):
        shown = CliRunner().invoke(app, ["check", str(path), "--format", output]).stdout
        assert shown
        assert "\x1b" not in shown
        assert all("red.txt" in line for line in shown.splitlines())
