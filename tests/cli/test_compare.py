import json
import re

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app

run = CliRunner().invoke

TRAM = {
    "north.txt": "The tram line\n\nThe new tram line reduces traffic noise in the old town. It opened in May.\n",
    "south.txt": "A street view\n\nThe new tram line increases traffic noise in the old town. Shops are open.\n",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in TRAM.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_contradiction_is_shown_with_both_places_and_the_reason(folder):
    result = run(app, ["compare", str(folder)])
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"contradict \(polarity\) north/\w{6} south/\w{6}", lines[0])
    assert lines[1].strip().startswith(f"{folder.as_posix()}/north.txt:3:1: “The new tram line reduces")
    assert lines[2].strip().startswith(f"{folder.as_posix()}/south.txt:3:1: “The new tram line increases")
    assert "cannot both be true because" in lines[3]


def test_json_lines_follow_the_design(folder):
    result = run(app, ["compare", str(folder), "--format", "jsonl"])
    row = json.loads(result.stdout.splitlines()[0])
    assert list(row) == ["relation", "kind", "a", "b", "why"]
    for side, text in (("a", TRAM["north.txt"]), ("b", TRAM["south.txt"])):
        assert list(row[side]) == ["article", "start", "end", "quote"]
        assert text[row[side]["start"] : row[side]["end"]] == row[side]["quote"]


def test_nothing_to_compare_is_said_and_is_not_an_error(tmp_path):
    (tmp_path / "one.txt").write_text("Welcome!\n", encoding="utf-8")
    result = run(app, ["compare", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to compare" in result.stderr


def test_claims_that_do_not_clash_leave_with_0(tmp_path):
    text = "The bakery sold 300 loaves last week.\n\nThe brewery was founded in 1890 by two sisters.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    result = run(app, ["compare", str(tmp_path)])
    assert result.exit_code == 0
    assert "claims compared" in result.stderr


def test_a_missing_path_could_not_be_checked(tmp_path):
    result = run(app, ["compare", str(tmp_path / "gone.txt")])
    assert result.exit_code == 2
    assert "gone.txt" in result.stderr


def test_what_was_not_read_is_said(folder):
    (folder / "2019").mkdir()
    (folder / "notes.rtf").write_text("x", encoding="utf-8")
    result = run(app, ["compare", str(folder)])
    assert "not read: 2019/, notes.rtf" in result.stderr


def test_one_figure_among_many_that_repeat_another_is_found(tmp_path):
    many = "\n\n".join(f"The library cost 48 million euros, said witness Name{n:03d}." for n in range(200))
    (tmp_path / "many.txt").write_text(many + "\n", encoding="utf-8")
    (tmp_path / "one.txt").write_text("The library cost 61 million euros.\n", encoding="utf-8")
    result = run(app, ["compare", str(tmp_path), "--format", "jsonl"])
    assert [json.loads(line)["relation"] for line in result.stdout.splitlines()] == ["contradict"]


def test_a_heading_is_not_shown_as_a_claim_to_decide_on(tmp_path):
    text = "# New town library cost 48 million euros to build\n\nThe new town library cost 61 million euros to build.\n"
    (tmp_path / "one.md").write_text(text, encoding="utf-8")
    result = run(app, ["compare", str(tmp_path)])
    assert "heading-of-one" in result.stdout
