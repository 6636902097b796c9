"""What a claim says goes up, goes down or stays as it is.

Refuses to weigh or to guess a subject: it reads direction words and the words they govern, up to the next mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimbook.compare.wording import Word, content_stems, find_any, find_phrase, read_words, stem
from claimbook.lexicon import load

_OBJECT = 8
_SUBJECT = 4
# "certain receptors" are not the receptors another claim names
_INDEFINITE = frozenset({"certain", "some", "several", "various", "other", "many"})
# a stretch that opens with one of these is no item of the list before it
_ASIDES = frozenset(
    {
        "in",
        "on",
        "at",
        "of",
        "especially",
        "particularly",
        "including",
        "such",
        "making",
        "leading",
        "resulting",
        "it",
        "they",
        "we",
        "this",
    }
)


@dataclass(frozen=True, slots=True)
class Effect:
    """Hold one change: its sign (1 up, -1 down, 0 either way), whether it is denied, what changes, in which words.

    `quality` marks better or worse, which says nothing of more or less. `state` names a scale of the lexicon when the
    changed thing is a pole of one; the sign is then along that scale and `terms` are what narrows it.
    """

    sign: int
    denied: bool
    terms: frozenset[str]
    wording: str
    quality: bool = False
    state: str | None = None


@dataclass(frozen=True, slots=True)
class _Push:
    """Hold what a direction word does to the words it governs."""

    sign: int
    denied: bool
    quality: bool
    governed: Sequence[Word]


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("effects")[key].split())


@cache
def direction_stems() -> frozenset[str]:
    """Give the stems of every word that says better, worse, more or less."""
    keys = ("up", "down", "better", "worse", "rises", "falls", "gains", "losses")
    return frozenset().union(*(_stems(key) for key in keys))


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("effects")["ends"].split())


def _object(words: Sequence[Word], at: int) -> list[Word]:
    """Give the words governed by a direction word: up to a stop word or a break; short list items count on."""
    out: list[Word] = []
    stretch = words[at].stretch
    for word in words[at + 1 : at + 1 + 2 * _OBJECT]:
        moved = word.stretch != stretch
        if word.stretch - stretch > 1 or word.text in _ends() or (moved and (not out or word.text in _ASIDES)):
            break
        if not moved and len(out) >= _OBJECT:
            break
        stretch = word.stretch
        out.append(word)
    return out


def _before(words: Sequence[Word], at: int) -> list[Word]:
    out: list[Word] = []
    for word in reversed(words[max(0, at - _SUBJECT) : at]):
        if word.stretch != words[at].stretch or (out and word.text in _ends()):
            break
        if word.text not in _ends():
            out.insert(0, word)
    return out


def _of_noun(words: Sequence[Word], at: int) -> list[Word]:
    """Give what a noun of change is about: "loss of X", "increase in X", else the two words before ("muscle loss")."""
    if at + 1 < len(words) and words[at + 1].text in ("of", "in"):
        return _object(words, at + 1)
    return _before(words, at)[-2:]


def _split(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Split governed words at commas and "and": each item is its own changed thing."""
    item: list[Word] = []
    for word in words:
        if item and (word.text in ("and", "or") or word.stretch != item[-1].stretch):
            yield item
            item = []
        if word.text not in ("and", "or"):
            item.append(word)
    if item:
        yield item


def _turn(item: Sequence[Word]) -> int:
    """Give -1 when the changed thing is itself a loss ("reduces weight loss")."""
    return -1 if any(w.stem in _stems("losses") for w in item[-1:]) else 1


def _state(item: Sequence[Word], push: _Push, sign: int, text: str) -> Effect | None:
    for state in load("opposites")["states"]:
        for pole, side in (("down", -1), ("up", 1)):
            found = find_any(item, state[pole])
            if found and not (push.quality and state.get("good") != pole):
                rest = content_stems([*item[: found.start], *item[found.end :]])
                return Effect(sign * side, push.denied, rest, text, False, state["name"])
    return None


def _change(item: Sequence[Word], push: _Push) -> Effect | None:
    """Read one changed thing; a loss turns the sign ("reduces weight loss") and makes it one of amount."""
    if any(w.text in _INDEFINITE for w in item):
        return None
    lost = any(w.stem in _stems("losses") for w in item[-1:])
    sign = -push.sign if lost and not (push.quality and push.sign < 0) else push.sign
    text = " ".join(w.text for w in item)
    changed = [w for w in item if w.stem not in _stems("losses") | _stems("gains")]
    stems = content_stems(changed)
    quality = push.quality and not lost
    plain = _Push(sign, push.denied, quality, changed)
    return _state(changed, plain, sign, text) or (Effect(sign, push.denied, stems, text, quality) if stems else None)


def _direction(words: Sequence[Word], at: int) -> _Push | None:
    """Give what a word does to the words it governs, `None` for a word that directs nothing."""
    word, following = words[at], [w.text for w in words[at + 1 : at + 4]]
    if at and words[at - 1].text in ("that", "which", "who"):
        return None
    noun = -1 if word.stem in _stems("losses") else int(word.stem in _stems("gains"))
    if noun and following[:1] in (["of"], ["in"]):
        return _Push(noun, word.denied, False, _of_noun(words, at))
    directed = _verb(words, at, following)
    if directed:
        return directed
    for key, sign in (("rises", 1), ("falls", -1)):
        if word.text in load("effects")[key].split():
            return _Push(sign, word.denied, False, _before(words, at))
    return _Push(noun, word.denied, False, _of_noun(words, at)) if noun and not _governed(words, at) else None


def _verb(words: Sequence[Word], at: int, following: Sequence[str]) -> _Push | None:
    word = words[at]
    up, down = (word.stem in _stems("up"), word.stem in _stems("down"))
    better, worse = (word.stem in _stems("better"), word.stem in _stems("worse"))
    if not (up or down or better or worse):
        return None
    against = following.index("against") + 1 if "against" in following and up else 0
    governed = _object(words, at + against)
    sign = -1 if against or down or worse else 1
    return _Push(sign, word.denied, better or worse, governed) if governed else None


def _governed(words: Sequence[Word], at: int) -> bool:
    """Tell whether a direction word before already covers this noun of change."""
    back = words[max(0, at - 3) : at]
    return any(w.stem in _stems("up") | _stems("down") and w.stretch == words[at].stretch for w in back)


def find_effects(text: str) -> tuple[Effect, ...]:
    """Find every change a text asserts or denies, in order of the text."""
    words = read_words(text)
    pushes: list[_Push] = []
    for phrase in load("effects")["same_phrases"]:
        match = find_phrase(words, phrase, exact=True)
        if match:
            pushes.append(_Push(0, True, False, _object(words, match.end - 1)))
    pushes += [push for at in range(len(words)) if (push := _direction(words, at))]
    effects = (_change(item, push) for push in pushes for item in _split(push.governed))
    return tuple(dict.fromkeys(effect for effect in effects if effect))


def opposite(a: Effect, b: Effect, common: frozenset[str]) -> bool:
    """Tell whether two effects send the same thing different ways; `common` stems do not identify a thing.

    One thing may be named more fully ("lean muscle mass", "muscle"), but a narrowed state is not the state itself.
    """
    against = a.sign * b.sign < 0 if a.denied == b.denied else a.sign * b.sign >= 0
    if not against or (a.denied and b.denied) or a.quality != b.quality:
        return False
    if a.state or b.state:
        return a.state == b.state and bool(a.terms & b.terms) == bool(a.terms | b.terms)
    left, right = a.terms - common, b.terms - common
    shared = left & right
    return bool(shared) and len(shared) == min(len(left), len(right)) and 3 * len(shared) >= max(len(left), len(right))
