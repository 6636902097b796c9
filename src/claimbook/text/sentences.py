"""Sentences with exact offsets, in linear time.

Our own splitter, because no maintained library gives offsets at 5 MB/s (syntok 1.9, pySBD 0.3 and quadratic; BlingFire
is fast but unmaintained). One pass finds the stops; a few questions to the words around each decide whether it ends a
sentence. Refuses to normalise text, to parse grammar and to guess at languages beyond their stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimbook.lexicon import load
from claimbook.text.listing import inline_item_starts

Span = tuple[int, int]

# Zero-width marks stand outside sentences, like spaces: a byte order mark is no part of the first quote.
_BLANK = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b" + "".join(
    chr(code) for code in range(0x2000, 0x200B)
)
_NEWLINES = re.compile(r"[\n\r\f\u2028\u2029]\s*+")
# Possessive throughout: a run of a million dots is one match and nothing is tried twice.
_STOP = re.compile(
    r"(?P<run>[.!?…。！？｡؟۔।](?:[.!?…。！？｡؟۔।]|(?<=\.)[ \u00a0]\.)*+)"
    r"(?P<closers>(?:[\"'”’»)\]}*_」』】）›]|\[\d[\d,–-]{0,12}\])*+)"
    r"(?P<gap>\s*+)"
)
_WORD = re.compile(r"[\"'“‘«‹(\[{*_#–—-]*+([^\W\d_]++(?:['’][^\W\d_]++)?+|\d++)?+(\.?+)")
_OPEN = "\"'“‘«‹(["
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)*+[^\W\d_]")
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
_GLUED = re.compile(r"[“\"‘(]?[A-Z][a-z]*+(?:[ ,']|\Z)")
_NOTE_MARK = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,4}(?=\s)")
_MAX_WORD = 40
_DIGITS = frozenset("0123456789½⅓⅔¼¾⅛⅜⅝⅞")


class _Words(NamedTuple):
    never_end: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    unit_words: frozenset[str]
    name_words: frozenset[str]
    times: frozenset[str]
    starters: frozenset[str]
    openers: frozenset[str]
    saying: frozenset[str]
    marked_names: frozenset[str]
    known: frozenset[str]


@cache
def _words() -> _Words:
    lists = {name: frozenset(str(word) for word in words) for name, words in load("abbreviations").items()}
    known = lists["never_end"] | lists["before_number"] | lists["may_end"] | lists["times"]
    return _Words(**lists, known=known)


@cache
def _number_words() -> frozenset[str]:
    words = load("number_words")
    return frozenset(words["cardinals"]) | frozenset(words["scales"]) | frozenset(words["denominators"])


def split_sentences(text: str, start: int = 0, end: int | None = None, *, wrapped: bool = False) -> list[Span]:
    """Split `text[start:end]` into sentences: trimmed spans in code points of `text`, in order, none overlapping.

    Every character that is neither white space nor a zero-width mark belongs to one sentence. A blank line ends a
    sentence; a single line break ends one unless the next line goes on in lower case. With `wrapped=True` (the lines of
    one paragraph, as `text.blocks` finds them) line breaks are spaces.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    for first, last in [(start, stop)] if wrapped else _segments(text, start, stop):
        at = first
        for cut in _cuts(text, first, last):
            _add(spans, text, at, cut)
            at = cut
        _add(spans, text, at, last)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    body = piece.lstrip(_BLANK)
    if body:
        left = end - len(body)
        spans.append((left, left + len(body.rstrip(_BLANK))))


def _segments(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _NEWLINES.finditer(text, start, end):
        here, there = match.span()
        blank = max(text.count("\n", here, there), text.count("\r", here, there)) > 1
        goes_on = not blank and there < end and text[there].islower()
        if goes_on and here > at and text[here - 1] not in ".!?:…":
            continue
        yield at, here
        at = there
    yield at, end


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    items = inline_item_starts(text, start, end)
    if not items:
        yield from _stops(text, start, end)
        return
    for first, last in zip([start, *items], [*items, end], strict=True):
        if first > start:
            yield first
        yield from _stops(text, first, last)


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    begun = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end:
            return
        cut = _cut(text, begun, end, match)
        if cut:
            yield cut
            begun = cut


def _cut(text: str, begun: int, end: int, match: re.Match[str]) -> int:
    """Give the place after the stop where the next sentence may begin, or 0 when the stop ends nothing."""
    run, closers, gap = match.group("run", "closers", "gap")
    at, after = match.start(), match.end()
    if run[0] in "。！？｡":
        return match.start("gap")
    if not gap:
        return _glued_cut(text, end, match)
    if closers and (_is_omission(text, at, closers) or (closers[0] == ")" and _is_list_number(text, begun, at))):
        return 0
    following = _WORD.match(text, after, min(end, after + _MAX_WORD))
    assert following is not None
    word, dot = following.group(1) or "", following.group(2)
    if run != ".":
        ends = _marked_end(text, at, run, closers, word, text[after]) and not (closers and _said(text, after, end))
    elif closers:
        ends = not word[:1].islower()
    else:
        ends = _dot_end(text, begun, at, word, dot, text[after])
    return match.start("gap") if ends else 0


def _is_omission(text: str, at: int, closers: str) -> bool:
    return closers[0] in ")]" and text[at - 1 : at] in ("[", "(")


def _glued_cut(text: str, end: int, match: re.Match[str]) -> int:
    """Handle a stop with no space after it: a missing space ("lifestyles.Many people") or a note mark ("tea.12 It")."""
    at, after = match.start(), match.end()
    if match.group("run") != "." or not (text[at - 3 : at].isalpha() and text[at - 3 : at].islower()):
        return 0
    note = _NOTE_MARK.match(text, after, end)
    if note:
        following = _WORD.match(text, note.end() + 1, min(end, note.end() + _MAX_WORD))
        return note.end() if following and (following.group(1) or "")[:1].isupper() else 0
    word = text[max(0, at - _MAX_WORD) : at].rsplit(None, 1)[-1]
    plain = word.strip("\"'“”‘’(),").replace("-", "").isalpha()
    return after if plain and _GLUED.match(text, after, min(end, after + _MAX_WORD)) else 0


def _marked_end(text: str, at: int, run: str, closers: str, word: str, next_char: str) -> bool:
    """Judge "?", "!" and "…": they end a sentence unless the next words go on with it."""
    if word[:1].islower():
        exclaimed_name = "?" not in run and _before(text, at)[:1].isupper()
        return not (closers or run[0] in ".…" or exclaimed_name)
    if run[0] in ".…" and (next_char in ",;:)]" or (not word and next_char not in _OPEN)):
        return False
    return not (word and _before(text, at).lower() in _words().marked_names and word.lower() not in _words().starters)


def _said(text: str, after: int, end: int) -> bool:
    """Tell whether the words after a closed quotation say who spoke ("Reed asked", "the mayor said")."""
    words = text[after : min(end, after + 48)].partition("\n")[0].split(" ", 3)[:3]
    return any(word.rstrip(".,:;") in _words().saying for word in words[1:])


def _dot_end(text: str, begun: int, at: int, word: str, dot: str, next_char: str) -> bool:
    before = _before(text, at)
    if len(before) > 1 and "." not in before and not _abbreviates(text, begun, at, before, word):
        if word[:1].islower():
            return len(before) > 2 and before.replace("-", "").isalnum()
        return not (len(before) <= 4 and _is_list_number(text, begun, at)) and next_char not in ",;:)]"
    if next_char in ",;:)]–-" or word[:1].islower() or _is_list_number(text, begun, at):
        return False
    return _abbreviation_end(text, begun, at, before, word, dot)


def _abbreviates(text: str, begun: int, at: int, before: str, word: str) -> bool:
    """Tell whether the word before the stop at `at` is an abbreviation here: "in" only behind a number."""
    words, lower = _words(), before.lower()
    if lower in words.unit_words:
        left = text[max(begun, at - len(before) - _MAX_WORD) : at - len(before)].split()
        last = left[-1].lower().rpartition("-")[2] if left else ""
        return last[-1:] in _DIGITS or last in _number_words() or (last[-1:] == "." and last[:-1] in words.known)
    return lower in words.known and not (before.islower() and lower in words.name_words and not word[:1].isdigit())


def _abbreviation_end(text: str, begun: int, at: int, before: str, word: str, dot: str) -> bool:
    words, lower = _words(), before.lower()
    if lower in words.before_number and (word[:1].isdigit() or (len(word) <= 2 and word.isupper() and word != "I")):
        return False
    if lower in words.never_end and not (lower == "st" and before.islower()):
        return False
    starts = word.lower() in words.starters and not dot
    if lower in words.times:
        return (starts or word[:1].isupper()) and not _just_begun(text, begun, at)
    if lower in words.may_end or _ACRONYM.fullmatch(before):
        return starts or not word[:1].isalnum() or (len(before) == 1 and word[:1].isdigit())
    return lower not in words.before_number or not word[:1].isdigit()


def _before(text: str, at: int) -> str:
    """Give the word that the stop at `at` closes, without opening marks; at most 40 characters of it."""
    left = text[max(0, at - _MAX_WORD) : at].rsplit(None, 1)
    return left[-1].lstrip("\"'“‘«‹([{*_-–—/") if left and not text[at - 1].isspace() else ""


def _is_list_number(text: str, begun: int, at: int) -> bool:
    return at - begun < 12 and _LIST_NUMBER.fullmatch(text[begun:at].strip(_BLANK + "•⁃*-")) is not None


def _just_begun(text: str, begun: int, at: int) -> bool:
    said = text[begun : min(at, begun + 60)].split()
    return len(said) <= 4 and bool(said) and said[0].lower() in _words().openers
