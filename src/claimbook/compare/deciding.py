"""People's decisions on relations win over the machine's.

Refuses to emit a decided relation whose claims are not among those compared: `review` reports such orphans.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimbook.model import Relation, Relations


def _dismissed(relation: Relation) -> Relation:
    note = relation.review.note if relation.review and relation.review.note else relation.why
    return relation.model_copy(update={"relation": "not_comparable", "why": f"dismissed: {note}"})


def apply_decisions(
    found: Sequence[Relation], decided: Relations, known: Collection[str], *, everything: bool
) -> list[Relation]:
    """Replace machine relations by what people said of the same pair, and add what people added."""
    said = {(r.a, r.b): r for r in decided.relations if r.a in known and r.b in known and _is_decided(r)}
    out = [relation for relation in found if (relation.a, relation.b) not in said]
    for relation in said.values():
        if relation.review and relation.review.status == "dismissed":
            out += [_dismissed(relation)] if everything else []
        else:
            out.append(relation)
    return out


def _is_decided(relation: Relation) -> bool:
    return relation.review is not None and relation.review.status != "proposed"
