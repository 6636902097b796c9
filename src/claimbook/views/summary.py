"""A review in thirty lines: what was read, what was found, what contradicts what, where to look next.

Refuses adjectives: it counts and quotes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimbook.views.charts.layout import shorten

if TYPE_CHECKING:
    from claimbook.model import Claim, Relation
    from claimbook.views.book import Book

QUOTE = 150


def summarise(book: Book) -> str:
    """Sum a book up as plain text, ready to print."""
    parts = [_claims(book), _findings(book), _contradictions(book)]
    return "\n\n".join(part for part in parts if part)


def _claims(book: Book) -> str:
    claims = book.all_claims
    worthy = sum(claim.worth >= 2 for claim in claims)
    undecided = sum(not claim.decided for claim in claims)
    lines = [f"{len(book.articles)} articles, {len(claims)} claims, {worthy} of them worth checking"]
    if undecided:
        lines.append(f"{undecided} claims are proposals nobody has decided on")
    counts = Counter(claim.article for claim in claims)
    width = max((len(article) for article in book.articles), default=0)
    lines += [f"  {article:<{width}}  {counts[article]:>4}" for article in book.articles]
    return "\n".join(lines)


def _findings(book: Book) -> str:
    counts = Counter((finding.code, finding.name) for finding in book.all_findings)
    if not counts:
        return "No findings."
    lines = [f"{sum(counts.values())} findings"]
    lines += [f"  {code}  {name:<26}{count:>4}" for (code, name), count in sorted(counts.items())]
    if waived := len(book.checked.waived):
        lines.append(f"  and {waived} that an editor waived")
    return "\n".join(lines)


def _contradictions(book: Book) -> str:
    by_id = {claim.id: claim for claim in book.all_claims}
    clashes = [relation for relation in book.all_relations if relation.relation == "contradict"]
    tense = sum(relation.relation == "tension" for relation in book.all_relations)
    if not clashes and not tense:
        return "No contradictions and no tensions."
    counts = f"{_count(len(clashes), 'contradiction')} and {_count(tense, 'tension')}"
    lines = [f"{counts}; what cannot both be true:" if clashes else counts]
    for relation in clashes:
        lines += ["", *_sides(relation, by_id)]
    return "\n".join(lines)


def _sides(relation: Relation, by_id: dict[str, Claim]) -> list[str]:
    sides = [by_id[relation.a], by_id[relation.b]]
    said = [f"  {claim.article}: “{shorten(claim.quote, QUOTE)}”" for claim in sides]
    return [*said, f"    {relation.why}"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
