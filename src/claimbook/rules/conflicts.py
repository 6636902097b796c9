"""Turn the relations of one kind into findings that quote both sides.

Refuses to find relations itself: that is comparison's work, and what people decided of them has won already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from claimbook.model import Claim, Finding, Relation, RelationKind, Severity
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule

Side = tuple[Reading, Claim]
# A contradiction must be mended before publication; a tension must be seen.
_SEVERITY: dict[str, Severity] = {"contradict": "error", "tension": "warning"}
_LONGEST = 200
_SHOWN = 4


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
    `stands_at` picks a side; its severity follows the relation. A claim that stands against several others for one
    reason is one finding.
    """
    wanted = [r for r in context.relations if r.kind in kinds and r.relation in relations and not _is_dismissed(r)]
    known = [(r, context.by_id[r.a], context.by_id[r.b]) for r in wanted if {r.a, r.b} <= context.by_id.keys()]
    sides = Counter((side[1].id, _reason(relation)) for relation, *both in known for side in both)
    groups: dict[tuple[str, str, str], list[tuple[Relation, Side, Side]]] = {}
    for relation, first, second in known:
        here = stands_at(first, second) or _central(first, second, sides, _reason(relation))
        there = second if here is first else first
        groups.setdefault((here[1].id, relation.relation, _reason(relation)), []).append((relation, here, there))
    yield from (_finding(rule, group) for group in groups.values())


def _reason(relation: Relation) -> str:
    """Give the reason without what one pair alone adds to it."""
    return relation.why.partition(" (and ")[0].partition("; one is ")[0]


def _central(first: Side, second: Side, sides: Counter[tuple[str, str]], reason: str) -> Side:
    """Pick the claim that stands against more others for one reason, else the earlier one."""
    one, other = sides[first[1].id, reason], sides[second[1].id, reason]
    return _earlier(first, second) if one == other else first if one > other else second


def _finding(rule: Rule, group: Sequence[tuple[Relation, Side, Side]]) -> Finding:
    relation, (reading, claim), _ = group[0]
    told = [_told(reading, there) for _, _, there in group[:_SHOWN]]
    more = f" and {len(group) - _SHOWN} more" if len(group) > _SHOWN else ""
    side = "side" if len(group) == 1 else "sides"
    articles = {reading.article for reading, _ in group[0][1:]}
    message = f"{sentence(relation.why, articles)} The other {side}, {'; '.join(told)}{more}"
    claims = [claim.id, *(there[1].id for _, _, there in group)]
    return rule.at(reading, claim.at, message, claims, _SEVERITY[relation.relation])


def _told(reading: Reading, there: Side) -> str:
    other_reading, other = there
    where = "the same article" if other_reading is reading else other_reading.article
    return f"in {where}: “{shortened(other.quote)}”"


def _earlier(first: Side, second: Side) -> Side:
    """Pick the claim that comes first in the text, within one article; else the relation's own first claim."""
    same = first[0] is second[0]
    return second if same and second[1].at < first[1].at else first


def _is_dismissed(relation: Relation) -> bool:
    return relation.review is not None and relation.review.status == "dismissed"


def sentence(why: str, names: Collection[str] = ()) -> str:
    """Give a reason the form of a sentence; one of `names` that it opens with stays as it is."""
    why = why.strip()
    named = why.startswith(tuple(f"{name} " for name in names))
    return f"{why[:1] if named else why[:1].upper()}{why[1:]}{'' if why.endswith(('.', '?', '!', '.”')) else '.'}"


def shortened(quote: str, longest: int = _LONGEST) -> str:
    """Cut a long quote at a word."""
    quote = " ".join(quote.split())
    return quote if len(quote) <= longest else f"{quote[: longest - 1].rsplit(' ', 1)[0]} …"
