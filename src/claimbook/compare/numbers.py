"""Numeric relations between two claims, on intervals.

Refuses to call overlapping figures a contradiction, and to rest one on what "several days" usually means.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from claimbook.compare.cases import cases_apart, follow_ups_apart, of_own_samples
from claimbook.compare.contrasts import figures_of_different_things, sides_apart
from claimbook.compare.dates import named_times_apart
from claimbook.compare.figures import Figure, keeps_apart
from claimbook.compare.intervals import lie
from claimbook.compare.likeness import at_one_rate, same_predicate, twins, word_for_word
from claimbook.compare.populations import apart, bare, moved_between
from claimbook.compare.pushes import direction_stems
from claimbook.compare.reading import Reading, name_stems
from claimbook.compare.settings import settings_apart
from claimbook.compare.swaps import says_none
from claimbook.compare.tellings import of_other_sums, told_alike, told_apart
from claimbook.compare.verdicts import Ground, Verdict
from claimbook.compare.wording import find_phrase, terms
from claimbook.lexicon import load
from claimbook.model import RelationKind, RelationName

# upper ends this many times apart are worth showing side by side when the words are vague
VAGUE_RATIO = 2.0
ALIKE = 0.5
ALIKE_IN_TOPIC = 0.25
LOOSE = 0.34
NEAR = 0.8
NEAR_LEAST = 3
_TIMES = frozenset({"duration", "year", "decade"})


def _kind(figure: Figure) -> RelationKind:
    return "temporal" if figure.quantity.kind in _TIMES else "numeric"


def _verdict(relation: RelationName, a: Figure, b: Figure, why: str) -> Verdict:
    return Verdict(relation, _kind(a), why, f"figure {a.interval.dimension} {a.role or ''}".strip())


def _what(figure: Figure) -> str:
    return f" ({figure.role})" if figure.role else ""


def _vague(a: Figure, b: Figure, said: str) -> Verdict | None:
    """Judge two durations of which at least one is vague: side by side at most."""
    if a.quantity.text.lower() == b.quantity.text.lower():
        return _verdict("agree", a, b, f"both say “{a.quantity.text}”")
    highs = sorted((a.interval.high, b.interval.high))
    far = highs[0] > 0 and highs[1] >= VAGUE_RATIO * highs[0]
    if lie(a.interval, b.interval) == "disjoint":
        return _verdict("tension", a, b, f"{said} are usually read as different lengths{_what(a)}")
    if far and a.role != "how soon":
        return _verdict("tension", a, b, f"{said} overlap, but the longest that one allows is far longer{_what(a)}")
    return None


def judge(a: Figure, b: Figure) -> Verdict | None:
    """Judge two comparable figures; `None` when one simply lies within what the other allows."""
    said = f"“{a.quantity.text}” and “{b.quantity.text}”"
    if a.interval.vague or b.interval.vague:
        return _vague(a, b, said)
    if a.quantity.trend and b.quantity.trend and a.quantity.trend != b.quantity.trend:
        return _verdict("contradict", a, b, f"one says up, the other down: {said}")
    how = lie(a.interval, b.interval)
    if how == "disjoint":
        return (
            None
            if a.sample
            else _verdict("contradict", a, b, f"one says “{a.quantity.text}”, the other “{b.quantity.text}”{_what(a)}")
        )
    if how == "overlap" and (_meets(a, b) or _meets(b, a)):
        return None
    if how == "overlap":
        return _verdict("tension", a, b, f"{said} overlap but are not the same figure{_what(a)}")
    same = a.quantity.text.lower() == b.quantity.text.lower()
    told = f"both say “{a.quantity.text}”" if same else f"{said} are the same figure"
    return _verdict("agree", a, b, told) if how == "equal" else None


def _meets(bound: Figure, figure: Figure) -> bool:
    """Tell whether a figure lies where a bound leaves room for it, but for its own "about": 610 is more than 600."""
    middle = (figure.interval.low + figure.interval.high) / 2
    room = bound.interval.one_sided and figure.quantity.low == figure.quantity.high
    if any(math.isclose(middle, end, rel_tol=1e-6) for end in (bound.interval.low, bound.interval.high)):
        return False
    return room and bound.interval.low < middle < bound.interval.high


def pair_figures(a: Reading, b: Reading) -> Iterator[tuple[Figure, Figure]]:
    """Pair the figures of two claims: the same figure first, then each with the one measuring most alike."""
    left, right = list(a.figures), list(b.figures)
    for one in a.figures:
        twin = next((f for f in right if f.interval == one.interval and f.role == one.role), None)
        if twin and one in left:
            left.remove(one)
            right.remove(twin)
            yield one, twin
    rivals = [
        (_beside(one, other), len(one.measure & other.measure), -i, -j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (one.interval.dimension, one.role) == (other.interval.dimension, other.role)
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for *_, i, j in sorted(rivals, reverse=True):
        if -i not in taken[0] and -j not in taken[1]:
            taken[0].add(-i)
            taken[1].add(-j)
            yield left[-i], right[-j]
    spare = [other for j, other in enumerate(right) if j not in taken[1]]
    for i, one in enumerate(left):
        if i not in taken[0] and spare:
            yield one, spare[0]


def _beside(a: Figure, b: Figure) -> float:
    """Give how much of the words right around two figures is shared, 0 to 1; sides that differ share nothing."""
    union = a.near | b.near
    return len(a.near & b.near) / len(union) if union and not sides_apart(a.sides, b.sides) else 0.0


def _same_measure(a: Figure, b: Figure, ground: Ground, outcome: bool) -> bool:
    """Tell whether the words around two figures name one measure; a shared topic stands in for most of them.

    The further apart the figures, the more must be shared: a false alarm starts with two measures taken for one.
    """
    if told_alike(a.telling, b.telling, ground):
        return True
    if a.advised and b.advised and ground.subject:
        return bool(a.attached & b.attached) or not (a.attached and b.attached)
    shared, least = a.measure & b.measure, min(len(a.measure), len(b.measure))
    apart, dated = lie(a.interval, b.interval) == "disjoint", a.interval.dimension == "year"
    if ground.topic and a.quantity.kind == "duration" and a.role:
        return bool(shared) or outcome or not apart or a.interval.vague or b.interval.vague
    if ground.topic and a.quantity.kind != "duration" and not (apart and dated):
        return len(shared) >= (ALIKE if apart else ALIKE_IN_TOPIC) * least and bool(shared)
    same_event = all(x.event is not None and x.event.stem in y.measure for x, y in ((a, b), (b, a)))
    enough = (2 if same_event else 3) if dated and apart else 1 if outcome or ground.topic else 2
    # "a meal costs 3 euros" and "the audit puts the cost of a meal at 5": all that the shorter one says of its figure
    whole = not dated and len(shared) == least > 1 and bool(shared - ground.common)
    return whole or (len(shared - ground.common) >= enough and ground.alike(a.measure, b.measure, ALIKE))


def _near(a: Figure, b: Figure, ground: Ground) -> bool:
    """Tell whether two figures of one article stand in nearly the same words; if not, they are often alternatives."""
    if lie(a.interval, b.interval) != "disjoint":
        return True
    return ground.alike(a.measure, b.measure, NEAR) and len(a.measure & b.measure) >= NEAR_LEAST


def _loosely(a: Reading, b: Reading, left: Figure, right: Figure, ground: Ground) -> frozenset[str]:
    """Give the words that make two figures of different articles worth a look side by side, though not one measure.

    A duration with a role needs one word that identifies what takes the time; other figures need more.
    """
    if a.claim.article == b.claim.article or keeps_apart((a.claim, left), (b.claim, right)):
        return frozenset()
    if apart(a.population, b.population) or settings_apart(a.settings, b.settings):
        return frozenset()
    if told_apart(left.telling, right.telling) or of_other_sums(left.telling, right.telling):
        return frozenset()
    mine, others = (x.terms | x.around for x in (a, b))
    shared = mine & others - ground.common
    core = a.terms & b.terms - ground.common
    if at_one_rate(a, b, left, right):
        return shared
    timed = left.role in ("how soon", "how long it lasts") and left.interval.dimension == "time"
    if (not timed and _other_things(a, b, ground)) or _of_others(a) != _of_others(b):
        return frozenset()
    same_base = bool(left.base & right.base) and ground.alike(left.measure, right.measure, ALIKE)
    if same_predicate(left, right):
        return left.predicate & right.predicate
    many = len(core) >= 2 and len(core) >= LOOSE * min(len(a.terms), len(b.terms))
    beside = bool(left.near & right.near - ground.common) or len(a.figures) == len(b.figures) == 1
    named = len(core) >= 2 or (bool(core) and len(core) >= ALIKE * min(len(a.terms), len(b.terms)))
    enough = bool(shared & (a.terms | b.terms)) if timed else ((same_base and named) or many) and beside
    return shared if enough and not left.sample and left.interval.dimension != "year" else frozenset()


def _side_by_side(a: Reading, b: Reading, left: Figure, right: Figure, ground: Ground) -> Verdict | None:
    """Judge two figures that may not measure the same: a tension at most."""
    if left.interval.dimension != "year" and named_times_apart(a.times, b.times):
        return None
    if follow_ups_apart(a, b, left, right):
        return None
    shared = _loosely(a, b, left, right, ground)
    asked = _one_question(a, b, left, right, ground)
    verdict = judge(left, right) if shared or asked else None
    if verdict is None or verdict.relation == "agree":
        return None
    if asked and not shared:
        return replace(verdict, relation="tension", why=f"{verdict.why}; both answer one question ({ground.topic})")
    shared -= terms(left.quantity.text, right.quantity.text)
    in_both = shared & a.terms & b.terms
    named = name_stems(a, b, in_both or shared)
    # what one claim names, the other may leave to the sentence or the heading it stands under
    both = (
        f"; both speak of {named}"
        if in_both
        else f"; one names {named}, and so does what stands around the other"
        if named
        else ""
    )
    return replace(verdict, relation="tension", why=verdict.why + both)


def _one_question(a: Reading, b: Reading, left: Figure, right: Figure, ground: Ground) -> bool:
    """Tell whether a person filed two plain amounts under one question, and nothing they name keeps them apart."""
    if not ground.topic or a.claim.topic != b.claim.topic or a.claim.article == b.claim.article:
        return False
    if keeps_apart((a.claim, left), (b.claim, right)) or not _one_population(a, b):
        return False
    if settings_apart(a.settings, b.settings) or left.quantity.kind in _TIMES:
        return False
    only = all(sum(f.interval.dimension == left.interval.dimension for f in r.figures) == 1 for r in (a, b))
    return only and not (left.sample or right.sample) and lie(left.interval, right.interval) == "disjoint"


def _other_things(a: Reading, b: Reading, ground: Ground) -> bool:
    """Tell whether two claims open with different things, neither named by the other ("Running …", "Walking …")."""
    opens = [next((w.stem for w in r.words if w.stem in r.terms - ground.common), None) for r in (a, b)]
    return opens[0] is not None and opens[1] is not None and opens[0] not in b.terms and opens[1] not in a.terms


def _part_of(a: Reading, b: Reading) -> bool:
    """Tell whether a claim opens with a part of what another opens with ("The lid of …", "The fuse in a heater")."""
    first = next((at for at, w in enumerate(a.words) if w.stem in a.terms), None)
    if first is None or a.words[first].stem in b.terms:
        return False
    inside = [w.text for w in a.words[first + 1 : first + 2]]
    whole = next((w.stem for w in b.words if w.stem in b.terms), None)
    following = {w.stem for w in a.words[first + 2 : first + 6] if w.stretch == a.words[first].stretch}
    return inside[:1] in (["in"], ["inside"], ["within"], ["on"]) and whole in following


def _of_others(reading: Reading) -> bool:
    """Tell whether a claim opens with what its article sets its subject against ("Traditional ovens take …")."""
    others = load("generic_words")["others"].split()
    return any(w.text in others for w in reading.words[:4])


def _timed(figure: Figure) -> bool:
    return figure.quantity.kind == "duration" and figure.role is not None


def _denied(reading: Reading, figure: Figure) -> bool:
    """Tell whether a claim denies its figure ("do not need eight hours")."""
    match = find_phrase(reading.words, figure.quantity.text, exact=True)
    return match is not None and match.denied


def _one_subject(a: Reading, b: Reading, ground: Ground) -> bool:
    """Tell whether two claims share nearly all that they are about."""
    if apart(a.population, b.population) or settings_apart(a.settings, b.settings):
        return False
    return ground.alike(a.terms, b.terms, NEAR)


def compare_figures(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give a verdict for every pair of figures of two claims, what keeps them apart included."""
    for left, right in pair_figures(a, b):
        if _dates_events(a, b, left, right):
            continue
        cases = cases_apart(a, b, left, right)
        if cases:
            yield Verdict("not_comparable", _kind(left), cases, "apart")
            continue
        opposed = {left.quantity.trend, right.quantity.trend} == {"up", "down"}
        unequal = opposed or lie(left.interval, right.interval) != "equal"
        differ = unequal and not (ground.topic and _timed(left))
        unlike = figures_of_different_things(a, b, left, right) if differ else None
        if unlike:
            yield Verdict("not_comparable", _kind(left), unlike, "apart")
            continue
        reason = _apart(a, b, left, right, ground)
        if a.mythical != b.mythical and twins(left, right) and ground.alike(left.measure, right.measure, ALIKE):
            yield _verdict("contradict", left, right, f"one calls “{left.quantity.text}” a myth, the other asserts it")
        elif twins(left, right) and _denied(a, left) != _denied(b, right) and _one_subject(a, b, ground):
            yield _verdict("contradict", left, right, f"one denies “{left.quantity.text}”, the other asserts it")
        elif reason:
            yield _side_by_side(a, b, left, right, ground) or Verdict("not_comparable", _kind(left), reason, "apart")
        elif (verdict := judge(left, right)) is not None and not (
            verdict.relation == "agree" and _beside_the_point(a, b, left, right)
        ):
            yield _tempered(verdict, (a, left), (b, right), ground)


def _beside_the_point(a: Reading, b: Reading, left: Figure, right: Figure) -> bool:
    """Tell whether a figure two claims share is not what they are about: others clash, or it only dates others, or one
    claim says of none what the other says of some."""
    if a.denies != b.denies or says_none(a) != says_none(b):
        return True
    # "a three-bedroom house" says which, and of what is told nothing
    if left.quantity.kind == "count" and "-" in left.quantity.text and len(a.figures) > 1 < len(b.figures):
        return True
    mine, others = ([f for f in r.figures if f is not shared and not f.sample] for r, shared in ((a, left), (b, right)))
    clash = any(
        x.interval.dimension == y.interval.dimension and x.role == y.role and lie(x.interval, y.interval) == "disjoint"
        for x in mine
        for y in others
    )
    dates = left.quantity.kind in _TIMES and any(f.quantity.kind not in _TIMES for f in (*mine, *others))
    return clash or dates


def _both_narrowed(one: tuple[Reading, Figure], other: tuple[Reading, Figure]) -> bool:
    """Tell whether two changes are each of something the other claim does not name ("in the old town", "citywide")."""
    (a, left), (b, right) = one, other
    changes = bool(left.quantity.trend and right.quantity.trend)
    return changes and bool(_telling(left) - b.terms) and bool(_telling(right) - a.terms)


def _telling(figure: Figure) -> frozenset[str]:
    return figure.measure - direction_stems() - terms(figure.quantity.text)


def _dates_events(a: Reading, b: Reading, left: Figure, right: Figure) -> bool:
    """Tell whether two years date events on both sides: those are compared with what they happen to."""
    years = [{event.year for event in reading.events} for reading in (a, b)]
    return all(f.quantity.kind == "year" and f.quantity.low in of for f, of in zip((left, right), years, strict=True))


def _tempered(verdict: Verdict, one: tuple[Reading, Figure], other: tuple[Reading, Figure], ground: Ground) -> Verdict:
    """Take back a contradiction of figures that may be of different things."""
    (a, left), (b, right) = one, other
    moved = moved_between(a.claim.population, b.claim.population) if verdict.relation == "agree" else None
    if moved and left.quantity.kind not in _TIMES:
        return Verdict("tension", "scope", f"{verdict.why}, {moved}", f"{verdict.key} moved")
    if verdict.relation != "contradict" or ground.topic:
        return verdict
    told = told_alike(left.telling, right.telling, ground)
    if told == "perhaps" or _both_narrowed(one, other):
        return replace(verdict, relation="tension")
    if a.claim.article != b.claim.article and (own := of_own_samples(a, b)):
        return replace(verdict, relation="tension", why=f"{verdict.why}; {own}")
    named = told == "same" or (left.advised and bool(left.attached & right.attached))
    unlike = _other_things(a, b, ground) or _part_of(a, b) or _part_of(b, a)
    unlike = unlike or of_other_sums(left.telling, right.telling)
    if not named and (unlike or told_apart(left.telling, right.telling)):
        return Verdict("not_comparable", _kind(left), "different thing — neither names the other's", "apart")
    return verdict


def _apart(a: Reading, b: Reading, left: Figure, right: Figure, ground: Ground) -> str | None:
    reason = keeps_apart((a.claim, left), (b.claim, right)) or apart(a.population, b.population)
    if reason:
        return reason
    elsewhere = settings_apart(a.settings, b.settings) or follow_ups_apart(a, b, left, right)
    if left.interval.dimension != "year":
        elsewhere = elsewhere or named_times_apart(a.times, b.times)
    elif not twins(left, right) and (_a_series(a, b) or not (left.event and right.event)):
        elsewhere = elsewhere or "different years, and each claim tells of its own"
    if elsewhere:
        return elsewhere
    if lie(left.interval, right.interval) == "disjoint" and not _one_population(a, b):
        return f"different population — {a.population or 'not stated'} / {b.population or 'not stated'}"
    outcome = bool(terms(a.claim.outcome) & terms(b.claim.outcome) - ground.common)
    alternatives = not ground.topic and a.claim.article == b.claim.article and not _near(left, right, ground)
    measured = _same_measure(left, right, ground, outcome) or word_for_word(a, b, left, right)
    if not measured or alternatives:
        return "different measure — the words around the figures share nothing that identifies one"
    return None


def _a_series(a: Reading, b: Reading) -> bool:
    """Tell whether two claims with years differ in another measure too: each gives what held in its own year."""
    return any(
        one.interval.dimension == other.interval.dimension != "year" and lie(one.interval, other.interval) == "disjoint"
        for one in a.figures
        for other in b.figures
    )


def _one_population(a: Reading, b: Reading) -> bool:
    """Tell whether two claims name the same people; figures for different people may well differ."""
    if bare(a.population) or bare(b.population):
        return True
    if not a.population or not b.population:
        return a.population == b.population
    left, right = terms(a.population), terms(b.population)
    return left <= right or right <= left


def figures_apart(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give what keeps the figures of two claims apart that answer different questions."""
    for left, right in pair_figures(a, b):
        asked = f"different question — {a.claim.topic} / {b.claim.topic}"
        reason = keeps_apart((a.claim, left), (b.claim, right)) or apart(a.population, b.population) or asked
        if left.interval.dimension == right.interval.dimension:
            yield Verdict("not_comparable", _kind(left), reason, "apart")
