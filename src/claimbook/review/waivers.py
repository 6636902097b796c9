"""Write down which findings an editor decided to live with, in `claims/waivers.yaml`.

Refuses to drop or reorder what stands there, to write over another writer, and to waive the same twice.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimbook.model import Waiver, Waivers
from claimbook.review import emit
from claimbook.review.document import Document, EditRefused
from claimbook.review.folder import CLAIMS, Review, open_review, read_shelf
from claimbook.review.problems import ReviewChanged, ReviewError
from claimbook.review.reading import Reading, interpret
from claimbook.review.save import Change, replace_files

FILE = "waivers.yaml"
EMPTY = b"""\
# The findings an editor decided to live with: code, claim (or article), reason, who, and until when.
waivers: []
"""


def waive(review: Review | Path | str, waiver: Waiver) -> Review:
    """Add a waiver behind those that stand. Gives the review with it.

    Raises ValueError where the same rule is waived at the same claim already, ReviewError, ReviewChanged, EditRefused;
    then nothing is written.
    """
    review = review if isinstance(review, Review) else open_review(review)
    return save_waivers(review, waivers_change(review, waiver))


def waivers_change(review: Review, waiver: Waiver) -> Change:
    """Work out what the file becomes with one more waiver; nothing is written. Raises as `waive` does."""
    path = review.path / CLAIMS / FILE
    opened = path.read_bytes() if path.exists() else None
    if opened is None and review.waivers.waivers:
        raise ReviewChanged(f"{path}: it is gone since it was opened; nothing was written, open the review again")
    reading = interpret(path, EMPTY if opened is None else opened, Waivers)
    if reading.value is None or reading.problems:
        raise ReviewError(reading.problems)
    if reading.value != review.waivers:
        raise ReviewChanged(f"{path}: it changed since it was opened; nothing was written, open the review again")
    if any((known.code, known.claim) == (waiver.code, waiver.claim) for known in reading.value.waivers):
        raise ValueError(f"{waiver.code} is waived at {waiver.claim} already: change that waiver in {path.name}")
    return Change(path, opened, _appended(reading, reading.value, waiver))


def save_waivers(review: Review, change: Change) -> Review:
    """Write the waivers file once the whole review verifies with it. Gives the review, opened again."""
    shelf = read_shelf(review.path)
    shelf.waivers = interpret(change.path, change.content, Waivers)
    if problems := shelf.verify():
        raise ReviewError(problems)
    replace_files([change])
    return replace(review, waivers=shelf.waivers.value or Waivers())


def _appended(reading: Reading[Waivers], known: Waivers, waiver: Waiver) -> bytes:
    node = reading.node
    assert node is not None
    if "waivers" not in node.children:
        raise EditRefused(f"{reading.path}: it has no key `waivers`: add `waivers: []` at its end")
    document = Document(reading.source.text)
    data = {key: value for key, value in waiver.model_dump().items() if value is not None or key not in ("on", "until")}
    document.insert_items(node, "waivers", len(known.waivers), ["- " + emit.block(data, "  ")])
    bom = "\ufeff" if reading.content.startswith("\ufeff".encode()) else ""
    content = (bom + document.text()).encode("utf-8")
    again = interpret(reading.path, content, Waivers)
    if again.problems or again.value != Waivers(waivers=(*known.waivers, waiver)):
        raise EditRefused(f"{reading.path}: the change cannot be written into this layout")
    return content
