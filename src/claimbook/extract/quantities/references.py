"""Numbers that point: "Table 3", "[12]", "(Chen et al., 2011)", "1." at the head of a list.

Refuses to look at values: it tells how many tokens to pass over.
"""

from __future__ import annotations

from claimbook.extract.quantities.measures import match_form
from claimbook.extract.quantities.names import unit_or_noun
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load

_NAMES = load("number_names")
STRICT_LABELS = frozenset(str(label) for label in _NAMES["strict_labels"])
_SINGLE = frozenset(str(label) for label in _NAMES["labels"])
LABELS = (
    _SINGLE | STRICT_LABELS | (frozenset(label + "s" for label in _SINGLE) - {"patients", "participants", "subjects"})
)
NOT_LABELLING = frozenset(("this", "last", "next", "every", "each", "per", "a", "an", "past", "one"))
LIST_MARKS = (",", "and", "or", "&", "-", "–", "—", "to", "through", "/", ";", ".")
BRACKETS = {"[": "]", "(": ")"}
MOST_REFERENCES = 40


def reference_end(t: Tokens, i: int) -> int:
    """Give the index after a number at token `i` that only points, or 0 where it may be a quantity."""
    labelled = 0 if t.word(i + 1) == "%" else _labelled(t, i)
    return _bracketed(t, i) or _citation(t, i) or _list_head(t, i) or labelled


def labelled_word(t: Tokens, i: int) -> bool:
    """Tell whether a number word follows a label ("by day three", "phase two trials")."""
    label = t.word(i - 1)
    if label not in LABELS or not t.linked(i) or t.word(i - 2) in NOT_LABELLING or label.endswith("s"):
        return False
    return label in STRICT_LABELS or not (unit_or_noun(t, i + 1) or t.word(i + 1) in ("of", "in", "out", "-"))


def _measured_range(t: Tokens, i: int) -> bool:
    """Tell whether a range with a unit begins at token `i` ("plan 4 to six weeks")."""
    return t.word(i + 1) in ("to", "-", "–", "or") and t.linked(i + 2) and unit_or_noun(t, i + 3)


def _bracketed(t: Tokens, i: int) -> int:
    """Pass over "[12]", "[3, 5–7]", "(22)", "(4,35–38,44)"; "(2,400)" may be a count and "(1998)" a year."""
    if i < 1 or t.words[i - 1] not in BRACKETS or not t.glued(i):
        return 0
    close, j = BRACKETS[t.words[i - 1]], i
    while j < min(t.n, i + MOST_REFERENCES) and (
        t.words[j][0].isdecimal() or t.words[j] in (",", "-", "–", "—", ";", "‐")
    ):
        j += 1
    if t.word(j) != close:
        return 0
    figure = close == ")" and j <= i + 3 and (len(t.words[i]) > 3 or "." in t.words[i])
    return 0 if figure else j


def _citation(t: Tokens, i: int) -> int:
    """Pass over the years of "(Chen et al., 2011, 2014; Ortiz, 2009)" and "Ortiz (2009)"."""
    if len(t.words[i]) != 4 or not t.words[i].isdecimal() or t.words[i][0] not in "12":
        return 0
    before, following = t.word(i - 1), t.raw(i + 1)
    closed = following in (")", ";", "]") or (following == "," and t.raw(i + 2)[:4].isalnum())
    lettered = t.glued(i + 1) and len(following) == 1 and following.islower()
    if before == "(" and t.glued(i) and _author(t, i - 2) and (closed or lettered or following in (",", ":")):
        return _more_years(t, i + 1 + lettered)
    if before in (",", ".") and (closed or lettered) and _author(t, i - 2 if before == "," else i - 1):
        return _more_years(t, i + 1 + lettered)
    return _more_years(t, i + 1) if closed and _author(t, i - 1) and _in_parentheses(t, i) else 0


def _author(t: Tokens, i: int) -> bool:
    """Tell whether a citation's authors end at token `i`: "et al.", a capitalised name."""
    if t.word(i) == "." and t.word(i - 1) == "al":
        return True
    return t.word(i) == "al" or (len(t.raw(i)) > 2 and t.words[i][0].isupper() and t.words[i][1:].islower())


def _in_parentheses(t: Tokens, i: int) -> bool:
    return any(t.words[k] == "(" for k in range(max(0, i - 8), i))


def _more_years(t: Tokens, end: int) -> int:
    while t.word(end) in (",", ";") and len(t.raw(end + 1)) == 4 and t.words[end + 1].isdecimal():
        end += 2
    return end


def _list_head(t: Tokens, i: int) -> int:
    """Pass over "1." and "2)" at the head of a line, and section numbers ("2.1 Methods")."""
    at, word = t.starts[i], t.words[i]
    line = t.text.rfind("\n", max(0, at - 8), at)
    if line < 0 and at > 8:
        return 0
    lead = t.text[line + 1 : at]
    if lead.strip(" \t#*-•>(") or not word.replace(".", "").isdecimal() or len(word) > 6:
        return 0
    if t.word(i + 1) in (".", ")", ":") and t.glued(i + 1) and not t.glued(i + 2) and len(word) <= 3:
        return i + 2
    sectioned = "." in word and t.raw(i + 1)[:1].isupper() and not match_form(t, i + 1)
    return i + 1 if sectioned else 0


def _labelled(t: Tokens, i: int) -> int:
    """Pass over "phases 3, 5 and 7", "Section 4.2", "no. 5", "day 7"."""
    j = i - 1
    if t.word(j) in (".", "-", "#") and j > 0:
        j -= 1
    label = t.word(j)
    if label not in LABELS or not (t.linked(j + 1) and t.linked(i)) or t.word(j - 1) in NOT_LABELLING:
        return 0
    titled = j > 0 and t.words[j][0].isupper() and t.linked(j) and t.raw(j - 1)[0].isalnum() and t.glued(i + 1)
    if (
        label not in STRICT_LABELS
        and not titled
        and (unit_or_noun(t, i + 1) or t.word(i + 1) in ("of", "in", "out") or _measured_range(t, i))
    ):
        return 0
    end = i + 1 + (t.glued(i + 1) and len(t.raw(i + 1)) == 1 and t.raw(i + 1).isalpha())
    while t.word(end) in LIST_MARKS and t.linked(end):
        step = end + 1 + (t.word(end + 1) in ("and", "or", "&"))
        if (
            not t.raw(step)[:1].isdecimal()
            or not t.linked(step)
            or unit_or_noun(t, step + 1)
            or end > i + MOST_REFERENCES
        ):
            break
        end = step + 1
    return end
