"""The tables of a review, for every export that has tables: their columns with types and meaning, and their rows.

Refuses to nest: what is a list in a catalogue is a table of its own, joined by id and position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from claimbook.evidence.judging import standing
from claimbook.evidence.lookup.references import reference
from claimbook.evidence.nouns import Arm, Record, StudyFinding
from claimbook.exports.material import Material

Type = Literal["text", "integer", "real"]
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """Hold a table: `columns` as name and type, `key` what names a row, if anything, `links` column → table."""

    name: str
    what: str
    columns: tuple[tuple[str, Type], ...]
    rows: Callable[[Material], Iterator[Row]]
    key: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()


def _columns(text: str) -> tuple[tuple[str, Type], ...]:
    """Read `name:i` (integer), `name:r` (real) and `name` (text)."""
    types: dict[str, Type] = {"i": "integer", "r": "real", "": "text"}
    parts = (word.partition(":") for word in text.split())
    return tuple((name, types[kind]) for name, _, kind in parts)


def _articles(material: Material) -> Iterator[Row]:
    for source in material.articles:
        record = source.record
        if record is None:
            yield (source.article, None, None, None, None, None, material.text_of(source), None, None)
            continue
        interests = None if record.interests is None else "; ".join(record.interests)
        known = (record.title, record.publisher, record.url, record.published, record.updated)
        yield (source.article, *known, material.text_of(source), record.sha256, interests)


def _claims(material: Material) -> Iterator[Row]:
    for claim in material.claims:
        about = (claim.kind, claim.topic, claim.population, claim.outcome, claim.direction, claim.certainty)
        credited = (claim.attribution.level, claim.attribution.text, claim.condition, claim.worth)
        seconded = "; ".join(one.by for one in claim.review.seconded) or None
        decided = (claim.review.status, claim.review.by, claim.review.on, claim.review.note, seconded)
        yield (claim.id, claim.article, claim.start, claim.end, claim.quote, *about, *credited, *decided)


def _items(material: Material) -> Iterator[Row]:
    for claim in material.claims:
        for position, item in enumerate(claim.items, 1):
            yield (claim.id, position, item)


def _quantities(material: Material) -> Iterator[Row]:
    for claim in material.claims:
        for position, one in enumerate(claim.quantities, 1):
            figure = (one.kind, one.low, one.high, one.bound, one.unit, one.trend)
            yield (claim.id, position, one.start, one.end, one.text, *figure)


def _relations(material: Material) -> Iterator[Row]:
    for one in material.relations:
        decided = (one.review.status, one.review.by, one.review.note) if one.review else (None, None, None)
        yield (one.a, one.b, one.relation, one.kind, one.why, *decided)


def _findings(material: Material) -> Iterator[Row]:
    for number, one in enumerate(material.findings, 1):
        yield (number, one.code, one.name, one.severity, one.article, one.start, one.end, one.quote, one.message)


def _finding_claims(material: Material) -> Iterator[Row]:
    for number, one in enumerate(material.findings, 1):
        for claim in dict.fromkeys(one.claims):
            yield (number, claim)


def _records(material: Material) -> Iterator[Row]:
    for record in _sorted_records(material):
        who = (record.design, record.title, record.authors, record.year, record.published_in, record.doi, record.pmid)
        studied = (record.population, record.intervention, record.comparator, record.n, record.n_studies)
        told = (record.summary, record.limits, record.funding, record.risk_of_bias, record.note)
        read = (record.read.how_much, record.read.at, record.read.on)
        yield (record.id, *who, *studied, *told, *read, reference(record))


def _approvals(material: Material) -> Iterator[Row]:
    for record in _sorted_records(material):
        for position, one in enumerate(record.approvals, 1):
            yield (record.id, position, one.product, "; ".join(one.conditions), one.by, one.year)


def _study_findings(material: Material) -> Iterator[Row]:
    for record in _sorted_records(material):
        for position, one in enumerate(record.findings, 1):
            about = (one.outcome, one.measure, one.printed, one.unit, one.timepoint, one.question, one.note)
            yield (record.id, position, *about, *_figure(one), *_arm(one.arm), *_arm(one.comparison))


def _figure(one: StudyFinding | Arm) -> Row:
    return (one.value, *(one.interval or (None, None)), *(one.range or (None, None)), one.count, one.of)


def _arm(arm: Arm | None) -> Row:
    return (arm.name, *_figure(arm)) if arm else (None,) * 8


def _assessments(material: Material) -> Iterator[Row]:
    known = {claim.id for claim in material.claims}
    for number, one in enumerate(material.evidence.assessments, 1):
        if one.claim in known:
            stands = standing(one, material.evidence.records)
            judged = (one.verdict, stands.verdict, stands.downgraded or None)
            yield (number, one.claim, one.quote, *judged, one.why, one.searched, one.note, one.by, one.on)


def _assessment_records(material: Material) -> Iterator[Row]:
    known = {claim.id for claim in material.claims}
    for number, one in enumerate(material.evidence.assessments, 1):
        for role in ("supporting", "against", "nearest", "describes") if one.claim in known else ():
            for record in dict.fromkeys(getattr(one, role)):
                yield (number, role, record)


def _sorted_records(material: Material) -> list[Record]:
    return [material.evidence.records[one] for one in sorted(material.evidence.records)]


_FIGURE = "value:r low:r high:r range_low:r range_high:r count:i of:i"


def _arm_columns(name: str) -> str:
    return " ".join([name, *(f"{name}_{column}" for column in _FIGURE.split())])


TABLES: tuple[Table, ...] = (
    Table("articles", "the articles under review",
          _columns("id title publisher url published updated text sha256 interests"), _articles, ("id",)),
    Table("claims", "every claim nobody rejected; start and end are code points in the article's text",
          _columns("id article start:i end:i quote kind topic population outcome direction certainty attribution "
                   "attribution_text condition worth:i status decided_by decided_on decided_note seconded_by"),
          _claims, ("id",), (("article", "articles"),)),
    Table("claim_items", "the items of a claim that is a list",
          _columns("claim position:i item"), _items, ("claim", "position"), (("claim", "claims"),)),
    Table("quantities", "the figures of a claim as intervals; low or high is open where empty",
          _columns("claim position:i start:i end:i text kind low:r high:r bound unit trend"),
          _quantities, ("claim", "position"), (("claim", "claims"),)),
    Table("relations", "what two claims are to each other, and what people decided about that",
          _columns("a b relation kind why status decided_by decided_note"),
          _relations, (), (("a", "claims"), ("b", "claims"))),
    Table("findings", "what the rules found and no waiver covers",
          _columns("number:i code name severity article start:i end:i quote message"), _findings, ("number",)),
    Table("finding_claims", "the claims a finding is about",
          _columns("finding:i claim"), _finding_claims, ("finding", "claim"), (("finding", "findings"),)),
    Table("records", "the published sources read; `reference` is the line of a bibliography",
          _columns("id design title authors year:i published_in doi pmid population intervention comparator n:i "
                   "n_studies:i summary limits funding risk_of_bias note read_how_much read_at read_on reference"),
          _records, ("id",)),
    Table("approvals", "the products a record says a regulator approved, and for what",
          _columns("record position:i product conditions approved_by year:i"),
          _approvals, ("record", "position"), (("record", "records"),)),
    Table("study_findings", "what a record's source found; low and high are its confidence interval",
          _columns(f"record position:i outcome measure printed unit timepoint question note {_FIGURE} "
                   f"{_arm_columns('arm')} {_arm_columns('comparison')}"),
          _study_findings, ("record", "position"), (("record", "records"),)),
    Table("assessments", "how the evidence bears on a claim; `standing` is the verdict after weak evidence is counted",
          _columns("number:i claim quote verdict standing downgraded why searched note assessed_by assessed_on"),
          _assessments, ("number",), (("claim", "claims"),)),
    Table("assessment_records", "the records an assessment names, and as what",
          _columns("assessment:i role record"), _assessment_records, ("assessment", "role", "record"),
          (("assessment", "assessments"), ("record", "records"))),
)  # fmt: skip
