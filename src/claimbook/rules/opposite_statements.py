"""C302: one claim asserts what another denies.

Refuses to compare: it reports relations of kind polarity or mechanism that comparison found and nobody dismissed.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.conflicts import conflicts
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    return conflicts(context, RULE, {"polarity", "mechanism"})


RULE = Rule(
    code="C302",
    name="opposite-statements",
    severity="error",
    summary="One claim asserts what another denies, outright or in part.",
    find=_find,
)
