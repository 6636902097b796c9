"""Quotation marks of a sentence, in pairs, so that a quote holds both marks of a pair or neither.

Refuses to pair across sentences: a mark whose other half is in another sentence stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimbook.extract.tokens import Tokens

Pair = tuple[int, int]
# `Tokens` writes every apostrophe as a plain one
_CLOSING = {"“": "”", "‘": "'", "'": "'", '"': '"', "«": "»", "„": "“"}
_MARKS = frozenset("".join((*_CLOSING, *_CLOSING.values())))
_BEFORE_CLOSING = frozenset(",.!?…")
# what may lie between a quote's edge and the mark that belongs to it
_SLIGHT = frozenset(",.!?…;:–—-*_ ")


def pairs(tokens: Tokens, i: int, j: int) -> list[Pair]:
    """Give the tokens of each opening mark in `[i, j)` with those of the mark that closes it."""
    if _MARKS.isdisjoint(tokens.words[i:j]):
        return []
    found: list[Pair] = []
    opened: dict[str, int] = {}  # the mark that would close it, and where it was opened
    for k in range(i, j):
        word = tokens.words[k]
        if word not in _MARKS:
            continue
        if word in opened and _closes(tokens, k):
            found.append((opened.pop(word), k))
        elif word in _CLOSING and _opens(tokens, k, i):
            opened.setdefault(_CLOSING[word], k)
    return found


def _opens(tokens: Tokens, k: int, i: int) -> bool:
    """Tell whether a mark stands right before a word and not right behind one: 6" is a length."""
    starts, ends = tokens.starts, tokens.ends
    free = k == i or starts[k] > ends[k - 1] or not tokens.words[k - 1][-1].isalnum()
    return free and k + 1 < len(tokens) and starts[k + 1] == ends[k]


def _closes(tokens: Tokens, k: int) -> bool:
    """Tell whether a mark stands right behind what it closes; "farmers’" closes nothing."""
    glued = k > 0 and tokens.starts[k] == tokens.ends[k - 1]
    word = tokens.words[k]
    return glued and (word != "'" or tokens.words[k - 1] in _BEFORE_CLOSING or not tokens.words[k - 1].endswith("s"))


def halves(marks: Sequence[Pair], a: int, b: int) -> bool:
    """Tell whether tokens `[a, b)` hold one mark of a pair without the other."""
    return any((a <= opening < b) != (a <= closing < b) for opening, closing in marks)


def widened(tokens: Tokens, marks: Sequence[Pair], a: int, b: int) -> Pair:
    """Widen `[a, b)` to the mark that lies just outside where its other half lies inside."""
    for opening, closing in marks:
        if opening < a <= closing < b and _only_marks(tokens, opening + 1, a):
            a = opening
        elif a <= opening < b <= closing and _only_marks(tokens, b, closing):
            b = closing + 1
    return a, b


def _only_marks(tokens: Tokens, a: int, b: int) -> bool:
    return all(word in _SLIGHT or word in _MARKS for word in tokens.words[a:b])
