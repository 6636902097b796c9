"""Find the phrases of the lexicon in a run of words, all lists in one pass.

Refuses to judge: it says which phrase of which list stands where. Each word is looked up once, so time is linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from claimbook import lexicon
from claimbook.extract.tokens import Tokens, verb_forms


class Cue(NamedTuple):
    """Name a phrase found at tokens `[i, j)`: its list (`hedges`) and its group there (`clause`)."""

    i: int
    j: int
    list: str
    group: str


# (the words after the first, list, group)
Tails = list[tuple[tuple[str, ...], str, str]]
_LISTS = ("hedges", "absolutes", "sources", "kinds", "directions", "worth", "scope")
_PLAIN = (str, int, float)


def expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """Spell out a phrase: `a/b` stands for either word, `~verb` for every form of it."""
    choices = []
    for part in str(phrase).split():
        if part.startswith("~"):
            choices.append(_forms(part[1:], phrase))
        else:
            choices.append(tuple(part.lower().split("/")))
    yield from product(*choices)


def _forms(base: str, phrase: str) -> tuple[str, ...]:
    if base not in verb_forms():
        raise ValueError(f"lexicon phrase {phrase!r}: {base!r} is not in verbs.yaml")
    return tuple(dict.fromkeys(verb_forms()[base]))


def _groups(name: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield (group, phrases) of one list; nested groups are named `outer.inner`."""
    for group, value in lexicon.load(name).items():
        if isinstance(value, list) and all(isinstance(v, _PLAIN) for v in value):
            yield group, value
        elif isinstance(value, Mapping) and name == "kinds":
            for inner, phrases in value.items():
                yield f"{group}.{inner}", phrases


@cache
def _table() -> dict[str, Tails]:
    table: dict[str, Tails] = {}
    for name in _LISTS:
        for group, phrases in _groups(name):
            for phrase in phrases:
                for first, *rest in expand(phrase):
                    table.setdefault(first, []).append((tuple(rest), name, group))
    for tails in table.values():
        tails.sort(key=lambda t: -len(t[0]))
    return table


def scan(tokens: Tokens) -> list[Cue]:
    """Find every phrase, the longest of each list and group at a place; sorted by place."""
    table, words = _table(), tokens.words
    found: list[Cue] = []
    for i, word in enumerate(words):
        tails = table.get(word)
        if tails is not None:
            found.extend(_at(words, i, tails))
    return found


def _at(words: list[str], i: int, tails: Tails) -> Iterator[Cue]:
    seen: set[tuple[str, str]] = set()
    for rest, name, group in tails:
        if (name, group) in seen:
            continue
        if not rest or tuple(words[i + 1 : i + 1 + len(rest)]) == rest:
            seen.add((name, group))
            yield Cue(i, i + 1 + len(rest), name, group)


class Cues:
    """Hold the cues of a text and give those inside a token range."""

    __slots__ = ("_at", "cues")

    def __init__(self, tokens: Tokens) -> None:
        self.cues = scan(tokens)
        self._at = [c.i for c in self.cues]

    def within(self, i: int, j: int) -> list[Cue]:
        """Give the cues that lie wholly inside tokens `[i, j)`."""
        return [c for c in self.cues[bisect_left(self._at, i) : bisect_left(self._at, j)] if c.j <= j]


def of_list(cues: Sequence[Cue], name: str) -> list[Cue]:
    """Keep the cues of one list, without those a longer `not` phrase of the list covers."""
    mine = [c for c in cues if c.list == name]
    if not any(c.group == "not" for c in mine):
        return mine
    barred = [(c.i, c.j) for c in mine if c.group == "not"]
    return [c for c in mine if c.group != "not" and not any(a <= c.i and c.j <= b for a, b in barred)]
