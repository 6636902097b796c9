"""Put files on disk: whole or not at all, and never over another writer.

Refuses to replace a file that is not what it was when it was opened (`ReviewChanged`).
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimbook.review.problems import ReviewChanged


@dataclass(frozen=True)
class Change:
    """Say what a file is to become. `opened` are the bytes it had when it was read, `None` for a new file."""

    path: Path
    opened: bytes | None
    content: bytes


def replace_files(changes: Sequence[Change]) -> list[Path]:
    """Write the files that change, all in one folder. Gives their paths. Raises ReviewChanged, with nothing written.

    Every new content lies on disk, flushed, before the first file is replaced.
    """
    changes = [change for change in changes if change.content != change.opened]
    if not changes:
        return []
    folder = changes[0].path.parent
    with _locked(folder), contextlib.ExitStack() as cleanup:
        for change in changes:
            _check_unchanged(change)
        written = [_write_aside(change, cleanup) for change in changes]
        for change, aside in zip(changes, written, strict=True):
            _check_unchanged(change)
            _put(aside, change)
        _flush_folder(folder)
    return [change.path for change in changes]


def _check_unchanged(change: Change) -> None:
    try:
        on_disk = change.path.read_bytes()
    except FileNotFoundError:
        on_disk = None
    if on_disk != change.opened:
        what = "somebody created it meanwhile" if change.opened is None else "it changed on disk since it was opened"
        raise ReviewChanged(f"{change.path}: {what}; nothing was written, open the review again")


def _write_aside(change: Change, cleanup: contextlib.ExitStack) -> Path:
    """Write the new content to a temporary file beside the target, flushed and with the target's permissions."""
    handle, name = tempfile.mkstemp(prefix=f".{change.path.name}.", suffix=".tmp", dir=_target(change).parent)
    aside = Path(name)
    cleanup.callback(aside.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as stream:
        stream.write(change.content)
        stream.flush()
        os.fchmod(stream.fileno(), _mode(change))
        os.fsync(stream.fileno())
    return aside


def _put(aside: Path, change: Change) -> None:
    if change.opened is not None:
        aside.replace(_target(change))
        return
    try:
        os.link(aside, change.path)  # unlike a rename, this fails where a file has appeared
    except FileExistsError as error:
        raise ReviewChanged(f"{change.path}: somebody created it meanwhile; nothing was written") from error


def _target(change: Change) -> Path:
    """Give the file itself where the catalogue is a symbolic link."""
    return change.path.resolve() if change.path.is_symlink() else change.path


def _mode(change: Change) -> int:
    if change.opened is not None:
        return stat.S_IMODE(change.path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold an advisory lock on the folder itself, so that no lock file is left lying in it."""
    try:
        import fcntl
    except ImportError:  # Windows: the comparison of bytes has to do
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise ReviewChanged(f"{folder}: another program is saving; nothing was written, try again") from error
    finally:
        os.close(handle)
