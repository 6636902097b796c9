"""Numbers that only name: "Route 66", "COVID-19", "GLUT4", "Windows 10", "tied at 2-2", telephone numbers and links.

Refuses to look at values: it tells how many tokens to pass over.
"""

from __future__ import annotations

import re

import re2

from claimbook.extract.quantities.bounds import bound_before
from claimbook.extract.quantities.measures import currency_before, match_form, millions_of, read_measure
from claimbook.extract.quantities.nouns import STOPS, counted
from claimbook.extract.quantities.numbers import CARDINALS, SCALES
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load

_NAMES = load("number_names")
_CHANGE = load("change_words")
_VERBS = frozenset(word for way in ("up", "down") for word in _CHANGE["verbs"][way])
GLUED = frozenset(_NAMES["glued_to_quantity"])
SUFFIXES = frozenset(_NAMES["glued_suffixes"])
NATIONAL = tuple(_NAMES["national_endings"])
HYPHENS = ("-", "‐", "‑", "–")
OPAQUE = re2.compile(
    r"(?:https?://|ftp://|www\.|doi:\s?|\b10\.\d{4,9}/)[^\s\"<>]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
    r"|\b[\w-]{2,40}\.(?:com|org|net|gov|edu|io|co|uk)(?:/[^\s]*)?"
    r"|(?:\+\d{1,3}[-. ]?)?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b1?-?8\d\d-\d{3}-\d{4}\b|\b0\d{2,4} \d{3,4} \d{3,4}\b"
    r"|\+\d{1,3}(?: \d{2,4}){2,5}\b|\bv\d+(?:\.\d+)+|\b97[89][- ]?\d[- ]?[\d -]{8,12}"
)

# what every one of these has: a far quicker search, which most stretches end with
_MAYBE_OPAQUE = re.compile(r"\.[^ \t\n\f\r]|(?<=\d)[-. ]\d{3}")


def opaque_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find links, addresses, telephone numbers, DOIs and version numbers: nothing inside them is a quantity."""
    stretch = text[start:end]
    marked = "/" in stretch or "@" in stretch or "+" in stretch or ":" in stretch or "97" in stretch
    if not marked and not _MAYBE_OPAQUE.search(stretch):
        return []
    return [(start + match.start(), start + match.end()) for match in OPAQUE.finditer(stretch)]


def name_end(t: Tokens, i: int) -> int:
    """Give the index after a number at token `i` that only names, or 0 where it may be a quantity."""
    return _glued_before(t, i) or _glued_after(t, i) or _score(t, i) or _proper_before(t, i) or _proper_after(t, i)


def hyphenated_word(t: Tokens, i: int) -> bool:
    """Tell whether a number word ends a compound ("random-zero", "no-one")."""
    return t.glued(i) and t.words[i - 1] in HYPHENS and t.glued(i - 1) and _compound(t, i - 2)


def _compound(t: Tokens, i: int) -> bool:
    """Tell whether the word before a hyphen makes what follows part of a name."""
    word = t.word(i)
    known = word in GLUED or word in CARDINALS or word in SCALES
    return word[-1:].isalpha() and not known and not _unit_word(t, i)


def _glued_before(t: Tokens, i: int) -> int:
    if not t.glued(i):
        return 0
    before, outer = t.words[i - 1], t.raw(i - 2) if t.glued(i - 1) else ""
    if (before[-1].isalnum() or before in "_\\)]}") and not currency_before(t, i):
        return i + 1
    if before in HYPHENS and outer and (outer == ")" or _compound(t, i - 2)):
        return i + 1
    acronym = before == "-" and not outer and t.linked(i - 1) and t.raw(i - 2).isupper() and len(t.raw(i - 2)) > 2
    if acronym and not (t.linked(i + 1) and read_measure(t, i + 1)):
        return i + 1
    if before == "(" and outer[-1:].isalnum():
        return i + 1
    if before in ("#", "§", "№", "∆", "Δ") or (before == "/" and not outer[-1:].isdecimal()):
        return i + 1
    return i + 1 if before == "." and outer[-1:].isalpha() else 0


def _unit_word(t: Tokens, i: int) -> bool:
    """Tell whether the token before a hyphen is a unit of an amount ("5mg-10mg")."""
    return i > 0 and t.words[i - 1][:1].isdecimal() and match_form(t, i) is not None


def _glued_after(t: Tokens, i: int) -> int:
    following = t.raw(i + 1)
    if not t.glued(i + 1) or not t.words[i][0].isdecimal():
        return 0
    if following in ("'", "’") and t.glued(i + 2) and t.word(i + 2) == "s":
        return i + 2
    if following[0].isalpha():
        return 0 if _known_suffix(t, i + 1) or _marked(t, i) else i + 2
    if following in HYPHENS and t.glued(i + 2):
        return _hyphenated_after(t, i)
    return 0


def _hyphenated_after(t: Tokens, i: int) -> int:
    """Pass over "5-HT", "7-Eleven", "5-a-side"."""
    word = t.words[i + 2]
    if word in ("for", "under", "over"):
        return i + 3 + 2 * (t.word(i + 3) == "-" and t.raw(i + 4).isdecimal() and t.glued(i + 4))
    capital = word[0].isupper() and not read_measure(t, i + 1) and word.lower() not in CARDINALS
    if capital and not currency_before(t, i + 3):
        return i + 3
    return i + 5 if word.lower() in ("a", "on") and t.word(i + 3) == "-" else 0


def _marked(t: Tokens, i: int) -> bool:
    """Tell whether a sign or bound makes glued letters an unknown unit ("~88kR")."""
    return (
        t.word(i - 1) in ("~", "∼", "<", ">", "≥", "≤", "≈", "=", "≳", "≲")
        or bound_before(t, i, max(0, i - 5)) is not None
    )


def _known_suffix(t: Tokens, i: int) -> bool:
    """Tell whether letters glued to digits are a unit, a scale, an ordinal or a decade ending."""
    return t.lower[i] in SUFFIXES or t.lower[i] in CARDINALS or t.lower[i] in SCALES or match_form(t, i) is not None


def _score(t: Tokens, i: int) -> int:
    """Pass over "2-2" and "89-89", and over "3-1" beside words of winning and losing."""
    if t.word(i + 1) not in HYPHENS or not (t.glued(i + 1) and t.glued(i + 2)):
        return 0
    ours, theirs = t.words[i], t.raw(i + 2)
    if not (ours.isdecimal() and theirs.isdecimal() and len(ours) <= 3 and len(theirs) <= 3) or unit_or_noun(t, i + 3):
        return 0
    if t.glued(i + 3) and t.word(i + 3)[0].isalpha():
        return 0
    return i + 3 if int(ours) >= int(theirs) or t.word(i + 3) in HYPHENS else 0


def _named(word: str) -> bool:
    return any(letter.isupper() for letter in word) and (len(word) > 1 or word not in ("A", "I"))


def _proper_before(t: Tokens, i: int) -> int:
    """Pass over "Big 12", "iPhone 10", "Fortune 100": a capitalised word and a bare whole number."""
    before, digits = t.raw(i - 1), t.words[i]
    version = digits[1:2] == "." and len(digits) == 3 and before[1:].islower() and len(before) > 3
    numbered = version or (digits.isdecimal() and len(digits) <= 4)
    if not t.linked(i) or t.glued(i) or not _named(before) or not numbered:
        return 0
    lower = before.lower()
    plain = lower in STOPS or lower in _VERBS or lower in CARDINALS or lower.endswith(("ed", "ly", "ing"))
    if plain or bound_before(t, i, max(0, i - 5)) or currency_before(t, i):
        return 0
    following = t.word(i + 1)
    if following == "%":
        return 0
    if following in ("in", "of") and t.raw(i + 2)[:1].isdecimal() and len(t.raw(i + 2)) != 4:
        return 0
    product = (
        t.linked(i + 1) and t.raw(i + 1)[:1].isupper() and not t.raw(i + 1).endswith("s") and not read_measure(t, i + 1)
    )
    return 0 if (not product and unit_or_noun(t, i + 1)) or following in ("-", "–", "to", "out") else i + 1


def _proper_after(t: Tokens, i: int) -> int:
    """Pass over "787 Dreamliner", "49 Elm Road", "16-18 Mill Lane": a bare whole number before a name."""
    end = i + 1
    if t.word(end) in HYPHENS and t.glued(end) and t.raw(end + 1).isdecimal():
        end += 2
    following = t.raw(end)
    if not t.words[i].isdecimal() or not t.linked(end) or t.glued(end) or not following[0].isupper():
        return 0
    if (
        bound_before(t, i, max(0, i - 5))
        or currency_before(t, i)
        or following.lower() in STOPS
        or millions_of(following)
        or following.endswith(NATIONAL)
    ):
        return 0
    if following.isupper() and len(following) > 1 and counted(t, end):
        return 0
    noun = counted(t, end)
    if read_measure(t, end) or (noun and (noun[1] == end + 1 or int(t.words[i][:9]) < 100)):
        return 0
    return end


def unit_or_noun(t: Tokens, i: int) -> bool:
    """Tell whether a unit, a counted noun or a scale stands at token `i`."""
    if not t.linked(i):
        return False
    return t.word(i) in SCALES or read_measure(t, i) is not None or counted(t, i) is not None
