"""Find a quote again in a text that has changed, or a part of a quote inside it.

Refuses to guess. A quote is the same characters in the same order up to white space and the style of quote marks,
so no digit, negation or hedge inside it can have changed. It must stand there exactly once, as whole words, and not
right behind a word that turns it ("not", "may"). Anything else is `None`: a person decides.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimbook import lexicon

Span = tuple[int, int]

_DOUBLE = '["“”„‟«»]'
_SINGLE = "['‘’‚‛`]"
_MARKS = {mark: kind for kind in (_DOUBLE, _SINGLE) for mark in kind[1:-1]}
_TOKEN = re.compile(r"\s+|\S")
_WORD_BEFORE = re.compile(r"([\w'’]+)[\s\"“”‘’'(-]*$")
_JOINT = re.compile(
    r"\w\0\w|\w\0[-‐‑'’]\w|\w[-‐‑'’]\0\w"  # words and compounds: non-toxic, patient's
    r"|\d\0[.,]\d|\d[.,]\0\d|\d\0%|[$€£]\0\d"  # figures: 1.5, 20,000, 7%, $5
)
_NEAR_ENOUGH = 48
_LONGEST_SEARCHED = 500_000


def find_quote(text: str, quote: str, near: int | None = None) -> Span | None:
    """Give the one place `[start, end)` where a quote stands in a text, or `None`.

    `near` is where it stood before: if it still stands there, that is its place, however often it is repeated.
    """
    spans = [span for span in _occurrences(text, quote) if stands_alone(text, *span)]
    spans = [span for span in spans if span[0] == near] or spans
    if len(spans) != 1 or _turned(text, spans[0][0]):
        return None
    return spans[0]


def count_quote(text: str, quote: str) -> int:
    """Count the places of a text where a quote stands as whole words."""
    return sum(stands_alone(text, *span) for span in _occurrences(text, quote))


def find_parts(text: str, parts: list[str], start: int, end: int) -> list[Span | None]:
    """Find parts of the span `[start, end)` one after the other, so that repeated parts map in order.

    A part that does not follow the one before it is looked for from the start of the span. Whole words come first:
    "5" is not found in "15" if it stands alone elsewhere. Gives `None` for a part that is not there at all.
    """
    spans: list[Span | None] = []
    cursor = start
    for part in parts:
        taken = {span for span in spans if span}
        span = _find_part(text, part, cursor, end, taken) or _find_part(text, part, start, end, taken)
        spans.append(span)
        cursor = span[1] if span else cursor
    return spans


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a span begins and ends between words and numbers, not inside one."""
    return not _joined(text, start) and not _joined(text, end)


def _joined(text: str, at: int) -> bool:
    """Tell whether the characters on both sides of an offset belong to one word, number or compound."""
    if at <= 0 or at >= len(text):
        return False
    return _JOINT.search(f"{text[max(0, at - 2) : at]}\0{text[at : at + 2]}") is not None


def _find_part(text: str, part: str, start: int, end: int, taken: set[Span]) -> Span | None:
    fallback = None
    at = text.find(part, start, end)
    while at >= 0:
        span = at, at + len(part)
        if span not in taken:
            if stands_alone(text, *span):
                return span
            fallback = fallback or span
        at = text.find(part, at + 1, end)
    return fallback


def _occurrences(text: str, quote: str) -> list[Span]:
    """List where a quote stands, letter by letter if it does, else up to white space and quote marks."""
    if not quote.strip():
        return []
    exact = [found.span() for found in re.finditer(re.escape(quote), text)]
    return exact or [found.span() for found in _loose(quote).finditer(text)]


@lru_cache(maxsize=1024)
def _loose(quote: str) -> re.Pattern[str]:
    """Compile a quote so that any white space matches any, and any quote mark one of its kind.

    Only literals, sets and `\\s+` between non-spaces: matching cannot backtrack beyond one run of white space.
    """
    tokens = _TOKEN.findall(quote.strip())
    return re.compile("".join(r"\s+" if token.isspace() else _MARKS.get(token) or re.escape(token) for token in tokens))


@cache
def _turning() -> frozenset[str]:
    return frozenset(word for words in lexicon.load("turning").values() for word in words)


def _turned(text: str, start: int) -> bool:
    """Tell whether the word right before a span turns or weakens it."""
    found = _WORD_BEFORE.search(text[max(0, start - _NEAR_ENOUGH) : start])
    return found is not None and found[1].replace("’", "'").lower() in _turning()


def nearest_passage(text: str, quote: str) -> Span | None:
    """Give the passage of a text most like a quote that is not in it, for a person to look at.

    Never an anchor; `None` if nothing is like it. Skips texts too long to compare with in a moment.
    """
    if len(text) > _LONGEST_SEARCHED:
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=50)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    return start, end
