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


Label = tuple[str, str]  # list and group
Tails = list[tuple[list[str], Label]]  # the words after the first, longest first


class Entry(NamedTuple):
    """Hold what a first word can begin: `alone` the labels it has by itself, `longer` phrases by their second word."""

    alone: list[Label]
    longer: dict[str, Tails]


_LISTS = ("hedges", "absolutes", "sources", "kinds", "directions", "worth", "scope")
# what stands before the name of a month; "May" by itself may open a question
_BEFORE_A_MONTH = frozenset(lexicon.load("dates")["before_a_month"].split())
_PLAIN = (str, int, float)
_cue = tuple.__new__  # makes a named tuple in a third of the time


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
def _table() -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for name in _LISTS:
        for group, phrases in _groups(name):
            for words in (w for phrase in phrases for w in expand(phrase)):
                entry = table.setdefault(words[0], Entry([], {}))
                if len(words) > 1:
                    entry.longer.setdefault(words[1], []).append((list(words[1:]), (name, group)))
                elif (name, group) not in entry.alone:
                    entry.alone.append((name, group))
    for entry in table.values():
        for tails in entry.longer.values():
            tails.sort(key=lambda tail: -len(tail[0]))
    return table


def scan(tokens: Tokens) -> list[Cue]:
    """Find every phrase, the longest of each list and group at a place; sorted by place."""
    words = tokens.words
    after = [*words[1:], ""]
    found: list[Cue] = []
    for i, entry in enumerate(map(_table().get, words)):
        if entry is None or (words[i] == "may" and _is_month(tokens, i)):
            continue
        alone, longer = entry
        tails = longer.get(after[i]) if longer else None
        if tails:
            _longest(found, words, i, alone, tails)
        elif alone:
            found += [_cue(Cue, (i, i + 1, *label)) for label in alone]
    return found


def _is_month(tokens: Tokens, i: int) -> bool:
    """Tell whether "May" at token `i` names the month: written large, with a day, a year or "in" beside it."""
    words = tokens.words
    if tokens.text[tokens.starts[i] : tokens.starts[i] + 3] != "May":
        return False
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    return before in _BEFORE_A_MONTH or before[:1].isdigit() or after[:1].isdigit()


def _longest(found: list[Cue], words: list[str], i: int, alone: list[Label], tails: Tails) -> None:
    """Add the phrases of two words and more that begin at `i` (the second word fits), then the word by itself."""
    seen: list[Label] = []
    for rest, label in tails:
        end = i + 1 + len(rest)
        if label not in seen and (len(rest) == 1 or words[i + 1 : end] == rest):
            seen.append(label)
            found.append(_cue(Cue, (i, end, *label)))
    found += [_cue(Cue, (i, i + 1, *label)) for label in alone if label not in seen]


class Cues:
    """Hold the cues of a text and give those inside a token range."""

    __slots__ = ("_at", "_labelled", "cues")

    def __init__(self, tokens: Tokens) -> None:
        self.cues = scan(tokens)
        self._at = [c.i for c in self.cues]
        self._labelled: dict[Label, list[Cue]] = {}

    def within(self, i: int, j: int) -> list[Cue]:
        """Give the cues that lie wholly inside tokens `[i, j)`."""
        at = self._at
        first = bisect_left(at, i)
        return [c for c in self.cues[first : bisect_left(at, j, first)] if c.j <= j]

    def holds(self, label: Label, i: int, j: int) -> bool:
        """Tell whether a cue of this list and group lies wholly inside tokens `[i, j)`."""
        if label not in self._labelled:
            name, group = label
            self._labelled[label] = [c for c in self.cues if c.group == group and c.list == name]
        cues = self._labelled[label]
        if not cues:
            return False
        return any(c.j <= j for c in cues[bisect_left(cues, (i,)) : bisect_left(cues, (j,))])


def by_list(cues: Sequence[Cue]) -> dict[str, list[Cue]]:
    """Sort cues by their list, without those that a longer `not` phrase of the same list covers."""
    out: dict[str, list[Cue]] = {}
    barred: list[Cue] = []
    for cue in cues:
        if cue.group == "not":
            barred.append(cue)
        else:
            out.setdefault(cue.list, []).append(cue)
    for bar in barred:
        mine = out.get(bar.list)
        if mine:
            out[bar.list] = [c for c in mine if not (bar.i <= c.i and c.j <= bar.j)]
    return out
