"""Share work on a long list among processes, in order.

Refuses to start processes for little work, where they cannot be forked, or beside running threads; the answer is the
same, in the same order, however many processes work on it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

# below this many items one process is done before two have started
MANY = 20_000
PART = 500
WORKERS = 2

# forked processes find here what they are to do
_work: Callable[[int, int], list[object]] | None = None


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector still: what is compared holds no cycles, and there is much of it to look through."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _run(part: tuple[int, int]) -> list[object]:
    assert _work is not None
    return _work(*part)


def _may_fork() -> bool:
    several = len(os.sched_getaffinity(0)) > 1 if hasattr(os, "sched_getaffinity") else False
    return several and hasattr(os, "fork") and threading.active_count() == 1


def in_parts(count: int, work: Callable[[int, int], list[T]]) -> Iterator[T]:
    """Give what `work(start, stop)` gives for all of `range(count)`, in order.

    Processes are forked, so `work` may look at anything in memory without its being sent; what it gives is sent back.
    """
    parts = [(start, min(start + PART, count)) for start in range(0, count, PART)]
    if count < MANY or not _may_fork():
        for part in parts:
            yield from work(*part)
        return
    global _work
    _work = work  # type: ignore[assignment]
    # the collector writes to what it looks at, and a forked process copies what is written to
    gc.freeze()
    try:
        with multiprocessing.get_context("fork").Pool(WORKERS) as pool:
            for found in pool.imap(_run, parts):
                yield from found  # type: ignore[misc]
    finally:
        _work = None
        gc.unfreeze()
