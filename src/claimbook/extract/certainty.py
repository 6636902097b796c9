"""How sure the wording of a clause or sentence is: hedged, assertive or absolute.

Refuses to hear a hedge outside the clause: one in a trailing relative clause or in brackets does not soften it.
"""

from __future__ import annotations

from claimbook.extract.clauses import Clause
from claimbook.extract.hedging import hedging
from claimbook.extract.phrases import Cues, by_list
from claimbook.extract.tokens import Tokens
from claimbook.model import Certainty

_TAILS = frozenset({"which", "who", "whose", "where"})


def certainty(clause: Clause) -> Certainty:
    """Judge the wording of a clause."""
    hedges, boosters = clause.of("hedges"), clause.of("absolutes")
    if not hedges and not boosters:
        return "assertive"
    limit = _main_end(clause)
    if any(c.group in ("both", "clause") and c.i < limit and not _aside(clause, c.i) for c in hedges):
        return "hedged"
    return "absolute" if any(c.i < limit for c in boosters) else "assertive"


def _main_end(clause: Clause) -> int:
    """Give the token where a trailing ", which …" starts, or the end; a clause that is all tail has none."""
    words = clause.tokens.words
    if _TAILS.isdisjoint(clause.words):
        return clause.j
    for k in range(clause.i + 4, clause.j - 1):
        if words[k] == "," and words[k + 1] in _TAILS and any(v < k for v in clause.verbs):
            inside = any(v > k for v in clause.verbs) and not _resumes(clause, k)
            if inside:
                return k
    return clause.j


def _aside(clause: Clause, k: int) -> bool:
    """Tell whether token `k` stands in brackets or in a verbless addition after a dash."""
    words = clause.tokens.words
    before = words[clause.i : k]
    if before.count("(") > before.count(")"):
        return True
    dash = max((n for n in range(clause.i, k) if words[n] in "-–—"), default=-1)
    return dash > clause.i and bool(clause.verbs) and clause.verbs[0] < dash and clause.verbs[-1] < dash


def _resumes(clause: Clause, k: int) -> bool:
    """Tell whether the main clause goes on after a relative clause between commas."""
    words = clause.tokens.words
    return any(words[n] == "," and clause.verbs[-1] > n for n in range(k + 2, clause.j))


def sentence_certainty(text: str) -> Certainty:
    """Judge a whole sentence or short text: hedged where the model of hedging weighs more for it than against."""
    tokens = Tokens(text)
    cues = Cues(tokens).cues
    if hedging(tokens, cues) > 0:
        return "hedged"
    return "absolute" if by_list(cues).get("absolutes") else "assertive"
