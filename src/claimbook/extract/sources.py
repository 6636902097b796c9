"""Articles with their texts and claims, from any mix of files, folders and one review.

Refuses to guess between two articles of one name, and to go on when some path could not be read: every problem of every
path is reported at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimbook.evidence.shelf import Evidence, open_evidence
from claimbook.model import Article, Claim, Relations, Topics, Waivers
from claimbook.review import Problem, Review, ReviewError, is_review
from claimbook.review.articles import article_files
from claimbook.review.folder import CLAIMS, open_despite
from claimbook.text.files import ArticleError, ArticlesError, find_articles, passed_over, read_article

_WITHOUT_CATALOGUE = frozenset({"R135"})


@dataclass(frozen=True)
class Source:
    """Hold one article: its name, its file, its text, its claims, and what a review records of it."""

    article: str
    path: Path
    text: str
    claims: tuple[Claim, ...]
    record: Article | None = None


@dataclass(frozen=True)
class Sources:
    """Hold articles in the order of their paths, with what their review and evidence say; `review` is its folder.

    `skipped` is what folders of articles hold besides and was not read.
    """

    sources: tuple[Source, ...]
    topics: Topics = field(default_factory=Topics)
    relations: Relations = field(default_factory=Relations)
    waivers: Waivers = field(default_factory=Waivers)
    review: Path | None = None
    evidence: Evidence = field(default_factory=Evidence)
    skipped: tuple[Path, ...] = ()


def gather(paths: Sequence[Path], *, afresh: bool = False, extract: bool = True) -> Sources:
    """Gather the articles of some paths with their claims.

    A path is an article, a folder of articles or a review folder (one at most). A review brings its own claims, all but
    the rejected ones; other articles bring extracted ones. With `afresh` the claims of the review's articles are
    extracted too, also of an article that has no catalogue yet. An article is named by its id in the review and by its
    file's stem elsewhere. Without `extract` the claims that would be extracted are left out, for a caller who extracts
    them article by article. Raises ArticlesError, or ReviewError where the review has problems, each with all problems.
    """
    reading = _Reading(afresh)
    for path in paths:
        reading.add(Path(path))
    reading.raise_problems()
    topics = reading.review.topics if reading.review else Topics()
    sources = tuple(
        _with_claims(source, topics) if extracted and extract else source for source, extracted in reading.found
    )
    review = reading.review
    if review is None:
        return Sources(sources, topics, skipped=tuple(reading.skipped))
    skipped = tuple(reading.skipped)
    return Sources(sources, topics, review.relations, review.waivers, review.path, reading.evidence, skipped)


def _with_claims(source: Source, topics: Topics) -> Source:
    from claimbook.extract import extract_claims

    claims = extract_claims(source.article, source.text, topics)
    return Source(source.article, source.path, source.text, tuple(claims), source.record)


class _Reading:
    """Collect articles and problems path by path; `found` tells of each article whether to extract its claims."""

    def __init__(self, afresh: bool) -> None:
        self.afresh = afresh
        self.found: list[tuple[Source, bool]] = []
        self.named: dict[str, Source] = {}
        self.review: Review | None = None
        self.evidence = Evidence()
        self.errors: list[ArticleError] = []
        self.problems: list[Problem] = []
        self.skipped: list[Path] = []

    def add(self, path: Path) -> None:
        """Read one path."""
        try:
            if is_review(path):
                self._add_review(path)
            else:
                for file in find_articles(path):
                    self._add_file(file)
                self.skipped += passed_over(path)
        except ArticleError as error:
            self.errors.append(error)
        except ReviewError as error:
            self.problems.extend(error.problems)

    def raise_problems(self) -> None:
        """Raise what went wrong, all of it."""
        if self.problems:
            read = [Problem(str(e.path), e.line, e.column, e.code, e.message) for e in self.errors]
            raise ReviewError([*self.problems, *read])
        if self.errors:
            raise ArticlesError(self.errors)

    def _add_file(self, path: Path) -> None:
        try:
            self._put(Source(path.stem, path, read_article(path), ()), extracted=True)
        except ArticleError as error:
            self.errors.append(error)

    def _add_review(self, path: Path) -> None:
        if self.review is not None:
            raise ArticleError(path, "second-review", f"{self.review.path} is a review too: give one review at a time")
        review = open_despite(path, _WITHOUT_CATALOGUE if self.afresh else frozenset())
        self.review = review
        self.evidence = open_evidence(review)
        for source in _of_review(review):
            self._put(source, extracted=self.afresh)
        if self.afresh:
            self._add_uncatalogued(review)

    def _add_uncatalogued(self, review: Review) -> None:
        known = {review.path / CLAIMS / catalogue.article.text for catalogue in review.catalogues}
        for file in article_files(review.path / CLAIMS):
            if file not in known:
                self._add_file(file)

    def _put(self, source: Source, *, extracted: bool) -> None:
        other = self.named.setdefault(source.article, source)
        if other is not source:
            if other.path.resolve() == source.path.resolve():
                raise ArticleError(source.path, "given-twice", "the same article is given twice: leave one out")
            why = f"{other.path} is an article named {source.article!r} too: rename one of them"
            raise ArticleError(source.path, "duplicate-name", why)
        self.found.append((source, extracted))


def _of_review(review: Review) -> Iterator[Source]:
    for catalogue in review.catalogues:
        article = catalogue.article
        claims = tuple(claim for claim in catalogue.claims if claim.review.status != "rejected")
        path = review.path / CLAIMS / article.text
        yield Source(article.id, path, review.texts[article.id], claims, article)
