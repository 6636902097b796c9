"""A review folder: open it, whole or not at all.

Refuses a review with any problem, and reports all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from claimbook.model import Catalogue, Claim, Quantity, Relations, Topics, Waivers
from claimbook.review import verify
from claimbook.review.articles import FOLDER, article_files, read_text, unmentioned
from claimbook.review.problems import Problem, ReviewError, whole
from claimbook.review.reading import Reading, read
from claimbook.text.anchors import find_parts

Model = TypeVar("Model", bound=BaseModel)

CLAIMS = "claims"
_SHARED = {"topics.yaml": Topics, "relations.yaml": Relations, "waivers.yaml": Waivers}


@dataclass(frozen=True)
class Review:
    """Hold a review as it stood on disk when it was opened.

    `catalogues` are in order of file name, `texts` the article texts and `files` the catalogue files by article id,
    `contents` the bytes each catalogue file had. `claims` leaves out what a person rejected.
    """

    path: Path
    catalogues: tuple[Catalogue, ...]
    texts: dict[str, str]
    topics: Topics
    relations: Relations
    waivers: Waivers
    files: dict[str, Path]
    contents: dict[str, bytes]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """List the claims of all articles that no person rejected, in catalogue order."""
        claims = (claim for catalogue in self.catalogues for claim in catalogue.claims)
        return tuple(claim for claim in claims if claim.review.status != "rejected")

    @property
    def orphans(self) -> tuple[Claim, ...]:
        """List the rejected claims whose quote is no longer where it stood; any other orphan is a problem."""
        claims = (claim for catalogue in self.catalogues for claim in catalogue.claims)
        return tuple(claim for claim in claims if self.texts[claim.article][slice(*claim.at)] != claim.quote)

    def catalogue(self, article: str) -> Catalogue:
        """Give the catalogue of an article. Raises KeyError."""
        for catalogue in self.catalogues:
            if catalogue.article.id == article:
                return catalogue
        raise KeyError(article)


def is_review(path: Path) -> bool:
    """Tell whether a folder is a review: `claims/` inside it with a catalogue or with `articles/`."""
    claims = Path(path) / CLAIMS
    return claims.is_dir() and ((claims / FOLDER).is_dir() or any(_catalogue_files(claims)))


def open_review(path: Path | str) -> Review:
    """Open a review and verify all of it. Raises ReviewError with every problem of every file."""
    return open_despite(Path(path), frozenset())


def open_despite(path: Path, codes: frozenset[str]) -> Review:
    """Open a review whose only problems, if any, have these codes. Raises ReviewError with all the others.

    An article whose text is not what its catalogue says must not be taken for one that was verified: this is for
    the code that mends such a review.
    """
    shelf = read_shelf(path, empty="R102" in codes)
    problems = [problem for problem in shelf.verify() if problem.code not in codes]
    if problems:
        raise ReviewError(problems)
    return shelf.review()


def read_shelf(path: Path, *, empty: bool = False) -> Shelf:
    """Read every file of a review. Raises ReviewError only where the folder is no review.

    With `empty` a review that was started and holds no article yet is one.
    """
    problem = _no_review(path)
    if problem and not (empty and problem.code == "R102" and is_review(path)):
        raise ReviewError([problem])
    claims = path / CLAIMS
    catalogues = [read(file, Catalogue) for file in _catalogue_files(claims)]
    return Shelf(
        path,
        catalogues,
        _read_optional(claims / "topics.yaml", Topics),
        _read_optional(claims / "relations.yaml", Relations),
        _read_optional(claims / "waivers.yaml", Waivers),
        [read_text(reading) for reading in catalogues],
    )


@dataclass
class Shelf:
    """Hold what reading every file of a review gave, verified or not. `texts` go with `catalogues`."""

    path: Path
    catalogues: list[Reading[Catalogue]]
    topics: Reading[Topics] | None
    relations: Reading[Relations] | None
    waivers: Reading[Waivers] | None
    texts: list[str | None]

    def put(self, reading: Reading[Catalogue]) -> None:
        """Put a catalogue in the place of the one with its path, or add it."""
        paths = [known.path for known in self.catalogues]
        index = paths.index(reading.path) if reading.path in paths else len(paths)
        self.catalogues[index : index + 1] = [reading]
        self.texts[index : index + 1] = [read_text(reading)]

    def verify(self) -> list[Problem]:
        """Check everything against everything. Gives all problems, those of reading included."""
        for reading, text in zip(self.catalogues, self.texts, strict=True):
            verify.verify_quotes(reading, text)
        claims = verify.verify_ids(self.catalogues)
        verify.verify_topics(self.catalogues, self.topics)
        if all(reading.node for reading in self.catalogues):
            verify.verify_decisions(self.relations, self.waivers, claims)
        shared = [reading for reading in (self.topics, self.relations, self.waivers) if reading]
        problems = [problem for reading in (*self.catalogues, *shared) for problem in reading.problems]
        folder = self.path / CLAIMS
        return [*problems, *unmentioned(folder, self.catalogues), *_wrong_extensions(folder)]

    def review(self) -> Review:
        """Build the review of a shelf that verified without problems."""
        opened = list(self._opened())
        return Review(
            path=self.path,
            catalogues=tuple(catalogue for _, catalogue, _ in opened),
            texts={catalogue.article.id: text for _, catalogue, text in opened},
            topics=_value(self.topics, Topics()),
            relations=_value(self.relations, Relations()),
            waivers=_value(self.waivers, Waivers()),
            files={catalogue.article.id: reading.path for reading, catalogue, _ in opened},
            contents={catalogue.article.id: reading.content for reading, catalogue, _ in opened},
        )

    def _opened(self) -> Iterator[tuple[Reading[Catalogue], Catalogue, str]]:
        for reading, text in zip(self.catalogues, self.texts, strict=True):
            assert reading.value is not None
            assert text is not None
            claims = tuple(_located(claim, text) for claim in reading.value.claims)
            yield reading, reading.value.model_copy(update={"claims": claims}), text


def _located(claim: Claim, text: str) -> Claim:
    """Give the claim with the places of its quantities in the article's text."""
    if not claim.quantities or text[claim.start : claim.end] != claim.quote:
        return claim
    spans = find_parts(text, [quantity.text for quantity in claim.quantities], claim.start, claim.end)
    located = (_placed(quantity, span) for quantity, span in zip(claim.quantities, spans, strict=True))
    return claim.model_copy(update={"quantities": tuple(located)})


def _placed(quantity: Quantity, span: tuple[int, int] | None) -> Quantity:
    return quantity.model_copy(update={"start": span[0], "end": span[1]}) if span else quantity


def _catalogue_files(claims: Path) -> list[Path]:
    found = sorted(claims.glob("*.yaml")) if claims.is_dir() else []
    return [path for path in found if path.name not in _SHARED and not path.name.startswith(".")]


def _wrong_extensions(claims: Path) -> list[Problem]:
    message = "claimbook reads .yaml files: rename it to .yaml"
    return [whole(path, "R107", message) for path in sorted(claims.glob("*.yml")) if not path.name.startswith(".")]


def _read_optional(path: Path, model: type[Model]) -> Reading[Model] | None:
    return read(path, model) if path.exists() else None


def _value(reading: Reading[Model] | None, otherwise: Model) -> Model:
    return reading.value if reading and reading.value is not None else otherwise


def _no_review(path: Path) -> Problem | None:
    if not path.exists():
        return whole(path, "R101", "there is no such folder")
    if not path.is_dir():
        return whole(path, "R101", "a file, not a review: give the folder that holds claims/")
    if not any(path.iterdir()):
        return whole(path, "R102", "the folder is empty: a review holds its articles in claims/articles")
    claims = path / CLAIMS
    if not claims.is_dir():
        here = path.resolve().name == CLAIMS and (path / FOLDER).is_dir()
        hint = "give the folder above it" if here else "a review holds its articles in claims/articles"
        return whole(path, "R101", f"not a review, there is no claims/ inside: {hint}")
    if not _catalogue_files(claims) and not article_files(claims) and not _wrong_extensions(claims):
        return whole(claims, "R102", "no catalogue and no article: put article texts into claims/articles")
    return None
