"""C303: a condition one claim carries is missing from another on the same topic.

Refuses to compare: it reports relations of kind scope that comparison found and nobody dismissed. The finding stands
where the condition is missing, for that is what has to be mended.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.conflicts import Side, conflicts
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    return conflicts(context, RULE, {"scope"}, stands_at=_wider)


def _wider(first: Side, second: Side) -> Side | None:
    """Pick the claim without a condition, if only one has one."""
    if bool(first[1].condition) == bool(second[1].condition):
        return None
    return second if first[1].condition else first


RULE = Rule(
    code="C303",
    name="dropped-condition",
    severity="warning",
    summary="A condition that one claim carries is missing from another on the same topic.",
    find=_find,
)
