"""Opposite statements: positions a review names, general antonyms, denial, changes that go opposite ways.

Refuses to oppose claims about different things: a pole or a change counts only with what it is said of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimbook.compare.causes import Cause, causes_apart
from claimbook.compare.contrasts import replaced_apart, sides_apart
from claimbook.compare.dates import named_times_apart
from claimbook.compare.effects import Effect, goes, opposite
from claimbook.compare.figures import GROUP
from claimbook.compare.intervals import lie
from claimbook.compare.populations import apart, groups_apart
from claimbook.compare.pushes import stems_of
from claimbook.compare.reading import Reading
from claimbook.compare.settings import settings_apart
from claimbook.compare.stances import Stance, axis_relation, of_its_object, of_the_whole
from claimbook.compare.subjects import same_named
from claimbook.compare.verdicts import Ground, Verdict
from claimbook.compare.wording import content_stems, stem
from claimbook.lexicon import load
from claimbook.model import RelationKind, RelationName, Topic

# two sentences that differ in a denial must otherwise be about the same, word for word
SAME_WORDS = 0.75
# where the longer one says a little more, the denial of the rest is worth a look
MANY_WORDS = 0.6
MANY_LEAST = 3
# what is said of two things set aside and used must be this much of the same
LIKE_SUBJECT = 0.4


def _kind(a: Reading, b: Reading) -> RelationKind:
    return "mechanism" if a.claim.kind == b.claim.kind == "mechanism" else "polarity"


def _named(why: str, x: Reading, y: Reading) -> str:
    """Put the articles in the places a reason keeps for them; within one article, passages."""
    one, other = x.claim.article, y.claim.article
    if one == other:
        one, other = "one passage", "another passage"
    return why.replace("{a}", one).replace("{b}", other)


def compare_positions(a: Reading, b: Reading, topics: Sequence[Topic]) -> Iterator[Verdict]:
    """Give the clashes that a review's own topics name; `topics` are those that both claims bear on."""
    for topic in topics:
        for rule in topic.opposed:
            one, other = (topic.id, rule.a), (topic.id, rule.b)
            for x, y in ((a, b), (b, a)):
                if one in x.positions and other in y.positions and other not in x.positions and one not in y.positions:
                    why = _named(rule.why, x, y)
                    yield Verdict(rule.relation, rule.kind, why, f"position {topic.id} {rule.a}/{rule.b}")


def _same_whole(one: Stance, other: Stance, ground: Ground) -> bool:
    """Tell whether two poles are said of one whole: the topic the claims share, or what both articles are about."""
    whole = bool(one.about & other.about) or not (one.about and other.about)
    return whole and bool(ground.topic or (ground.subject and of_the_whole(one.axis)))


def _splits(reading: Reading, stance: Stance) -> bool:
    """Tell whether a claim itself takes both poles ("banned in lessons but allowed at break"): it tells cases apart."""
    return any(s.axis == stance.axis and s.pole != stance.pole for s in reading.stances)


def _people_apart(one: Stance, other: Stance) -> bool:
    """Tell whether two poles are said for different people ("mandatory for children", "optional for adults")."""
    people = frozenset(stem(word) for word in load("generic_words")["people"].split())
    left, right = one.after & people, other.after & people
    return bool(left and right) and left.isdisjoint(right)


def _same_thing(one: Stance, other: Stance, ground: Ground) -> bool:
    """Tell whether two poles are said of one thing: "the council has approved the school" is said of the school."""
    return not _said_beside(one, other) and same_named(one.named, other.named, ground) == "same"


def _same_object(one: Stance, other: Stance) -> bool:
    """Tell whether two poles are said of the same thing behind them ("should wear a hat", "do not need a hat")."""
    return of_its_object(one.axis) and not one.after.isdisjoint(other.after)


def _priced(one: Stance, other: Stance) -> bool:
    """Tell whether a price is for what the other claim calls free: what that names is next to the price."""
    return not (one.named.heads | other.named.heads).isdisjoint(one.about & other.about)


def _for_everyone(reading: Reading) -> bool:
    """Tell whether a claim holds for everyone, so that it holds for any group ("free for all pupils")."""
    return any(stance.pole == "for everyone" for stance in reading.stances)


def _against_others(one: Stance, other: Stance) -> bool:
    """Tell whether two things are held against different ones ("better than wax", "no better than varnish")."""
    against = all(s.wording.removesuffix(" denied").endswith("than”") for s in (one, other))
    return against and bool(one.after - other.after and other.after - one.after)


def _said_beside(one: Stance, other: Stance) -> bool:
    """Tell whether what follows two poles differs: "banned in lessons" leaves room for "allowed in the yard"."""
    return bool(one.after and other.after) and one.after.isdisjoint(other.after)


def compare_stances(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give the axes on which two claims take opposite poles of the same thing."""
    for one in a.stances:
        for other in b.stances:
            if one.axis != other.axis or one.pole == other.pole or _splits(a, one) or _splits(b, other):
                continue
            if _cases_apart(a, b) or _occasions(a, b) or _moments_apart(a, b) or named_times_apart(a.times, b.times):
                continue
            if (one.use and other.use and one.use != other.use) or _people_apart(one, other):
                continue
            if _against_others(one, other):
                continue  # better than one thing, no better than another
            weak = one.weak or other.weak
            priced = weak and (_for_everyone(a) or _for_everyone(b))
            if weak and not priced and (a.population or "").lower() != (b.population or "").lower():
                continue
            if of_its_object(one.axis) and apart(a.population, b.population):
                continue
            thing = _same_thing(one, other, ground) or _same_object(one, other)
            if not weak and not thing and _causes_apart(one.cause, other.cause, ground):
                continue
            same = ground.alike(one.about, other.about, 0.5) or bool(one.subject and one.subject == other.subject)
            same = same or thing or (weak and a.settings == b.settings and _priced(one, other))
            if not same and not _same_whole(one, other, ground):
                continue
            sure = same and axis_relation(one.axis) == "contradict" and not weak and not _said_beside(one, other)
            relation: RelationName = "contradict" if sure else "tension"
            why = f"{one.wording} says {one.pole}, {other.wording} says {other.pole}"
            yield Verdict(relation, _kind(a, b), why, f"axis {one.axis}")


def compare_replaced(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give "X rather than Y" against a claim that asserts Y of the same thing."""
    for x, y in ((a, b), (b, a)):
        if apart(a.population, b.population):
            return
        if not x.replaced or any(w.text == "whether" for w in y.words):
            continue
        asserted = content_stems(w for w in y.words if not w.denied) - y.replaced
        shared = (x.replaced & asserted) - ground.common
        subject = (x.terms - x.replaced) & (y.terms - x.replaced)
        alike = ground.topic or ground.alike(x.terms - x.replaced, y.terms - x.replaced, LIKE_SUBJECT)
        if shared and 3 * len(shared) >= 2 * len(x.replaced - ground.common) and alike:
            named = " and ".join(dict.fromkeys(w.text for w in y.words if w.stem in shared))
            relation: RelationName = "contradict" if subject else "tension"
            yield Verdict(
                relation,
                _kind(a, b),
                f"one says it is not {named} but something else, the other that it is",
                f"instead {named}",
            )


def _subject(a: Reading, b: Reading, one: Effect, other: Effect) -> frozenset[str]:
    changed = one.terms | other.terms
    # "attendance at the school rose": what changes by itself is what the claim is about
    itself = one.terms == other.terms and len(one.terms) > 1 and not (one.cause.named or other.cause.named)
    return one.terms if itself else (a.terms - changed) & (b.terms - changed)


def _cases_apart(a: Reading, b: Reading) -> str | None:
    """Say which people, places, times or sides of a split keep two claims apart."""
    people = groups_apart(a.population, b.population) or groups_meant_apart(a, b)
    return people or settings_apart(a.settings, b.settings) or sides_apart(a.sides, b.sides)


def groups_meant_apart(a: Reading, b: Reading) -> str | None:
    """Say by which figures two claims mean different people ("who stay fewer than five years", "longer than ten")."""
    meant = [[f for f in r.figures if f.role == GROUP] for r in (a, b)]
    pairs = [(x, y) for x in meant[0] for y in meant[1] if x.interval.dimension == y.interval.dimension]
    if not pairs or any(lie(x.interval, y.interval) != "disjoint" for x, y in pairs):
        return None
    return f"different group — {pairs[0][0].quantity.text} / {pairs[0][1].quantity.text}"


def _occasions(a: Reading, b: Reading) -> str | None:
    if a.occasion and b.occasion and not a.occasion & b.occasion:
        return "different occasions"
    return None


def _causes_apart(one: Cause, other: Cause, ground: Ground) -> str | None:
    """Say that two claims hold different things responsible; on a shared topic they are taken for one."""
    return None if ground.topic or ground.subjects is None else causes_apart(one, other, ground.subjects)


def _plain(one: Effect, other: Effect) -> bool:
    """Tell whether two changes are of the very same thing, in plain words: no scale, nothing left open."""
    mild = any(e.state or e.compared or e.open for e in (one, other))
    worded = one.terms == other.terms and _troubled(one) == _troubled(other)
    return not mild and worded and bool(one.sign and other.sign)


def _troubled(effect: Effect) -> bool:
    """Tell whether what changes is the trouble with a thing ("health problems") and not the thing."""
    return any(stem(word) in stems_of("troubles") | stems_of("bad_heads") for word in effect.wording.split())


def _ways(one: Effect, other: Effect) -> str:
    """Tell which way each claim says a thing goes: "one says “traffic” goes down, the other “traffic” goes up"."""
    first, second = goes(one), goes(other)
    if one.open or other.open:
        return f"one leaves open what the other asserts: {first} / {second}"
    return f"one says {first}, the other {second}"


def compare_effects(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give changes of the same thing that go opposite ways, or of which one denies the other."""
    for one in a.effects:
        for other in b.effects:
            if not opposite(one, other, ground.common):
                continue
            reason = _cases_apart(a, b) or _occasions(a, b)
            reason = reason or _causes_apart(one.cause, other.cause, ground)
            reason = reason or (named_times_apart(a.times, b.times) if _by_itself(one) and _by_itself(other) else None)
            subject = _subject(a, b, one, other)
            if reason or not (subject or ground.subject or ground.topic):
                yield Verdict("not_comparable", "polarity", reason or "different subject", "apart")
                continue
            why = _ways(one, other)
            strong = bool(subject) and _plain(one, other) and not (a.leaves_open or b.leaves_open)
            key = f"change {one.state or ' '.join(sorted(one.terms & other.terms))}"
            yield Verdict("contradict" if strong else "tension", _kind(a, b), why, key)


def _by_itself(effect: Effect) -> bool:
    """Tell whether a thing is only said to change ("sales rose in 2022"): it may go the other way in another year."""
    return not effect.cause.named or effect.cause.told_before


def _moments_apart(a: Reading, b: Reading) -> bool:
    """Tell whether two claims speak of different sides of an event ("during flights", "after flights")."""
    asked = frozenset(load("effects")["moments"].split())
    one, other = ({w.text for w in r.words} & asked for r in (a, b))
    return bool(one and other) and not one & other


def _many(a: Reading, b: Reading) -> bool:
    """Tell whether two claims share most of their words, and in nothing are of different cases."""
    shared, sizes = len(a.terms & b.terms), (len(a.terms), len(b.terms))
    if shared < MANY_LEAST or shared < MANY_WORDS * max(sizes) or shared < SAME_WORDS * min(sizes):
        return False
    elsewhere = settings_apart(a.settings, b.settings) or _occasions(a, b) or replaced_apart(a, b)
    return not elsewhere and not sides_apart(a.sides, b.sides)


def compare_denials(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give two near-identical statements of which one denies what the other asserts."""
    shared = a.terms & b.terms
    size = max(len(a.terms), len(b.terms))
    near = len(shared) >= SAME_WORDS * size
    if len(shared) < 2 or a.denies == b.denies or not (near or _many(a, b)):
        return
    if a.replaced or b.replaced or apart(a.population, b.population) or _moments_apart(a, b):
        return
    if sides_apart(a.sides, b.sides) or _denies_an_amount(a) or _denies_an_amount(b):
        return
    denied = [content_stems(w for w in r.words if w.denied) for r in (a, b)]
    if bool(denied[0] & shared) == bool(denied[1] & shared):
        return
    # "increased alertness" and "did not increase metabolism": what is denied is of something else
    denier, other = (a, b) if denied[0] & shared else (b, a)
    if (denied[0] or denied[1]) - other.terms and other.terms - denier.terms:
        return
    which = " ".join(dict.fromkeys(w.text for w in (*a.words, *b.words) if w.denied and w.stem in shared))
    plain = near and _measured(a) == _measured(b) and _opening(denier, shared) == _opening(other, shared)
    relation: RelationName = "contradict" if plain else "tension"
    yield Verdict(relation, _kind(a, b), f"one denies what the other asserts: {which}", f"denial {which}")


def _opening(reading: Reading, shared: frozenset[str]) -> frozenset[str]:
    """Give the first thing a claim names, with what stands beside it that only this claim has: "egg whites"."""
    first = next((n for n, w in enumerate(reading.words) if w.stem in shared), 0)
    beside = reading.words[max(0, first - 1) : first + 2]
    return content_stems(w for w in beside if not w.denied and (w.stem not in shared or w == reading.words[first]))


def _denies_an_amount(reading: Reading) -> bool:
    """Tell whether a claim denies only that there is more or less of a thing ("should not have more than 50 grams")."""
    return bool(reading.figures) and any(w.text == "than" and w.denied for w in reading.words)


def _measured(reading: Reading) -> bool:
    """Tell whether a claim measures by something else: what is "not as cheap as" that may still be cheap."""
    return sum(w.text == "as" for w in reading.words) > 1 or any(w.text == "than" for w in reading.words)
