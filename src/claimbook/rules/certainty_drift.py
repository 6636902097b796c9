"""C304: the same thing is hedged in one place and plain or absolute in another.

Refuses to compare: it reports relations of kind certainty that comparison found and nobody dismissed. The finding
stands at the surer wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.conflicts import Side, conflicts
from claimbook.rules.rule import Context, Rule

_SURENESS = {"hedged": 0, "assertive": 1, "absolute": 2}


def _find(context: Context) -> Iterator[Finding]:
    return conflicts(context, RULE, {"certainty"}, stands_at=_surer)


def _surer(first: Side, second: Side) -> Side | None:
    """Pick the claim with the surer wording, if one is surer."""
    if first[1].certainty == second[1].certainty:
        return None
    return max(first, second, key=lambda side: _SURENESS[side[1].certainty])


RULE = Rule(
    code="C304",
    name="certainty-drift",
    severity="warning",
    summary="The same thing is hedged in one place and stated plainly or absolutely in another.",
    find=_find,
)
