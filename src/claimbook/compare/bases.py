"""A part counted out of a whole: "nine of 64 shops" are nine shops, and so are "of the 64 shops …, nine have closed".

Refuses to count parts of ten or a hundred, which only say how large a share is ("nine out of ten").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimbook.lexicon import load
from claimbook.model import Bound, Claim, Quantity

_ROUND = frozenset({"2", "3", "4", "5", "10", "100", "1000", "1,000", "two", "three", "four", "five", "ten", "hundred"})
_OF = re.compile(
    r"(?P<part>[\w.,]+) (?:out )?of (?:the |all |its |their )?(?P<whole>[\w.,]+) (?P<noun>[^\W\d].{0,40})", re.DOTALL
)
_WHOLE_FIRST = re.compile(r"\bof (?:the|all|its|their|these|those) $", re.IGNORECASE)
_PART_AFTER = re.compile(r"[^,;.]{0,80}, (?P<part>[\w,]+) (?:have|has|had|are|were|was|is|did|do)\b")


@lru_cache(maxsize=4096)
def _counted(part: str, noun: str) -> Quantity | None:
    from claimbook.extract.quantities import find_quantities

    text = f"{part} {noun}"
    found = next((q for q in find_quantities(text, 0, len(text)) if q.start == 0 and q.kind == "count"), None)
    return found.model_copy(update={"start": None, "end": None}) if found else None


def part_counted(claim: Claim, quantity: Quantity) -> Quantity | None:
    """Give the count of a part that a claim gives as so many of a whole, `None` where it counts none."""
    if quantity.kind == "proportion":
        match = _OF.fullmatch(quantity.text)
        if match is None or match["whole"].lower() in _ROUND:
            return None
        return _named(quantity, _counted(match["part"], match["noun"]), quantity.text)
    if quantity.kind != "count" or quantity.unit is None:
        return None
    after = _after_whole(claim, quantity)
    if after is None:
        return None
    noun = quantity.text.partition(" ")[2]
    counted = _counted(after, noun)
    return _named(quantity, counted, f"{after} {noun}") if counted else None


@cache
def _shares() -> re.Pattern[str]:
    """Match a word that gives a share with the noun it is a share of, in the plural ("most pupils")."""
    words = "|".join(sorted(load("antonyms")["shares"], key=len, reverse=True))
    noun = r"(?P<noun>[a-z]+s|people|women|men|children)"
    return re.compile(
        rf"(?<!the )(?<!at )\b(?P<share>{words}) (?:of )?(?:the |its |their |our )?(?:[a-z]+ )?{noun}\b", re.I
    )


def shares_in_words(quote: str) -> tuple[Quantity, ...]:
    """Read the shares a quote gives in words: "most pupils" are more than half of them."""
    return tuple(_share(match) for match in _shares().finditer(quote) if not match["noun"].endswith(("ss", "ous")))


def _share(match: re.Match[str]) -> Quantity:
    low, high = load("antonyms")["shares"][match["share"].lower()]
    bound: Bound = "less_than" if low is None else "more_than"
    return Quantity(text=match[0], kind="proportion", low=low, high=high, bound=bound, unit="%")


def _named(whole: Quantity, counted: Quantity | None, text: str) -> Quantity | None:
    return counted.model_copy(update={"text": text, "start": whole.start, "end": whole.end}) if counted else None


def _after_whole(claim: Claim, quantity: Quantity) -> str | None:
    """Give the part named after a whole ("of the 64 shops in the street, nine have closed"), `None` without one."""
    at = quantity.start - claim.start if quantity.start is not None else claim.quote.find(quantity.text)
    if at < 0 or not _WHOLE_FIRST.search(claim.quote[max(0, at - 12) : at]):
        return None
    match = _PART_AFTER.match(claim.quote[at + len(quantity.text) :][:120])
    return match["part"] if match else None
