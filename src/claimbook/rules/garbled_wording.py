"""L503: an established term mangled word by word, as software that rewrites texts does.

Refuses to judge style: wording counts only where an established term, or an acronym beside it, explains it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.extract.garbled import find_garbled
from claimbook.model import Finding
from claimbook.rules.rule import Context, Rule


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        for garbled in find_garbled(reading.text, context.dictionaries):
            claims = [claim.id for claim in reading.claims_in(garbled.start, garbled.end)]
            message = f"“{garbled.text}” looks like a garbled “{garbled.meant}”: was the text rewritten by software?"
            yield RULE.at(reading, (garbled.start, garbled.end), message, claims)


RULE = Rule(
    code="L503",
    name="garbled-wording",
    severity="warning",
    summary="A mangled established term, as in machine-paraphrased text.",
    find=_find,
)
