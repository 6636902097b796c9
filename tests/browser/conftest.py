"""A real Chromium and a real JupyterLab for the tests that need them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
LAB = (
    "--no-browser --ip=127.0.0.1 --allow-root --ServerApp.port_retries=0 --IdentityProvider.token=T --LabApp.news_url= "
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate --LabApp.extension_manager=readonly"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start Chromium; skip where there is none: could not check."""
    if CHROMIUM is None:
        pytest.skip("could not check: no chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield running
        running.close()


@contextmanager
def jupyter_lab(home: Path, folder: Path) -> Iterator[str]:
    """Serve `folder` in a JupyterLab of its own, with settings in `home`; give its address. The token is T."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    server = subprocess.Popen(
        [Path(sys.executable).parent / "jupyter-lab", *LAB.split(), f"--port={port}", f"--notebook-dir={folder}"],
        env={**os.environ, **{name: str(home / name.lower()) for name in names}},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def serve_lab() -> Any:
    """Give `jupyter_lab`, which serves a folder."""
    return jupyter_lab
