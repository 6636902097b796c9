"""Check what evidence says against its file names, the claims it judges, and itself.

Refuses nothing but reports everything: works on nodes, so that one mistake in a file does not hide the next.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from claimbook.evidence.nouns import Assessments, Questions, Record, Terms, missing_evidence
from claimbook.model import Claim, Topics
from claimbook.review import Review
from claimbook.review.problems import clip
from claimbook.review.reading import Reading
from claimbook.review.shape import did_you_mean
from claimbook.review.strict_yaml import Node

_NAMED = ("supporting", "against", "nearest", "describes")


def verify_records(readings: list[Reading[Record]]) -> None:
    """Check that each record's file is named by its id and that no two records are one source."""
    seen: dict[tuple[str, str], str] = {}
    for reading in readings:
        root = reading.node
        name = root.find("id") if root else None
        if name is not None and isinstance(name.data, str) and name.data != reading.path.stem:
            reading.complain(name, "R160", f'the file is called {reading.path.name}: name it "{clip(name.data)}.yaml"')
        for key in ("doi", "pmid"):
            node = root.find(key) if root else None
            if node is None or not isinstance(node.data, str):
                continue
            other = seen.setdefault((key, node.data.casefold()), reading.path.name)
            if other != reading.path.name:
                reading.complain(node, "R161", f"{other} has this {key} too: one source, one record")


def verify_topics(questions: Reading[Questions] | None, topics: Topics) -> None:
    """Check that each question gathers topics of the review."""
    if questions is None:
        return
    known = [topic.id for topic in topics.topics]
    for question in _items(questions.node, "questions"):
        for node in _items(question, "topics"):
            _known(questions, node, known, "R143", "the topic {} is not in topics.yaml")


def verify_questions(readings: list[Reading[Record]], questions: Reading[Questions] | None) -> None:
    """Check that each finding answers one of the review's questions."""
    if questions is not None and questions.node is None:
        return
    known = _ids(questions, "questions") if questions else []
    for reading in readings:
        for finding in _items(reading.node, "findings"):
            _known(
                reading, finding.find("question"), known, "R162", "the question {} is not in evidence/questions.yaml"
            )


def verify_terms(readings: list[Reading[Record]], terms: Reading[Terms] | None) -> None:
    """Check that records speak of conditions, products and institutions in the words of `terms.yaml`."""
    if terms is not None and terms.node is None:
        return
    kinds = ("conditions", "products", "institutions")
    known = {kind: _ids(terms, kind) if terms else [] for kind in kinds}
    wrong = "{} is not among the %s of evidence/terms.yaml"
    for reading in readings:
        root = reading.node
        approvals = _items(root, "approvals")
        for node in (*_items(root, "conditions"), *(one for a in approvals for one in _items(a, "conditions"))):
            _known(reading, node, known["conditions"], "R162", wrong % "conditions")
        for node in _items(root, "institutions"):
            _known(reading, node, known["institutions"], "R162", wrong % "institutions")
        for approval in approvals:
            _known(reading, approval.find("product"), known["products"], "R162", wrong % "products")


def verify_assessments(readings: list[Reading[Assessments]], records: list[Reading[Record]], review: Review) -> None:
    """Check that assessments judge claims of the review, in their words, by records that are there."""
    claims = {claim.id: claim for catalogue in review.catalogues for claim in catalogue.claims}
    known = sorted(reading.path.stem for reading in records)
    seen: dict[tuple[Any, ...], str] = {}
    for reading in readings:
        _verify_article(reading, review)
        for node in _items(reading.node, "assessments"):
            _verify_claim(reading, node, claims)
            _verify_once(reading, node, seen)
            for named in (one for key in _NAMED for one in _items(node, key)):
                _known(reading, named, known, "R164", "there is no record {}")
    for reading in readings:
        _name_verdicts(reading)


def _verify_article(reading: Reading[Assessments], review: Review) -> None:
    node = reading.node.find("article") if reading.node else None
    if node is None or not isinstance(node.data, str):
        return
    if node.data != reading.path.stem:
        reading.complain(node, "R160", f'the file is called {reading.path.name}: name it "{clip(node.data)}.yaml"')
    _known(reading, node, sorted(review.texts), "R163", "no article has the id {}")


def _verify_claim(reading: Reading[Assessments], node: Node, claims: dict[str, Claim]) -> None:
    claim, quote = node.find("claim"), node.find("quote")
    if claim is None or not isinstance(claim.data, str):
        return
    _known(reading, claim, sorted(claims), "R150", "no claim has the id {}")
    article = reading.node.find("article") if reading.node else None
    if article is not None and claim.data.rpartition("/")[0] != article.data:
        reading.complain(claim, "R163", f"not a claim of {clip(str(article.data))}: move it to its article's file")
    if claim.data not in claims or quote is None or not isinstance(quote.data, str):
        return
    if quote.data not in claims[claim.data].quote:
        said = clip(claims[claim.data].quote, 80)
        reading.complain(quote, "R165", f'not words of the claim, which reads "{said}": quote it to the letter')


def _verify_once(reading: Reading[Assessments], node: Node, seen: dict[tuple[Any, ...], str]) -> None:
    key = tuple(found.data if found else None for found in (node.find(name) for name in ("claim", "quote", "by")))
    line = reading.source.problem(node.start, "R166", "").line
    first = seen.setdefault(key, f"{reading.path.name}:{line}")
    if first != f"{reading.path.name}:{line}":
        reading.complain(
            node, "R166", f"the same reader judged this claim in {first}: keep one, or name the other reader"
        )


def _name_verdicts(reading: Reading[Assessments]) -> None:
    """Give a verdict without evidence its own code, at the verdict."""
    for node in _items(reading.node, "assessments"):
        verdict = node.find("verdict")
        if verdict is None or not isinstance(verdict.data, str):
            continue
        supporting, against = (tuple(one.data for one in _items(node, key)) for key in ("supporting", "against"))
        missing = missing_evidence(verdict.data, supporting, against)
        if missing:
            reading.problems = [one for one in reading.problems if not one.message.endswith(missing)]
            reading.complain(verdict, "R167", missing)


def _known(reading: Reading[Any], node: Node | None, known: Collection[str], code: str, wrong: str) -> None:
    if node is not None and isinstance(node.data, str) and node.data not in known:
        reading.complain(node, code, wrong.format(f'"{clip(node.data)}"') + did_you_mean(node.data, list(known)))


def _ids(terms: Reading[Any], kind: str) -> list[str]:
    nodes = (term.find("id") for term in _items(terms.node, kind))
    return [node.data for node in nodes if node is not None and isinstance(node.data, str)]


def _items(node: Node | None, key: str) -> tuple[Node, ...]:
    found = node.find(key) if node else None
    return tuple(found.items) if found is not None else ()
