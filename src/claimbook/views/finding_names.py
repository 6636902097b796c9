"""What to call a finding in a heading: by its rule, unless the rule's name claims more than the finding does.

Refuses the word for a contradiction over a tension: figures or statements that can both be true are in tension.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimbook.model import Finding

# rules named for a contradiction that report tensions too, as warnings
_TENSIONS = {
    "C301": ("figures in tension", "Figures or times that can both be true, but should be read side by side."),
    "C302": ("statements in tension", "Statements that can both be true, but should be read side by side."),
}


class Called(NamedTuple):
    """Hold what findings of one kind are called; `tension` tells them from the contradictions of the same rule."""

    code: str
    tension: bool
    name: str


def called(finding: Finding) -> Called:
    """Name what a finding is."""
    tension = finding.code in _TENSIONS and finding.severity != "error"
    name = _TENSIONS[finding.code][0] if tension else finding.name.replace("-", " ")
    return Called(finding.code, tension, name)


def summary(kind: Called, of_the_rule: str) -> str:
    """Say in a sentence what findings of a kind are."""
    return _TENSIONS[kind.code][1] if kind.tension else of_the_rule
