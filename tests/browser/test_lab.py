"""The notebooks in a real JupyterLab and a real browser, as an editor opens them."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimbook

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lab(browser: Any, serve_lab: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("jupyter")
    for part in ("claims", "evidence", "notebooks"):
        shutil.copytree(ROOT / part, home / "review" / part)
    for path in (home / "review" / "notebooks").glob("*.ipynb"):
        _clear(path)
    with serve_lab(home, home / "review") as address:
        yield address


def _clear(path: Path) -> None:
    """Take the stored outputs away, so that what is seen was run here."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if "outputs" in cell:
            cell.update(outputs=[], execution_count=None)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def _open(page: Any, address: str) -> None:
    for _ in range(60):
        try:
            page.goto(address)
            return
        except Exception:
            time.sleep(0.5)
    pytest.fail(f"JupyterLab did not answer at {address}")


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    book = claimbook.open(ROOT)
    tense = sum(relation.relation == "tension" for relation in book.all_relations)
    return {
        "01_catalogue": f"make {len(book.all_claims)} checkable claims",
        "02_comparison": f"In {tense} more places an editor",
        "03_flags": f"{len(book.all_findings)} findings in 5 articles",
    }


@pytest.mark.parametrize("name", ["01_catalogue", "02_comparison", "03_flags"])
def test_a_notebook_runs_in_jupyterlab(lab: str, browser: Any, answers: dict[str, str], name: str) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 2000})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, f"{lab}/lab/workspaces/{name}/tree/notebooks/{name}.ipynb?token=T")
    # Without an idle kernel a Run All is lost.
    page.wait_for_selector("[data-status='idle']", timeout=90_000)
    page.wait_for_selector("text=Python 3 (ipykernel) | Idle", timeout=90_000)
    assert answers[name] not in page.inner_text("body")
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")
    page.wait_for_function(f"document.body.innerText.includes({answers[name]!r})", timeout=90_000)
    outside = [url for url in asked if not url.startswith((lab, "data:", "blob:"))]
    page.close()
    assert outside == []
