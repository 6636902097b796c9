"""Numbers that only name or point: "Route 66", "COVID-19", "Table 3", "[12]", "1." at the head of a list.

Refuses to look at values: it tells how many tokens to pass over.
"""

from __future__ import annotations

import re2

from claimbook.extract.quantities.bounds import bound_before
from claimbook.extract.quantities.measures import currency_before, match_form, read_measure
from claimbook.extract.quantities.nouns import STOPS, counted
from claimbook.extract.quantities.numbers import CARDINALS
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load

LABELS = frozenset(str(label) for label in load("number_names")["labels"])
_CHANGE = load("change_words")
_VERBS = frozenset(word for way in ("up", "down") for word in _CHANGE["verbs"][way])
OPAQUE = re2.compile(
    r"(?:https?://|ftp://|www\.|doi:\s?|\b10\.\d{4,9}/)[^\s\"<>]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
    r"|\b[\w-]{2,40}\.(?:com|org|net|gov|edu|io|co|uk)(?:/[^\s]*)?"
    r"|(?:\+\d{1,3}[-. ]?)?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b1?-?8\d\d-\d{3}-\d{4}\b|\b0\d{2,4} \d{3,4} \d{3,4}\b"
    r"|\+\d{1,3}(?: \d{2,4}){2,5}\b|\bv\d+(?:\.\d+)+|\b97[89][- ]?\d[- ]?[\d -]{8,12}"
)
LINKING = frozenset(
    ["mid", "pre", "post", "late", "early", "sub", "under", "over", "plus", "minus", "aged", "to", "and", "or", "nearly", "almost", "about", "the", "a"]
)
LIST_MARKS = (",", "and", "or", "&", "-", "–", "—", "to", "through", "/", ";", ".")
CLOSED = {"[": "]", "(": ")"}


def opaque_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find links, addresses, telephone numbers, DOIs and version numbers: nothing inside them is a quantity."""
    if text.find("/", start, end) < 0 and text.find(".", start, end) < 0 and text.find("-", start, end) < 0:
        return []
    return [(start + match.start(), start + match.end()) for match in OPAQUE.finditer(text[start:end])]


def name_end(t: Tokens, i: int) -> int:
    """Give the index after a number at token `i` that only names or points, or 0 where it may be a quantity."""
    return _glued_name(t, i) or _reference(t, i) or _list_head(t, i) or _labelled(t, i) or _proper_name(t, i)


def _glued_name(t: Tokens, i: int) -> int:
    """Pass over "GLUT4", "COVID-19", "5-HT", "3D", "14's"."""
    if t.glued(i):
        before = t.words[i - 1]
        if (before[-1].isalnum() or before in "_\\") and not currency_before(t, i):
            return i + 1
        if before in ("-", "‐", "‑", "–") and t.glued(i - 1) and t.words[i - 2][-1].isalpha():
            if t.lower[i - 2] not in LINKING and t.lower[i - 2] not in CARDINALS and not _unit_word(t, i - 2):
                return i + 1
        if before in ("/", "#", "§", "№") and (before != "/" or not (t.glued(i - 1) and t.words[i - 2][-1:].isdigit())):
            return i + 1
        if before == "." and t.glued(i - 1) and t.words[i - 2][-1].isalpha():
            return i + 1
    return _glued_after(t, i)


def _unit_word(t: Tokens, i: int) -> bool:
    """Tell whether the token before a dash is a unit ("5mg-10mg") or a clock part."""
    return i > 0 and t.words[i - 1][:1].isdigit() and match_form(t, i) is not None


def _glued_after(t: Tokens, i: int) -> int:
    following = t.raw(i + 1)
    if not t.glued(i + 1):
        return 0
    if following in ("'", "’") and t.glued(i + 2) and t.word(i + 2) == "s":
        return i + 2
    if following[0].isalpha() and t.words[i][0].isdigit():
        return 0 if _known_suffix(t, i + 1) else i + 2
    if following in ("-", "‐", "‑") and t.glued(i + 2):
        word = t.words[i + 2]
        if (
            word[0].isupper()
            and not read_measure(t, i + 1)
            and word.lower() not in CARDINALS
            and not currency_before(t, i + 3)
        ):
            return i + 3
        if t.lower[i + 2] in ("a", "on") and t.word(i + 3) == "-":
            return i + 5
    return 0


def _known_suffix(t: Tokens, i: int) -> bool:
    """Tell whether letters glued to digits are a unit, a scale, an ordinal or a decade ending."""
    return (
        t.lower[i]
        in ("k", "m", "b", "bn", "mn", "tn", "trn", "mm", "mln", "t", "st", "nd", "rd", "th", "s", "x", "bc", "ad")
        or bool(match_form(t, i))
        or t.lower[i] in CARDINALS
        or t.lower[i] in ("million", "billion", "thousand", "to", "fold")
    )


def _reference(t: Tokens, i: int) -> int:
    """Pass over "[12]", "[3, 5–7]", "(22)", "(4,35–38,44)"."""
    if i < 1 or t.words[i - 1] not in CLOSED or not t.glued(i):
        return 0
    close, j = CLOSED[t.words[i - 1]], i
    while j < min(t.n, i + 40) and (t.words[j][0].isdigit() or t.words[j] in (",", "-", "–", "—", ";", "‐")):
        j += 1
    if t.word(j) != close:
        return 0
    single_year = close == ")" and j == i + 1 and len(t.words[i]) == 4
    return 0 if single_year or (close == ")" and (len(t.words[i]) > 3 or "." in t.words[i]) and j <= i + 3) else j


def _list_head(t: Tokens, i: int) -> int:
    """Pass over "1." and "2)" at the head of a line, and section numbers ("2.1 Methods")."""
    at = t.starts[i]
    line = t.text.rfind("\n", max(0, at - 8), at)
    lead = t.text[max(0, line + 1 if line >= 0 else at - 8) : at]
    if (line < 0 and at > 8) or lead.strip(" \t#*-•>("):
        return 0
    if not (t.words[i].replace(".", "").isdigit() and len(t.words[i]) <= 6):
        return 0
    if t.word(i + 1) in (".", ")", ":") and t.glued(i + 1) and not t.glued(i + 2) and len(t.words[i]) <= 3:
        return i + 2
    sectioned = "." in t.words[i] and t.raw(i + 1)[:1].isupper() and not match_form(t, i + 1)
    return i + 1 if sectioned else 0


def _labelled(t: Tokens, i: int) -> int:
    """Pass over "phases 3, 5 and 7", "Section 4.2", "no. 5", "day 7"."""
    j = i - 1
    if t.word(j) in (".", "-", "(", "#") and j > 0:
        j -= 1
    label = t.word(j)
    if label not in LABELS or not (t.linked(j + 1) and t.linked(i)):
        return 0
    if _unit_or_noun(t, i + 1) and not (t.words[j][0].isupper() and j > 0 and not _measured(t, i + 1)):
        return 0
    if label in (
        "number",
        "at",
        "volume",
        "target",
        "area",
        "study",
        "case",
        "sample",
        "score",
        "core",
        "factor",
        "id",
    ) and t.word(i + 1) in ("of",):
        return 0
    end = i + 1
    while t.word(end) in LIST_MARKS and t.linked(end) and end < t.n:
        step = end + 1 + (t.word(end + 1) in ("and", "or", "&"))
        if not t.raw(step)[:1].isdigit() or not t.linked(step) or _unit_or_noun(t, step + 1):
            break
        end = step + 1
    return end


def _measured(t: Tokens, i: int) -> bool:
    return t.linked(i) and read_measure(t, i) is not None


def _unit_or_noun(t: Tokens, i: int) -> bool:
    return t.linked(i) and (
        read_measure(t, i) is not None or counted(t, i) is not None or t.word(i) in ("million", "billion", "thousand")
    )


def _proper_name(t: Tokens, i: int) -> int:
    """Pass over "Big 12", "Windows 10", "Fortune 100": a capitalised word and a bare whole number."""
    before = t.raw(i - 1)
    if not t.linked(i) or t.glued(i) or len(before) < 2 or not before[0].isupper() or not t.words[i].isdigit():
        return 0
    lower = before.lower()
    if (
        lower in STOPS
        or lower in _VERBS
        or lower.endswith(("ed", "ly", "ing"))
        or bound_before(t, i, max(0, i - 5))
        or lower in CARDINALS
    ):
        return 0
    if currency_before(t, i) or len(t.words[i]) > 4:
        return 0
    return 0 if _unit_or_noun(t, i + 1) or t.word(i + 1) in ("-", "–", "to", "out") else i + 1
