"""A202: a study is described, but nothing in the text would let a reader find it.

Refuses "studies show" (A201), studies that are only planned or advised, and "the study" where an identifiable one was
introduced before.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimbook.model import Finding
from claimbook.rules.cues import Span
from claimbook.rules.identified import is_named_later, names_a_source
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule
from claimbook.rules.studies import introduced_studies, with_size


def _find(context: Context) -> Iterator[Finding]:
    for reading in context.readings:
        for first, last in reading.sentences:
            claims = reading.claims_in(first, last)
            if not claims or names_a_source(reading.text[first:last]):
                continue
            for study in introduced_studies(reading.text, first, last):
                if not is_named_later(reading, first, last):
                    span = with_size(reading.text, study, last)
                    yield RULE.at(reading, span, _message(reading, span), [claim.id for claim in claims])


def _message(reading: Reading, span: Span) -> str:
    words = reading.text[span[0] : span[1]]
    return f"“{words}” cannot be found again: give its authors, journal and year, or a link."


RULE = Rule(
    code="A202",
    name="unidentifiable-study",
    severity="warning",
    summary="A study is described, but nothing in the text would let a reader find it.",
    find=_find,
)
