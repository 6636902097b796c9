"""Rankings: "A does more X than B" against "B does more X than A", or against "A does no more X than B".

Refuses to rank what is not named on both sides, and to oppose rankings on different measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimbook.compare.wording import Word, content_stems
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Verdict

_REACH = 5
_BEFORE = 7
_AFTER = 5
# "than expected", "than before" names no rival
_LEAST = 1
_DEGREES = frozenset({"far", "much", "even", "slightly", "significantly", "considerably", "somewhat", "way"})
_CASES = frozenset({"for", "in", "at", "on", "with", "when", "if", "during", "among", "while", "because"})
_PARTLY = frozenset({"some", "many", "often", "sometimes", "can", "may", "usually"})


@dataclass(frozen=True, slots=True)
class Ranking:
    """Hold "`first` is above (1), below (-1) or no more than (0) `second`" on a measure, in stems.

    `second` is empty where `first` is above all others: "home charging is the cheapest way". `equal` marks "as clean
    as", which holds both ways round.
    """

    sign: int
    measure: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    wording: str
    equal: bool = False


@cache
def _scales() -> dict[str, tuple[int, str]]:
    """Give, for each comparing word, its side and the scale a single word names ("faster": above, speed)."""
    data = load("comparatives")
    plain = data["plain"]
    found = {
        word: (sign, "" if word in plain else f"scale {word}")
        for key, sign in (("more", 1), ("less", -1))
        for word in data[key]
    }
    for scale, sides in data["pairs"].items():
        found |= {word: (1 if side == "more" else -1, f"scale {scale}") for side in sides for word in sides[side]}
    return found


def _than(words: Sequence[Word], at: int) -> int | None:
    stop = min(len(words), at + 1 + _REACH)
    return next((k for k in range(at + 1, stop) if words[k].text == "than"), None)


@cache
def _tops() -> dict[str, tuple[int, str]]:
    """Give, for each superlative of a word that names a scale ("fastest"), its side and the scale."""
    irregular = load("comparatives")["irregular"]
    return {
        irregular.get(word, f"{word.removesuffix('er')}est"): named for word, named in _scales().items() if named[1]
    }


def find_rankings(words: Sequence[Word]) -> tuple[Ranking, ...]:
    """Find what a claim ranks above or below what; a denied ranking says "no more than"."""
    ranked = (r for at in range(len(words)) if words[at].text in _scales() and (r := _ranking(words, at)))
    alike = (r for at in range(len(words)) if words[at].text == "as" and (r := _alike(words, at)))
    return (*ranked, *alike, *(r for at in range(len(words)) if words[at].text in _tops() and (r := _top(words, at))))


@cache
def _plain_forms() -> dict[str, str]:
    """Give, for each plain form of a word that names a scale ("clean"), the scale."""
    found: dict[str, str] = {}
    for word, (_, scale) in _scales().items():
        if scale and word.endswith("er"):
            forms = (word[:-2], word[:-1], f"{word[:-3]}y" if word.endswith("ier") else "", word[:-3])
            found |= dict.fromkeys(filter(None, forms), scale)
    return found | {"good": "scale goodness", "bad": "scale goodness"}


def _rival(words: Sequence[Word], at: int) -> Sequence[Word]:
    """Give what a thing is ranked against, from an index on: up to what says for what, in whom or when."""
    after = [w for w in words[at : at + _AFTER] if w.stretch == words[at - 1].stretch]
    return after[: next((n for n, w in enumerate(after) if n and w.text in _CASES), len(after))]


def _alike(words: Sequence[Word], at: int) -> Ranking | None:
    """Read "X is as clean as Y" at its first "as"."""
    scale = _plain_forms().get(words[at + 1].text) if at + 1 < len(words) else None
    if scale is None or at + 2 >= len(words) or words[at + 2].text != "as" or words[at].denied:
        return None
    before = words[max(0, at - _BEFORE) : at]
    first, second = content_stems(before), content_stems(_rival(words, at + 3))
    if len(first - second) < _LEAST or len(second - first) < _LEAST:
        return None
    shown = " ".join(w.text for w in words[at : at + 3 + _AFTER])
    return Ranking(0, frozenset({scale}), first - second, second - first, shown, equal=True)


def _top(words: Sequence[Word], at: int) -> Ranking | None:
    """Read "X is the cheapest and fastest way" at a superlative."""
    said = next((k for k in range(at - 1, max(-1, at - 1 - _REACH), -1) if words[k].text in ("is", "are")), None)
    if said is None or words[said + 1].text != "the" or words[at].denied or words[said].denied:
        return None
    if not all(w.text == "and" or w.text in _tops() for w in words[said + 2 : at]):
        return None
    named = [w for w in words[max(0, said - _BEFORE) : said] if w.stretch == words[said].stretch]
    first, (sign, scale) = content_stems(named), _tops()[words[at].text]
    shown = " ".join(w.text for w in words[said + 1 : at + 2])
    return Ranking(sign, frozenset({scale}), first, frozenset(), shown) if len(first) >= _LEAST else None


def _ranking(words: Sequence[Word], at: int) -> Ranking | None:
    than = _than(words, at)
    if than is None:
        return None
    sign, scale = _scales()[words[at].text]
    between, before = words[at + 1 : than], words[max(0, at - _BEFORE) : at]
    verb = content_stems(w for w in before[-1:] if w.text not in _DEGREES)
    measure = (frozenset({scale}) if scale else frozenset()) | content_stems(between)
    first, second = content_stems(before) - verb, content_stems(_rival(words, than + 1)) - verb
    if len(first - second) < _LEAST or len(second - first) < _LEAST or not (measure or verb):
        return None
    shown = " ".join(w.text for w in words[at : than + 1 + _AFTER])
    denied = words[at].denied or any(w.denied for w in before[-2:])
    return Ranking(0 if denied else sign, measure | verb, first - second, second - first, shown)


def _one_measure(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two measures are one, more or less fully named ("fire", "catch fire"); a named scale is the same."""
    scales = [{m for m in side if m.startswith("scale ")} for side in (a, b)]
    return a == b or (scales[0] == scales[1] and (a <= b or b <= a))


def _opposed(a: Ranking, b: Ranking) -> bool:
    """Tell whether two rankings of the same two things on one measure cannot both hold."""
    if not _one_measure(a.measure, b.measure):
        return False
    if not (a.second and b.second):
        return _beaten(a, b) or _beaten(b, a)
    straight, crossed = (
        bool(a.first & x) and bool(a.second & y) for x, y in ((b.first, b.second), (b.second, b.first))
    )
    if straight == crossed:
        return False
    if a.equal or b.equal:
        return bool(a.sign or b.sign)
    other = b.sign if straight else -b.sign
    return a.sign * other < 0 or (straight and (a.sign == 0) != (b.sign == 0))


def _beaten(top: Ranking, other: Ranking) -> bool:
    """Tell whether what one claim puts above all others is below something in the other."""
    if top.second or not other.second:
        return False
    above, below = (other.first, other.second) if other.sign * top.sign > 0 else (other.second, other.first)
    return bool(other.sign and top.first & below and not top.first & above)


def compare_rankings(a: Reading, b: Reading) -> Iterator[Verdict]:
    """Give rankings of the same two things that put different ones on top."""
    from claimbook.compare.polarity import groups_meant_apart
    from claimbook.compare.verdicts import Verdict

    for one in a.rankings:
        for other in b.rankings:
            if _opposed(one, other) and not groups_meant_apart(a, b):
                both, top = f"“{one.wording}” and “{other.wording}”", not (one.second and other.second)
                why = f"{both} rank the same two things the other way round"
                if top:
                    why = f"{both}: one puts above all what the other puts below something"
                elif not (one.sign and other.sign):
                    why = f"{both}: one ranks higher what the other does not"
                partly = top or any(w.text in _PARTLY for w in (*a.words, *b.words))
                yield Verdict(
                    "tension" if partly else "contradict", "polarity", why, f"ranking {' '.join(sorted(one.measure))}"
                )
