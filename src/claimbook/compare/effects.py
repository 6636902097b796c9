"""What a claim says goes up, goes down or stays as it is.

Refuses to weigh or to guess a subject: it reads direction words and the words they govern, up to the next mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimbook.compare.scales import find_bare, find_place
from claimbook.compare.wording import Match, Word, content_stems, find_any, find_phrase, opening, read_words, stem
from claimbook.lexicon import load

_OBJECT = 8
_LIST = 30
_SUBJECT = 4
_CLAUSE = 5
# "certain receptors" are not the receptors another claim names
_INDEFINITE = frozenset({"certain", "some", "several", "various", "other", "many"})
_RELATIVE = frozenset({"that", "which", "who"})
_AUXILIARY = frozenset(
    {"is", "are", "was", "were", "be", "been", "thought", "believed", "known", "said", "to", "may", "might", "can"}
    | {"could", "will", "would", "have", "has", "also", "often"}
)
_AS_WELL = re.compile(r",? as well as\b", re.IGNORECASE)
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "gets", "got", "became", "significantly"})
# a stretch that opens with one of these is no item of the list before it
_ASIDES = frozenset(
    {"in", "on", "at", "of", "especially", "particularly", "including", "such", "making", "leading", "resulting", "it"}
    | {"they", "we", "this"}
)


@dataclass(frozen=True, slots=True)
class Effect:
    """Hold one change: its sign (1 up, -1 down, 0 either way), whether it is denied, what changes, in which words.

    `quality` marks better or worse, which says nothing of more or less. `state` names a scale of the lexicon when the
    changed thing is a pole of one; the sign is then along that scale and `terms` are what narrows it. `head` is the
    stem of the thing itself ("muscle" in "lean muscle"); `compared` marks "no more than" something else, and `open`
    what is only said to be unproven.
    """

    sign: int
    denied: bool
    terms: frozenset[str]
    wording: str
    quality: bool = False
    state: str | None = None
    head: str = ""
    compared: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Push:
    """Hold what a direction word does to the words it governs, given by their indexes."""

    sign: int
    denied: bool
    quality: bool
    governed: tuple[int, ...]
    compared: bool = False
    open: bool = False


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("effects")[key].split())


@cache
def direction_stems() -> frozenset[str]:
    """Give the stems of every word that says better, worse, more or less."""
    keys = ("up", "down", "better", "worse", "rises", "falls", "gains", "losses")
    return frozenset().union(*(_stems(key) for key in keys))


@cache
def _verbs() -> frozenset[str]:
    return _stems("up") | _stems("down") | _stems("better") | _stems("worse")


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("effects")["ends"].split())


def _object(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what a direction word governs: up to a stop word or a break; short list items count on."""
    out: list[int] = []
    stretch, since = words[at].stretch, 0
    for k in range(at + 1, min(len(words), at + 1 + _LIST)):
        word, moved = words[k], words[k].stretch != stretch
        since = 0 if moved else since + 1
        opens = moved or (out and words[k - 1].text in ("and", "or"))
        if word.stretch - stretch > 1 or word.text in _ends() or (opens and _starts_anew(words, k, bool(out))):
            break
        if since > _OBJECT:
            break
        stretch = word.stretch
        out.append(k)
    return tuple(out)


def _starts_anew(words: Sequence[Word], k: int, listing: bool) -> bool:
    """Tell whether an item after a comma or "and" is no item of the list but says something of its own."""
    first = k + 1 if words[k].text in ("and", "or") and k + 1 < len(words) else k
    return not listing or words[first].text in _ASIDES or words[first].stem in _verbs()


def _before(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give the words before a word in its stretch, or, over an aside, in the one before ("X, the Y, will rise")."""
    stretch = words[at].stretch
    out = _last_words(words, at - 1, stretch)
    if all(words[k].text in _AUXILIARY for k in out):
        last = next((k for k in range(at - 1, -1, -1) if words[k].stretch <= stretch - 2), None)
        return _last_words(words, last, stretch - 2) if last is not None else out
    return out


def _last_words(words: Sequence[Word], last: int, stretch: int) -> tuple[int, ...]:
    out: list[int] = []
    for k in range(last, max(-1, last - _SUBJECT), -1):
        if words[k].stretch != stretch or (out and words[k].text in _ends()):
            break
        if words[k].text not in _ends():
            out.insert(0, k)
    return tuple(out)


def _of_noun(words: Sequence[Word], at: int) -> tuple[int, ...]:
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


def _state(item: Sequence[Word], push: _Push) -> Effect | None:
    place, text = find_place(item, quality=push.quality), " ".join(w.text for w in item)
    if place is None:
        return None
    sign = push.sign * place.end
    return Effect(sign, push.denied, place.rest, text, False, place.scale, "", push.compared, push.open)


def _changes(item: Sequence[Word], push: _Push) -> Iterator[Effect]:
    """Read one changed thing; a loss turns the sign ("reduces weight loss") and makes it one of amount.

    A narrowed state ("the hunger hormone") is also a thing of its own.
    """
    if any(w.text in _INDEFINITE and item[n - 1].text != "how" for n, w in enumerate(item)):
        return
    item = _without_group(item)
    if item and item[0].text in ("no", "zero"):
        push = replace(push, denied=True)
    lost = any(w.stem in _stems("losses") for w in item[-1:])
    sign = -push.sign if lost and not (push.quality and push.sign < 0) else push.sign
    text = " ".join(w.text for w in item)
    changed = [w for w in item if w.stem not in _stems("losses") | _stems("gains")]
    stems = content_stems(changed)
    quality = push.quality and not lost
    state = _state(changed, replace(push, sign=sign, quality=quality))
    if state:
        yield state
    if not stems or (state and not state.terms):
        return
    head = next((w.stem for w in reversed(changed) if w.stem in stems), "")
    valued = _value(changed) if quality else 0
    yield Effect(
        sign * (valued or 1), push.denied, stems, text, quality and not valued, None, head, push.compared, push.open
    )


def _without_group(item: Sequence[Word]) -> Sequence[Word]:
    """Leave out in whom a thing changes ("memory in healthy adults"): that is the population, and not the thing."""
    people = load("generic_words")["people"].split()
    cut = next(
        (k for k, w in enumerate(item) if k and w.text == "in" and any(x.text in people for x in item[k:])), None
    )
    return item[:cut]


def _value(item: Sequence[Word]) -> int:
    """Tell whether more of a thing is better (1) or worse (-1), 0 where the lexicon does not say."""
    heard = {w.stem for w in item}
    return -1 if heard & _stems("bad_things") else int(bool(heard & _stems("good_things")))


def _verb(words: Sequence[Word], at: int) -> _Push | None:
    """Give what a verb or adjective of change does to what follows it."""
    word, following = words[at], [w.text for w in words[at + 1 : at + 4]]
    if word.stem not in _verbs() or _relative(words, at) or following[:1] == ["of"] or _opens_subject(words, at):
        return None
    if word.text.endswith("s") and words[at + 1 : at + 2] and _is_plain_push(words[at + 1]):
        return None
    against = following.index("against") + 1 if "against" in following and word.stem in _stems("up") else 0
    governed = _object(words, at + against) or _said_of(words, at)
    sign = -1 if against or word.stem in _stems("down") | _stems("worse") else 1
    quality = word.stem in _stems("better") | _stems("worse")
    return _Push(sign, word.denied, quality, governed) if governed else None


def _is_plain_push(word: Word) -> bool:
    """Tell whether a word is a verb of change in its plain form: then a noun stands before it ("increases kill")."""
    return word.stem in _verbs() and not word.text.endswith(("er", "ed", "ing"))


def _opens_subject(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of change only opens the subject ("Building a car creates …")."""
    return at == 0 and words[0].text.endswith("ing") and any(w.stem in _verbs() for w in words[2:])


def _said_of(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what a word of change is said of when nothing follows it ("prices were lower", "sleep is improved")."""
    return _before(words, at - 1) if at > 1 and words[at - 1].text in _COPULAS else ()


def _relative(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb describes a thing ("proteins that are thought to cause decay") and asserts no change."""
    k = at - 1
    while k >= 0 and words[k].text in _AUXILIARY:
        k -= 1
    return k >= 0 and words[k].text in _RELATIVE


def _noun(words: Sequence[Word], at: int) -> _Push | None:
    """Give what a noun of change, or a verb after its subject ("prices fell"), does to what it is about."""
    word = words[at]
    for key, sign in (("rises", 1), ("falls", -1)):
        if word.text in load("effects")[key].split():
            about = _before(words, at) if not _joined(words, at) else _of_noun(words, at)
            return _Push(sign, word.denied, False, about)
    sign = -1 if word.stem in _stems("losses") else int(word.stem in _stems("gains"))
    return _Push(sign, word.denied, False, _of_noun(words, at)) if sign and not _presupposed(words, at) else None


def _presupposed(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun of change is no assertion: the subject that opens a sentence ("Rapid weight loss can …"),
    or the modifier of another noun ("a weight loss plan")."""
    if at + 1 >= len(words) or words[at + 1].stretch != words[at].stretch:
        return False
    return at < _SUBJECT or bool(content_stems(words[at + 1 : at + 2]))


def _joined(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].text in ("of", "in")


def _affected(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what is left as it is: what stands after the last "on" in "no effect of X on Y", else what follows."""
    following = words[at + 1 : at + 1 + 2 * _OBJECT]
    joints = [k for k, w in enumerate(following) if w.text == "on" and w.stretch == words[at].stretch]
    return _object(words, at + 1 + joints[-1]) if joints else _object(words, at)


def _bare(words: Sequence[Word]) -> Iterator[Effect]:
    """Give changes of a state that one expression says by itself ("live longer")."""
    for name, sign, found in find_bare(words):
        text = " ".join(w.text for w in words[found.start : found.end])
        yield Effect(sign, found.denied, frozenset(), text, False, name)


def _unchanged(words: Sequence[Word]) -> Iterator[tuple[_Push, range]]:
    for key in ("same_phrases", "same_after", "compared_phrases", "open_before", "open_after"):
        for match in _matches(words, key):
            about = _left_open(words, match.start) if key.endswith("_after") else _affected(words, match.end - 1)
            push = _Push(0, True, False, about, key == "compared_phrases", key.startswith("open"))
            yield push, range(match.start, match.end)


@cache
def _phrases_by_word(key: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in load("effects")[key]:
        found[opening(phrase)] = (*found.get(opening(phrase), ()), str(phrase))
    return found


def _matches(words: Sequence[Word], key: str) -> Iterator[Match]:
    """Give where the phrases of a list stand in a text, the first place of each."""
    phrases = _phrases_by_word(key)
    for word in dict.fromkeys(w.text for w in words):
        for phrase in phrases.get(word, ()):
            match = find_phrase(words, phrase, exact=True)
            if match:
                yield match


def _left_open(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what is said to be open: what stands before, after its "on" or "of" ("the effect on sleep is unclear")."""
    about = [k for k in range(max(0, at - 2 * _OBJECT), at) if words[k].stretch == words[at].stretch]
    joints = [k for k in about if words[k].text in ("on", "of", "for")]
    return tuple(k for k in about if not joints or k > joints[-1])


def _phrased(words: Sequence[Word]) -> Iterator[tuple[_Push, range]]:
    """Give what phrases of cause and of good or bad do to what follows them ("leads to weight gain")."""
    for key, sign in (("up_phrases", 1), ("down_phrases", -1), ("better_phrases", 1), ("worse_phrases", -1)):
        for match in _matches(words, key):
            governed = _object(words, match.end - 1)
            if governed and not _pushing(words, governed[0]):
                quality = key in ("better_phrases", "worse_phrases")
                yield _Push(sign, words[match.end - 1].denied, quality, governed), range(match.start, match.end)


def _pushing(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word after "leads to" pushes by itself ("leads to lower prices")."""
    following = words[at : at + 2]
    return any(w.stem in _verbs() for w in following) or (
        bool(following)
        and following[0].text in ("a", "an")
        and len(following) > 1
        and following[1].stem in _stems("losses") | _stems("gains")
    )


def _pushes(words: Sequence[Word]) -> Iterator[_Push]:
    """Give every push in a text; words that one push governs push nothing themselves."""
    first = list(_unchanged(words))
    yield from (push for push, _ in first)
    covered = {index for push, phrase in first for index in (*push.governed, *phrase)}
    for push, phrase in _phrased(words):
        if covered.isdisjoint(phrase) and not any(_loss_at(words, k) for k in push.governed):
            covered.update((*push.governed, *phrase))
            yield push
    for at in range(len(words)):
        found = None if at in covered else (None if _loss_at(words, at) else _verb(words, at)) or _noun(words, at)
        if found:
            covered.update(found.governed)
            yield found


def _loss_at(words: Sequence[Word], at: int) -> bool:
    return words[at].stem in _stems("losses") | _stems("gains") and _joined(words, at)


def deny(effect: Effect) -> Effect:
    """Give the effect a "no" makes of one that is asked about."""
    return replace(effect, denied=not effect.denied)


def find_effects(text: str) -> tuple[Effect, ...]:
    """Find every change a text asserts or denies, in order of the text."""
    words = read_words(_AS_WELL.sub(", and", text))
    effects = (e for p in _pushes(words) for item in _split([words[k] for k in p.governed]) for e in _changes(item, p))
    return tuple(dict.fromkeys(effect for effect in (*effects, *_bare(words)) if effect))


def find_occasion(words: Sequence[Word]) -> frozenset[str]:
    """Give the stems that say on which occasion a change happens ("after eating", "when it rains")."""
    match = find_any(words, load("effects")["occasions"], exact=True)
    return content_stems(words[match.end : match.end + _CLAUSE]) if match else frozenset()


def opposite(a: Effect, b: Effect, common: frozenset[str]) -> bool:
    """Tell whether two effects send the same thing different ways; `common` stems do not identify a thing.

    One thing may be named more fully ("lean muscle", "muscle"), but a narrowed state is not the state itself.
    """
    against = a.sign * b.sign < 0 if a.denied == b.denied else a.sign * b.sign >= 0
    if not against or (a.denied and b.denied) or (a.quality != b.quality and a.sign and b.sign):
        return False
    if a.state or b.state:
        left, right = a.terms - common, b.terms - common
        return a.state == b.state and bool(left & right) == bool(left | right)
    narrow, wide = sorted((a, b), key=lambda e: len(e.terms))
    if not (narrow.terms - common) or not narrow.terms <= wide.terms:
        return False
    return len(wide.terms) - len(narrow.terms) <= 2 and wide.head in narrow.terms
