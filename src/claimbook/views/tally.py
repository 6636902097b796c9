"""How many claims a review holds, and the words for each number: one set, told alike wherever a number stands.

Refuses a number that does not say what it is counted over. Claims an editor rejected are none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimbook.views.shown import count, those

if TYPE_CHECKING:
    from claimbook.views.book import Book

WORTHY = 2
MUST = 3


@dataclass(frozen=True)
class Tally:
    """Hold the denominators: articles, their claims, those worth checking, those that must be, those not decided on."""

    articles: int
    claims: int
    worthy: int
    must: int
    proposed: int

    @property
    def made(self) -> str:
        """Say how many claims the articles make, and how many of them nobody decided on."""
        said = f"{count(self.articles, 'article')} {those(self.articles, 'makes', 'make')} "
        return f"{said}{count(self.claims, 'checkable claim')}{self.undecided}"

    @property
    def undecided(self) -> str:
        """Say how many of the claims are proposals, after a comma; nothing where there is no claim."""
        if not self.claims:
            return ""
        every = ", all" if self.claims > 1 else ","
        if self.proposed == self.claims:
            return f"{every} proposed by the machine and not yet decided on"
        return f", {self.proposed} of them not yet decided on" if self.proposed else f"{every} decided on by an editor"

    @property
    def weighed(self) -> str:
        """Say how many of the claims are worth checking, and how many of those must be before publication."""
        if not self.worthy:
            return f"None of the {self.claims} is worth checking" if self.claims > 1 else "No claim is worth checking"
        part = f"{self.worthy} of the {self.claims}" if self.claims > 1 else "It"
        return (
            f"{part} {those(self.worthy, 'is', 'are')} worth checking, and {self.must or 'none'} of the {self.worthy} "
            "must be checked before publication"
        )

    @property
    def over_worthy(self) -> str:
        """Name the denominator of what is counted over the claims worth checking."""
        return f"the {self.worthy} claims worth checking" if self.worthy != 1 else "the one claim worth checking"

    @property
    def over_all(self) -> str:
        """Name the denominator of what is counted over all claims."""
        return f"all {self.claims} claims" if self.claims != 1 else "the one claim"


def tally(book: Book) -> Tally:
    """Count the claims of a book."""
    claims = book.all_claims
    return Tally(
        len(book.articles),
        len(claims),
        sum(claim.worth >= WORTHY for claim in claims),
        sum(claim.worth >= MUST for claim in claims),
        sum(not claim.decided for claim in claims),
    )
