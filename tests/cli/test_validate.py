"""`claimbook validate`: what it prints and how it exits, on a small review of its own."""

import hashlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app

TEXT = "Tea is older than coffee. A pot holds 4 cups.\n"
CATALOGUE = """\
article: {id: tea, title: null, publisher: null, url: null, published: null, text: articles/tea.txt,
  sha256: SUM, interests: null}
claims:
- {id: tea/aaaaaa, quote: A pot holds 4 cups, at: [26, 44], kind: other, worth: 1}
"""


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    (tmp_path / "claims/articles").mkdir(parents=True)
    (tmp_path / "claims/articles/tea.txt").write_text(TEXT)
    checksum = hashlib.sha256(TEXT.encode()).hexdigest()
    (tmp_path / "claims/tea.yaml").write_text(CATALOGUE.replace("SUM", checksum))
    return tmp_path


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["validate", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_a_valid_review(tea: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(tea) == (0, "1 article, 1 claim: valid\n", "")
    monkeypatch.chdir(tea)
    assert run() == (0, "1 article, 1 claim: valid\n", "")


def test_all_problems_with_their_lines(tea: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tea)
    file = Path("claims/tea.yaml")
    file.write_text(file.read_text().replace("worth: 1", "worth: yes").replace("[26, 44]", "[25, 43]"))
    code, out, err = run()
    assert code == 2
    assert "claims/tea.yaml:4:27: R140 the text at [25, 43] reads" in out
    assert "claims/tea.yaml:4:81: R117 yes is read as true or false" in out
    assert "\n    - {id: tea/aaaaaa, quote: A pot holds 4 cups, at: [25, 43]" in out
    assert err == "3 problems in 1 file; docs/errors.md says what to do\n"


def test_no_review(tmp_path: Path) -> None:
    code, out, _ = run(tmp_path / "nowhere")
    assert code == 2
    assert "nowhere:1:1: R101 there is no such folder" in out


def test_moves_are_written_and_printed(tea: Path) -> None:
    (tea / "claims/articles/tea.txt").write_text("New: " + TEXT)
    assert run(tea)[0] == 2
    code, out, _ = run(tea, "--reanchor")
    assert code == 0
    assert "moved tea/aaaaaa [26, 44] → [31, 49]" in out
    assert "0 unchanged, 1 moved, 0 orphans" in out
    assert out.endswith("1 article, 1 claim: valid\n")


def test_an_orphan_stops_the_moves(tea: Path) -> None:
    (tea / "claims/articles/tea.txt").write_text(TEXT.replace("4", "5"))
    code, out, err = run(tea, "--reanchor")
    assert code == 2
    assert 'now:    "A pot holds 5 cups"' in out
    assert "nothing was written" in err
