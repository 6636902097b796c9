"""The notebooks in a real JupyterLab and a real browser, as an editor opens them."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimbook

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
LAB = (
    "--no-browser --ip=127.0.0.1 --allow-root --ServerApp.port_retries=0 --IdentityProvider.token=T --LabApp.news_url= "
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate --LabApp.extension_manager=readonly"
)
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="could not check: no chromium here")]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("jupyter")
    shutil.copytree(ROOT / "claims", home / "review" / "claims")
    shutil.copytree(ROOT / "notebooks", home / "review" / "notebooks")
    for path in (home / "review" / "notebooks").glob("*.ipynb"):
        _clear(path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    server = subprocess.Popen(
        [
            Path(sys.executable).parent / "jupyter-lab",
            *LAB.split(),
            f"--port={port}",
            f"--notebook-dir={home / 'review'}",
        ],
        env={**os.environ, **{name: str(home / name.lower()) for name in names}},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield running
        running.close()


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
