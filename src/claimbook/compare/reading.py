"""A claim read once for comparison: its words, figures, changes, stances and scope.

Refuses to compare; everything here is about one claim alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from claimbook.compare.casualties import Casualty, find_casualties
from claimbook.compare.causes import NOTHING, Cause, find_cause, is_denial
from claimbook.compare.comparatives import Ranking, find_rankings
from claimbook.compare.context import NOWHERE, Context
from claimbook.compare.contrasts import Frame, find_frames, find_sides
from claimbook.compare.dates import find_times
from claimbook.compare.effects import Effect, deny, find_effects, find_occasion
from claimbook.compare.events import Event, find_events
from claimbook.compare.exclusives import Exclusive, find_exclusives
from claimbook.compare.figures import Figure, read_figures
from claimbook.compare.populations import read_population
from claimbook.compare.predication import Predication, find_predications
from claimbook.compare.presence import Presence, find_presences
from claimbook.compare.rivals import Answer, find_answers
from claimbook.compare.settings import Settings, read_settings
from claimbook.compare.stances import Stance, find_prices, find_replaced, find_stances, is_mythical
from claimbook.compare.swaps import NO_HOOKS, Hooks, Nobody, find_hooks, find_nobodies
from claimbook.compare.valence import Denial, find_blanket_denials, find_warnings
from claimbook.compare.wording import Word, find_any, find_phrase, read_words, terms
from claimbook.lexicon import load
from claimbook.model import Claim, Topic

Said = TypeVar("Said", Effect, Stance, Denial)


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what one claim says, in the parts that comparison looks at."""

    claim: Claim
    words: tuple[Word, ...]
    terms: frozenset[str]
    figures: tuple[Figure, ...]
    effects: tuple[Effect, ...]
    occasion: frozenset[str]
    stances: tuple[Stance, ...]
    replaced: frozenset[str]
    population: str | None
    settings: Settings
    positions: frozenset[tuple[str, str]]
    reported: bool
    around: frozenset[str] = frozenset()
    mythical: bool = False
    rankings: tuple[Ranking, ...] = ()
    answers: tuple[Answer, ...] = ()
    predications: tuple[Predication, ...] = ()
    sides: frozenset[tuple[int, int]] = frozenset()
    frames: tuple[tuple[Frame, Word], ...] = ()
    denies: bool = False
    leaves_open: bool = False
    times: frozenset[tuple[str, str]] = frozenset()
    blanket_denials: tuple[Denial, ...] = ()
    warnings: tuple[Denial, ...] = ()
    events: tuple[Event, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    presences: tuple[Presence, ...] = ()
    nobodies: tuple[Nobody, ...] = ()
    exclusives: tuple[Exclusive, ...] = ()
    hooks: Hooks = NO_HOOKS

    @property
    def hedged(self) -> bool:
        """Tell whether the wording is hedged or only passes on someone's view."""
        return self.claim.certainty == "hedged" or self.reported


def _positions(words: tuple[Word, ...], topics: Sequence[Topic]) -> frozenset[tuple[str, str]]:
    found = []
    for topic in topics:
        for name, phrases in topic.positions.items():
            matches = (find_phrase(words, phrase) for phrase in phrases)
            if any(match and not match.denied for match in matches):
                found.append((topic.id, name))
    return frozenset(found)


@cache
def _reported() -> tuple[str, ...]:
    return tuple(load("opposites")["reported"])


def _around(words: tuple[Word, ...], context: Context) -> frozenset[str]:
    """Give the stems near a claim that may say what it is about: its heading, what its sentence opens with, and the
    sentence before where the claim only points back ("it also …")."""
    first = (*read_words(context.opening), *words)[:1]
    back = context.before if _points_back(words, context) else ""
    # "Unlike older boilers, …": what a sentence opens with may be what the claim is set against
    against = bool(first) and first[0].text in load("generic_words")["against"].split()
    return terms(context.heading, "" if against else context.opening, back)


def _told_before(words: tuple[Word, ...], context: Context) -> Cause:
    """Give what a claim that names no cause itself speaks of: what its sentence, the sentence before or its list's
    lead-in opens with, else its heading."""
    back = context.before if context.before.rstrip().endswith(":") or _points_back(words, context) else ""
    for text in (context.opening, back, context.heading):
        around = read_words(text)
        found = find_cause(around, len(around))
        if found.named:
            # "Fewer side effects" heads what is said of a thing, not of less of it
            return replace(found, told_before=True, turned=found.turned and text is not context.heading)
    return NOTHING


def _caused(said: Said, cause: Cause) -> Said:
    return said if said.cause.named else replace(said, cause=cause)


def _times(quote: str, events: Sequence[Event]) -> frozenset[tuple[str, str]]:
    """Name the times a claim holds at; the date of an event is none ("opened in 2019 and cost …")."""
    times, dated = find_times(quote), {str(event.year) for event in events}
    return frozenset(t for t in times if t[1] not in dated and not (dated and t[0] == "day")) if dated else times


def _points_back(words: tuple[Word, ...], context: Context) -> bool:
    first = (*read_words(context.opening), *words)[:1]
    return bool(first) and first[0].text in load("generic_words")["pointing"].split()


def _effects(claim: Claim, words: tuple[Word, ...], context: Context) -> tuple[Effect, ...]:
    found = (*find_effects(claim.quote), *_answered(words, context))
    return found or _nothing_found(words, context)


def _nothing_found(words: tuple[Word, ...], context: Context) -> tuple[Effect, ...]:
    """Give the changes of the sentence before that a claim found none of ("They saw no meaningful effect")."""
    data = load("effects")["nothing_found"]
    short = len(words) <= data["most"] and is_denial(words)
    if not short or not any(w.text in data["words"].split() and w.denied for w in words):
        return ()
    asked = context.before.replace(" whether ", " that ").replace(" if ", " that ")
    return tuple(replace(e, sign=0, denied=True) for e in find_effects(asked) if e.sign and not e.denied)


def _answered(words: tuple[Word, ...], context: Context) -> tuple[Effect, ...]:
    """Give the changes that a claim says yes or no to: "Will I lose muscle?" above "No, …"."""
    asked = next((text for text in (context.before, context.heading) if text.rstrip().endswith("?")), None)
    if not asked or context.opening.strip() or not words or words[0].text not in ("yes", "no"):
        return ()
    return tuple(deny(effect) if words[0].text == "no" else effect for effect in find_effects(asked))


def read_claim(claim: Claim, topics: Sequence[Topic] = (), context: Context = NOWHERE) -> Reading:
    """Read one claim; `topics` are the questions it bears on, whose positions are looked for in its quote."""
    words = read_words(claim.quote)
    lead = read_words(context.opening)
    cause, figures, events = _told_before(words, context), read_figures(claim, lead), find_events(words, lead)
    return Reading(
        claim=claim,
        words=words,
        terms=terms(claim.quote, claim.outcome),
        figures=figures,
        effects=tuple(_caused(e, cause) for e in _effects(claim, words, context)),
        occasion=find_occasion(words),
        stances=tuple(_caused(s, cause) for s in (*find_stances(words, claim.quote, lead), *find_prices(figures))),
        replaced=find_replaced(words),
        population=read_population(claim, words),
        settings=read_settings(words, claim.quote),
        positions=_positions(words, topics),
        reported=find_any(words, _reported(), exact=True) is not None,
        around=_around(words, context),
        mythical=is_mythical(words),
        rankings=find_rankings(words),
        answers=find_answers(words),
        predications=find_predications(words),
        sides=find_sides(words),
        frames=tuple(find_frames(words)),
        denies=is_denial(words),
        blanket_denials=tuple(_caused(d, cause) for d in find_blanket_denials(words)),
        warnings=tuple(_caused(d, cause) for d in find_warnings(words)),
        times=_times(claim.quote, events),
        events=events,
        casualties=find_casualties(words),
        presences=find_presences(words),
        nobodies=find_nobodies(words),
        exclusives=find_exclusives(words),
        hooks=find_hooks(words),
        leaves_open=find_any(words, load("opposites")["denial"]["weak"], exact=True) is not None,
    )


def name_stems(a: Reading, b: Reading, stems: frozenset[str]) -> str:
    """Name what stems stand for, each once, in the order and the phrases of the first claim ("vitamin d, winter")."""
    phrases: list[str] = []
    left, last = set(stems), -2
    for words in (a.words, b.words):
        for at, word in enumerate(words):
            if word.stem in left:
                left.discard(word.stem)
                joined = at == last + 1 and phrases and words[at - 1].stretch == word.stretch
                phrases[-1:] = [f"{phrases[-1]} {word.text}"] if joined else [*phrases[-1:], word.text]
                last = at
        last = -2
    return ", ".join(phrases)
