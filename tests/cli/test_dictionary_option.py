"""An editor's own dictionary of garbled wording works in `check` and `annotate`; a broken one stops both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app

run = CliRunner().invoke
SENTENCE = "Bakers with flour sickness missed work on 12% of days."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("phrase,meaning\nflour sickness,baker's asthma\n", encoding="utf-8")
    return path


def test_check_reports_what_the_dictionary_lists(tmp_path: Path, own: Path) -> None:
    article = tmp_path / "bakers.txt"
    article.write_text(f"Bakers\n\n{SENTENCE}\n", encoding="utf-8")
    assert "flour sickness" not in run(app, ["check", str(article), "--select", "L503"]).stdout
    listed = run(app, ["check", str(article), "--select", "L503", "--dictionary", str(own)])
    assert listed.exit_code == 1
    assert "“flour sickness” looks like a garbled “baker's asthma”" in listed.stdout


def test_annotate_reports_what_the_dictionary_lists(own: Path) -> None:
    result = run(app, ["annotate", "--dictionary", str(own)], input=SENTENCE)
    (found,) = json.loads(result.stdout)["garbled"]
    assert SENTENCE[found["start"] : found["end"]] == found["text"] == "flour sickness"


@pytest.mark.parametrize("command", [["annotate"], ["check", "article.txt"]], ids=["annotate", "check"])
def test_a_broken_dictionary_is_named_with_its_places(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "own.csv"
    path.write_text("phrase,meaning\nflour sickness\n,nothing\n", encoding="utf-8")
    result = run(app, [*command, "--dictionary", str(path)], input=SENTENCE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{path}:2:1: 1 columns, not 2\n{path}:3:1: the phrase is empty" in result.stderr
