"""Claims, quantities, relations, findings and evidence as tidy pandas tables with documented columns.

Refuses to compute anything new: every cell comes from a noun of the model. `COLUMNS` documents each table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimbook.extract.quantities.units import dimension, to_base

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.model import Claim, Finding, Quantity, Relation, Topics

COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    "claims": {
        "claim": ("string", "id of the claim"),
        "article": ("string", "id of the article it stands in"),
        "quote": ("string", "the exact words"),
        "kind": ("string", "what kind of assertion it is"),
        "topic": ("string", "the topic it answers"),
        "question": ("string", "that topic as a question"),
        "population": ("string", "whom it is about"),
        "outcome": ("string", "what is said to change"),
        "direction": ("string", "benefit, harm or neutral"),
        "figures": ("string", "its quantities as written, joined by ' · '"),
        "certainty": ("string", "hedged, assertive or absolute"),
        "attribution": ("string", "none, vague, named or cited"),
        "source": ("string", "the words that attribute it"),
        "condition": ("string", "the scope it carries"),
        "items": ("string", "items of a list claim, joined by ' · '"),
        "worth": ("Int64", "1 background to 3 must be checked before publication"),
        "status": ("string", "proposed, accepted, edited or rejected"),
        "start": ("Int64", "first code point in the text"),
        "end": ("Int64", "code point after the last"),
    },
    "quantities": {
        "claim": ("string", "id of the claim it stands in"),
        "article": ("string", "id of the article"),
        "topic": ("string", "topic of the claim"),
        "text": ("string", "as written"),
        "kind": ("string", "proportion, duration, count, …"),
        "low": ("Float64", "lower bound in `unit`, missing where open or vague"),
        "high": ("Float64", "upper bound in `unit`, missing where open or vague"),
        "bound": ("string", "exactly, at_least, more_than, at_most, less_than, about or range"),
        "unit": ("string", "unit, or the counted noun"),
        "trend": ("string", "up or down for a change"),
        "dimension": ("string", "dimension of the unit where it has one"),
        "base_low": ("Float64", "lower bound in the base unit of the dimension (durations: days)"),
        "base_high": ("Float64", "upper bound in that base unit"),
    },
    "relations": {
        "relation": ("string", "contradict, tension, agree or not_comparable"),
        "kind": ("string", "numeric, polarity, scope, temporal, mechanism or certainty"),
        "topic": ("string", "topic of the first claim"),
        "question": ("string", "that topic as a question"),
        "article_a": ("string", "article of the first claim"),
        "quote_a": ("string", "words of the first claim"),
        "article_b": ("string", "article of the second claim"),
        "quote_b": ("string", "words of the second claim"),
        "why": ("string", "why they relate so"),
        "decided": ("string", "what a person said of it, missing where nobody did"),
        "a": ("string", "id of the first claim"),
        "b": ("string", "id of the second claim"),
    },
    "findings": {
        "code": ("string", "rule code"),
        "name": ("string", "rule name"),
        "severity": ("string", "error, warning or info"),
        "article": ("string", "id of the article"),
        "quote": ("string", "the words at fault"),
        "message": ("string", "what is wrong and what to do"),
        "claims": ("string", "claims concerned, joined by a blank"),
        "start": ("Int64", "first code point in the text"),
        "end": ("Int64", "code point after the last"),
    },
    "evidence": {
        "record": ("string", "id of the record"),
        "design": ("string", "design of the source"),
        "authors": ("string", "authors as printed"),
        "year": ("Int64", "year of publication"),
        "conditions": ("string", "what the people studied had, joined by ' · '"),
        "n": ("Int64", "number of people"),
        "n_studies": ("Int64", "number of studies a review includes"),
        "how_much": ("string", "snippet, abstract or full text"),
        "question": ("string", "the question of evidence/questions.yaml it answers"),
        "outcome": ("string", "what was measured"),
        "measure": ("string", "how"),
        "timepoint": ("string", "when"),
        "role": ("string", "alone, arm or comparison"),
        "group": ("string", "name of the arm"),
        "value": ("Float64", "the figure, missing where the source gives a statement or a range"),
        "low": ("Float64", "lower end of its interval or range, as printed"),
        "high": ("Float64", "upper end"),
        "unit": ("string", "unit as printed"),
        "count": ("Int64", "people with the outcome"),
        "of": ("Int64", "people it was measured in"),
        "printed": ("string", "the figure in the source's own words"),
        "note": ("string", "note on the figure"),
    },
    "assessments": {
        "claim": ("string", "id of the claim"),
        "article": ("string", "id of its article"),
        "quote": ("string", "the words judged"),
        "verdict": ("string", "what the reader found"),
        "stands": ("string", "the verdict that stands: weaker where it rests on snippets or providers' pages alone"),
        "downgraded": ("string", "why it is weaker, missing where it is not"),
        "supporting": ("string", "records for it, joined by a blank"),
        "against": ("string", "records against it, joined by a blank"),
        "nearest": ("string", "records that come near, joined by a blank"),
        "designs": ("string", "designs of the records for and against, joined by ' · '"),
        "why": ("string", "the reader's reason"),
        "by": ("string", "the reader"),
        "on": ("string", "the day"),
        "reading": ("Int64", "1 for the first reader of these words, 2 for the second, …"),
    },
    "beside": {
        "question": ("string", "id of the question"),
        "asked": ("string", "the question in words"),
        "unit": ("string", "unit of the figures"),
        "side": ("string", "claim or study"),
        "source": ("string", "id of the claim or of the record"),
        "label": ("string", "the claim's figure as written, or the study's outcome"),
        "design": ("string", "design of the study, missing for a claim"),
        "role": ("string", "alone, arm or comparison, missing for a claim"),
        "group": ("string", "name of the arm"),
        "timepoint": ("string", "when the study measured"),
        "value": ("Float64", "the study's figure"),
        "low": ("Float64", "lower bound, missing where open or unknown"),
        "high": ("Float64", "upper bound, missing where open or unknown"),
        "computed": ("boolean", "whether the bounds are Wilson's interval, computed from the number of people"),
        "of": ("Int64", "people the share is of"),
    },
}
JOIN = " · "


def claims_table(claims: Iterable[Claim], topics: Topics) -> pd.DataFrame:
    """Tabulate claims, one a row."""
    questions = {topic.id: topic.question for topic in topics.topics}
    return frame("claims", [_claim_row(claim, questions) for claim in claims])


def quantities_table(claims: Iterable[Claim]) -> pd.DataFrame:
    """Tabulate the quantities of claims, one a row."""
    return frame("quantities", [_quantity_row(claim, q) for claim in claims for q in claim.quantities])


def relations_table(relations: Iterable[Relation], claims: Sequence[Claim], topics: Topics) -> pd.DataFrame:
    """Tabulate relations, one a row, with the words of both claims."""
    by_id = {claim.id: claim for claim in claims}
    questions = {topic.id: topic.question for topic in topics.topics}
    return frame("relations", [_relation_row(relation, by_id, questions) for relation in relations])


def findings_table(findings: Iterable[Finding]) -> pd.DataFrame:
    """Tabulate findings, one a row."""
    rows = [{**finding.model_dump(), "claims": " ".join(finding.claims)} for finding in findings]
    return frame("findings", rows)


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the rows of a table as dictionaries by column name."""
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def _claim_row(claim: Claim, questions: Mapping[str, str]) -> dict[str, Any]:
    row = claim.model_dump(include={"quote", "kind", "topic", "population", "outcome", "direction", "certainty"})
    return {
        **row,
        "claim": claim.id,
        "article": claim.article,
        "question": questions.get(claim.topic or ""),
        "figures": JOIN.join(q.text for q in claim.quantities) or None,
        "attribution": claim.attribution.level,
        "source": claim.attribution.text,
        "condition": claim.condition,
        "items": JOIN.join(claim.items) or None,
        "worth": claim.worth,
        "status": claim.review.status,
        "start": claim.start,
        "end": claim.end,
    }


def _quantity_row(claim: Claim, quantity: Quantity) -> dict[str, Any]:
    row = quantity.model_dump(include={"text", "kind", "low", "high", "bound", "unit", "trend"})
    base = {f"base_{side}": _base(getattr(quantity, side), quantity.unit) for side in ("low", "high")}
    where = {"claim": claim.id, "article": claim.article, "topic": claim.topic}
    return {**where, **row, **base, "dimension": dimension(quantity.unit) if quantity.unit else None}


def _base(value: float | None, unit: str | None) -> float | None:
    return to_base(value, unit) if value is not None and unit is not None else None


def _relation_row(relation: Relation, by_id: Mapping[str, Claim], questions: Mapping[str, str]) -> dict[str, Any]:
    first, second = by_id[relation.a], by_id[relation.b]
    return {
        **relation.model_dump(include={"relation", "kind", "why", "a", "b"}),
        "topic": first.topic,
        "question": questions.get(first.topic or ""),
        "article_a": first.article,
        "quote_a": first.quote,
        "article_b": second.article,
        "quote_b": second.quote,
        "decided": relation.review.status if relation.review else None,
    }


def frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Make the table `name` of `COLUMNS` of rows."""
    import pandas as pd

    dtypes = {column: dtype for column, (dtype, _) in COLUMNS[name].items()}
    return pd.DataFrame(rows, columns=list(dtypes)).astype(dtypes)
