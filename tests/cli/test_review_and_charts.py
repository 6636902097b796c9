"""The commands that publish: review, chart, notebooks."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app
from claimbook.extract import extract_claims
from claimbook.model import Catalogue
from claimbook.review import article_record, write_catalogue

TEXTS = {
    "tram": "Trams cut car traffic by 12% within two years. Trams are completely silent.\n",
    "bus": "Trams are loud. A tram line cuts car traffic by 30% within five years.\n",
}


@pytest.fixture
def review(tmp_path: Path) -> Path:
    folder = tmp_path / "claims"
    (folder / "articles").mkdir(parents=True)
    for name, text in TEXTS.items():
        path = folder / "articles" / f"{name}.txt"
        path.write_bytes(text.encode())
        record = article_record(path)
        write_catalogue(folder / f"{name}.yaml", Catalogue(article=record, claims=tuple(extract_claims(name, text))))
    return tmp_path


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_review_does_the_whole_job_and_says_how_long_it_took(review: Path) -> None:
    code, out, err = run("review", review)
    assert code == 1
    assert "2 articles" in out
    assert "S101  unsupported-statistic" in out
    assert "Where to look next" in out
    assert "extraction and comparison" in err
    assert (review / "notebooks" / "figures" / "percentages.svg").is_file()


def test_review_says_of_an_empty_chart_that_there_is_nothing_to_draw(review: Path) -> None:
    told = run("review", review)[2].replace("\n", " ").replace("  ", " ")
    assert "done draw percentages" in told
    assert "done draw certainty-against-evidence" not in told
    assert "skip draw certainty-against-evidence: nothing to draw: nobody has assessed a claim yet" in told
    assert not list((review / "notebooks" / "figures").glob("certainty-against-evidence*"))


def test_review_refuses_what_is_no_review(tmp_path: Path) -> None:
    code, out, err = run("review", tmp_path)
    assert (code, out) == (2, "")
    assert "R102" in err
    assert "could not check" in err
    assert list(tmp_path.iterdir()) == []


def test_chart_lists_every_chart_with_its_question() -> None:
    code, out, _ = run("chart", "--list")
    assert code == 0
    assert "percentages" in out
    assert out.count("?") == len(out.splitlines())


def test_chart_draws_what_is_named(review: Path, tmp_path: Path) -> None:
    code, _, err = run("chart", "percentages", "--review", review, "--out", tmp_path / "figures")
    assert code == 0
    assert "percentages.csv" in err
    assert sorted(path.suffix for path in (tmp_path / "figures").iterdir()) == [".csv", ".png", ".svg"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a chart or use --all"),
        (("pie", "--review", "review"), "no chart is named pie"),
        (("percentages", "--review", "x"), "x:1:1"),
    ],
    ids=["no name", "unknown name", "no such review"],
)
def test_chart_says_what_is_wrong(
    arguments: tuple[str, ...], said: str, review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(review)
    code, _, err = run("chart", *("." if part == "review" else part for part in arguments))
    assert code == 2
    assert said in err


def test_a_chart_that_cannot_be_written_says_so(review: Path) -> None:
    (review / "taken").write_text("a file")
    code, _, err = run("chart", "percentages", "--review", review, "--out", review / "taken")
    assert code == 2
    assert "taken: File exists" in err


def test_notebooks_are_stored_and_found_stale(review: Path) -> None:
    source = review / "notebooks" / "source" / "01_how_many.py"
    source.parent.mkdir(parents=True)
    source.write_text('# %%\nimport claimbook\nlen(claimbook.open("..").claims)\n')
    assert run("notebooks", review)[0] == 0
    assert run("notebooks", review, "--check")[0] == 0
    source.write_text('# %%\nimport claimbook\nlen(claimbook.open("..").findings)\n')
    code, _, err = run("notebooks", review, "--check")
    assert code == 1
    assert "01_how_many.ipynb: stale" in err


def test_a_review_without_notebooks_says_so(review: Path) -> None:
    code, _, err = run("notebooks", review)
    assert code == 2
    assert "holds no notebook source" in err


def test_the_command_knows_its_version() -> None:
    import claimbook

    assert run("--version") == (0, f"claimbook {claimbook.__version__}\n", "")


def test_every_command_has_help_worth_reading() -> None:
    names = [command.callback.__name__ for command in app.registered_commands if command.callback]
    overview = run("--help")[1]
    for name in names:
        assert f"  {name} " in overview
        assert len(run(name, "--help")[1]) > 200
