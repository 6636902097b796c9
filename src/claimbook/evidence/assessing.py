"""Write down one reader's judgement of a claim, in `evidence/assessments/ARTICLE.yaml`.

Refuses to touch another reader's judgement, to drop or reorder what stands there, and to write what would not verify.
"""

from __future__ import annotations

from typing import Any

from claimbook.evidence.nouns import Assessment, Assessments
from claimbook.evidence.shelf import read_evidence
from claimbook.evidence.writing import ASSESSMENTS, FOLDER, assessment_item
from claimbook.model import Noun
from claimbook.review.document import Document, EditRefused
from claimbook.review.folder import Review
from claimbook.review.problems import ReviewError
from claimbook.review.reading import Reading, interpret
from claimbook.review.save import Change, replace_files

_ALWAYS = frozenset({"claim", "verdict", "why", "by", "on"})


def assess(review: Review, assessment: Assessment) -> Change:
    """Add a reader's judgement, or change the one that reader made of the same words. Gives what was written.

    A judgement of one's own stays where it stands, with its comments, `searched` and `note`; a new one goes behind
    the others of its claim, or at the end. Raises ReviewError with every problem the evidence would have,
    ReviewChanged, EditRefused, ValueError where nothing would change; then nothing is written.
    """
    change = assessment_change(review, assessment)
    if change.content == change.opened:
        raise ValueError(f"{assessment.by} judged {assessment.claim} so already")
    shelf = read_evidence(review.path)
    others = [reading for reading in shelf.assessments if reading.path != change.path]
    shelf.assessments = [*others, interpret(change.path, change.content, Assessments)]
    if problems := shelf.verify(review):
        raise ReviewError(problems)
    change.path.parent.mkdir(parents=True, exist_ok=True)
    replace_files([change])
    return change


def no_assessments(article: str) -> bytes:
    """Give the file of an article that nobody has judged a claim of."""
    return f"article: {article}\nassessments: []\n".encode()


def assessment_change(review: Review, assessment: Assessment) -> Change:
    """Work out what the file becomes with a judgement in it; nothing is written. Raises as `assess` does."""
    article = assessment.claim.rpartition("/")[0]
    path = review.path / FOLDER / ASSESSMENTS / f"{article}.yaml"
    opened = path.read_bytes() if path.exists() else None
    reading = interpret(path, no_assessments(article) if opened is None else opened, Assessments)
    if reading.value is None or reading.node is None or reading.problems:
        raise ReviewError(reading.problems)
    return Change(path, opened, _with(reading, reading.value, assessment))


def _with(reading: Reading[Assessments], known: Assessments, assessment: Assessment) -> bytes:
    node = reading.node
    assert node is not None
    if "assessments" not in node.children:
        raise EditRefused(f"{reading.path}: it has no key `assessments`: add `assessments: []` at its end")
    document, listed = Document(reading.source.text), list(known.assessments)
    own = next((n for n, one in enumerate(listed) if _same(one, assessment)), None)
    if own is None:
        at = max((n + 1 for n, one in enumerate(listed) if one.claim == assessment.claim), default=len(listed))
        document.insert_items(node, "assessments", at, [assessment_item(assessment)])
        listed.insert(at, assessment)
    else:
        kept = {"searched": listed[own].searched, "note": listed[own].note, "describes": listed[own].describes}
        assessment = assessment.model_copy(
            update={key: value for key, value in kept.items() if not getattr(assessment, key)}
        )
        item = node.children["assessments"].items[own]
        document.update(item, _on_disk(listed[own]), _on_disk(assessment))
        listed[own] = assessment
    bom = "\ufeff" if reading.content.startswith("\ufeff".encode()) else ""
    content = (bom + document.text()).encode("utf-8")
    again = interpret(reading.path, content, Assessments)
    if again.problems:
        raise ReviewError(again.problems)
    if again.value != known.model_copy(update={"assessments": tuple(listed)}):
        raise EditRefused(f"{reading.path}: the change cannot be written into this layout")
    return content


def _same(one: Assessment, other: Assessment) -> bool:
    """Tell whether two judgements are one reader's of the same words."""
    return (one.claim, one.quote, one.by) == (other.claim, other.quote, other.by)


def _on_disk(noun: Noun) -> dict[str, Any]:
    """Give a judgement as its file holds it: what is unknown or empty is left out."""
    return {key: value for key, value in noun.model_dump().items() if key in _ALWAYS or value not in (None, ())}
