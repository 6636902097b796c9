"""Pin the environment: write both lock files and environment.yml from pyproject.toml.

Refuses to write an index address: locks hold names, versions and hashes only. Run it with `make lock`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMPILE = ["uv", "pip", "compile", "--universal", "--python-version", "3.11"]
PLAIN = ["--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]
# Not on conda-forge under this name and version, as far as we could check: pip brings it into the conda environment.
FROM_PIP = ("bibtexparser", "google-re2")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", re.MULTILINE)


def normal(name: str) -> str:
    """Normalise a package name the way indexes do."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Path) -> dict[str, str]:
    """Read the pinned version of every package in a lock file."""
    return {normal(name): version for name, version in PINNED.findall(lock.read_text(encoding="utf-8"))}


def requirements() -> list[str]:
    """Give the names pyproject.toml depends on, sorted."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return sorted(re.split(r"[<>=!~ \[;]", line)[0].lower() for line in project["dependencies"])


def environment() -> str:
    """Compose environment.yml: the direct dependencies at their locked versions, then this package."""
    version = pins(ROOT / "requirements.lock")
    names = [name for name in requirements() if name not in FROM_PIP]
    conda = [f"- {name}={version[normal(name)]}" for name in names]
    pip = [f"  - {name}=={version[normal(name)]}" for name in FROM_PIP]
    head = [
        "# The same environment for conda users: conda env create -f environment.yml",
        "# Written by scripts/lock.py from pyproject.toml and requirements.lock; a test keeps the three in agreement.",
        "name: claimbook",
        "channels:",
        "- conda-forge",
        "dependencies:",
        "- python>=3.11,<3.14",
        "- pip",
        f"- hatchling={version['hatchling']}",
    ]
    return "\n".join([*head, *conda, "- pip:", *pip, "  - -e .", ""])


def main() -> None:
    """Compile the locks and write environment.yml."""
    run = [sys.executable, "-m", *COMPILE, *PLAIN, "pyproject.toml"]
    subprocess.run([*run, "--group", "build", "-o", "requirements.lock"], cwd=ROOT, check=True)
    dev = [*run, "--group", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock"]
    subprocess.run(dev, cwd=ROOT, check=True)
    (ROOT / "environment.yml").write_text(environment(), encoding="utf-8")


if __name__ == "__main__":
    main()
