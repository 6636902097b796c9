"""Two texts on their own: what they are to each other.

Refuses to read a context into them: each text is taken whole, as one claim.
"""

from __future__ import annotations

import re

from claimbook.compare.arithmetic import reckon
from claimbook.compare.comparing import judge_pair
from claimbook.compare.dates import places_apart, times_apart
from claimbook.compare.disputes import find_dispute
from claimbook.compare.entailment import EntailmentModel, settle
from claimbook.compare.figures import Figure
from claimbook.compare.intervals import Interval, lie
from claimbook.compare.numbers import pair_figures
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.settings import settings_apart
from claimbook.compare.signs import compare_signs
from claimbook.compare.swaps import says_none
from claimbook.compare.verdicts import Ground, Verdict
from claimbook.compare.wording import content_stems, find_any, read_words
from claimbook.lexicon import load
from claimbook.model import Claim, Quantity, claim_key

# two texts that share this part of the shorter one's words, and contradict in nothing, say the same
SAME = 0.6
# two texts that share a date must share this part of the shorter one's words to say one thing of it
FEW = 0.34
# an amount this large is hardly met twice by chance, whatever its unit is taken for
TELLING = 10
# a date or a length of time is met in texts about anything
_COMMON_KINDS = frozenset({"duration", "year", "decade", "ordinal"})
# longer numbers than any that is read
_UNREAD = re.compile(r"\d{25}")
_COUNTRY = re.compile(r"\b(?:U\.S\.A?\.?|USA?\b|Americans?\b)")
_ALONE = Ground(topic=None, common=frozenset(), subject=True)


def _read(name: str, text: str) -> Reading:
    from claimbook.extract import sentence_certainty
    from claimbook.extract.quantities import find_quantities

    facts = {"kind": "other", "worth": 2, "certainty": sentence_certainty(text), "quantities": find_quantities(text)}
    claim = {"id": f"{name}/{claim_key(text)}", "quote": text, "at": (0, len(text)), **facts}
    return read_claim(Claim.model_validate(claim))


def _unsettled(a: Reading, b: Reading) -> str | None:
    """Say which figure of `b` is narrower than what `a` says, so that `a` may be true and `b` not."""
    for left, right in pair_figures(a, b):
        if left.interval.dimension != right.interval.dimension or lie(left.interval, right.interval) != "within":
            continue
        if _bears(left, right):
            continue
        wider = left.interval.low < right.interval.low or left.interval.high > right.interval.high
        if wider and not (left.interval.is_point or left.interval.rounded):
            return f"“{left.quantity.text}” leaves open whether it is “{right.quantity.text}”"
    return None


def _matched(a: Reading, b: Reading) -> Quantity | None:
    """Give a figure of `b` that `a` gives too, where none of the others has a rival in `a`; else `None`.

    An amount comes before a date or a length of time, which many things share.
    """
    shared: Quantity | None = None
    for figure in b.figures:
        if any(_bears(given, figure) for given in a.figures):
            shared = figure.quantity if shared is None or shared.kind in _COMMON_KINDS else shared
        elif not figure.interval.vague and any(given.quantity.kind == figure.quantity.kind for given in a.figures):
            return None
    return shared


def _bears(given: Figure, asked: Figure) -> bool:
    """Tell whether a figure gives another: the same amount, or one within what the other allows."""
    one, other = given.quantity, asked.quantity
    alike = _one_scale(given, asked) and (one.kind == other.kind or (one.high or 0) >= TELLING)
    if alike and (one.low, one.high) == (other.low, other.high):
        return one.bound == other.bound or {one.bound, other.bound} <= {"about", "exactly"}
    a, b = given.interval, asked.interval
    if one.kind in ("year", "decade") and (b.one_sided or a.one_sided):
        # "since 2009" is no part of "since 2004"
        return a.low == b.low and not (a.one_sided and b.one_sided)
    if one.bound == other.bound == "about" and a.dimension == b.dimension:
        return _holds_middle(a, b) and _holds_middle(b, a)
    if not _one_dimension(given, asked):
        return False
    how = lie(a, b)
    # "90 minutes" and "1.5 hours" give each other, whichever is rounded more
    if a.rounded and b.rounded and one.unit != other.unit and how == "within":
        return True
    return how == "equal" or (b.low <= a.low and a.high <= b.high) or (how == "within" and a.rounded and b.one_sided)


def _one_scale(a: Figure, b: Figure) -> bool:
    """Tell whether the same number may be the same amount: "20 dollars" is neither 20 euros nor 20 kilograms.

    What one leaves unsaid the other may say: "15 dollars" may be 15 dollars an hour.
    """
    if a.quantity.unit == b.quantity.unit:
        return True
    (one, rate), (other, its) = (f" {_unit(f.quantity)}".partition(" per ")[::2] for f in (a, b))
    if rate and its and rate != its:
        return False
    measured = [f.quantity.kind not in ("count", "other", "year", "decade", "ordinal") for f in (a, b)]
    if not all(measured):
        return not any(measured) or any(f.quantity.kind in ("count", "other") and not f.quantity.unit for f in (a, b))
    return a.quantity.kind == b.quantity.kind and one == other and not (rate and its)


def _unit(quantity: Quantity) -> str:
    """Give the unit of a quantity; dollars of an unnamed country may be those of any."""
    return (quantity.unit or "").replace("USD", "dollar")


def _holds_middle(a: Interval, b: Interval) -> bool:
    return a.low <= (b.low + b.high) / 2 <= a.high


def _one_dimension(a: Figure, b: Figure) -> bool:
    """Tell whether two figures lie on one scale; a count may leave unsaid what it counts ("520 died")."""
    counts = a.quantity.kind == b.quantity.kind == "count" and not (a.quantity.unit and b.quantity.unit)
    return counts or a.interval.dimension == b.interval.dimension


def _bare_counts(a: Reading, b: Reading) -> Verdict | None:
    """Judge a count that leaves unsaid what it counts against the only count of a text in the same words."""
    counts = [[f for f in r.figures if f.quantity.kind == "count"] for r in (a, b)]
    if [len(each) for each in counts] != [1, 1] or not _ALONE.alike(a.terms, b.terms, SAME):
        return None
    (left,), (right,) = counts
    if (left.quantity.unit and right.quantity.unit) or left.sample or right.sample:
        return None
    if lie(left.interval, right.interval) != "disjoint" or settings_apart(a.settings, b.settings):
        return None
    why = f"cannot both be true because one says “{left.quantity.text}”, the other “{right.quantity.text}”"
    return Verdict("contradict", "numeric", why, "figure count")


def _told(reading: Reading) -> tuple[str, ...]:
    """Give the stems of what a text is about, in order; "U.S.", "US" and "American" are one."""
    words = read_words(_COUNTRY.sub("America", reading.claim.quote))
    told = content_stems(words)
    return tuple(w.stem for w in words if w.stem in told and len(w.stem) > 1)


def _open_apart(a: Reading, b: Reading) -> bool:
    """Tell whether two texts that share less than most open with different things, neither named by the other."""
    one, other = _told(a), _told(b)
    if not one or not other or len({*one} & {*other}) >= SAME * max(len({*one}), len({*other})):
        return False
    return one[0] not in other and other[0] not in one


def _at_odds(a: Reading, b: Reading) -> str | None:
    """Say why two texts that share their words need not say the same: one denies, or says of all, what the other may
    not."""
    shared = a.terms & b.terms
    denied = [bool(content_stems(w for w in r.words if w.denied) & shared) for r in (a, b)]
    if denied[0] != denied[1]:
        return "one denies what the other does not, in words too far apart to tell more"
    if says_none(a) != says_none(b):
        return "only one speaks of none, in words too far apart to tell more"
    part, whole = (load("scope")[key] for key in ("of_a_part", "of_the_whole"))
    for x, y in ((a, b), (b, a)):
        if find_any(x.words, whole, exact=True) and find_any(y.words, part, exact=True):
            return "one speaks of the whole, the other of a part"
    return None


def _agreement(a: Reading, b: Reading) -> Verdict:
    """Say whether two texts that clash in nothing say the same."""
    shared, least = a.terms & b.terms, min(len(a.terms), len(b.terms))
    elsewhere = settings_apart(a.settings, b.settings) or places_apart(a.claim.quote, b.claim.quote)
    if elsewhere:
        return Verdict("not_comparable", "polarity", elsewhere, "apart")
    if a.claim.quote.rstrip().endswith("?") != b.claim.quote.rstrip().endswith("?"):
        return Verdict("not_comparable", "polarity", "one asks and asserts nothing", "apart")
    if any(_UNREAD.search(r.claim.quote) for r in (a, b)):
        return Verdict("not_comparable", "numeric", "a number of so many digits is not read", "apart")
    figure, named = _matched(a, b), ", ".join(sorted({w.text for w in a.words if w.stem in shared}))
    apart = (
        figure is not None
        and figure.kind in _COMMON_KINDS
        and (_open_apart(a, b) or len(shared) < FEW * least or len(shared) == 1 < least)
    )
    if apart and shared:
        return Verdict("not_comparable", "numeric", "different thing — neither names the other's", "apart")
    if figure is not None and shared:
        return Verdict("agree", "numeric", f"both say “{figure.text}” of the same thing ({named})", "same")
    clash = any(
        lie(x.interval, y.interval) == "disjoint" and _one_dimension(x, y) for x in a.figures for y in b.figures
    )
    if figure is None and a.figures and (clash or any(not f.interval.vague for f in b.figures)):
        why = "their figures measure different things, as far as the words tell"
        kinds = [{f.quantity.kind for f in r.figures} for r in (a, b)]
        told = why if kinds[0] & kinds[1] else "one gives a figure that the other does not"
        return Verdict("not_comparable", "numeric", told, "apart")
    poles = {(s.axis, s.pole) for s in a.stances} & {(s.axis, s.pole) for s in b.stances}
    if poles and shared:
        return Verdict("agree", "polarity", f"both say {sorted(poles)[0][1]}", "same")
    odds = _at_odds(a, b)
    if shared and odds:
        return Verdict("not_comparable", "polarity", odds, "apart")
    if shared and len(shared) >= SAME * least:
        return Verdict("agree", "polarity", f"they share what they are about ({named}) and clash in nothing", "same")
    return Verdict("not_comparable", "polarity", "they share too little to be about the same thing", "apart")


def relate(a: str, b: str, model: EntailmentModel | None = None) -> Verdict:
    """Say what two texts are to each other, with the reason; a model, if given, speaks where the rules find no clash.

    Raises ValueError for a text without words.
    """
    if not a.strip() or not b.strip():
        raise ValueError("both texts need words")
    verdict = _by_rule(a, b)
    return settle(verdict, a, b, model) if model else verdict


def _by_rule(a: str, b: str) -> Verdict:
    one, other = _read("a", a), _read("b", b)
    reckoned = reckon(one, other)
    if reckoned is not None:
        return reckoned
    verdict = judge_pair(one, other, _ALONE)
    if verdict is None or verdict.relation not in ("contradict", "tension"):
        verdict = _bare_counts(one, other)
    if verdict is not None:
        # where a year dates another figure, two years tell two times, and no clash of dates
        only_dates = all(f.interval.dimension == "year" for r in (one, other) for f in r.figures)
        timed = verdict.key.startswith(("swap ", "nobody ", "event ")) or (
            verdict.key.startswith("figure year") and only_dates
        )
        dated = None if timed else times_apart(a, b)
        return Verdict("not_comparable", verdict.kind, dated, "apart") if dated else verdict
    open_figure = _unsettled(one, other)
    if open_figure is not None:
        return Verdict("not_comparable", "numeric", open_figure, "apart")
    wordless = None if one.figures and other.figures else find_dispute(a, b) or compare_signs(a, b)
    return wordless or _agreement(one, other)
