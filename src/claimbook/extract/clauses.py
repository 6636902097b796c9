"""Cut sentences into clauses that assert something on their own.

Refuses to cut where a reader could be misled: never inside brackets, never below a report, condition or "not only" that
governs both sides, never before a part that has no subject and figure of its own. If unsure a sentence stays whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, reduce
from operator import or_

from claimbook import lexicon
from claimbook.extract.grammar import finite_verbs, likely_verb
from claimbook.extract.phrases import Cue, by_list
from claimbook.extract.tokens import (
    ADVERB,
    BE,
    BRACKET,
    CONTRAST,
    COORD,
    DET,
    DO,
    ING,
    JOINT,
    MODAL,
    NOUNISH,
    PARTICIPLE,
    PAST,
    PREP,
    PRONOUN,
    REL,
    SUBORD,
    THIRD,
    Tokens,
)
from claimbook.model import Quantity

_OPEN, _CLOSE = "([{", ")]}"
_TAKER = REL | SUBORD
_NO_CUES: tuple[Cue, ...] = ()
_MIN_WORDS, _MOST_WORDS = 4, 160


class Clause:
    """Hold tokens `[i, j)` of a text with the finite verbs, cues and quantities that lie inside.

    `mask` has the bits of all classes its words are of (`tokens.CLASS_LISTS`).
    """

    __slots__ = ("_by_list", "cues", "i", "j", "mask", "quantities", "tokens", "verbs", "words")

    def __init__(
        self,
        tokens: Tokens,
        i: int,
        j: int,
        cues: Sequence[Cue] = (),
        quantities: Sequence[Quantity] = (),
        verbs: list[int] | None = None,
    ) -> None:
        self.tokens, self.i, self.j = tokens, i, j
        self.cues, self.quantities = cues, quantities
        self.verbs = verbs if verbs is not None else finite_verbs(tokens, i, j)
        self.words = tokens.words[i:j]
        self.mask = reduce(or_, tokens.classes[i:j], 0)
        self._by_list: dict[str, list[Cue]] | None = None

    def of(self, name: str) -> Sequence[Cue]:
        """Give the cues of one list, without those a longer `not` phrase of the list covers."""
        lists = self._by_list
        if lists is None:
            lists = self._by_list = by_list(self.cues)
        return lists.get(name, _NO_CUES)

    @property
    def start(self) -> int:
        """Give the first code point."""
        return self.tokens.starts[self.i]

    @property
    def end(self) -> int:
        """Give the code point after the last one."""
        return self.tokens.ends[self.j - 1]


@cache
def _reporting() -> frozenset[str]:
    return frozenset(lexicon.load("sources")["reporting"].split())


class Sentence:
    """Hold what cutting a sentence needs: its tokens, finite verbs, figures and bracket depth."""

    __slots__ = ("depth", "figures", "i", "j", "tokens", "verbs")

    def __init__(self, tokens: Tokens, i: int, j: int, quantities: Sequence[Quantity], verbs: list[int]) -> None:
        self.tokens, self.i, self.j = tokens, i, j
        self.verbs = verbs
        self.figures = [bisect_left(tokens.starts, q.start or 0) for q in quantities]
        self.depth = _depths(tokens, i, j)

    def has_figure(self, a: int, b: int) -> bool:
        """Tell whether a quantity stands in tokens `[a, b)`."""
        return any(a <= f < b for f in self.figures)

    def verbs_in(self, a: int, b: int) -> list[int]:
        """Give the finite verbs in tokens `[a, b)`."""
        return self.verbs[bisect_left(self.verbs, a) : bisect_left(self.verbs, b)]

    def main_verbs(self, a: int, b: int) -> int:
        """Count the finite verbs in `[a, b)` that no relative or subordinating word there takes."""
        verbs = self.verbs_in(a, b)
        if not verbs:
            return 0
        takers = [k for k, tag in enumerate(self.tokens.tags[a : verbs[-1]], a) if tag & _TAKER]
        return len(verbs) - sum([not self._adverbial(k) for k in takers])

    def states(self, a: int, b: int) -> bool:
        """Tell whether `[a, b)` has a main verb, or a word that must be one because something is set against it."""
        if self.verbs_in(a, b):
            return self.main_verbs(a, b) > 0
        return likely_verb(self.tokens, a, b) is not None

    def _adverbial(self, k: int) -> bool:
        """Tell whether a subordinator is used otherwise here: "after treatment", "as an option", "so far"."""
        word, tags = self.tokens.words[k], self.tokens.tags
        if k in self.verbs:
            return True
        if word in ("as", "after", "before", "since", "once", "until", "so"):
            verbs = self.verbs_in(k + 1, min(self.j, k + 9))
            return not verbs or any(self.tokens.words[n] == "," for n in range(k, verbs[0]))
        return word == "that" and k > self.i and bool(tags[k - 1] & PREP)


def _depths(tokens: Tokens, i: int, j: int) -> list[int]:
    depth, out = 0, []
    if not reduce(or_, tokens.classes[i:j], 0) & BRACKET:
        return [0] * (j - i)
    for word in tokens.words[i:j]:
        depth += word in _OPEN
        out.append(depth)
        depth -= word in _CLOSE and depth > 0
    return out


def cut(
    tokens: Tokens, i: int, j: int, quantities: Sequence[Quantity], verbs: list[int] | None = None
) -> list[tuple[int, int]]:
    """Cut the sentence at tokens `[i, j)` (finite verbs: `verbs`) into clauses; one range when it asserts one thing."""
    if j - i > _MOST_WORDS:
        return [(i, j)]
    sentence = Sentence(tokens, i, j, quantities, finite_verbs(tokens, i, j) if verbs is None else verbs)
    if not sentence.verbs and likely_verb(tokens, i, j) is None:
        return [(i, j)]
    pieces, start = [], i
    first = _opening_contrast(sentence)
    if first:
        pieces.append((i + 1, first))
        start = first + 1
    first = start + _MIN_WORDS
    for k in [k for k, c in enumerate(tokens.classes[first : j - _MIN_WORDS + 1], first) if c & JOINT]:
        after = _boundary(sentence, start, k)
        if after:
            pieces.append((start, k))
            start = after
    pieces.append((start, j))
    return [p for p in (_trim(tokens, a, b) for a, b in pieces) if p[0] < p[1]]


def _opening_contrast(s: Sentence) -> int:
    """Give the comma that ends an opening "While X," where X and the rest each assert something; else 0."""
    words, tags = s.tokens.words, s.tokens.tags
    if not tags[s.i] & CONTRAST or words[s.i + 1 : s.i + 2] == ["not"] or tags[s.i + 1] & ING:
        return 0
    for k in range(s.i + 4, s.j - 4):
        if words[k] == "," and not s.depth[k - s.i] and (s.verbs_in(s.i, k) or likely_verb(s.tokens, s.i + 1, k)):
            main = s.verbs_in(k, s.j)
            if main and main[0] > k + 1 and not _listed(s, k, main[0]):
                return k
    return 0


def _listed(s: Sentence, k: int, verb: int) -> bool:
    """Tell whether the comma at `k` only separates items or opens a relative clause, so that no subject follows it."""
    words, tags = s.tokens.words, s.tokens.tags
    opens_other = tags[k + 1] & (REL | COORD | PREP) and words[k + 1] not in ("for", "in", "this", "that")
    opens_clause = tags[k + 1] & SUBORD and not tags[k + 1] & (REL | CONTRAST)
    return bool(opens_other) or ("," in words[k + 1 : verb] and not opens_clause)


def _boundary(s: Sentence, a: int, k: int) -> int:
    """Give where the next clause starts when one ends before token `k`; else 0."""
    words, tags = s.tokens.words, s.tokens.tags
    if s.depth[k - s.i]:
        return 0
    word = words[k]
    if word == ";":
        return k + 1 if s.states(a, k) and (s.verbs_in(k, s.j) or likely_verb(s.tokens, k + 1, s.j)) else 0
    if word in ",–—":
        nxt = tags[k + 1]
        if (nxt & CONTRAST and words[k + 1] not in ("where",)) or nxt & COORD:
            return _coordinate(s, a, k, k + 2)
        return _figure_tail(s, a, k) if word == "," else 0
    if (tags[k] & COORD and words[k - 1] not in ",–—;") or word == "whereas":
        return _coordinate(s, a, k, k + 1)
    return 0


def _coordinate(s: Sentence, a: int, k: int, b: int) -> int:
    """Judge the cut before a coordinator or contrast at `k`, the next clause starting at `b`."""
    word = s.tokens.words[b - 1]
    tied = word == "and" and not s.tokens.tags[b] & PRONOUN
    if not (s.main_verbs(a, k) > 0 if tied else s.states(a, k)) or _governed(s, a, k, word) or b >= s.j:
        return 0
    if _second_participle(s, a, k, b):
        return b
    verbs = s.verbs_in(b, s.j)
    if not verbs or _twins(s, k, b):
        return 0
    end = _next_stop(s, b)
    if _has_subject(s, b, verbs[0], end):
        return b
    shared = verbs[0] <= _skip_adverbs(s, b) and not s.tokens.tags[verbs[0]] & (MODAL | DO)
    if shared and s.tokens.words[verbs[0]] in _reporting():
        return 0
    return b if shared and s.has_figure(b, s.j) and s.has_figure(a, k) | (word == "and") and k - a > 4 else 0


def _twins(s: Sentence, k: int, b: int) -> bool:
    """Tell whether a bare coordinator joins infinitives ("to rise and fall") or repeats a word ("lower and lower")."""
    words = s.tokens.words
    return b == k + 1 and (words[k - 2] == "to" or words[k - 1] == words[b])


def _second_participle(s: Sentence, a: int, k: int, b: int) -> bool:
    """Tell whether "was built in 1960 and sold in 1975" goes on at `b`: two participles, each with its figure."""
    tags = s.tokens.tags
    passive = any(tags[v] & BE for v in s.verbs_in(a, k))
    return passive and bool(tags[_skip_adverbs(s, b)] & PARTICIPLE) and s.has_figure(a, k) and s.has_figure(b, s.j)


def _skip_adverbs(s: Sentence, b: int) -> int:
    while b < s.j - 1 and s.tokens.tags[b] & ADVERB:
        b += 1
    return b


def _next_stop(s: Sentence, b: int) -> int:
    for k in range(b, s.j):
        if s.tokens.words[k] in ";,–—" and not s.depth[k - s.i] and s.verbs_in(b, k):
            return k
    return s.j


def _has_subject(s: Sentence, b: int, verb: int, end: int) -> bool:
    """Tell whether `[b, verb)` names a subject of its own and the verb is not a relative clause's."""
    tags = s.tokens.tags
    first = _skip_adverbs(s, b)
    between = s.tokens.words[b:verb]
    if "," in between or ";" in between or tags[verb - 1] & COORD:
        return False
    if tags[first] & (PAST | THIRD) and not tags[first] & (NOUNISH | DET):
        return False
    if verb <= first or (
        tags[b] & (REL | SUBORD) and s.tokens.words[b] not in ("that", "once", "after", "as", "since")
    ):
        return False
    if s.tokens.words[b] in ("that", "to") or tags[b] & (PREP | ING):
        return False
    return s.main_verbs(b, end) > 0


def _governed(s: Sentence, a: int, k: int, word: str) -> bool:
    """Tell whether something in `[a, k)` reaches over the cut: a report, an opening condition, "not only", "if"."""
    words, tags = s.tokens.words, s.tokens.tags
    left = words[a:k]
    if (words[k] == word and _inside_subordinate(s, a, k)) or ("between" in left[-5:] and word == "and"):
        return True
    if (
        ("only" in left and ("not" in left or "n't" in "".join(left)))
        or "whether" in left
        or "both" in left[-6:]
        or "from" in left[-3:]
    ):
        return True
    if (tags[a] & SUBORD and not tags[a] & CONTRAST) or ("," in left and tags[a] & PREP and word == "and"):
        return word in ("and", "so", "yet")
    reports = [v for v in s.verbs_in(a, k) if words[v] in _reporting()]
    if not reports or word in ("while", "whereas", "although", "though"):
        return False
    own = any(words[v] in _reporting() for v in s.verbs_in(k, s.j))
    return not own and (word != "but")


def _inside_subordinate(s: Sentence, a: int, k: int) -> bool:
    """Tell whether a bare "and" at `k` joins two parts of a subordinate clause ("as trials and case reports show")."""
    tags, words = s.tokens.tags, s.tokens.words
    if words[k] == "whereas" or tags[k + 1] & PRONOUN:
        return False
    comma = max((n for n in range(a, k) if words[n] == ","), default=a - 1)
    if not s.verbs_in(comma + 1, k) and comma >= a:
        return True
    return any(tags[n] & (SUBORD | REL) and not tags[n] & CONTRAST and words[n] != "so" for n in range(comma + 1, k))


def _figure_tail(s: Sentence, a: int, k: int) -> int:
    """Judge the cut before ", which …" or ", leading to …" at the end of a sentence with figures on both sides."""
    tags = s.tokens.tags
    if not (s.has_figure(k, s.j) and s.has_figure(a, k)) or s.main_verbs(a, k) < 1:
        return 0
    if tags[k + 1] & REL and s.tokens.words[k + 1] in ("which", "who"):
        return k + 1 if s.main_verbs(k, s.j) <= 0 and s.verbs_in(k, s.j) else 0
    return 0


def _trim(tokens: Tokens, a: int, b: int) -> tuple[int, int]:
    """Drop commas, dashes and a bare coordinator at the edges of a clause."""
    while a < b and (tokens.words[a] in ",;:–—-" or tokens.words[a] in ("and", "but")):
        a += 1
    while b > a and tokens.words[b - 1] in ",;:–—-":
        b -= 1
    return a, b
