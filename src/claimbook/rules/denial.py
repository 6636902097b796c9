"""Tell whether an article takes words back as it says them.

Refuses to look beyond the clause: a denial in another sentence denies nothing here.
"""

from __future__ import annotations

from claimbook.rules.cues import Span, cues, find_cues, has_cue
from claimbook.rules.reading import Reading

_REACH = 70  # code points before the words in which the same clause may deny them
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}


def is_denied(reading: Reading, span: Span, *, or_hedged: bool = False) -> bool:
    """Tell whether the words before, in the same clause, deny what follows or only report or hope for it.

    `or_hedged`: or ask, suppose or advise it.
    """
    first, _ = reading.around(*span)
    before = reading.text[max(first, span[0] - _REACH) : span[0]]
    borders = [end for _, end in find_cues(cues("denial", "clause_border"), before)]
    clause = before[borders[-1] :] if borders else before
    groups = ("negated", "hedged", "reported") if or_hedged else ("negated", "reported")
    return any(has_cue(cues("denial", group), clause) for group in groups) or _is_quoted(reading, span)


def _is_quoted(reading: Reading, span: Span) -> bool:
    """Tell whether the words alone stand in quotation marks ("a 'miracle cure'"): they are somebody else's."""
    before, after = reading.text[max(0, span[0] - 1) : span[0]], reading.text[span[1] : span[1] + 1]
    return _QUOTES.get(before, "\0") == after
