from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimbook.views import notebooks

SOURCE = "# %% [markdown]\n# # Which?\n\n# %%\nprint(6 * 7)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "01_which.py").write_text(SOURCE)
    return tmp_path


def test_a_notebook_is_executed_and_stored_without_traces_of_the_machine(folder: Path) -> None:
    executed = notebooks.run(folder)
    assert notebooks.write(executed) == [folder / "01_which.ipynb"]
    stored = json.loads((folder / "01_which.ipynb").read_text())
    assert [cell["id"] for cell in stored["cells"]] == ["cell-01", "cell-02"]
    assert stored["cells"][1]["outputs"][0]["text"] == ["42\n"]
    assert stored["metadata"]["language_info"] == {"name": "python"}
    assert notebooks.stale(executed) == []
    assert notebooks.write(executed) == []


def test_a_cell_for_hands_alone_is_stored_and_not_run(folder: Path) -> None:
    (folder / "source" / "01_which.py").write_text('# %%\n6\n\n# %% tags=["skip-execution"]\nprint(object())\n')
    executed = notebooks.run(folder)
    notebooks.write(executed)
    cell = json.loads((folder / "01_which.ipynb").read_text())["cells"][1]
    assert (cell["outputs"], cell["execution_count"]) == ([], None)
    assert cell["metadata"] == {"tags": ["skip-execution"]}
    assert notebooks.write(notebooks.run(folder)) == []


def test_a_changed_output_is_stale(folder: Path) -> None:
    executed = notebooks.run(folder)
    notebooks.write(executed)
    path = folder / "01_which.ipynb"
    path.write_text(path.read_text().replace("42", "41"))
    assert notebooks.stale(executed) == [path]


@pytest.mark.parametrize(
    ("code", "said"),
    [("1 / 0", "ZeroDivisionError"), ("import os; print(os.getcwd())", "path"), ("print(object())", "address")],
    ids=["failing cell", "path of this machine", "address in memory"],
)
def test_what_must_not_be_stored_is_refused(folder: Path, code: str, said: str) -> None:
    (folder / "source" / "01_which.py").write_text(f"# %%\n{code}\n")
    with pytest.raises(notebooks.NotebookError, match=said):
        notebooks.run(folder)


def test_a_folder_without_notebooks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(notebooks.NotebookError, match="holds no notebook source"):
        notebooks.run(tmp_path)


def test_notebooks_run_here_are_trusted_and_others_are_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat
    from nbformat.sign import NotebookNotary

    monkeypatch.setenv("JUPYTER_DATA_DIR", str(folder / "jupyter"))
    paths = notebooks.write(notebooks.run(folder))
    assert notebooks.trust(paths)
    notebook = nbformat.read(paths[0], as_version=4)
    assert NotebookNotary().check_signature(notebook)
    notebook.cells[1].outputs[0].text = "changed since"
    assert not NotebookNotary().check_signature(notebook)


def test_trust_gives_up_where_nothing_can_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("no folder")
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(folder / "file" / "jupyter"))
    assert not notebooks.trust(notebooks.write(notebooks.run(folder)))
