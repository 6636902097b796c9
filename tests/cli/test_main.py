"""How the command ends when it is claimbook itself that fails, or nobody reads on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimbook import cli
from claimbook.cli import app as room

CLAIMBOOK = Path(sys.executable).parent / "claimbook"


def test_a_defect_is_never_taken_for_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(room, "app", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert "a defect of claimbook" in capsys.readouterr().err


def test_a_reader_that_leaves_early_sees_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Rents rose by 12% in 2021 and by 9% in 2022.\n\n" * 4000)
    done = subprocess.run(
        ["sh", "-c", f'"{CLAIMBOOK}" extract "{path}" --format jsonl | head -n 1'], capture_output=True, text=True
    )
    assert done.stdout.startswith("{")
    assert "Traceback" not in done.stderr
