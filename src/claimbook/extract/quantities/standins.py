"""Number words that stand for persons or things: "ten were released", but "one can see" counts nothing.

Refuses to look back for what is meant: such a count has no unit. When in doubt "one" is a pronoun.
"""

from __future__ import annotations

from claimbook.extract.quantities.spans import Span
from claimbook.extract.quantities.tokens import Tokens
from claimbook.lexicon import load

_WORDS = load("stand_ins")
_NAMED_BEFORE = frozenset(_WORDS["named_before"].split())
_PLURAL_VERBS = frozenset(_WORDS["plural_verbs"].split())
_SINGULAR_VERBS = frozenset(_WORDS["singular_verbs"].split())
_OPENERS = frozenset(_WORDS["openers"].split())
_EVENTS = frozenset(_WORDS["events"].split())
_BETWEEN = frozenset(_WORDS["between"].split())


def is_pronoun(t: Tokens, span: Span) -> bool:
    """Tell whether a bare number word tells no count: "one of the", "the two are", "seven is"."""
    amount = span.amount
    if amount.number.form != "words" or span.bound == "range" or amount.number.scaled:
        return False
    before, following = t.word(amount.start - 1), t.word(amount.end)
    if following == "-" and t.glued(amount.end):
        return t.glued(amount.end + 1) and t.word(amount.end + 1)[0].isalnum()
    if t.word(amount.start) == "one":
        return not _one_thing(t, span)
    if before in _NAMED_BEFORE:
        return True
    if span.bound != "exactly" or following not in _PLURAL_VERBS | _SINGULAR_VERBS:
        return False
    return following not in _PLURAL_VERBS or not _opens(t, span.start)


def _opens(t: Tokens, i: int) -> bool:
    """Tell whether a clause begins at token `i`, so that what stands there is the subject of its verb."""
    before = t.word(i - 1)
    return not t.linked(i) or before in _OPENERS or not before[0].isalnum()


def _one_thing(t: Tokens, span: Span) -> bool:
    """Tell whether "one" is the one to whom something happened ("one has died"); people in general have no events."""
    i = span.amount.end
    if not _opens(t, span.start):
        return False
    if t.word(i) in _SINGULAR_VERBS:
        i += 1
    while t.word(i) in _BETWEEN:
        i += 1
    return t.word(i) in _EVENTS
