"""The figures of a claim: interval, what is measured, and whether two figures measure the same.

Refuses to set side by side what differs in kind, measure or outcome; the reason is given instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimbook.compare.bases import part_counted, shares_in_words
from claimbook.compare.contrasts import find_attached, find_codes, find_compounds, find_sides
from claimbook.compare.intervals import Interval, lie, to_interval
from claimbook.compare.pushes import direction_stems
from claimbook.compare.tellings import Telling, find_telling, tenses_apart
from claimbook.compare.wording import Word, content_stems, find_any, one_of, read_words, stem, terms
from claimbook.lexicon import load
from claimbook.model import Claim, Quantity

_AROUND = 60
# "people who slept under 6 hours": the figure says who is meant, not what was found
_DEFINING = 10
_AGE = "year of age"
_PREDICATE = 6
_CLOSES = frozenset({"at", "in", "by", "between", "during", "before", "after", "from", "because", "when", "and"})
# what comes on top of something
ON_TOP = "how much more"
# what a figure is that only says who is meant
GROUP = "the group meant"
# what a temperature is that another figure holds at
HELD_AT = "the temperature of the case"
_REACH = 7
_SMALL = frozenset({"the", "all", "its", "their", "our", "those", "these", "who"})
_JOINS = frozenset({"and", "or", "but", "while", "then"})
_DURATIONS = frozenset({"duration"})


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one quantity as an interval, the role it plays ("how soon") and the stems of what it measures."""

    quantity: Quantity
    interval: Interval
    role: str | None
    sample: bool
    measure: frozenset[str]
    event: Word | None
    base: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()
    telling: Telling | None = None
    near: frozenset[str] = frozenset()
    sides: frozenset[tuple[int, int]] = frozenset()
    codes: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    predicate: frozenset[str] = frozenset()

    @property
    def advised(self) -> bool:
        """Tell whether this is an amount people are told to have."""
        return bool(self.role == load("measures")["advised"]["role"])


def _sides(quote: str, quantity: Quantity, start: int) -> tuple[str, str]:
    at = quantity.start - start if quantity.start is not None else quote.find(quantity.text)
    if at < 0:
        return "", ""
    return quote[max(0, at - _AROUND) : at], quote[at + len(quantity.text) :][:_AROUND]


def _has(text: str, phrases: Sequence[str]) -> bool:
    padded = f" {text.lower()} "
    return any(_holds(padded, phrase) for phrase in phrases)


def _holds(padded: str, phrase: str) -> bool:
    """Tell whether a phrase stands in a text; "…" in it stands for any words."""
    first, gap, rest = phrase.partition(" … ")
    _, found, after = padded.partition(f" {first} ")
    return bool(found) and (not gap or f" {rest} " in f" {after}")


def _role(claim: Claim, before: str, inside: str, after: str) -> str | None:
    """Name what a duration measures, by the words next to it and then by the kind of claim."""
    data = load("measures")
    left = " ".join([w.text for w in read_words(before)][-data["reach"] :])
    right = " ".join([w.text for w in read_words(after)][: data["reach"]])
    opening = " ".join([w.text for w in read_words(inside)][:3])
    kind = data["kinds"].get(claim.kind)
    for role in data["roles"]:
        near = _has(f"{left} {opening}", role.get("before", ())) or _has(right, role.get("after", ()))
        if near or _has(claim.quote, role.get("in", ())):
            # what kind of claim this is tells "for 3 days after treatment" from "after 3 days"
            unsure = kind and role["name"] in data["kinds"].values() and not role.get("sure")
            return str(kind if unsure else role["name"])
    return str(kind) if kind else None


def _sampled(quantity: Quantity, before: str, after: str) -> bool:
    """Tell whether a count is the size of a study and not one of its results."""
    if quantity.kind != "count":
        return False
    left = " ".join(w.text for w in read_words(before)[-4:])
    right = " ".join(w.text for w in read_words(after)[:3])
    return find_any(read_words(f"{left} , {right}"), load("measures")["sample"]) is not None


def _figure(claim: Claim, quantity: Quantity, lead: Sequence[Word]) -> Figure | None:
    interval = to_interval(quantity)
    if interval is None:
        return None
    before, after = _sides(claim.quote, quantity, claim.start)
    role = _role(claim, before, quantity.text, after) if quantity.kind in _DURATIONS else None
    attached = find_attached(quantity.text, after)
    if _is_advised(quantity, interval, before, after, attached):
        role, interval = load("measures")["advised"]["role"], replace(interval, dimension=_had(interval))
    if role is None and quantity.kind == "ratio":
        role = _as_what(after)
    if role is None and _is_added(before, quantity.text, after):
        role = ON_TOP
    if "who" in [w.text for w in read_words(before)[-_DEFINING:]]:
        role = GROUP
    if _is_heat_of(claim, quantity, before):
        role = HELD_AT
    if _is_age_of(claim, quantity, interval, before) and not after.lstrip().startswith(":"):
        role = GROUP
    counted = quantity.text if quantity.kind in ("count", "other") else None
    measure = (
        content_stems(read_words(before)[-8:]) | content_stems(read_words(after)[:8]) | terms(claim.outcome, counted)
    )
    opening = read_words(claim.quote[: _place(claim, quantity)])
    words = read_words(claim.quote)
    telling = find_telling(words, len(opening), interval.dimension, lead)
    quantity, role = _spent_or_saved(quantity, role, telling)
    if interval.dimension.startswith("money") and " per " not in interval.dimension and _yearly(words):
        interval = replace(interval, dimension=f"{interval.dimension} per year")
    if telling and telling.verb == "employ":
        interval = replace(interval, dimension="count employed")
    event = _event(before) if interval.dimension == "year" else None
    base = _base(after) if quantity.kind == "proportion" else frozenset()
    predicate = _said_of_base(after) if base else frozenset()
    sampled, near = _sampled(quantity, before, after), _item(words, len(opening))
    codes = find_codes(near)
    beside = item_words(words, len(opening))
    sides, compounds = find_sides(beside), find_compounds(beside)
    return Figure(
        quantity,
        interval,
        role,
        sampled,
        measure,
        event,
        base,
        attached,
        telling,
        near,
        sides,
        codes,
        compounds,
        predicate,
    )


def _is_heat_of(claim: Claim, quantity: Quantity, before: str) -> bool:
    """Tell whether a temperature is only what another figure holds at ("three hours at 5C", "in water of 18C")."""
    near = [w.text for w in read_words(before)[-1:]]
    given = any(q.kind not in ("temperature", "year") for q in claim.quantities)
    return (
        quantity.kind == "temperature"
        and given
        and not quantity.trend
        and near in (["at"], ["of"], ["below"], ["above"])
    )


def _is_age_of(claim: Claim, quantity: Quantity, interval: Interval, before: str) -> bool:
    """Tell whether an age only says of whom another figure is given ("at the age of 11, nine in ten own one")."""
    near = [w.text for w in read_words(before)[-2:]]
    given = any(q.kind in ("proportion", "count", "money") for q in claim.quantities if q is not quantity)
    return interval.dimension == f"time {_AGE}" and given and bool({"aged", "ages", "age"} & set(near))


def _spent_or_saved(quantity: Quantity, role: str | None, telling: Telling | None) -> tuple[Quantity, str | None]:
    """Read money saved as so much less and money paid on top as so much more: the two go opposite ways."""
    if quantity.kind != "money" or telling is None or quantity.trend:
        return quantity, role
    if telling.verb == "save" and role is None:
        return quantity.model_copy(update={"trend": "down"}), ON_TOP
    if telling.verb in ("pay", "cost", "spend") and role == ON_TOP:
        return quantity.model_copy(update={"trend": "up"}), role
    return quantity, role


def _yearly(words: Sequence[Word]) -> bool:
    """Tell whether a claim gives what comes every year ("the annual cost is 420 euros")."""
    return any(w.text in ("annual", "annually", "yearly") for w in words)


def _as_what(after: str) -> str | None:
    """Name in what something is so many times as much: "as well", "as often"."""
    words = [w.text for w in read_words(after)[:2]]
    return " ".join(words) if words[:1] == ["as"] and len(words) > 1 else None


def _is_added(before: str, inside: str, after: str) -> bool:
    """Tell whether a figure says how much comes on top ("another 40 jobs", "40 more jobs"), which is no total."""
    near = [w.text for words in (read_words(before)[-1:], read_words(inside)[:3]) for w in words]
    if near and near[0] in load("measures")["added"].split():
        return True
    following = [w.text for w in (*read_words(inside)[1:3], *read_words(after)[:1])]
    more = "more" in following and "than" not in [w.text for w in (*read_words(inside), *read_words(after)[:3])]
    return more or not {"another", "additional", "extra", "further"}.isdisjoint(near)


def _place(claim: Claim, quantity: Quantity) -> int:
    at = quantity.start - claim.start if quantity.start is not None else claim.quote.find(quantity.text)
    return max(0, at)


def _item(words: Sequence[Word], at: int) -> frozenset[str]:
    """Give the stems of the item of a list that a figure stands in ("the van 146 miles, the lorry 200 miles")."""
    found = (w.stem for w in item_words(words, at) if w.text not in _function() and not w.text[0].isdigit())
    return one_of(frozenset(found))


def item_words(words: Sequence[Word], at: int) -> Sequence[Word]:
    """Give the words of the item of a list that the word at an index stands in: its stretch, up to an "and"."""
    if not words:
        return ()
    at = min(at, len(words) - 1)
    first = last = at
    while first and words[first - 1].stretch == words[at].stretch and words[first - 1].text not in _JOINS:
        first -= 1
    while last + 1 < len(words) and words[last + 1].stretch == words[at].stretch and words[last + 1].text not in _JOINS:
        last += 1
    return words[first : last + 1]


@cache
def _function() -> frozenset[str]:
    return frozenset(load("generic_words")["function"].split())


def _had(interval: Interval) -> str:
    """Give the dimension of an amount had day by day: "8 hours of sleep" are hours a day."""
    return "time a day" if interval.dimension == "time" else interval.dimension


def _is_advised(quantity: Quantity, interval: Interval, before: str, after: str, attached: frozenset[str]) -> bool:
    """Tell whether a figure is an amount people are told to have: so much a day, or so many hours of something."""
    daily = (quantity.unit or "").endswith(("per day", "per night"))
    hours = interval.dimension == "time" and attached and not interval.vague and max(0, interval.low) < 1
    if not daily and not hours:
        return False
    data = load("measures")["advised"]
    left = " ".join([w.text for w in read_words(before)][-_REACH:])
    right = " ".join([w.text for w in read_words(after)][:_REACH])
    return _has(left, data["before"]) or _has(right, data["after"])


def _said_of_base(after: str) -> frozenset[str]:
    """Give the stems of what is said of those a share is of: "of adults had low iron by spring" gives low and iron."""
    words = read_words(after)[2 : 3 + _PREDICATE]
    said = [w for w in words if w.stretch == (words[0].stretch if words else 0)]
    end = next((n for n, w in enumerate(said) if n and w.text in _CLOSES), len(said))
    return one_of(frozenset(w.stem for w in said[:end] if w.text not in _function()))


def _base(after: str) -> frozenset[str]:
    """Give the stems of what a share is a share of ("of teenagers"), generic words for people counted as well."""
    words = read_words(after)[:6]
    if not words or words[0].text != "of":
        return frozenset()
    return frozenset(w.stem for w in words[1:4] if w.stretch == words[0].stretch and w.stem not in _SMALL)


@cache
def _people() -> frozenset[str]:
    return frozenset(stem(word) for word in load("generic_words")["people"].split())


def _event(before: str) -> Word | None:
    """Give what a year dates: the nearest telling word before it ("founded in 1890")."""
    nearest = (w for w in reversed(read_words(before)) if content_stems((w,)))
    return next(nearest, None)


def _dated_apart(a: Figure, b: Figure) -> bool:
    """Tell whether two years date different events."""
    if lie(a.interval, b.interval) != "disjoint":
        return False
    return any(x.event is not None and x.event.stem not in y.measure for x, y in ((a, b), (b, a)))


def read_figures(claim: Claim, lead: Sequence[Word] = ()) -> tuple[Figure, ...]:
    """Read the figures of a claim, those of unknown size left out; `lead` is what stands before it in its sentence."""
    said = (*claim.quantities, *shares_in_words(claim.quote))
    quantities = (q for quantity in said for q in _as_said(claim, quantity))
    return tuple(figure for quantity in quantities if (figure := _figure(claim, quantity, lead)))


def _as_said(claim: Claim, quantity: Quantity) -> tuple[Quantity, ...]:
    """Give a quantity, with what it counts out of a whole; a whole that is only counted out of says nothing itself."""
    part = part_counted(claim, quantity)
    if part is None:
        return (quantity,)
    return (quantity, part) if quantity.kind == "proportion" else (part,)


def _outcomes(a: Claim, b: Claim) -> str | None:
    left, right = terms(a.outcome) - direction_stems(), terms(b.outcome) - direction_stems()
    if left and right and not left & right:
        return f"different outcome — {a.outcome} / {b.outcome}"
    return None


def _bases(a: Figure, b: Figure) -> str | None:
    """Say why two shares cannot be compared: shares of different things, or a change against a level."""
    groups = (a.base & _people(), b.base & _people())
    if all(groups) and not groups[0] & groups[1]:
        return f"different base — {' / '.join(' '.join(sorted(g)) for g in groups)}"
    if a.quantity.kind == "proportion" and bool(a.quantity.trend) != bool(b.quantity.trend):
        return "different measure — a change / a level"
    return None


def _one_untold(a: Figure, b: Figure) -> bool:
    """Tell whether one figure leaves open what it measures, and is told of by the same verb as the other."""
    same_verb = a.telling is not None and b.telling is not None and a.telling.verb == b.telling.verb
    return same_verb and (a.role is None or b.role is None)


def keeps_apart(a: tuple[Claim, Figure], b: tuple[Claim, Figure]) -> str | None:
    """Say why two figures cannot be compared, `None` when they measure the same kind of thing."""
    (one, left), (other, right) = a, b
    if left.interval.dimension != right.interval.dimension:
        return f"different unit — {left.interval.dimension} / {right.interval.dimension}"
    if left.role != right.role and not _one_untold(left, right):
        return f"different measure — {left.role or 'not stated'} / {right.role or 'not stated'}"
    if lie(left.interval, right.interval) == "disjoint":
        unlike = tenses_apart(left.telling, right.telling) or _bases(left, right)
        if unlike:
            return unlike
    if _dated_apart(left, right):
        told = [figure.event.text if figure.event else "not stated" for figure in (left, right)]
        return f"different event — {' / '.join(told)}"
    if (left.sample or right.sample) and one.article != other.article:
        return "sizes of different studies"
    return _outcomes(one, other)
