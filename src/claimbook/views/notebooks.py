"""Notebooks: build them from their text sources, execute them, store them the same way every time.

Refuses to keep what differs between machines: timings, kernel versions, random cell ids and paths are left out.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SOURCES = "source"
AT_ONCE = 2
TIMEOUT_S = 120
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


class NotebookError(Exception):
    """Say which notebook failed, in which cell, and why."""


def sources(folder: Path, name: str = SOURCES) -> list[Path]:
    """List the text sources of a review's notebooks, in order. Raises NotebookError where there are none."""
    found = sorted((folder / name).glob("[0-9]*.py"))
    if not found:
        raise NotebookError(f"{folder / name} holds no notebook source (*.py): nothing to run")
    return found


def shipped_sources() -> dict[str, str]:
    """Give the text sources of the notebooks that ship with claimbook, by file name."""
    # In an installed package they lie beside this module, in a checkout in notebooks/.
    for folder in (Path(__file__).parent / "notebook_sources", Path(__file__).parents[3] / "notebooks" / SOURCES):
        if folder.is_dir():
            return {path.name: path.read_text(encoding="utf-8") for path in sources(folder.parent, folder.name)}
    raise NotebookError("the notebooks that ship with claimbook are missing: install it again")


def run(folder: Path, tell: Callable[[str], None] = lambda _: None) -> dict[Path, str]:
    """Execute every notebook of a folder; give the stored form of each by the path it belongs at.

    Runs two kernels at a time in `folder`. `tell` is called with the name of each notebook done. Raises NotebookError.
    """
    return asyncio.run(_run_all(sources(folder), folder, tell))


def write(notebooks: dict[Path, str]) -> list[Path]:
    """Write executed notebooks; give those that changed."""
    changed = [path for path, text in notebooks.items() if _stored(path) != text]
    for path in changed:
        path.write_text(notebooks[path], encoding="utf-8")
    return changed


def trust(paths: Sequence[Path]) -> bool:
    """Sign notebooks executed here, as Jupyter does for cells it runs: opened, their tables search and sort at once.

    The signature lies in the user's Jupyter folder. Where that cannot be written nothing is signed: gives False.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    try:
        notary = NotebookNotary()  # type: ignore[no-untyped-call]
        for path in paths:
            notary.sign(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
    except OSError:
        return False
    return True


def stale(notebooks: dict[Path, str]) -> list[Path]:
    """List the notebooks whose stored source or outputs differ from a fresh run. Pictures are compared elsewhere."""
    return [path for path, text in notebooks.items() if _comparable(_stored(path)) != _comparable(text)]


def _stored(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


async def _run_all(paths: Sequence[Path], folder: Path, tell: Callable[[str], None]) -> dict[Path, str]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(path: Path) -> tuple[Path, str]:
        async with gate:
            text = await _execute(path, folder)
        tell(path.stem)
        return folder / f"{path.stem}.ipynb", text

    return dict(await asyncio.gather(*(one(path) for path in paths)))


async def _execute(path: Path, folder: Path) -> str:
    import jupytext
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = jupytext.read(path, fmt="py:percent")
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT_S,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--log-level=ERROR"],
    )
    try:
        await client.async_execute()
    except CellExecutionError as error:
        raise NotebookError(f"{path.name}: a cell failed\n{error}") from error
    text: str = nbformat.writes(_plain(notebook, folder))  # type: ignore[no-untyped-call]
    return text.rstrip("\n") + "\n"


def _plain(notebook: Any, folder: Path) -> Any:
    from nbformat.v4 import nbformat as major
    from nbformat.v4 import nbformat_minor as minor

    notebook.nbformat, notebook.nbformat_minor = major, minor
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number:02d}"
        cell.metadata = {key: value for key, value in cell.metadata.items() if key == "tags"}
        for output in cell.get("outputs", []):
            output.metadata = {}
            _refuse_machine(output, folder, cell.id)
    return notebook


def _refuse_machine(output: Any, folder: Path, cell: str) -> None:
    texts = [output.get("text", ""), *(v for k, v in output.get("data", {}).items() if k.startswith("text/"))]
    for text in texts:
        if str(folder.resolve()) in text or _ADDRESS.search(text):
            raise NotebookError(f"{cell}: the output names a path or an address of this machine")


def _comparable(text: str) -> Any:
    import json

    if not text:
        return None
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            pictures = [kind for kind in output.get("data", {}) if kind.startswith("image/")]
            for kind in pictures:
                output["data"][kind] = "a picture"
    return notebook["cells"]
