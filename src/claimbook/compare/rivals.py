"""Questions with one answer: who made a thing, what it was first for, where it comes from.

Refuses to oppose answers that share a word, or things that do not name the same subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.settings import names_a_place
from claimbook.compare.wording import Lists, Word, content_stems, find_phrase, index_lists, list_numbers
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Ground, Verdict
    from claimbook.model import RelationName

_ANSWER = 7
# what answers these is somebody, who is told by name and not by country or trade
_WHO = frozenset({"maker", "owner", "paid for by"})
# the others may have several true answers, one wider than another ("for surgery", "as an anaesthetic")
_STRICT = frozenset({"maker", "seat", "name"})


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold the answer to one question, in words and stems, and the stems of what the claim says it of."""

    question: str
    wording: str
    stems: frozenset[str]
    about: frozenset[str]


@cache
def _asked() -> tuple[tuple[str, ...], Lists]:
    """Name the questions, and tell by its first word which question a phrase answers."""
    return tuple(load("rivals")), index_lists(load("rivals").values(), exact=True)


def find_answers(words: Sequence[Word]) -> tuple[Answer, ...]:
    """Find the answers a claim gives; a denied one is none."""
    found, (questions, lists) = [], _asked()
    for number in list_numbers(words, lists, exact=True):
        question = questions[number]
        for phrase in load("rivals")[question]:
            match = find_phrase(words, phrase, exact=True)
            if match is None or words[match.end - 1].denied:
                continue
            stretch = words[match.end - 1].stretch
            given = [w for w in words[match.end : match.end + _ANSWER] if w.stretch - stretch <= 0]
            stems = content_stems(_names(given) if question in _WHO else given)
            if stems:
                about = content_stems(words[: match.start])
                found.append(Answer(question, " ".join(w.text for w in given), stems, about))
                break
    return tuple(found)


def _names(given: Sequence[Word]) -> Sequence[Word]:
    """Leave out the country and the trade of somebody who is named ("the Dutch firm Van Leer"): others may share it."""
    trades = load("generic_words")["trades"].split()
    named = [w for w in given if w.text not in trades and not names_a_place(w.text)]
    return named if content_stems(named) else given


def compare_answers(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give different answers to a question that has one: a contradiction where both name the same thing."""
    from claimbook.compare.verdicts import Verdict

    for one in a.answers:
        for other in b.answers:
            if one.question != other.question or one.stems & other.stems:
                continue
            named = bool(one.about & other.about)
            # a claim that names nothing before its answer speaks of what its article is about
            implied = ground.subject and not (one.about - ground.common and other.about - ground.common)
            if named or implied:
                why = f"“{one.wording}” and “{other.wording}” are different answers to one question ({one.question})"
                relation: RelationName = "contradict" if named and one.question in _STRICT else "tension"
                yield Verdict(relation, "polarity", why, f"answer {one.question}")
