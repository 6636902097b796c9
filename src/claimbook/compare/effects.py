"""What a claim says goes up, goes down or stays as it is.

Refuses to weigh or to guess a subject: it reads direction words and the words they govern, up to the next mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimbook.compare.causes import NOTHING, Cause, against_each_other, find_cause, is_denial, without
from claimbook.compare.pushes import Push, find_pushes, stems_of
from claimbook.compare.scales import find_bare, find_place
from claimbook.compare.wording import STATEMENT, Word, content_stems, find_any, read_words
from claimbook.lexicon import load

_CLAUSE = 5
# "certain receptors" are not the receptors another claim names
_INDEFINITE = frozenset({"certain", "some", "several", "various", "other", "many"})
# "greater sleep needs" are not more sleep
# "several risk factors" stand for the risk
_SIGNS = frozenset({"factors", "markers", "measures"})
_NEEDS = frozenset({"need", "needs", "requirement", "requirements"})
_LOW = frozenset({"low", "lower", "reduced", "fewer", "less"})
# "slows down floods": the particle is part of the verb
_OPENERS = frozenset({"including", "down", "up", "out", "off"})
_SUFFERING = frozenset({"suffering", "with", "who", "living", "facing", "struggling", "experiencing", "prone"})
_AS_WELL = re.compile(r",? as well as\b", re.IGNORECASE)

# "efficiency does fall"
_TAILS = frozenset({"do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "may", "will"})


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
    cause: Cause = NOTHING


def _split(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Split governed words at commas and "and": each item is its own changed thing, trouble shared with the next."""
    items = list(_items(words))
    for n, item in enumerate(items):
        following = items[n + 1] if n + 1 < len(items) else []
        shares = len(item) == 1 and len(following) > 1 and following[-1].stem in stems_of("troubles")
        yield [*item, following[-1]] if shares else item


def _items(words: Sequence[Word]) -> Iterator[list[Word]]:
    item: list[Word] = []
    for word in words:
        if item and (word.text in ("and", "or") or word.stretch != item[-1].stretch):
            yield item
            item = []
        if word.text not in ("and", "or"):
            item.append(word)
    if item:
        yield item


def _state(item: Sequence[Word], push: Push) -> Effect | None:
    place, text = find_place(item, quality=push.quality), " ".join(w.text for w in item)
    if place is None:
        return None
    sign = push.sign * place.end
    rest = place.rest - stems_of("aspects")
    return Effect(sign, push.denied, rest, text, False, place.scale, "", push.compared, push.open)


def _changes(item: Sequence[Word], push: Push) -> Iterator[Effect]:
    """Read one changed thing; a loss turns the sign ("reduces weight loss") and makes it one of amount.

    A narrowed state ("the hunger hormone") is also a thing of its own.
    """
    if item[-1].text in _NEEDS or (_indefinite(item) and item[-1].text not in _SIGNS):
        return
    if _of_people(item):
        return
    item = _without_group(item[1:] if item[0].text in _OPENERS and len(item) > 1 else item)
    if item and item[0].text in ("no", "zero"):
        push = replace(push, denied=True)
    push, item = _lowered(item, push)
    while len(item) > 1 and item[-1].text in _TAILS:
        item = item[:-1]
    if len(item) > 1 and item[0].text == "more":
        item = item[1:]
    # what is good for "mental health conditions" is good for mental health
    spoilt = _spoilt(item) and not (push.quality and push.sign > 0)
    lost = any(w.stem in stems_of("losses") for w in item[-1:]) or spoilt
    sign = -push.sign if lost and not (push.quality and push.sign < 0) else push.sign
    sign = -1 if spoilt and not push.sign else sign
    text = " ".join(w.text for w in item)
    changed = [w for w in item if w.stem not in stems_of("losses") | stems_of("gains")]
    stems = content_stems(changed)
    quality = push.quality and not lost
    state = _state(changed, replace(push, sign=sign, quality=quality))
    if state:
        yield state
    if not stems or (state and not state.terms):
        return
    head = push.head if push.head in stems else next((w.stem for w in reversed(changed) if w.stem in stems), "")
    valued = _value(changed) if quality else 0
    yield Effect(
        sign * (valued or 1), push.denied, stems, text, quality and not valued, None, head, push.compared, push.open
    )


def _indefinite(item: Sequence[Word]) -> bool:
    """Tell whether words name some things of a kind and leave open which ("several conditions")."""
    return any(w.text in _INDEFINITE and item[n - 1].text != "how" for n, w in enumerate(item))


def _lowered(item: Sequence[Word], push: Push) -> tuple[Push, Sequence[Word]]:
    """Turn a push that brings about little of a thing ("contributes to the low costs of …")."""
    low = next((n for n, w in enumerate(item[:2]) if w.text in _LOW), None)
    if low is None or push.sign < 1 or push.quality or low + 1 == len(item):
        return push, item
    return replace(push, sign=-push.sign), [*item[:low], *item[low + 1 :]]


def _without_group(item: Sequence[Word]) -> Sequence[Word]:
    """Leave out in whom or when a thing changes ("memory in healthy adults", "output in the long run")."""
    people, spans = load("generic_words")["people"].split(), load("effects")["spans"].split()
    ends = (
        k
        for k, w in enumerate(item)
        if k and w.text in ("in", "over") and any(x.text in people or x.text in spans for x in item[k:])
    )
    return item[: next(ends, None)]


def _of_people(item: Sequence[Word]) -> bool:
    """Tell whether what is named is whom something is for ("individuals suffering from stress"): no change."""
    people = load("generic_words")["people"].split()
    at = next((n for n, w in enumerate(item[:3]) if w.text in people), None)
    return at is not None and any(w.text in _SUFFERING for w in item[at + 1 : at + 3])


def _spoilt(item: Sequence[Word]) -> bool:
    """Tell whether the thing is what goes wrong with a good one ("health risks"), and nobody makes it better."""
    if len(item) < 2 or item[-1].stem not in stems_of("bad_heads"):
        return False
    if any(w.stem in stems_of("better") | stems_of("goods") for w in item[:-1]):
        return False
    whole, place = find_place(item, quality=False), find_place(item[:-1], quality=True)
    if whole is not None and whole.end < 0:
        return False
    value = _value(item[:-1])
    if value > 0 or (place is not None and place.end > 0):
        return True
    return not value and item[-1].stem in stems_of("troubles")


def _value(item: Sequence[Word]) -> int:
    """Tell whether more of a thing is better (1) or worse (-1), 0 where the lexicon does not say."""
    heard = {w.stem for w in item}
    return -1 if heard & stems_of("bad_things") else int(bool(heard & stems_of("good_things")))


def _bare(words: Sequence[Word], pushes: Sequence[Push]) -> Iterator[Effect]:
    """Give changes of a state that one expression says by itself ("live longer")."""
    first = min((push.start for push in pushes), default=0)
    for name, sign, found in find_bare(words):
        if found.end <= first and not content_stems(words[: found.start]):
            continue  # "poor sleep harms …": what opens the statement is its cause
        text = " ".join(w.text for w in words[found.start : found.end])
        cause = find_cause(words, found.start)
        yield Effect(sign, found.denied, frozenset(), text, False, name, cause=cause)


def deny(effect: Effect) -> Effect:
    """Give the effect a "no" makes of one that is asked about."""
    return replace(effect, denied=not effect.denied)


def _opening(at: int, pushes: Sequence[Push], words: Sequence[Word]) -> int:
    """Give where the first change of a statement begins: what stands before is the cause of all of them."""
    return min(p.start for p in pushes if p.start <= at and words[p.start].stretch > words[at].stretch - STATEMENT)


def _caused(effect: Effect, words: Sequence[Word], at: int) -> Effect:
    """Add what stands before as the cause; "lack of X harms Y" denies nothing, but speaks of less of X."""
    cause = find_cause(words, at)
    cause = without(cause, effect.wording)
    only_less = cause.turned and bool(effect.sign) and not is_denial(words[:at])
    return replace(effect, cause=cause, denied=effect.denied and not only_less)


def find_effects(text: str) -> tuple[Effect, ...]:
    """Find every change a text asserts or denies, in order of the text."""
    words = read_words(_AS_WELL.sub(", and", text))
    pushes = list(find_pushes(words))
    effects = (
        _caused(effect, words, _opening(push.start, pushes, words))
        for push in pushes
        for item in _split([words[k] for k in push.governed])
        for effect in _changes(item, push)
    )
    return tuple(dict.fromkeys(effect for effect in (*effects, *_bare(words, pushes)) if effect))


def goes(effect: Effect) -> str:
    """Say which way a thing goes: "“traffic” goes down"."""
    return (
        f"“{effect.wording}”: {effect.state} {_way(effect)}" if effect.state else f"“{effect.wording}” {_way(effect)}"
    )


def _way(effect: Effect) -> str:
    if effect.open:
        return "may or may not change"
    if not effect.sign:
        return "stays as it is"
    better, worse = ("gets better", "gets worse") if effect.quality else ("goes up", "goes down")
    way = better if effect.sign > 0 else worse
    return f"does not {way.replace('gets', 'get').replace('goes', 'go')}" if effect.denied else way


def find_occasion(words: Sequence[Word]) -> frozenset[str]:
    """Give the stems that say on which occasion a change happens ("after eating", "when it rains")."""
    match = find_any(words, load("effects")["occasions"], exact=True)
    return content_stems(words[match.end : match.end + _CLAUSE] if match else ())


def opposite(a: Effect, b: Effect, common: frozenset[str]) -> bool:
    """Tell whether two effects send the same thing different ways; `common` stems do not identify a thing.

    One thing may be named more fully ("lean muscle", "muscle"), but a narrowed state is not the state itself.
    """
    signs = a.sign * b.sign * (-1 if against_each_other(a.cause, b.cause) else 1)
    against = signs < 0 if a.denied == b.denied else signs >= 0
    if not against or (a.denied and b.denied) or (a.quality != b.quality and a.sign and b.sign):
        return False
    if a.state or b.state:
        left, right = a.terms - common, b.terms - common
        return a.state == b.state and bool(left & right) == bool(left | right)
    narrow, wide = sorted((a, b), key=lambda e: len(e.terms))
    if not (narrow.terms - common) or not narrow.terms <= wide.terms:
        return False
    return len(wide.terms) - len(narrow.terms) <= 2 and wide.head in narrow.terms
