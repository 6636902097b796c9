"""A review in thirty lines: what was read, what was found, what contradicts what, where to look next.

Refuses adjectives, and numbers that do not say what they are counted over: it counts and quotes.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from claimbook.views.charts.layout import shorten
from claimbook.views.finding_names import called
from claimbook.views.shown import count
from claimbook.views.tally import WORTHY, tally

if TYPE_CHECKING:
    from claimbook.model import Claim, Relation
    from claimbook.views.book import Book

QUOTE, WIDTH = 200, 100


def summarise(book: Book) -> str:
    """Sum a book up as plain text, ready to print."""
    parts = [_claims(book), _findings(book), _contradictions(book)]
    return "\n\n".join(part for part in parts if part)


def _claims(book: Book) -> str:
    told = tally(book)
    lines = [_wrapped(f"{told.made[:1].upper()}{told.made[1:]}. {told.weighed}.")]
    if not book.articles:
        return lines[0]
    counts = Counter(claim.article for claim in book.all_claims)
    worthy = Counter(claim.article for claim in book.all_claims if claim.worth >= WORTHY)
    width = max(len(article) for article in book.articles)
    lines.append(f"  {'':<{width}}  claims  worth checking")
    lines += [f"  {article:<{width}}  {counts[article]:>6}  {worthy[article]:>14}" for article in book.articles]
    return "\n".join(lines)


def _findings(book: Book) -> str:
    counts = Counter(
        (kind.code, kind.name if kind.tension else finding.name)
        for finding in book.all_findings
        for kind in [called(finding)]
    )
    waived = len(book.checked.waived)
    if not counts:
        return "No findings." + (f" {waived} an editor waived." if waived else "")
    lines = [f"{count(sum(counts.values()), 'finding')} of the rules in {count(len(book.articles), 'article')}"]
    lines += [f"  {code}  {name:<26}{number:>4}" for (code, name), number in sorted(counts.items())]
    if waived:
        lines.append(f"  and {waived} that an editor waived")
    return "\n".join(lines)


def _contradictions(book: Book) -> str:
    by_id = {claim.id: claim for claim in book.all_claims}
    clashes = [relation for relation in book.all_relations if relation.relation == "contradict"]
    tense = sum(relation.relation == "tension" for relation in book.all_relations)
    if not clashes and not tense:
        return "No contradictions and no tensions."
    found = f"{count(len(clashes), 'contradiction')} and {count(tense, 'tension')} between {tally(book).over_all}"
    lines = [f"{found}; what cannot both be true:" if clashes else found]
    for relation in clashes:
        lines += ["", *_sides(relation, by_id)]
    return "\n".join(lines)


def _sides(relation: Relation, by_id: dict[str, Claim]) -> list[str]:
    sides = [by_id[relation.a], by_id[relation.b]]
    said = [_wrapped(f"{claim.article}: “{shorten(claim.quote, QUOTE)}”", "  ") for claim in sides]
    return [*said, _wrapped(f"why: {relation.why}", "    ")]


def _wrapped(text: str, indent: str = "") -> str:
    """Break a text into lines; what goes on stands further in. An article's own words are never left out here."""
    wrapper = textwrap.TextWrapper(
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent and f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.fill(text)
