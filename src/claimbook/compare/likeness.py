"""What shows that two figures measure one thing where the words around them share too little to say so.

Refuses to go by one word: the same predicate, the same amount paid for, or the same sentence but for the figure.
"""

from __future__ import annotations

from claimbook.compare.figures import Figure
from claimbook.compare.intervals import lie
from claimbook.compare.reading import Reading
from claimbook.compare.tellings import told_alike_verbs


def twins(a: Figure, b: Figure) -> bool:
    """Tell whether two figures are the same."""
    return a.interval.dimension == b.interval.dimension and lie(a.interval, b.interval) == "equal"


def at_one_rate(a: Reading, b: Reading, left: Figure, right: Figure) -> bool:
    """Tell whether two prices are for the same amount, which both claims name ("the first 30 minutes cost …")."""
    priced = left.interval.dimension.startswith("money") and told_alike_verbs(left.telling, right.telling)
    return priced and any(twins(x, y) and x.role for x in a.figures for y in b.figures if x.quantity.kind != "year")


def same_predicate(a: Figure, b: Figure) -> bool:
    """Tell whether two shares of the same people say the same of them ("of adults had low iron")."""
    shared, least = a.predicate & b.predicate, min(len(a.predicate), len(b.predicate))
    return bool(a.base & b.base) and len(shared) >= 2 and 3 * len(shared) >= 2 * least


def word_for_word(a: Reading, b: Reading, left: Figure, right: Figure) -> bool:
    """Tell whether two claims are the same but for one figure ("The dose is 500 mg", "The dose is 500 g")."""
    if left.interval.dimension == "year" or left.quantity.text not in a.claim.quote:
        return False
    rest = [r.claim.quote.replace(f.quantity.text, "…", 1).strip(" .").lower() for r, f in ((a, left), (b, right))]
    return rest[0] == rest[1] and bool(a.terms & b.terms)
