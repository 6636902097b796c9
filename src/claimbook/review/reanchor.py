"""An article that changed: where its claims stand now.

Refuses to guess: a quote that is not found exactly once again, to the letter, is an orphan, and while there is one
nothing is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from claimbook.model import Catalogue, Claim, Quantity
from claimbook.review.change import save_catalogues
from claimbook.review.folder import Review, open_despite
from claimbook.review.problems import clip
from claimbook.text.anchors import count_quote, find_quote, nearest_passage

_MENDED = frozenset({"R132", "R140", "R141"})


@dataclass(frozen=True)
class Anchoring:
    """Say where a claim stands in the changed text.

    `moved` claims carry their new place in `to` (and the quote as it is written there). For an `orphan`, `why` says
    what keeps it from being found and `nearest` is the passage most like it, never taken for it.
    """

    claim: Claim
    state: Literal["unchanged", "moved", "orphan"]
    to: Claim | None = None
    why: str | None = None
    nearest: str | None = None

    @property
    def blocks(self) -> bool:
        """Tell whether a person must decide before anything is written: an orphan that nobody rejected."""
        return self.state == "orphan" and self.claim.review.status != "rejected"

    def __str__(self) -> str:
        old = clip(self.claim.quote, 80)
        if self.state == "orphan":
            now = f'\n    now:    "{clip(self.nearest, 80)}"' if self.nearest else ""
            return f'orphan {self.claim.id}: {self.why}\n    quoted: "{old}"{now}'
        if self.to is None:
            return f'unchanged {self.claim.id} "{old}"'
        return f'moved {self.claim.id} {list(self.claim.at)} → {list(self.to.at)} "{old}"'


def reanchor(path: Path | str) -> list[Anchoring]:
    """Look for every claim of every article again, in catalogue order; writes nothing.

    Raises ReviewError for any problem other than changed articles and quotes that are not where they stood.
    """
    return _anchorings(open_despite(Path(path), _MENDED))


def write_moves(path: Path | str) -> tuple[list[Anchoring], list[Path]]:
    """Write the new places and checksums, only if there is no orphan but rejected ones. Gives the files written.

    Raises ReviewError, ReviewChanged.
    """
    review = open_despite(Path(path), _MENDED)
    anchorings = _anchorings(review)
    if any(anchoring.blocks for anchoring in anchorings):
        return anchorings, []
    moved = {anchoring.claim.id: anchoring.to for anchoring in anchorings if anchoring.to}
    return anchorings, save_catalogues(review, _moved(review, moved))


def _anchorings(review: Review) -> list[Anchoring]:
    claims = ((catalogue, claim) for catalogue in review.catalogues for claim in catalogue.claims)
    return [
        _look(review.texts[catalogue.article.id], _changed(review, catalogue), claim) for catalogue, claim in claims
    ]


def _changed(review: Review, catalogue: Catalogue) -> bool:
    return _checksum(review.texts[catalogue.article.id]) != catalogue.article.sha256


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _look(text: str, changed: bool, claim: Claim) -> Anchoring:
    in_place = text[slice(*claim.at)] == claim.quote
    if in_place and not changed:
        return Anchoring(claim, "unchanged")
    span = find_quote(text, claim.quote, near=claim.start)
    if span is None:
        return _orphan(text, claim)
    if span == claim.at and in_place:
        return Anchoring(claim, "unchanged")
    quote = text[slice(*span)]
    quantities = [_rewritten(quote, quantity) for quantity in claim.quantities]
    if None in quantities:
        return Anchoring(claim, "orphan", why="a figure in the quote is written differently now", nearest=quote)
    update = {"quote": quote, "at": span, "quantities": tuple(quantities)}
    return Anchoring(claim, "moved", to=claim.model_copy(update=update))


def _rewritten(quote: str, quantity: Quantity) -> Quantity | None:
    """Give a quantity as the quote writes it now; white space and quote marks may differ."""
    if quantity.text in quote:
        return quantity.model_copy(update={"start": None, "end": None})
    span = find_quote(quote, quantity.text)
    return quantity.model_copy(update={"text": quote[slice(*span)], "start": None, "end": None}) if span else None


def _orphan(text: str, claim: Claim) -> Anchoring:
    times = count_quote(text, claim.quote)
    if times > 1:
        return Anchoring(claim, "orphan", why=f"the quote stands in {times} places now")
    if times == 1:
        why = "the quote stands behind a word that may turn it; to confirm, correct `at` and sha256 by hand"
        return Anchoring(claim, "orphan", why=why)
    nearest = nearest_passage(text, claim.quote)
    why = "the quote is not in the text any more"
    return Anchoring(claim, "orphan", why=why, nearest=text[slice(*nearest)] if nearest else None)


def _moved(review: Review, moved: dict[str, Claim]) -> Iterable[Catalogue]:
    for catalogue in review.catalogues:
        claims = tuple(moved.get(claim.id, claim) for claim in catalogue.claims)
        article = catalogue.article.model_copy(update={"sha256": _checksum(review.texts[catalogue.article.id])})
        yield catalogue.model_copy(update={"article": article, "claims": claims})
