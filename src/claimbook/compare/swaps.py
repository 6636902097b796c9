"""Two sentences alike but for one thing: "the mayor supports the plan" beside "the mayor opposes the plan".

Refuses to oppose sentences that differ in more than what is swapped, and to take another word for an opposite one that
the lexicon does not give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimbook.compare.contrasts import replaced_apart, sides_apart
from claimbook.compare.dates import month_of, named_times_apart
from claimbook.compare.populations import groups_apart
from claimbook.compare.settings import Settings, settings_apart
from claimbook.compare.wording import Word, content_stems, one_of
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Verdict
    from claimbook.model import RelationName

# of the stems of the longer sentence, how many both must have
SAME_LEAST = 2
SAME_PART, MOST = 0.5, 0.6
_LONGEST, _SHORT = 60, 4
_THING, _VERB = 5, 6
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


@dataclass(frozen=True, slots=True)
class Swap:
    """Hold what one sentence says where the other says `second`; `plain` tells that nothing else differs."""

    first: str
    second: str
    how: str
    plain: bool


@cache
def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    """Give, for each word of the lexicon, the pairs it belongs to and on which side."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, pair in enumerate(load("antonyms")["pairs"]):
        for side, words in enumerate(pair):
            for word in words.split():
                found[word] = (*found.get(word, ()), (number, side))
    return found


def are_opposites(a: str, b: str) -> bool:
    """Tell whether two lower-case words are opposites."""
    other = set(_sides().get(b, ()))
    return any((number, 1 - side) in other for number, side in _sides().get(a, ()))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load("antonyms")[key].split())


@dataclass(frozen=True, slots=True)
class Hooks:
    """Hold what a swap could hang on: words that have opposites, those opposites, a day, what happens once."""

    words: frozenset[tuple[int, int]]
    opposites: frozenset[tuple[int, int]]
    dated: bool
    once: frozenset[str]


NO_HOOKS = Hooks(frozenset(), frozenset(), False, frozenset())


def find_hooks(words: Sequence[Word]) -> Hooks:
    """Find what a swap of one thing could hang on in a sentence."""
    found = frozenset(place for w in words for place in _sides().get(w.text, ()))
    other = frozenset((number, 1 - side) for number, side in found)
    joined = pairwise(words)
    once = frozenset(
        f"{v.text} {j.text}" for v, j in joined if v.text in _listed("once") and j.text in _listed("joints")
    )
    dated = _dated(words)
    return Hooks(one_of(found), one_of(other), dated, one_of(once)) if found or once or dated else NO_HOOKS


def could_swap(a: Hooks, b: Hooks) -> bool:
    """Tell whether two sentences could be alike but for one thing that they say the opposite of."""
    return (a.dated and b.dated) or not a.opposites.isdisjoint(b.words) or not a.once.isdisjoint(b.once)


def alike_but_for_little(a: Reading, b: Reading) -> bool:
    """Tell whether two sentences share so much that what they do not share is what they differ in."""
    shared, longer = len(a.terms & b.terms), max(len(a.terms), len(b.terms))
    return shared >= SAME_LEAST and shared >= (SAME_PART if longer <= _SHORT else MOST) * longer


def find_swap(a: Reading, b: Reading) -> Swap | None:
    """Find what two sentences in nearly the same words differ in, `None` where that opposes nothing."""
    if not could_swap(a.hooks, b.hooks) or not alike_but_for_little(a, b) or max(len(a.words), len(b.words)) > _LONGEST:
        return None
    first, second = list(a.words), list(b.words)
    matcher = SequenceMatcher(None, [w.stem for w in first], [w.stem for w in second], autojunk=False)
    parts = [(first[i:j], second[k:n], i, k) for tag, i, j, k, n in matcher.get_opcodes() if tag != "equal"]
    found = [(swap, part) for part in parts if (swap := _swapped(first, *part))]
    if len(found) != 1:
        return None
    (how, left, right), chosen = found[0]
    spare = [
        content_stems(w for w in x if w.text not in y.split()) for x, y in zip(chosen[:2], (left, right), strict=True)
    ]
    if how == "opposite" and all(spare):
        return None
    others = [content_stems((*x, *y)) for x, y, *_ in parts if (x, y) != chosen[:2]]
    return Swap(left, right, how, not any((*others, *spare)))


def _swapped(
    first: Sequence[Word], left: Sequence[Word], right: Sequence[Word], at: int, _: int
) -> tuple[str, str, str] | None:
    said = tuple(" ".join(w.text for w in words) for words in (left, right))
    opposite = next(((x.text, y.text) for x in left for y in right if are_opposites(x.text, y.text)), None)
    if opposite:
        return None if _until(left) != _until(right) else ("opposite", *opposite)
    if left and right and _dated(left) and _dated(right):
        return "time", said[0], said[1]
    if left and right and _once(first, at):
        return "place", said[0], said[1]
    return None


def _until(words: Sequence[Word]) -> bool:
    """Tell whether something holds up to a time only: what is closed until May opens in May."""
    return any(w.text in ("until", "till") for w in words)


def _dated(words: Sequence[Word]) -> bool:
    named = [w for w in words if month_of(w.text) or w.text in _WEEKDAYS or w.text.endswith(("am", "pm"))]
    return any(w.text[0].isdigit() or w.text in _WEEKDAYS or month_of(w.text) for w in named)


def _once(words: Sequence[Word], at: int) -> bool:
    """Tell whether what stands at an index says where from, where or by whom something happened that happens once."""
    before = [w.text for w in words[max(0, at - 4) : at] if w.text not in ("the", "a", "an")]
    return len(before) > 1 and before[-1] in _listed("joints") and before[-2] in _listed("once")


@dataclass(frozen=True, slots=True)
class Nobody:
    """Hold that no such thing, or nobody, did what `said` tells, in stems; `wording` quotes it."""

    thing: str
    said: frozenset[str]
    wording: str


def find_nobodies(words: Sequence[Word]) -> tuple[Nobody, ...]:
    """Find what a sentence says that none of a kind does ("no trout can pass", "none of the houses was flooded")."""
    return tuple(found for at, w in enumerate(words) if w.text in _listed("none") and (found := _nobody(words, at)))


def _nobody(words: Sequence[Word], at: int) -> Nobody | None:
    thing = _head(words, at + 1)
    if thing is None or not _heads_a_clause(words, at) or words[thing].text in _listed("empty"):
        return None
    after = [w for w in words[thing + 1 :] if w.stretch == words[at].stretch]
    if not any(w.text in _listed("finite") or w.text.endswith("ed") for w in after[:_VERB]):
        return None
    wording = " ".join(w.text for w in words[at : thing + 1])
    return Nobody(words[thing].stem, content_stems(w for w in after if w.text not in _listed("finite")), wording)


def _head(words: Sequence[Word], at: int) -> int | None:
    """Give the head of the noun phrase that starts at an index: the last of its first run of telling words."""
    run: list[int] = []
    for k in range(at, min(len(words), at + _THING)):
        telling = bool(content_stems((words[k],))) and words[k].text not in _listed("finite")
        if words[k].stretch != words[at].stretch or (run and not telling):
            break
        if telling:
            run.append(k)
    return run[-1] if run else None


def _heads_a_clause(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word opens its stretch: "no" after a verb says of what there is none, and of nobody's doing."""
    return at == 0 or words[at - 1].stretch != words[at].stretch or words[at - 1].text in ("and", "but", "that")


def says_none(reading: Reading) -> bool:
    """Tell whether a claim speaks of none of something."""
    return any(w.text in _listed("none") for w in reading.words)


def compare_nobodies(a: Reading, b: Reading) -> Iterator[Verdict]:
    """Give sentences of which one says that none of a kind does what the other says that some do."""
    from claimbook.compare.verdicts import Verdict

    for x, y in ((a, b), (b, a)):
        for none in x.nobodies:
            if not _done(none, y) or groups_apart(a.population, b.population) or settings_apart(*_places(a, b)):
                continue
            if named_times_apart(a.times, b.times):
                continue
            named = next(w.text for w in y.words if w.stem == none.thing)
            why = f"“{as_written(x, none.wording)}” says that none does what the other tells of {named}"
            why = f"{why} ({_shared_words(none, y)})"
            sure: RelationName = "contradict" if none.said <= y.terms and not (a.times and b.times) else "tension"
            yield Verdict(sure, "polarity", why, f"nobody {none.thing}")


def _done(none: Nobody, other: Reading) -> bool:
    """Tell whether another sentence says of the same kind of thing what this one says that none does."""
    if other.claim.quote.rstrip().endswith("?") or says_none(other) or any(w.denied for w in other.words):
        return False
    told = none.said & other.terms
    return none.thing in other.terms and bool(told) and 3 * len(told) >= 2 * len(none.said)


def _shared_words(none: Nobody, other: Reading) -> str:
    return " ".join(dict.fromkeys(w.text for w in other.words if w.stem in none.said))


def _places(a: Reading, b: Reading) -> tuple[Settings, Settings]:
    """Give where two claims hold: when is compared otherwise."""
    one, other = (frozenset(named for named in r.settings if named[0] == "place") for r in (a, b))
    return one, other


def _years(reading: Reading) -> frozenset[object]:
    dated = {f.quantity.low for f in reading.figures if f.quantity.kind in ("year", "decade")}
    return frozenset(dated | set(reading.times))


def _recurs(reading: Reading) -> bool:
    """Tell whether what a claim tells comes again and again: on two dates as well as on one."""
    often = any(f.quantity.kind == "frequency" for f in reading.figures)
    return often or any(w.text in _listed("recurring") for w in reading.words)


def as_written(reading: Reading, said: str) -> str:
    """Give words of a claim as its quote spells them."""
    at = reading.claim.quote.lower().find(said)
    return reading.claim.quote[at : at + len(said)] if at >= 0 else said


def compare_swaps(a: Reading, b: Reading) -> Iterator[Verdict]:
    """Give what two sentences in nearly the same words say the opposite of."""
    from claimbook.compare.verdicts import Verdict

    swap = find_swap(a, b)
    if swap is None or a.denies != b.denies or a.claim.quote.rstrip().endswith("?"):
        return
    if swap.how == "time" and (_recurs(a) or _recurs(b)):
        return
    settings = _places(a, b) if swap.how == "time" else (a.settings, b.settings)
    if (swap.how != "place" and settings_apart(*settings)) or groups_apart(a.population, b.population):
        return
    # what opened in one year may close in another
    if sides_apart(a.sides, b.sides) or (swap.how != "time" and _years(a) != _years(b)):
        return
    if replaced_apart(a, b, frozenset({*swap.first.split(), *swap.second.split()})):
        return
    relation: RelationName = "contradict" if swap.plain and swap.how != "place" else "tension"
    first, second = as_written(a, swap.first), as_written(b, swap.second)
    why = f"in the same words one says “{first}”, the other “{second}”"
    yield Verdict(relation, "polarity", why, f"swap {swap.first} {swap.second}")
