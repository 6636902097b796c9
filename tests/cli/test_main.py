"""How the command ends when it is claimbook itself that fails, or nobody reads on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook import cli
from claimbook.cli import app as room
from claimbook.cli import streams

CLAIMBOOK = Path(sys.executable).parent / "claimbook"


def test_a_defect_is_never_taken_for_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(room, "app", broken)
    monkeypatch.setattr(streams, "prepare", lambda: None)  # pytest's own streams are left alone
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert "a defect of claimbook" in capsys.readouterr().err


def test_a_reader_that_leaves_early_is_no_finding(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Rents rose by 12% in 2021 and by 9% in 2022.\n\n" * 4000)
    with subprocess.Popen(
        [CLAIMBOOK, "extract", path, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"{")
        running.stdout.close()
        said = running.stderr.read()
    assert running.returncode == 0
    assert b"Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="could not check: no /dev/full here")
def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "rent.txt"
    path.write_text("Rents rose by 12% in 2021.\n")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([CLAIMBOOK, "extract", path], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "rent.txt"
    path.write_text("Rents rose by 12% – “a record” – in 2021.\n", encoding="utf-8")
    env = {"PATH": "/usr/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([CLAIMBOOK, "extract", path, "--format", "jsonl"], env=env, capture_output=True)
    assert done.returncode == 0
    assert "“a record”" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="could not check: no pipes here")
def test_a_pipe_is_no_article(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = subprocess.run([CLAIMBOOK, "check", tmp_path / "pipe.txt"], capture_output=True, text=True, timeout=20)
    assert done.returncode == 2
    assert "no file" in done.stderr


def test_half_a_character_is_named_by_its_line() -> None:
    done = subprocess.run(
        [CLAIMBOOK, "relate"], input='{"a": "\\ud800 50", "b": "y 50"}\n', capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stderr.startswith("line 1: half a surrogate pair")
