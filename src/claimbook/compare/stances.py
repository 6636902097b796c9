"""Which pole of a general opposition a claim takes, and what it sets aside ("rather than X").

Refuses to know a subject: poles come from `lexicon/opposites.yaml`; a review's own come from its topics.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claimbook.compare.causes import NOTHING, Cause, find_cause
from claimbook.compare.subjects import UNNAMED, Named, find_named
from claimbook.compare.wording import (
    Match,
    Word,
    content_stems,
    find_any,
    find_phrase,
    longest_word,
    one_of,
    read_words,
    texts_heard,
)
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.figures import Figure

_AROUND = 4
_LABEL = 6
_NOT_MEANT = 10
_SHARES = frozenset({"per", "cent", "percent"})
_JOINTS = frozenset({"is", "are", "was", "were", "remain", "remains"})


@dataclass(frozen=True, slots=True)
class Stance:
    """Hold a pole taken on an axis, in which words, and the stems of what stands next to it.

    `flipped` tells that the words name the other pole and are denied; `subject` are the stems of what a plain "X is …"
    says it of; `weak` marks what a figure lets one conclude; `own` are the stems next to
    it between the same two marks; `use` is the stem of what it is said for ("cheap to run").
    """

    axis: str
    pole: str
    wording: str
    about: frozenset[str]
    flipped: bool
    subject: frozenset[str] = frozenset()
    named: Named = UNNAMED
    after: frozenset[str] = frozenset()
    cause: Cause = NOTHING
    weak: bool = False
    own: frozenset[str] = frozenset()
    use: str = ""


def _beside(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    """Give the stems around a pole between the same two marks: the item of a list that it is said of."""
    near = (*words[max(0, start - _AROUND) : start], *words[end : end + _AROUND])
    return content_stems(w for w in near if w.stretch == words[start].stretch)


def _near(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    stretch = words[start].stretch
    return content_stems(
        w
        for at, w in enumerate(words[: end + _AROUND])
        if at >= start - _AROUND and at != start and abs(w.stretch - stretch) <= 1
    )


def _subject(words: Sequence[Word], at: int) -> frozenset[str]:
    """Give the stems of the subject a pole is said of by "is" or "are", which it follows within a few words."""
    joints = [k for k in range(max(0, at - _AROUND), at) if words[k].text in _JOINTS]
    if not joints or words[joints[0]].stretch != words[at].stretch:
        return frozenset()
    before = words[max(0, joints[0] - _AROUND) : joints[0]]
    return content_stems(w for w in before if w.stretch == words[at].stretch)


def is_mythical(words: Sequence[Word]) -> bool:
    """Tell whether the claim calls something false; poles in it are then denied."""
    myths = load("opposites")["myths"]
    return bool(find_any(words, (*myths["before"], *myths["after"]), exact=True))


def _rebutted(words: Sequence[Word], quote: str) -> int:
    """Give how many opening words are a label that its own entry rebuts ("High cost: while …"), else 0."""
    label, colon, rest = quote.partition(":")
    size = len(read_words(label))
    opening = rest.split()[:2]
    rebuts = load("opposites")["myths"]["rebuts"]
    if not colon or size > _LABEL or not opening or size >= len(words):
        return 0
    return size if opening[0].lower() in rebuts or " ".join(opening).lower() in rebuts else 0


# the number of an axis, the pole, and the number of a phrase there
_Place = tuple[int, int, int]


@cache
def _places_by_word() -> dict[str, tuple[_Place, ...]]:
    """Give, for every word that tells of a phrase of some pole, the places of such phrases."""
    found: dict[str, tuple[_Place, ...]] = {}
    for number, axis in enumerate(load("opposites")["axes"]):
        for pole, phrases in enumerate(axis["poles"].values()):
            for at, phrase in enumerate(phrases):
                word = longest_word(phrase)
                found[word] = (*found.get(word, ()), (number, pole, at))
    return found


def _poles_heard(words: Sequence[Word]) -> Iterator[tuple[dict[str, Any], str, Match]]:
    """Give each pole that some phrase of a text takes, with its axis and the first such phrase of the text."""
    table, axes = _places_by_word(), load("opposites")["axes"]
    first: dict[tuple[int, int], Match] = {}
    for number, pole, at in sorted(place for word in texts_heard(words) for place in table.get(word, ())):
        name = list(axes[number]["poles"])[pole]
        match = find_phrase(words, axes[number]["poles"][name][at], exact=True)
        if match and ((number, pole) not in first or match.start < first[number, pole].start):
            first[number, pole] = match
    for (number, pole), match in first.items():
        yield axes[number], list(axes[number]["poles"])[pole], match


def _not_meant(words: Sequence[Word], at: int) -> bool:
    """Tell whether what stands at an index is only said not to follow ("this doesn't mean they are rare")."""
    before = [w.text for w in words[max(0, at - _NOT_MEANT) : at]]
    return any(
        word == "mean" and before[n - 1 : n] and before[n - 1] in ("doesn't", "not", "don't")
        for n, word in enumerate(before)
    )


def _asked(words: Sequence[Word], at: int) -> bool:
    """Tell whether what stands at an index is asked or weighed and not said: "how common it is", "less harmful"."""
    before = [w.text for w in words[max(0, at - _AROUND) : at] if w.stretch == words[at].stretch]
    return not {"how", "whether"}.isdisjoint(before) or before[-1:] == ["less"]


def find_stances(words: Sequence[Word], quote: str, lead: Sequence[Word] = ()) -> tuple[Stance, ...]:
    """Find the poles a claim takes; a denied pole, or one the claim calls false, is the opposite one.

    `lead` is what stands before the claim in its sentence.
    """
    myth, label, out = is_mythical(words), _rebutted(words, quote), []
    for axis, name, match in _poles_heard(words):
        flipped = match.denied != (myth or match.end <= label)
        unmeant = _not_meant(words, match.start) or _asked(words, match.start)
        if unmeant or (flipped and axis.get("plain")):
            continue
        names = list(axis["poles"])
        pole = names[1 - names.index(name)] if flipped else name
        worded = " ".join(w.text for w in words[match.start : match.end])
        text = f"“{worded}” denied" if flipped else f"“{worded}”"
        near, subject = _near(words, match.start, match.end), _subject(words, match.start)
        named = find_named(words, match.start, lead)
        after = _after(words, match.start, match.end)
        cause, own = find_cause(words, match.start), _beside(words, match.start, match.end)
        use = _use(words[match.end : match.end + 2])
        out.append(Stance(axis["name"], pole, text, near, flipped, subject, named, after, cause, own=own, use=use))
    return tuple(out)


def _after(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    """Give the stems right behind a pole, people included: "mandatory for children" is said of them as well."""
    people = load("generic_words")["people"].split()
    near = [w for w in words[end : end + _AROUND] if w.stretch == words[start].stretch and w.text not in _SHARES]
    counted = frozenset(w.stem for w in near if w.text in people or w.text[0].isdigit())
    return one_of(content_stems(near) | counted)


def _use(after: Sequence[Word]) -> str:
    """Give the stem of the verb that says for what a pole is meant: "costs more to buy"."""
    return after[1].stem if len(after) > 1 and after[0].text == "to" else ""


def find_prices(figures: Sequence[Figure]) -> tuple[Stance, ...]:
    """Find what a claim gives a price for: that is not free."""
    return tuple(
        Stance("free or paid", "paid", f"“{f.quantity.text}”", f.measure, False, cause=NOTHING, weak=True)
        for f in figures
        if f.interval.dimension.startswith("money") and f.interval.low > 0 and f.telling
        if f.telling.verb in ("cost", "pay")
    )


def find_replaced(words: Sequence[Word]) -> frozenset[str]:
    """Give the stems of what a claim sets aside in favour of something else ("X rather than Y": those of Y)."""
    out: frozenset[str] = frozenset()
    for phrase in load("opposites")["denial"]["replaces"]:
        match = find_phrase(words, phrase)
        if match:
            stretch = words[match.start].stretch
            out |= content_stems(w for w in words[match.end : match.end + 6] if w.stretch == stretch)
    return one_of(out)


@cache
def axis_relation(axis: str) -> str:
    """Give what the lexicon says two poles of an axis are to each other: contradict or tension."""
    return next(str(a["relation"]) for a in load("opposites")["axes"] if a["name"] == axis)


@cache
def of_the_whole(axis: str) -> bool:
    """Tell whether the poles of an axis are commonly said of the subject as a whole ("it is safe")."""
    return any(a.get("whole", False) for a in load("opposites")["axes"] if a["name"] == axis)


@cache
def of_its_object(axis: str) -> bool:
    """Tell whether the poles of an axis are said of what follows them ("should wear a helmet")."""
    return any(a.get("object", False) for a in load("opposites")["axes"] if a["name"] == axis)


@cache
def one_pole(axis: str, pole: str) -> bool:
    """Tell whether all that takes a pole says the same: "more than" and "less than" are both not as much."""
    return all(a.get("many") != pole for a in load("opposites")["axes"] if a["name"] == axis)


@cache
def axis_poles(axis: str) -> tuple[str, ...]:
    """Name the poles of an axis."""
    return next(tuple(a["poles"]) for a in load("opposites")["axes"] if a["name"] == axis)
