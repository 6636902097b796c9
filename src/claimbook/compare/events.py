"""On what date a thing happened that happens once: it opened in one year or in another.

Refuses to date what is not said to happen, and to oppose dates of things that do not bear one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.dates import month_of
from claimbook.compare.settings import Settings, settings_apart
from claimbook.compare.subjects import Named, find_named, find_named_after, same_named
from claimbook.compare.wording import Word
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Ground, Verdict
    from claimbook.model import RelationName

# how many words may stand between what happens and its year, and how many of them the day takes
_REACH = 6
_DAY = 3
_FIRST, _LAST = 1500, 2100
PUT_OFF = "put off"


@dataclass(frozen=True, slots=True)
class Event:
    """Hold what happened to what, in which year, and in which month where the words name it; `wording` quotes them.

    `earliest` tells that it does not happen before that year.
    """

    what: str
    named: Named
    year: int
    month: str | None
    wording: str
    earliest: bool = False


@cache
def _events() -> dict[str, str]:
    found = {word: name for name, words in load("events")["events"].items() for word in words}
    return found | {phrase.split()[0]: PUT_OFF for phrase in load("events")["put_off"]}


@cache
def _second() -> dict[str, str]:
    """Give the second words of the phrases that say something was put off."""
    return {p.split()[0]: p.split()[1] for p in load("events")["put_off"] if " " in p}


def find_events(words: Sequence[Word], lead: Sequence[Word] = ()) -> tuple[Event, ...]:
    """Find the events a claim dates, in order; `lead` is what stands before it in its sentence."""
    years = (at for at, w in enumerate(words) if len(w.text) == 4 and w.text.isdigit())
    return tuple(event for at in years if (event := _event(words, at, lead)))


def _event(words: Sequence[Word], at: int, lead: Sequence[Word]) -> Event | None:
    year = int(words[at].text)
    if not _FIRST <= year <= _LAST:
        return None
    near = (k for k in range(at - 1, max(-1, at - 1 - _REACH), -1) if words[at].stretch - words[k].stretch <= 1)
    verb = next((k for k in near if _happens(words, k)), None)
    if verb is None:
        return None
    earliest = words[verb].denied and any(w.text in ("before", "until") for w in words[verb + 1 : at])
    if words[verb].denied and not earliest and _events()[words[verb].text] != PUT_OFF:
        return None
    month = next((name for w in words[max(verb + 1, at - _DAY) : at] if (name := month_of(w.text))), None)
    first = verb - 1 if verb and words[verb - 1].text == "not" else verb
    first = (
        next((k for k in range(verb, max(-1, verb - _DAY), -1) if words[k].text == "not"), verb) if earliest else first
    )
    wording = " ".join(w.text for w in words[first : at + 1])
    return Event(_events()[words[verb].text], _happening_to(words, verb, lead), year, month, wording, earliest)


def _happening_to(words: Sequence[Word], verb: int, lead: Sequence[Word]) -> Named:
    """Name what an event happens to: what the verb has after it ("regulators approved the drug"), else before it."""
    after = words[verb + 1 : verb + 2]
    taken = after and after[0].text in ("the", "a", "an") and after[0].stretch == words[verb].stretch
    return find_named_after(words, verb + 2) if taken else find_named(words, verb, lead)


def _happens(words: Sequence[Word], at: int) -> bool:
    text = words[at].text
    if text not in _events():
        return False
    second = _second().get(text)
    return second is None or any(w.text == second for w in words[at + 1 : at + 2])


def _differ(one: Event, other: Event) -> bool:
    if one.earliest or other.earliest:
        first, second = (one, other) if one.earliest else (other, one)
        return not second.earliest and second.year < first.year
    if one.year != other.year:
        return True
    return one.month is not None and other.month is not None and one.month != other.month


def _places(reading: Reading) -> Settings:
    """Give where a claim holds: the months it names are what is compared."""
    return frozenset(named for named in reading.settings if named[0] == "place")


def compare_events(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give the events that two claims put on different dates."""
    from claimbook.compare.verdicts import Verdict

    for one in a.events:
        for other in b.events:
            put_off = PUT_OFF in (one.what, other.what)
            if not _differ(one, other) or not (one.what == other.what or put_off):
                continue
            alike = same_named(one.named, other.named, ground)
            if alike is None or settings_apart(_places(a), _places(b)):
                continue
            sure: RelationName = "contradict" if alike == "same" and not put_off else "tension"
            why = f"“{one.wording}” and “{other.wording}” are two dates of one event"
            yield Verdict(sure, "temporal", why, f"event {one.what}")
