"""P603: page furniture, teasers, credits or spam inside the text of an article.

Refuses datelines, disclaimers, disclosures, contents and references: they belong to the article. Once for each run.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from claimbook.model import Finding
from claimbook.rules.cues import cues, has_cue
from claimbook.rules.rule import Context, Rule
from claimbook.text.blocks import Block

_SHOWN = 60


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        for is_furniture, blocks in groupby(reading.blocks, key=lambda block: block.kind == "boilerplate"):
            run = list(blocks) if is_furniture else []
            foreign = [block for block in run if _is_foreign(reading.text, block)]
            if foreign:
                words = " ".join(reading.text[foreign[0].start : foreign[0].end].split())
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
                message = f"“{shown}” is no part of the article: cut it, and check what else was pasted in."
                yield RULE.at(reading, (foreign[0].start, foreign[-1].end), message)


def _is_foreign(text: str, block: Block) -> bool:
    return has_cue(cues("unrelated_content", "foreign"), text[block.start : block.end])


RULE = Rule(
    code="P603",
    name="unrelated-content",
    severity="info",
    summary="Page furniture, teasers, credits or spam inside the text.",
    find=_find,
)
