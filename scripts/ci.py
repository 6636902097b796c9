"""Run every check `make test` promises: lint, types, import rules, tests. Stops at nothing, fails if any failed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
CHECKS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "import rules": ["lint-imports", "--no-cache"],
    "tests": ["pytest", "-n", "auto"],
}


def main() -> int:
    """Run the checks in order, say how each went, and give the exit code."""
    wanted = [name for name in CHECKS if name != "tests" or "--no-tests" not in sys.argv]
    failed = []
    for name in wanted:
        start = time.monotonic()
        print(f"── {name}", flush=True)
        tool, *arguments = CHECKS[name]
        if subprocess.run([BIN / tool, *arguments], cwd=ROOT).returncode:
            failed.append(name)
        print(f"   {name}: {'failed' if name in failed else 'ok'} ({time.monotonic() - start:.1f} s)", flush=True)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
