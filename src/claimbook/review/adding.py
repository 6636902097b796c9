"""Start a review, and add articles to it.

Refuses to touch anything that is there: a folder that already is a review, an article of the same id or the same text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimbook.model import Article, Catalogue, Claim, Topics
from claimbook.review import emit
from claimbook.review.articles import FOLDER, article_files
from claimbook.review.change import verify_changes
from claimbook.review.folder import CLAIMS, is_review, open_despite
from claimbook.review.save import Change, replace_files

_UNFINISHED = frozenset({"R102", "R135"})
_TOPICS = """\
# The questions your articles answer: what makes two claims comparable. Without any, claims are compared that share the
# words naming a measure or a thing. A topic is added like this:
#   - id: rent.rise
#     question: How much did rents rise?
topics: []
"""
_IGNORED = """\
# made again by `claimbook report` and by JupyterLab
build/
.ipynb_checkpoints/
"""


class AddRefused(Exception):  # noqa: N818  named like EditRefused
    """Say why something was not added, and what to do."""


@dataclass(frozen=True)
class Addition:
    """Hold an article to be added: its id, the exact bytes to keep, their suffix (.txt or .md), what is known of it."""

    article: str
    content: bytes
    suffix: str = ".txt"
    known: Mapping[str, object] | None = None

    @property
    def text(self) -> str:
        """Give the text that is kept."""
        return self.content.decode("utf-8")

    def record(self) -> Article:
        """Record the article; what is not known is null."""
        nothing = dict.fromkeys(("title", "publisher", "url", "published", "interests"))
        checksum = hashlib.sha256(self.content).hexdigest()
        text = f"{FOLDER}/{self.article}{self.suffix}"
        return Article.model_validate(
            {**nothing, **(self.known or {}), "id": self.article, "text": text, "sha256": checksum}
        )


def new_review(folder: Path, notebooks: Mapping[str, str]) -> list[Path]:
    """Start a review in `folder`, made where it is missing; `notebooks` are sources by file name. Gives the files.

    Raises AddRefused where the folder already is a review or holds one of the files; a `.gitignore` of one's own stays.
    """
    if is_review(folder):
        raise AddRefused(f"{folder} already is a review: add articles with `claimbook add`")
    files = {Path(CLAIMS) / "topics.yaml": _TOPICS}
    files |= {Path("notebooks") / "source" / name: text for name, text in notebooks.items()}
    taken = [folder / name for name in files if (folder / name).exists()]
    if taken:
        raise AddRefused(f"{taken[0]} is there already: start the review in an empty folder")
    if not (folder / ".gitignore").exists():
        files[Path(".gitignore")] = _IGNORED
    for name in (f"{CLAIMS}/{FOLDER}", "evidence/records", "evidence/assessments"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        replace_files([Change(folder / file, None, text.encode("utf-8"))])
    return [folder / file for file in files]


def article_id(name: str) -> str:
    """Make an article id of a file's name: lower-case letters, digits and hyphens. Raises AddRefused for none left."""
    made = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-")
    if not made:
        raise AddRefused(f"{name!r} makes no article id: name one with --id, in lower-case letters, digits and hyphens")
    return made


def check_new(path: Path, additions: Sequence[Addition]) -> None:
    """Check that none of the articles is in the review already, by id or by text. Raises AddRefused, ReviewError."""
    review = open_despite(path, _UNFINISHED)
    folder = review.path / CLAIMS
    ids = {*review.files, *(file.stem for file in article_files(folder)), *_names(folder)}
    texts = {file.read_bytes(): file.name for file in article_files(folder)}
    for addition in additions:
        if addition.article in ids:
            raise AddRefused(f"an article {addition.article} is there already: give this one another name with --id")
        if addition.content in texts:
            raise AddRefused(f"{addition.article}: its text is there already, as {texts[addition.content]}")
        ids.add(addition.article)
        texts[addition.content] = addition.article


def read_topics(path: Path) -> Topics:
    """Read the topics of a review that may still be empty. Raises ReviewError."""
    return open_despite(path, _UNFINISHED).topics


def add_articles(path: Path, additions: Sequence[tuple[Addition, Sequence[Claim]]]) -> list[Path]:
    """Put articles with their proposed claims into a review, all or none; give the files written.

    Raises AddRefused, ReviewError or ReviewChanged, with nothing written.
    """
    check_new(path, [addition for addition, _ in additions])
    folder = path / CLAIMS
    (folder / FOLDER).mkdir(exist_ok=True)
    texts = [Change(folder / FOLDER / f"{a.article}{a.suffix}", None, a.content) for a, _ in additions]
    catalogues = [Change(folder / f"{a.article}.yaml", None, _catalogue(a, claims)) for a, claims in additions]
    written = replace_files(texts)
    try:
        verify_changes(path, catalogues, despite=_UNFINISHED)
        return [*written, *replace_files(catalogues)]
    except BaseException:
        for file in written:
            file.unlink()
        raise


def _catalogue(addition: Addition, claims: Sequence[Claim]) -> bytes:
    return emit.catalogue_text(Catalogue(article=addition.record(), claims=tuple(claims))).encode("utf-8")


def _names(folder: Path) -> Iterable[str]:
    """List names a catalogue cannot have: `topics` and its like are files of the review itself."""
    return (file.stem for file in (*folder.glob("*.yaml"), Path("topics"), Path("relations"), Path("waivers")))
