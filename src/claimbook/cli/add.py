"""`claimbook add`: put articles into a review and propose their claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.output import counted, fail, say

if TYPE_CHECKING:
    from claimbook.review.adding import Addition


def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Articles: .txt .md .html .pdf .docx.")],
    review: Annotated[Path, typer.Option(help="Review folder: the one that holds claims/.")] = Path(),
    id_: Annotated[str | None, typer.Option("--id", help="The article's id; else made from the file's name.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title, where you know it.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it stands; nothing is fetched.")] = None,
    published: Annotated[str | None, typer.Option(help="The day it appeared, like 2026-11-22.")] = None,
    interest: Annotated[
        list[str] | None, typer.Option(help="What the publisher gains from the claims; may be given several times.")
    ] = None,
) -> None:
    """Add articles to a review: their exact text, a source record, and every checkable claim as a proposal.

    Text files are kept byte for byte; of the other formats the extracted text is kept. All files are added or none.
    """
    from pydantic import ValidationError

    from claimbook.cli.problems import could_not_check
    from claimbook.review import EditRefused, ReviewChanged, is_review
    from claimbook.review.adding import AddRefused

    known: dict[str, object] = {
        "title": title,
        "publisher": publisher,
        "url": url,
        "published": published,
        "interests": interest or None,
    }
    if len(files) > 1 and (id_ or any(known.values())):
        fail("--id, --title and what else is known of an article can be said of one FILE at a time")
    if not is_review(review):
        fail(f"{review}: not a review folder (no claims/ with articles in it): start one with `claimbook new FOLDER`")
    with could_not_check():
        try:
            _add(review, [_addition(path, id_, known) for path in files])
        except ValidationError as error:
            problem = error.errors()[0]
            fail(f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}\nnothing was added")
        except (AddRefused, EditRefused, ReviewChanged) as error:
            fail(f"{error}\nnothing was added")


def _addition(path: Path, id_: str | None, known: dict[str, object]) -> Addition:
    from claimbook.review.adding import Addition, article_id
    from claimbook.text.files import TEXT_SUFFIXES, read_article

    text = read_article(path)
    suffix = path.suffix.lower()
    article = id_ if id_ is not None else article_id(path.stem)
    if suffix in TEXT_SUFFIXES:
        return Addition(article, path.read_bytes(), suffix, known)
    return Addition(article, text.encode("utf-8"), ".txt", {**known, "note": f"text extracted from {path.name}"})


def _add(review: Path, additions: list[Addition]) -> None:
    from claimbook.extract import extract_claims
    from claimbook.review.adding import add_articles, check_new, read_topics

    for addition in additions:
        addition.record()
    check_new(review, additions)
    topics = read_topics(review)
    found = [(addition, extract_claims(addition.article, addition.text, topics)) for addition in additions]
    add_articles(review, found)
    for addition, claims in found:
        worthy = sum(claim.worth >= 2 for claim in claims)
        say(f"added {addition.article}: {counted(len(claims), 'claim')} proposed, {worthy} of them worth checking")
    say("Next: claimbook review   (or decide on the proposals in claims/*.yaml first)")
