"""Write down what people decide about relations, in `claims/relations.yaml`.

Refuses to drop or reorder what stands there, to write over another writer, and to record a decision nobody signed or a
dismissal without its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from claimbook.model import Relation, Relations
from claimbook.review import emit
from claimbook.review.document import Document, EditRefused
from claimbook.review.folder import CLAIMS, Review, open_review, read_shelf
from claimbook.review.problems import ReviewChanged, ReviewError
from claimbook.review.reading import Reading, interpret
from claimbook.review.save import Change, replace_files

FILE = "relations.yaml"
_HEAD = """\
# What people said of the relations between claims. It wins over what `claimbook compare` finds; `--machine-only` leaves
# it out. status: confirmed (the machine's, and right) · dismissed (not to be reported, for the reason in note) ·
# added (the machine missed it).
"""


def decide_relations(review: Review | Path | str, decisions: Iterable[Relation]) -> Review:
    """Record what a person decided about relations, each signed in its `review`. Gives the review, opened again.

    A decision on two claims replaces the one that stands there for them; others stay as they are, comments included.
    Raises ValueError for an unsigned decision or a dismissal without a reason, ReviewError, ReviewChanged, EditRefused;
    then nothing is written.
    """
    review = review if isinstance(review, Review) else open_review(review)
    decisions = [_signed(decision) for decision in decisions]
    path = review.path / CLAIMS / FILE
    opened = path.read_bytes() if path.exists() else None
    content = _rewritten(path, opened, review.relations, decisions)
    shelf = read_shelf(review.path)
    shelf.relations = interpret(path, content, Relations)
    if problems := shelf.verify():
        raise ReviewError(problems)
    replace_files([Change(path, opened, content)])
    return open_review(review.path)


def decide_relation(review: Review | Path | str, decision: Relation) -> Review:
    """Record one decision: see `decide_relations`."""
    return decide_relations(review, [decision])


def _signed(decision: Relation) -> Relation:
    if decision.review is None or decision.review.status == "proposed":
        raise ValueError(f"{decision.a} and {decision.b}: a decision needs a status and who made it")
    if decision.review.status == "dismissed" and not decision.review.note:
        raise ValueError(f"{decision.a} and {decision.b}: a dismissal needs its reason, in `note`")
    if decision.a > decision.b:
        return decision.model_copy(update={"a": decision.b, "b": decision.a})
    return decision


def _rewritten(path: Path, opened: bytes | None, known: Relations, decisions: Sequence[Relation]) -> bytes:
    """Give the bytes of the file with the decisions in it, and only what they touch changed."""
    if opened is None:
        if known.relations:
            raise ReviewChanged(f"{path}: it is gone since it was opened; nothing was written, open the review again")
        opened = f"{_HEAD}relations: []\n".encode()
    reading = interpret(path, opened, Relations)
    if reading.value is None or reading.node is None or reading.problems:
        raise ReviewError(reading.problems)
    if reading.value != known:
        raise ReviewChanged(f"{path}: it changed since it was opened; nothing was written, open the review again")
    wanted = _merged(reading.value.relations, decisions)
    content = _edited(reading, reading.value.relations, wanted)
    again = interpret(path, content, Relations)
    if again.value is None or again.value.relations != tuple(wanted):
        raise EditRefused(f"{path}: the change cannot be written into this layout")
    return content


def _merged(known: Sequence[Relation], decisions: Sequence[Relation]) -> list[Relation]:
    """Put each decision in the place of what stands for its two claims (of its kind, if they have several), or last."""
    merged = list(known)
    for decision in decisions:
        places = [n for n, r in enumerate(merged) if (r.a, r.b) == (decision.a, decision.b)]
        same = [n for n in places if merged[n].kind == decision.kind] or (places if len(places) == 1 else [])
        if same:
            merged[same[0]] = decision
        else:
            merged.append(decision)
    return merged


def _edited(reading: Reading[Relations], before: Sequence[Relation], after: Sequence[Relation]) -> bytes:
    node = reading.node
    assert node is not None
    document = Document(reading.source.text)
    if "relations" not in node.children:
        raise EditRefused(f"{reading.path}: it has no key `relations`: add `relations: []` at its end")
    for item, old, new in zip(node.children["relations"].items, before, after, strict=False):
        if old != new:
            document.update(item, _on_disk(old), _on_disk(new))
    added = ["- " + emit.block(_on_disk(relation), "  ") for relation in after[len(before) :]]
    if added:
        document.insert_items(node, "relations", len(before), added)
    bom = "\ufeff" if reading.content.startswith("\ufeff".encode()) else ""
    return (bom + document.text()).encode("utf-8")


def _on_disk(relation: Relation) -> dict[str, Any]:
    """Give what is written of a relation: a date nobody gave is left out."""
    written = relation.model_dump()
    if relation.review is not None and relation.review.on is None:
        del written["review"]["on"]
    return written
