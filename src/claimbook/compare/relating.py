"""Two texts on their own: what they are to each other.

Refuses to read a context into them: each text is taken whole, as one claim.
"""

from __future__ import annotations

from claimbook.compare.comparing import judge_pair
from claimbook.compare.intervals import lie
from claimbook.compare.numbers import pair_figures
from claimbook.compare.reading import Reading, read_claim
from claimbook.compare.verdicts import Ground, Verdict
from claimbook.model import Claim, claim_key

# two texts that share this part of the shorter one's words, and contradict in nothing, say the same
SAME = 0.6
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


def relate(a: str, b: str) -> Verdict:
    """Say what two texts are to each other, with the reason.

    Raises ValueError for a text without words.
    """
    if not a.strip() or not b.strip():
        raise ValueError("both texts need words")
    one, other = _read("a", a), _read("b", b)
    verdict = judge_pair(one, other, _ALONE)
    if verdict is not None and verdict.relation in ("contradict", "tension"):
        return verdict
    open_figure = _unsettled(one, other)
    if open_figure is not None:
        return Verdict("not_comparable", "numeric", open_figure, "apart")
    if verdict is not None:
        return verdict
    shared = one.terms & other.terms
    poles = {(s.axis, s.pole) for s in one.stances} & {(s.axis, s.pole) for s in other.stances}
    if poles and shared:
        return Verdict("agree", "polarity", f"both say {sorted(poles)[0][1]}", "same")
    if shared and len(shared) >= SAME * min(len(one.terms), len(other.terms)):
        named = ", ".join(sorted(w for w in {w.text for w in one.words if w.stem in shared}))
        return Verdict("agree", "polarity", f"they share what they are about ({named}) and clash in nothing", "same")
    return Verdict("not_comparable", "polarity", "they share too little to be about the same thing", "apart")
