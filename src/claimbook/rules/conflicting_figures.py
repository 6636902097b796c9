"""C301: two figures about the same thing cannot both be true, or sit badly together.

Refuses to compare: it reports relations of kind numeric or temporal that comparison found and nobody dismissed.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.conflicts import conflicts
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    return conflicts(context, RULE, {"numeric", "temporal"})


RULE = Rule(
    code="C301",
    name="conflicting-figures",
    severity="error",
    summary="Two figures or times about the same thing cannot both be true.",
    find=_find,
)
