"""Turn the relations of one kind into findings that quote both sides.

Refuses to find relations itself: that is comparison's work, and what people decided of them has won already.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from claimbook.model import Claim, Finding, Relation, RelationKind, Severity
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule

Side = tuple[Reading, Claim]
# A contradiction must be mended before publication; a tension must be seen.
_SEVERITY: dict[str, Severity] = {"contradict": "error", "tension": "warning"}
_LONGEST = 200


def conflicts(
    context: Context,
    rule: Rule,
    kinds: Collection[RelationKind],
    *,
    stands_at: Callable[[Side, Side], Side | None] = lambda first, second: None,
    relations: Collection[str] = ("contradict", "tension"),
) -> Iterator[Finding]:
    """Report every contradiction or tension of these kinds, once, at one of its two claims.

    The finding stands at the relation's first claim (within one article, the one that comes first) unless
    `stands_at` picks a side; its severity follows the relation.
    """
    for relation in context.relations:
        if relation.kind not in kinds or relation.relation not in relations or _is_dismissed(relation):
            continue
        first, second = context.by_id.get(relation.a), context.by_id.get(relation.b)
        if first is None or second is None:
            continue
        here = stands_at(first, second) or _earlier(first, second)
        there = second if here is first else first
        yield _finding(rule, relation, here, there)


def _finding(rule: Rule, relation: Relation, here: Side, there: Side) -> Finding:
    reading, claim = here
    other_reading, other = there
    where = "the same article" if other_reading is reading else other_reading.article
    message = f"{sentence(relation.why)} The other side, in {where}: “{shortened(other.quote)}”"
    claims = [claim.id, other.id]
    return rule.at(reading, claim.at, message, claims, _SEVERITY[relation.relation])


def _earlier(first: Side, second: Side) -> Side:
    """Pick the claim that comes first in the text, within one article; else the relation's own first claim."""
    same = first[0] is second[0]
    return second if same and second[1].at < first[1].at else first


def _is_dismissed(relation: Relation) -> bool:
    return relation.review is not None and relation.review.status == "dismissed"


def sentence(why: str) -> str:
    """Give a reason the form of a sentence."""
    why = why.strip()
    return f"{why[:1].upper()}{why[1:]}{'' if why.endswith(('.', '?', '!', '.”')) else '.'}"


def shortened(quote: str) -> str:
    """Cut a long quote at a word."""
    quote = " ".join(quote.split())
    return quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
