"""P601: the publisher gains from what the article claims, and the article does not say so.

Refuses to guess interests: they come from the article's record, which a person wrote. Once for an article.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Claim, Finding
from claimbook.rules.cues import cues, has_cue
from claimbook.rules.rule import Context, Rule

_LEXICON = "disclosure"


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        interests = reading.record.interests if reading.record else None
        praise = [claim for claim in reading.claims if _is_praise(claim)]
        if interests and praise and not has_cue(cues(_LEXICON, "disclosed"), reading.text):
            who = (reading.record and reading.record.publisher) or "The publisher"
            message = f"{who} {'; '.join(interests)}, and the article does not say so: disclose it beside the claims."
            yield RULE.at(reading, _place(praise), message, [claim.id for claim in praise])


def _is_praise(claim: Claim) -> bool:
    return claim.direction == "benefit" and claim.worth > 1


def _place(praise: list[Claim]) -> tuple[int, int]:
    """Stand at the first claim that must be checked, else at the first one."""
    return next((claim.at for claim in praise if claim.worth == max(other.worth for other in praise)), praise[0].at)


RULE = Rule(
    code="P601",
    name="undisclosed-interest",
    severity="warning",
    summary="The publisher gains from what the article claims, and the article does not say so.",
    find=_find,
)
