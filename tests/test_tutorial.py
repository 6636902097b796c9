"""The tutorial, done to the letter by somebody new: its files, its commands, its edits."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimbook.cli.app import app
from claimbook.review import open_review
from claimbook.views import notebooks

TUTORIAL = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text(encoding="utf-8")
ARTICLES = dict(re.findall(r"^`([\w-]+\.(?:txt|md))`:\n\n```text\n(.*?)^```", TUTORIAL, re.S | re.M))
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```", TUTORIAL, re.S | re.M) for line in block.splitlines()]
(TOPICS,) = re.findall(r"^```yaml\n(.*?)^```", TUTORIAL, re.S | re.M)
(DECISION,) = re.findall(r"`(review: \{.*?\})`", TUTORIAL)
LAB = "jupyter lab --notebook-dir=tarn-valley"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, Result]]]:
    """Do the whole tutorial in a folder of its own; give the folder and what each command answered."""
    folder = tmp_path_factory.mktemp("tutorial")
    results: dict[str, Result] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, text in ARTICLES.items():
            Path(name).write_text(text, encoding="utf-8")
        for command in COMMANDS:
            if command == LAB:  # tests/browser opens the notebooks in JupyterLab
                continue
            program, *arguments = shlex.split(command)
            assert program == "claimbook", command
            if arguments[0] == "validate":
                _decide(folder / "tarn-valley")
            results[command] = CliRunner().invoke(app, arguments)
            if arguments[0] == "review":  # the kernels ran once in earnest; once is enough
                patch.setattr(notebooks, "run", lambda *_: {})
        yield folder / "tarn-valley", results


def _decide(review: Path) -> None:
    """Do step 4: give the first claim on riders its question, and accept it."""
    (review / "claims" / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    path = review / "claims" / "night-bus.yaml"
    head, quote, rest = path.read_text(encoding="utf-8").partition("quote: Over 60% of riders")
    assert quote
    rest = rest.replace("topic: null", "topic: bus.riders", 1)
    rest = re.sub(r"review: \{status: proposed.*?\}", DECISION, rest, count=1)
    path.write_text(head + quote + rest, encoding="utf-8")


def test_there_are_two_articles_and_every_step_has_a_command() -> None:
    assert list(ARTICLES) == ["night-bus.txt", "empty-seats.md"]
    verbs = {command.split()[1] for command in COMMANDS if command != LAB}
    assert verbs == {"new", "add", "review", "check", "rules", "compare", "validate", "notebooks", "chart", "report"}
    assert LAB in COMMANDS


def test_every_command_does_its_work(done: tuple[Path, dict[str, Result]]) -> None:
    _, results = done
    wrong = {command: result.output for command, result in results.items() if result.exit_code not in (0, 1)}
    assert wrong == {}
    finding = {command.split()[1] for command, result in results.items() if result.exit_code == 1}
    assert {"review", "check"} <= finding <= {"review", "check", "compare"}


def test_what_the_tutorial_promises_is_there(done: tuple[Path, dict[str, Result]]) -> None:
    review, results = done
    assert "cannot both be true" in results["claimbook review tarn-valley"].stdout
    assert {path.suffix for path in (review / "notebooks" / "figures").iterdir()} == {".svg", ".png", ".csv"}
    assert (review / "build" / "report" / "index.html").is_file()
    for line in results["claimbook check tarn-valley --format jsonl"].stdout.splitlines():
        assert json.loads(line)["article"] in ("night-bus", "empty-seats")


def test_a_decision_is_kept(done: tuple[Path, dict[str, Result]]) -> None:
    review, results = done
    assert results["claimbook validate tarn-valley"].exit_code == 0
    (claim,) = [claim for claim in open_review(review).claims if claim.decided]
    assert (claim.topic, claim.review.by) == ("bus.riders", "your name")


def test_the_notebooks_ran_unchanged_on_it(done: tuple[Path, dict[str, Result]]) -> None:
    review, _ = done
    names = sorted(path.stem for path in (review / "notebooks").glob("*.ipynb"))
    assert names == sorted(path.stem for path in (review / "notebooks" / "source").glob("*.py"))
    assert all(f"`{name}`" in TUTORIAL for name in names)
    first = (review / "notebooks" / "03_contradictions.ipynb").read_text(encoding="utf-8")
    assert ", the rules found 2 pairs from different articles that cannot both be true" in first
