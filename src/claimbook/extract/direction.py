"""Whether a claim speaks of a benefit, a harm or no difference.

Refuses to take sides: the direction is the wording's own, from what changes which way, and null where neither is said.
"""

from __future__ import annotations

from functools import cache

from claimbook import lexicon
from claimbook.extract.clauses import Clause
from claimbook.extract.phrases import of_list
from claimbook.extract.tokens import NEGATION
from claimbook.model import Direction

_REACH = 7
_SILENT = frozenset({"history", "regulation", "administration", "prevalence", "access"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(lexicon.load("directions")[name]).split())


def direction(clause: Clause, kind: str) -> Direction | None:
    """Judge the direction of a clause of this kind."""
    cues = of_list(clause.cues, "directions")
    if any(c.group == "neutral" for c in cues):
        return "neutral"
    score = _changes(clause) + sum(_signed(clause, c.group, c.i) for c in cues)
    if kind in ("contraindication", "dependence") and score <= 0:
        return "harm"
    if (kind in _SILENT and abs(score) < 2) or abs(score) < 0.5:
        return None
    return "benefit" if score > 0 else "harm"


def _signed(clause: Clause, group: str, k: int) -> float:
    sign = 1.0 if group == "benefit" else -1.0
    return -sign if _negated(clause, k) else sign


def _negated(clause: Clause, k: int) -> bool:
    tags = clause.tokens.tags
    return any(tags[n] & NEGATION or clause.tokens.words[n].endswith("n't") for n in range(max(clause.i, k - 4), k))


def _changes(clause: Clause) -> float:
    """Add up what is raised and lowered: less of something bad is good, more of it is bad."""
    words, score = clause.tokens.words, 0.0
    raise_, lower, bad, good = (_words(n) for n in ("raise", "lower", "bad", "good"))
    for k in range(clause.i, clause.j):
        sign = 1 if words[k] in raise_ else -1 if words[k] in lower else 0
        if not sign:
            continue
        for n in range(k + 1, min(clause.j, k + _REACH)):
            if words[n] in bad or words[n] in good:
                value = sign * (1 if words[n] in good else -1) * 1.5
                score += -value if _negated(clause, k) else value
                break
    return score
