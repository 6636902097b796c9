"""Bring new proposals into a review: what extraction run again may change, and what it must leave alone.

Refuses to change, drop or reorder anything a person decided, noted, commented on, related or waived.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimbook.model import Catalogue, Claim
from claimbook.review import emit
from claimbook.review.articles import FOLDER, article_files, article_record
from claimbook.review.change import rewritten, verify_changes
from claimbook.review.document import Document
from claimbook.review.folder import CLAIMS, Review, open_despite
from claimbook.review.reading import interpret
from claimbook.review.save import Change, replace_files

OVERLAP = 0.6
_WITHOUT_CATALOGUE = frozenset({"R135"})


@dataclass(frozen=True)
class Merged:
    """Count what merging did to one article's claims.

    `kept` claims stayed as they were; `known` proposals were left out because they say what a kept claim covers.
    """

    article: str
    added: int = 0
    updated: int = 0
    kept: int = 0
    removed: int = 0
    known: int = 0

    def __str__(self) -> str:
        counts = f"{self.added} added, {self.updated} updated, {self.kept} kept, {self.removed} removed"
        return f"{self.article}: {counts}"


def merge_proposals(path: Path | str, proposals: Mapping[str, Sequence[Claim]]) -> list[Merged]:
    """Bring proposals into the catalogues of a review, by article id; an article without catalogue gets one.

    Articles not named are left alone. Raises ReviewError, ReviewChanged or EditRefused, and then writes nothing.
    """
    review = open_despite(Path(path), _WITHOUT_CATALOGUE)
    planned = [_plan(review, article, list(claims)) for article, claims in sorted(proposals.items())]
    changes = [change for change, _ in planned]
    verify_changes(review.path, changes, despite=_WITHOUT_CATALOGUE)
    replace_files(changes)
    return [merged for _, merged in planned]


def _plan(review: Review, article: str, proposals: list[Claim]) -> tuple[Change, Merged]:
    for claim in proposals:
        if claim.article != article or claim.decided:
            raise ValueError(f"{claim.id} is no proposal for {article}")
    if article not in review.files:
        return _new(review, article, proposals)
    catalogue, opened, file = review.catalogue(article), review.contents[article], review.files[article]
    touched = _touched(file, opened, catalogue) | _named(review)
    claims, merged = merge(catalogue.claims, proposals, touched, review.texts[article])
    changed = catalogue.model_copy(update={"claims": tuple(claims)})
    return Change(file, opened, rewritten(file, opened, changed)), Merged(article, **merged)


def _new(review: Review, article: str, proposals: list[Claim]) -> tuple[Change, Merged]:
    folder = review.path / CLAIMS
    named = [file for file in article_files(folder) if file.stem.lower() == article]
    record = article_record(named[0] if named else folder / FOLDER / f"{article}.txt")
    catalogue = Catalogue(article=record, claims=tuple(proposals))
    content = emit.catalogue_text(catalogue).encode("utf-8")
    return Change(folder / f"{article}.yaml", None, content), Merged(article, added=len(proposals))


def merge(
    claims: Sequence[Claim], proposals: Sequence[Claim], touched: frozenset[str], text: str
) -> tuple[list[Claim], dict[str, int]]:
    """Merge proposals into claims; `touched` are the ids a person had a hand in. Gives the claims and the counts."""
    proposed = {claim.id: claim for claim in proposals}
    before = {claim.id: claim for claim in claims}
    standing = [claim for claim in claims if claim.id in touched and text[slice(*claim.at)] == claim.quote]
    result = [
        claim if claim.id in touched else _updated(claim, proposed[claim.id])
        for claim in claims
        if claim.id in touched or claim.id in proposed
    ]
    changed = sum(_bare(claim) != _bare(before[claim.id]) for claim in result)
    removed = len(claims) - len(result)
    new = [claim for claim in proposals if claim.id not in before]
    added = [claim for claim in new if not any(_overlap(claim, decided) >= OVERLAP for decided in standing)]
    counts = {"updated": changed, "kept": len(result) - changed, "removed": removed}
    for claim in sorted(added, key=lambda claim: claim.at):
        behind = [index for index, known in enumerate(result) if known.at <= claim.at]
        result.insert(behind[-1] + 1 if behind else 0, claim)
    return result, {**counts, "added": len(added), "known": len(new) - len(added)}


def _updated(claim: Claim, proposal: Claim) -> Claim:
    return proposal.model_copy(update={"review": claim.review})


def _bare(claim: Claim) -> Mapping[str, object]:
    return emit.claim_on_disk(claim)


def _overlap(a: Claim, b: Claim) -> float:
    """Give the share of the shorter claim's span that lies in the other's."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / min(a.end - a.start, b.end - b.start)


def _named(review: Review) -> frozenset[str]:
    """Give the ids of the claims that waivers and relations rest on."""
    ends = (end for relation in review.relations.relations for end in (relation.a, relation.b))
    return frozenset(ends) | {waiver.claim for waiver in review.waivers.waivers}


def _touched(file: Path, opened: bytes, catalogue: Catalogue) -> frozenset[str]:
    """Give the ids of the claims a person had a hand in: decided, noted, or commented in the file."""
    reading = interpret(file, opened, Catalogue)
    node = reading.node.find("claims") if reading.node else None
    document = Document(reading.source.text)
    return frozenset(
        claim.id
        for index, claim in enumerate(catalogue.claims)
        if claim.review != type(claim.review)() or (node is not None and document.commented(node, index))
    )
