"""Saving: whole or not at all, never over another writer, nothing left lying about."""

import fcntl
import os
from pathlib import Path

import pytest

from claimbook.review import ReviewChanged
from claimbook.review.save import Change, replace_files


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    return path


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_a_file_is_replaced_and_keeps_its_permissions(file: Path) -> None:
    file.chmod(0o640)
    assert replace_files([Change(file, b"old", b"new")]) == [file]
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(file) == ["a.yaml"]


def test_nothing_is_written_where_nothing_changes(file: Path) -> None:
    before = file.stat()
    assert replace_files([Change(file, b"old", b"old")]) == []
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_second_writer_is_told(file: Path) -> None:
    other = file.with_name("b.yaml")
    other.write_bytes(b"theirs")
    with pytest.raises(ReviewChanged, match=r"b\.yaml: it changed on disk"):
        replace_files([Change(file, b"old", b"new"), Change(other, b"opened", b"mine")])
    assert (file.read_bytes(), other.read_bytes()) == (b"old", b"theirs")
    assert names(file) == ["a.yaml", "b.yaml"]


def test_a_file_that_is_gone_has_changed(file: Path) -> None:
    file.unlink()
    with pytest.raises(ReviewChanged, match="changed on disk"):
        replace_files([Change(file, b"old", b"new")])
    assert names(file) == []


def test_a_new_file_is_not_written_over_one_that_appeared(file: Path) -> None:
    with pytest.raises(ReviewChanged, match="somebody created it"):
        replace_files([Change(file, None, b"new")])
    assert file.read_bytes() == b"old"


def test_a_new_file(file: Path) -> None:
    replace_files([Change(file.with_name("b.yaml"), None, b"new")])
    assert names(file) == ["a.yaml", "b.yaml"]


def test_while_another_program_saves_nothing_is_written(file: Path) -> None:
    handle = os.open(file.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(ReviewChanged, match="another program is saving"):
            replace_files([Change(file, b"old", b"new")])
    finally:
        os.close(handle)
    assert file.read_bytes() == b"old"
    replace_files([Change(file, b"old", b"new")])


def test_a_failure_leaves_the_file_and_no_rest(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        replace_files([Change(file, b"old", b"new")])
    assert file.read_bytes() == b"old"
    assert names(file) == ["a.yaml"]


def test_a_symbolic_link_stays_one(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    replace_files([Change(link, b"old", b"new")])
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
