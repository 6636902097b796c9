"""S103: a figure that cannot be: more than the whole, a fall below nothing, a p value its own test does not give.

Refuses whatever can be: 120% of a budget, a rise of 300%, a profit that fell by 140%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimbook.evidence.recomputed import inconsistencies
from claimbook.model import Claim, Finding, Quantity
from claimbook.rules.cues import Span, cues, has_cue
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule
from claimbook.rules.statistics import names_people, span_of

_WHOLE = 100.0
_AFTER = 60  # code points behind a share in which it says of whom
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_OUT_OF = re.compile(rf"\b({_NUMBER}) out of (?:every |the |all )?({_NUMBER})\b(?!%)")
_OF_THE = re.compile(
    rf"\b[Oo]f (?:the |its |these |those |our |all )?({_NUMBER}) [a-z-]+(?: [a-z-]+)?,? ({_NUMBER}) [a-z]+"
)


def _find(context: Context) -> Iterator[Finding]:
    for reading, claim in context.claims():
        for span, why in _impossible(reading, claim):
            words = reading.text[span[0] : span[1]]
            yield RULE.at(reading, span, f"“{words}”: {why}. Check it against its source.", [claim.id])
    for reading in context.readings:
        yield from _inconsistent(reading)


def _inconsistent(reading: Reading) -> Iterator[Finding]:
    """Find test statistics and means that do not follow from the figures printed with them."""
    for one in inconsistencies(reading.text):
        words = reading.text[one.span[0] : one.span[1]]
        ids = [claim.id for claim in reading.claims_in(*one.span)]
        sure = "" if one.sure else ", if whole numbers were averaged"
        message = f"“{words}”: {one.why}{sure}. Check it against its source."
        yield RULE.at(reading, one.span, message, ids, None if one.sure else "warning")


def _impossible(reading: Reading, claim: Claim) -> Iterator[tuple[Span, str]]:
    for quantity in claim.quantities:
        if quantity.kind == "proportion" and quantity.unit == "%":
            span = span_of(reading, claim, quantity)
            if _exceeds_the_whole(reading, quantity, span):
                yield span, "a share cannot be more than the whole"
            elif _falls_below_nothing(claim, quantity):
                yield span, "nothing can fall by more than all of it"
    for part, whole, span in _parts(claim):
        if part > whole:
            yield span, f"{part:,} is more than {whole:,}"


def _exceeds_the_whole(reading: Reading, quantity: Quantity, span: Span) -> bool:
    """Tell whether a share of people is over 100%; a share of an amount ("120% of the budget") may be."""
    if quantity.trend is not None or (quantity.low or 0) <= _WHOLE:
        return False
    return has_cue(cues("impossible_figure", "of_whom"), reading.text[span[1] : span[1] + _AFTER]) and names_people(
        _first_words(reading.text[span[1] : span[1] + _AFTER])
    )


def _first_words(text: str) -> str:
    return " ".join(text.split()[:5])


def _falls_below_nothing(claim: Claim, quantity: Quantity) -> bool:
    falls = quantity.trend == "down" and (quantity.low or 0) > _WHOLE
    return falls and not has_cue(cues("impossible_figure", "may_be_negative"), claim.quote)


def _parts(claim: Claim) -> Iterator[tuple[int, int, Span]]:
    """Give part, whole and place of "7 out of 10" and "of the 50 pupils, 12 said"."""
    for match in _OUT_OF.finditer(claim.quote):
        yield _number(match.group(1)), _number(match.group(2)), _shifted(claim, match.span())
    for match in _OF_THE.finditer(claim.quote):
        if names_people(match.group()):
            yield _number(match.group(2)), _number(match.group(1)), _shifted(claim, match.span())


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _shifted(claim: Claim, span: Span) -> Span:
    return claim.start + span[0], claim.start + span[1]


RULE = Rule(
    code="S103",
    name="impossible-figure",
    severity="error",
    summary="A figure that cannot be: more than the whole, a fall below nothing, more than there were.",
    find=_find,
)
