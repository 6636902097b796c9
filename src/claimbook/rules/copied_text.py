"""P604: a passage stands in two articles in the same or nearly the same words.

Refuses to say who copied whom, and to report set phrases and the words of a third person in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.compare.copying import Passage, copied_passages
from claimbook.model import Finding
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule
from claimbook.text.places import Places

_LONGEST, _TOLD = 200, 4


def _find(context: Context) -> Iterator[Finding]:
    readings = {reading.article: reading for reading in context.readings}
    order = {article: number for number, article in enumerate(readings)}
    for pair in copied_passages({article: reading.text for article, reading in readings.items()}):
        there, here = sorted(pair, key=lambda passage: _age(readings[passage.article], order))
        yield _finding(readings[here.article], here, readings[there.article], there)


def _age(reading: Reading, order: dict[str, int]) -> tuple[str, int]:
    """Order articles: the one published first, undated ones last; else as they were given."""
    published = reading.record.published if reading.record else None
    return published or "9", order[reading.article]


def _finding(reading: Reading, here: Passage, other: Reading, there: Passage) -> Finding:
    claims = [*reading.claims_in(here.start, here.end), *other.claims_in(there.start, there.end)]
    line, column = Places(other.text).place(there.start)
    quote = " ".join(other.text[there.start : there.end].split())
    short = quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
    differ = _differences(reading.text[here.start : here.end], other.text[there.start : there.end])
    message = (
        f"The same passage stands in {other.article}, line {line}, column {column}: “{short}” {differ}"
        "Two articles that copy a passage are one source, not two: quote it with its origin, or write it anew."
    )
    return RULE.at(reading, (here.start, here.end), message, [claim.id for claim in claims])


def _differences(here: str, there: str) -> str:
    """Say in which words two copies differ: there a figure or a "no" may have changed on the way."""
    from rapidfuzz.distance import Levenshtein

    one, other = here.split(), there.split()
    codes = Levenshtein.opcodes(one, other)
    parts = [
        (" ".join(one[c.src_start : c.src_end]), " ".join(other[c.dest_start : c.dest_end]))
        for c in codes
        if c.tag != "equal"
    ]
    told = [f"“{x or '…'}” here, “{y or '…'}” there" for x, y in parts if _plain(x) != _plain(y)]
    return f"The copies differ: {'; '.join(told[:_TOLD])}. " if told else ""


def _plain(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isalnum())


RULE = Rule(
    code="P604",
    name="copied-text",
    severity="warning",
    summary="The same passage stands in another article.",
    find=_find,
)
