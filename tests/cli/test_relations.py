"""`claimbook relations`: what a person decides is written, wins in `compare`, and bad input is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimbook.cli.app import app
from claimbook.model import Claim, claim_key
from claimbook.review import merge_proposals, open_review

TEXTS = {
    "north": "The new ferry reduces noise in the old harbour. The quay is safe for children.\n",
    "south": "The new ferry increases noise in the old harbour. Tickets are cheap.\n",
}
DECIDED = ["--by", "ada", "--on", "2026-02-03"]


def claim(article: str, quote: str) -> Claim:
    start = TEXTS[article].index(quote)
    said = {"quote": quote, "at": (start, start + len(quote)), "kind": "other", "worth": 2}
    return Claim.model_validate({"id": f"{article}/{claim_key(quote)}", **said})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "claims" / "articles"
    articles.mkdir(parents=True)
    for name, text in TEXTS.items():
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    quotes = {name: [q.strip() for q in text.rstrip(".\n").split(". ")] for name, text in TEXTS.items()}
    merge_proposals(tmp_path, {name: [claim(name, q) for q in found] for name, found in quotes.items()})
    return tmp_path


def ids(folder: Path) -> list[str]:
    return [claim.id for claim in open_review(folder).claims]


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_dismissed_relation_is_not_reported_again_but_by_the_machine_alone(folder: Path) -> None:
    noise, _, louder, _ = ids(folder)
    assert run("compare", folder).exit_code == 1
    done = run("relations", "dismiss", folder, louder, noise, *DECIDED, "--reason", "two ferries")
    assert done.exit_code == 0, done.output
    assert run("compare", folder).exit_code == 0
    assert run("compare", folder, "--machine-only").exit_code == 1
    assert "dismissed: two ferries" in run("compare", folder, "--all").stdout


def test_a_decision_without_a_date_writes_none(folder: Path) -> None:
    noise, _, louder, _ = ids(folder)
    dismissed = run("relations", "dismiss", folder, louder, noise, "--by", "ada", "--reason", "two ferries")
    assert dismissed.exit_code == 0, dismissed.output
    path = folder / "claims" / "relations.yaml"
    assert " on:" not in path.read_text(encoding="utf-8").partition("relations:")[2]
    dated = run("relations", "dismiss", folder, louder, noise, *DECIDED, "--reason", "two ferries")
    assert dated.exit_code == 0, dated.output
    assert "2026-02-03" in path.read_text(encoding="utf-8")
    assert run("relations", "confirm", folder, louder, noise, "--by", "zoe").exit_code == 0
    (kept,) = open_review(folder).relations.relations
    assert kept.review
    assert (kept.review.by, kept.review.on) == ("zoe", None)
    assert run("compare", folder).exit_code == 1


def test_a_confirmed_relation_says_who_confirmed_it(folder: Path) -> None:
    noise, _, louder, _ = ids(folder)
    assert run("relations", "confirm", folder, noise, louder, *DECIDED).exit_code == 0
    assert "confirmed by ada" in run("compare", folder).stdout.splitlines()[0]


def test_a_relation_the_machine_missed_is_added(folder: Path) -> None:
    _, safe, _, cheap = ids(folder)
    said = ["--relation", "tension", "--kind", "scope", "--why", "cheap for adults only"]
    assert run("relations", "add", folder, safe, cheap, *DECIDED, *said).exit_code == 0
    assert "cheap for adults only" in run("compare", folder).stdout
    assert "cheap for adults only" not in run("compare", folder, "--machine-only").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["confirm", "{1}", "{3}", *DECIDED], "relates no such claims", id="nothing to confirm"),
        pytest.param(["confirm", "{0}", "{2}", "--by", "ada", "--on", "soon"], "review.on", id="no date"),
        pytest.param(
            ["add", "{0}", "{3}", *DECIDED, "--relation", "tense", "--kind", "scope", "--why", "x"],
            "relation: Input should be",
            id="no such relation",
        ),
        pytest.param(
            ["add", "{0}", "north/zzzzzz", *DECIDED, "--relation", "agree", "--kind", "scope", "--why", "x"],
            "R150",
            id="no such claim",
        ),
    ],
)
def test_bad_input_is_told_and_nothing_written(folder: Path, words: list[str], told: str) -> None:
    known = ids(folder)
    first, *rest = [word.format(*known) if word.startswith("{") else word for word in words]
    done = run("relations", first, folder, *rest)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (folder / "claims" / "relations.yaml").exists()
