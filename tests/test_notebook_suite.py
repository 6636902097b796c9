"""The seven notebooks on reviews that lack something: they answer all the same, and run nothing an article says."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import jupytext
import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app
from claimbook.views.notebooks import shipped_sources

REVIEWS = {
    "one article, no figure": {"kiln.txt": "The kiln was built by hand. Clay may crack when it dries too fast.\n"},
    "nothing to check": {"poem.txt": "Oh, for the sea! Where does the wind go at night?\n"},
    "hostile": {
        "tide.txt": "Tides <script>alert('x')</script> rise by 30% in spring. It costs $5 a day and $6 a night.\n",
        "ebb.md": "Tides <img src=x onerror=alert(1)> rise by 80% in spring, studies show.\n",
    },
}


def run(source: str) -> list[str]:
    """Run the cells of a notebook here, one after the other; give what each shows."""
    space: dict[str, Any] = {}
    return [
        _run(cell.source, space)
        for cell in jupytext.reads(source, fmt="py:percent").cells
        if cell.cell_type == "code" and "skip-execution" not in cell.metadata.get("tags", ())
    ]


def _run(code: str, space: dict[str, Any]) -> str:
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), space)
    if not isinstance(last, ast.Expr):
        return ""
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), space)
    return str(value._repr_html_()) if hasattr(value, "_repr_html_") else repr(value)


@pytest.fixture(scope="module", params=list(REVIEWS))
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home: Path = tmp_path_factory.mktemp("review")
    for name, text in REVIEWS[request.param].items():
        (home / name).write_text(text, encoding="utf-8")
    files = [str(home / name) for name in REVIEWS[request.param]]
    for arguments in (["new", str(home / "own")], ["add", *files, "--review", str(home / "own")]):
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.output
    return home / "own" / "notebooks"


@pytest.mark.parametrize("name", sorted(shipped_sources()))
def test_a_notebook_answers_on_any_review(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    pages = run((folder / "source" / name).read_text(encoding="utf-8"))
    answers = [page for page in pages if page]
    assert "font-size:17px" in answers[0], "the first output is the answer"
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert str(folder.parent) not in page


def test_a_notebook_opens_the_review_desk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    source = (folder / "source" / "06_articles.py").read_text(encoding="utf-8")
    cells = jupytext.reads(source, fmt="py:percent").cells
    (opening,) = [cell.source for cell in cells if "skip-execution" in cell.metadata.get("tags", ())]
    space: dict[str, Any] = {}
    for cell in cells:
        if cell.cell_type == "code" and cell.source != opening:
            _run(cell.source, space)
            if "book" in space:
                break
    _run(opening, space)
    tree = ast.parse(opening)
    assert isinstance(tree.body[-1], ast.Expr)
    shown = eval(compile(ast.Expression(tree.body[-1].value), "cell", "eval"), space)
    assert type(shown).__name__ == "Desk"
    assert space["article"] == space["book"].articles[0]


@pytest.mark.parametrize("name", sorted(shipped_sources()))
def test_nothing_about_a_subject_is_typed_and_cells_are_short(name: str) -> None:
    source = shipped_sources()[name]
    cells = jupytext.reads(source, fmt="py:percent").cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    assert 'review = ".."' in code[0]
    assert max(len(cell.splitlines()) for cell in code) <= 24
    assert not any("def " in cell for cell in code)
    for word in ("ketamine", "anxiety", "depress", "suicid", "infusion", "patient"):
        assert word not in source.lower()
    prose = " ".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert "**In:**" in prose
    assert "**Out:**" in prose
    assert len(prose.split()) <= 300, "five minutes' reading, tables included"
