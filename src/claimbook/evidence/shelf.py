"""The evidence of a review: open it, whole or not at all.

Refuses evidence with any problem, and reports all of them at once. A review without an `evidence/` folder has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimbook.evidence import verify
from claimbook.evidence.nouns import Assessment, Assessments, Question, Questions, Record, Terms
from claimbook.evidence.writing import ASSESSMENTS, FOLDER, RECORDS
from claimbook.review import Problem, Review, ReviewError, open_review
from claimbook.review.problems import whole
from claimbook.review.reading import Reading, read


@dataclass(frozen=True)
class Evidence:
    """Hold a review's evidence: `records` by id, `assessments` in order of file, its `terms` and `questions`."""

    records: Mapping[str, Record] = field(default_factory=dict)
    assessments: tuple[Assessment, ...] = ()
    terms: Terms = field(default_factory=Terms)
    questions: tuple[Question, ...] = ()

    def of(self, claim: str) -> tuple[Assessment, ...]:
        """List the assessments of a claim, first reader first."""
        return tuple(one for one in self.assessments if one.claim == claim)

    def named(self, ids: Iterable[str]) -> list[Record]:
        """Give the records with these ids, in this order."""
        return [self.records[one] for one in ids]


def open_evidence(review: Review) -> Evidence:
    """Open the evidence of a review and verify all of it. Raises ReviewError with every problem of every file."""
    shelf = read_evidence(review.path)
    problems = shelf.verify(review)
    if problems:
        raise ReviewError(problems)
    return shelf.evidence()


def open_all(path: Path) -> tuple[Review, Evidence]:
    """Open a review with its evidence. Raises ReviewError with every problem of both."""
    try:
        review = open_review(path)
    except ReviewError as error:
        raise ReviewError([*error.problems, *read_evidence(path).verify_records()]) from error
    return review, open_evidence(review)


def load_records(review: Path) -> dict[str, Record]:
    """Open the records of a review alone, by id. Raises ReviewError with every problem of every record."""
    shelf = read_evidence(review)
    problems = shelf.verify_records()
    if problems:
        raise ReviewError(problems)
    return {record.id: record for record in shelf.values()}


def read_evidence(review: Path) -> Shelf:
    """Read every evidence file of a review, valid or not."""
    folder = review / FOLDER
    terms, questions = folder / "terms.yaml", folder / "questions.yaml"
    return Shelf(
        folder,
        [read(path, Record) for path in _files(folder / RECORDS)],
        [read(path, Assessments) for path in _files(folder / ASSESSMENTS)],
        read(terms, Terms) if terms.exists() else None,
        read(questions, Questions) if questions.exists() else None,
    )


@dataclass
class Shelf:
    """Hold what reading every evidence file gave, verified or not."""

    folder: Path
    records: list[Reading[Record]]
    assessments: list[Reading[Assessments]]
    terms: Reading[Terms] | None
    questions: Reading[Questions] | None

    def values(self) -> list[Record]:
        """List the records that were read."""
        return [reading.value for reading in self.records if reading.value is not None]

    def verify_records(self) -> list[Problem]:
        """Check the records against each other and the terms. Gives all problems, those of reading included."""
        verify.verify_records(self.records)
        verify.verify_terms(self.records, self.terms)
        verify.verify_questions(self.records, self.questions)
        problems = [problem for reading in self.records for problem in reading.problems]
        problems += self.terms.problems if self.terms else []
        problems += self.questions.problems if self.questions else []
        return [*problems, *_misplaced(self.folder)]

    def verify(self, review: Review) -> list[Problem]:
        """Check everything against everything and against the review's claims. Gives all problems."""
        verify.verify_assessments(self.assessments, self.records, review)
        verify.verify_topics(self.questions, review.topics)
        problems = self.verify_records()
        return [*problems, *(problem for reading in self.assessments for problem in reading.problems)]

    def evidence(self) -> Evidence:
        """Build the evidence of a shelf that verified without problems."""
        assessed = [reading.value for reading in self.assessments if reading.value is not None]
        return Evidence(
            {record.id: record for record in self.values()},
            tuple(one for assessments in assessed for one in assessments.assessments),
            self.terms.value if self.terms and self.terms.value else Terms(),
            self.questions.value.questions if self.questions and self.questions.value else (),
        )


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    return [path for path in found if not path.name.startswith(".")]


def _misplaced(folder: Path) -> list[Problem]:
    message = "claimbook reads .yaml files: rename it to .yaml"
    found = sorted(path for path in folder.glob("**/*.yml") if not path.name.startswith("."))
    lost = [path for path in _files(folder) if path.stem not in ("terms", "questions")]
    where = f"nothing reads this file: a record belongs into {RECORDS}/, assessments into {ASSESSMENTS}/"
    return [whole(path, "R107", message) for path in found] + [whole(path, "R160", where) for path in lost]
