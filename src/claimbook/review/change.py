"""Change catalogues: what a person decides, what is proposed, where quotes have moved.

Refuses to reorder claims, and to write anything that would not load and verify again.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claimbook.model import Catalogue, Claim, ClaimReview
from claimbook.review import emit
from claimbook.review.document import Document, EditRefused
from claimbook.review.folder import Review, open_review, read_shelf
from claimbook.review.problems import ReviewError
from claimbook.review.reading import Reading, interpret
from claimbook.review.save import Change, replace_files
from claimbook.review.strict_yaml import Node

_BOM = "\ufeff"


def decide(review: Review | Path | str, claim: str, decision: ClaimReview, **fields: Any) -> Review:
    """Record what a person decided about a claim, with the fields they changed. Gives the review, opened again.

    Raises KeyError for an unknown claim, ValidationError for impossible values, ReviewError, ReviewChanged.
    """
    review = review if isinstance(review, Review) else open_review(review)
    catalogue = review.catalogue(claim.rpartition("/")[0])
    if all(known.id != claim for known in catalogue.claims):
        raise KeyError(claim)
    claims = (
        Claim.model_validate({**known.model_dump(), **fields, "review": decision}) if known.id == claim else known
        for known in catalogue.claims
    )
    save_catalogues(review, [catalogue.model_copy(update={"claims": tuple(claims)})])
    return open_review(review.path)


def save_catalogues(review: Review, catalogues: Iterable[Catalogue]) -> list[Path]:
    """Save changed catalogues of an open review. Gives the files written; where nothing changes nothing is written.

    Claims may be added, changed and removed, not reordered. Raises ReviewChanged if a file is no longer what it was
    when the review was opened, ReviewError if the result would not verify, EditRefused; then nothing is written.
    """
    changes = []
    for catalogue in catalogues:
        path = review.files[catalogue.article.id]
        opened = review.contents[catalogue.article.id]
        changes.append(Change(path, opened, rewritten(path, opened, catalogue)))
    verify_changes(review.path, changes)
    return replace_files(changes)


def write_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Write a new catalogue. Raises ReviewChanged if the file exists, ReviewError if it would not load again."""
    content = emit.catalogue_text(catalogue).encode("utf-8")
    _check_same(path, content, catalogue)
    replace_files([Change(path, None, content)])


def rewritten(path: Path, opened: bytes, catalogue: Catalogue) -> bytes:
    """Give the bytes of a catalogue file with only those values changed that differ. Raises EditRefused."""
    reading = interpret(path, opened, Catalogue)
    if reading.value is None or reading.node is None or reading.problems:
        raise ReviewError(reading.problems)
    document = Document(reading.source.text)
    article = reading.node.children["article"]
    document.update(article, emit.article_on_disk(reading.value), emit.article_on_disk(catalogue))
    _rewrite_claims(document, reading, catalogue)
    bom = _BOM if opened.startswith(_BOM.encode()) else ""
    content = (bom + document.text()).encode("utf-8")
    _check_same(path, content, catalogue)
    return content


def verify_changes(path: Path, changes: Iterable[Change], *, despite: frozenset[str] = frozenset()) -> None:
    """Verify the review as it would be with the changes made. Raises ReviewError with every problem but `despite`."""
    shelf = read_shelf(path, empty="R102" in despite)
    for change in changes:
        shelf.put(interpret(change.path, change.content, Catalogue))
    problems = [problem for problem in shelf.verify() if problem.code not in despite]
    if problems:
        raise ReviewError(problems)


def _rewrite_claims(document: Document, reading: Reading[Catalogue], catalogue: Catalogue) -> None:
    root, old = reading.node, reading.value
    assert root is not None
    assert old is not None
    before = {claim.id: index for index, claim in enumerate(old.claims)}
    after = {claim.id for claim in catalogue.claims}
    gone = [index for claim, index in before.items() if claim not in after]
    new: dict[int, list[Claim]] = {}
    last = -1
    for claim in catalogue.claims:
        index = before.get(claim.id)
        if index is None:
            new.setdefault(last + 1, []).append(claim)
            continue
        if index < last:
            raise EditRefused(f"{claim.id} would be moved to another place in the catalogue")
        last = index
        node = root.children["claims"].items[index]
        document.update(node, emit.claim_on_disk(old.claims[index]), emit.claim_on_disk(claim))
    _replace_claims(document, root, new, gone)


def _replace_claims(document: Document, root: Node, new: dict[int, list[Claim]], gone: list[int]) -> None:
    if new and "claims" not in root.children:
        raise EditRefused("the catalogue has no key `claims`: add `claims: []` at its end")
    document.remove_items(root, "claims", gone)
    for index, claims in new.items():
        document.insert_items(root, "claims", index, [emit.claim_item(claim) for claim in claims])
    if gone and not new and len(gone) == len(root.children["claims"].items):
        document.empty_list(root, "claims")


def _check_same(path: Path, content: bytes, catalogue: Catalogue) -> None:
    """Check that bytes load as the very catalogue they are to hold."""
    reading = interpret(path, content, Catalogue)
    if reading.problems:
        raise ReviewError(reading.problems)
    if reading.value != without_places(catalogue):
        raise EditRefused(f"{path}: the change cannot be written into this layout")


def without_places(catalogue: Catalogue) -> Catalogue:
    """Give a catalogue as a file holds it, without the places of quantities."""
    claims = (
        claim.model_copy(
            update={"quantities": tuple(q.model_copy(update={"start": None, "end": None}) for q in claim.quantities)}
        )
        for claim in catalogue.claims
    )
    return catalogue.model_copy(update={"claims": tuple(claims)})
