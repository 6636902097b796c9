"""Two texts on their own: what they are to each other.

Refuses to read a context into them: each text is taken whole, as one claim.
"""

from __future__ import annotations

from claimbook.compare.arithmetic import reckon
from claimbook.compare.comparing import judge_pair
from claimbook.compare.figures import Figure
from claimbook.compare.intervals import lie
from claimbook.compare.numbers import pair_figures
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.settings import settings_apart
from claimbook.compare.verdicts import Ground, Verdict
from claimbook.model import Claim, claim_key

# two texts that share this part of the shorter one's words, and contradict in nothing, say the same
SAME = 0.6
# an amount this large is hardly met twice by chance, whatever its unit is taken for
TELLING = 10
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
        wider = left.interval.low < right.interval.low or left.interval.high > right.interval.high
        if wider and not left.interval.is_point:
            return f"“{left.quantity.text}” leaves open whether it is “{right.quantity.text}”"
    return None


def _matched(a: Reading, b: Reading) -> str | None:
    """Name a figure of `b` that `a` gives too, where none of the others has a rival in `a`; else `None`."""
    shared = None
    for figure in b.figures:
        if any(_bears(given, figure) for given in a.figures):
            shared = shared or figure.quantity.text
        elif not figure.interval.vague and any(given.quantity.kind == figure.quantity.kind for given in a.figures):
            return None
    return shared


def _bears(given: Figure, asked: Figure) -> bool:
    """Tell whether a figure gives another: the same amount, or one within what the other allows."""
    one, other = given.quantity, asked.quantity
    if (one.low, one.high) == (other.low, other.high) and (one.kind == other.kind or (one.high or 0) >= TELLING):
        return one.bound == other.bound or {one.bound, other.bound} <= {"about", "exactly"}
    a, b = given.interval, asked.interval
    return a.dimension == b.dimension and (lie(a, b) == "equal" or (b.low <= a.low and a.high <= b.high))


def _agreement(a: Reading, b: Reading) -> Verdict:
    """Say whether two texts that clash in nothing say the same."""
    shared, least = a.terms & b.terms, min(len(a.terms), len(b.terms))
    elsewhere = settings_apart(a.settings, b.settings)
    if elsewhere:
        return Verdict("not_comparable", "polarity", elsewhere, "apart")
    if a.claim.quote.rstrip().endswith("?") != b.claim.quote.rstrip().endswith("?"):
        return Verdict("not_comparable", "polarity", "one asks and asserts nothing", "apart")
    figure, named = _matched(a, b), ", ".join(sorted({w.text for w in a.words if w.stem in shared}))
    if figure is not None and shared:
        return Verdict("agree", "numeric", f"both say “{figure}” of the same thing ({named})", "same")
    if figure is None and a.figures and any(not f.interval.vague for f in b.figures):
        return Verdict("not_comparable", "numeric", "one gives a figure that the other does not", "apart")
    poles = {(s.axis, s.pole) for s in a.stances} & {(s.axis, s.pole) for s in b.stances}
    if poles and shared:
        return Verdict("agree", "polarity", f"both say {sorted(poles)[0][1]}", "same")
    if shared and len(shared) >= SAME * least:
        return Verdict("agree", "polarity", f"they share what they are about ({named}) and clash in nothing", "same")
    return Verdict("not_comparable", "polarity", "they share too little to be about the same thing", "apart")


def relate(a: str, b: str) -> Verdict:
    """Say what two texts are to each other, with the reason.

    Raises ValueError for a text without words.
    """
    if not a.strip() or not b.strip():
        raise ValueError("both texts need words")
    one, other = _read("a", a), _read("b", b)
    reckoned = reckon(one, other)
    if reckoned is not None:
        return reckoned
    verdict = judge_pair(one, other, _ALONE)
    if verdict is not None and verdict.relation in ("contradict", "tension"):
        return verdict
    open_figure = _unsettled(one, other)
    if open_figure is not None:
        return Verdict("not_comparable", "numeric", open_figure, "apart")
    return _agreement(one, other)
