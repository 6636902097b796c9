"""Build articles, claims and relations from the small YAML of tests/rules/examples and run the rules over them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimbook.evidence.nouns import Assessment, Question, Record, Terms
from claimbook.evidence.shelf import Evidence
from claimbook.extract.quantities import find_quantities
from claimbook.extract.sources import Source, Sources
from claimbook.model import (
    Article,
    Attribution,
    Claim,
    ClaimReview,
    Finding,
    Relation,
    RelationReview,
    Relations,
    Topics,
    Waiver,
    Waivers,
    claim_key,
)
from claimbook.rules import Checked, run


def make_claim(article: str, text: str, spec: dict[str, Any]) -> Claim:
    quote = spec.get("quote", text)
    start = text.index(quote)
    levels = [level for level in ("vague", "named", "cited") if level in spec]
    attribution = Attribution(level=levels[0], text=spec[levels[0]]) if levels else Attribution(level="none")
    return Claim(
        id=f"{article}/{claim_key(quote)}",
        quote=quote,
        at=(start, start + len(quote)),
        kind=spec.get("kind", "other"),
        topic=spec.get("topic"),
        quantities=tuple(find_quantities(text, start, start + len(quote))),
        certainty=spec.get("certainty", "assertive"),
        direction=spec.get("direction"),
        attribution=attribution,
        condition=spec.get("condition"),
        worth=2,
        review=ClaimReview(status="accepted", by=spec["decided"]) if "decided" in spec else ClaimReview(),
    )


def make_source(article: str, text: str, spec: dict[str, Any]) -> Source:
    claims = tuple(make_claim(article, text, part) for part in spec.get("claims", [spec]))
    record = None
    if "published" in spec or "interests" in spec:
        record = Article(
            id=article,
            title=None,
            publisher=spec.get("publisher"),
            url=None,
            published=str(spec["published"]) if spec.get("published") else None,
            text=f"articles/{article}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            interests=tuple(spec["interests"]) if spec.get("interests") else None,
        )
    return Source(article, Path(f"{article}.txt"), text, claims, record)


def make_sources(example: dict[str, Any]) -> tuple[Sources, list[Relation]]:
    example = {**example, "text": example["text"].strip()}
    sources = [make_source("article", example["text"], {k: v for k, v in example.items() if k != "quote"})]
    relations = []
    if "other" in example:
        spec = {key.removeprefix("other_"): value for key, value in example.items() if key.startswith("other_")}
        sources.append(make_source("other", example["other"], spec))
        said = dict(example["relation"])
        status = said.pop("status", None)
        review = RelationReview(status=status, by="Ada") if status else None
        relations.append(Relation(a=sources[0].claims[0].id, b=sources[1].claims[0].id, review=review, **said))
    first = sources[0].claims[0].id
    waivers = tuple(
        Waiver(**{**waiver, "claim": waiver["claim"].replace("CLAIM", first)}) for waiver in example.get("waivers", [])
    )
    evidence = make_evidence(example.get("evidence", {}), first)
    return Sources(tuple(sources), Topics(), Relations(), Waivers(waivers=waivers), None, evidence), relations


def make_record(spec: dict[str, Any]) -> Record:
    """Build a record read as an abstract; what the example leaves out is unknown."""
    empty = dict.fromkeys(name for name, field in Record.model_fields.items() if field.is_required())
    read = {"how_much": spec.pop("read", "abstract"), "at": None, "on": None}
    known = ("measure", "value", "unit", "timepoint")
    findings = [{**dict.fromkeys(known), **finding} for finding in spec.pop("findings", [])]
    return Record.model_validate({**empty, **spec, "findings": findings, "read": read})


def make_evidence(spec: dict[str, Any], claim: str) -> Evidence:
    records = [make_record(dict(record)) for record in spec.get("records", [])]
    signed = {"by": "Ada", "claim": claim, "why": "so it reads"}
    assessments = [Assessment.model_validate({**signed, **one}) for one in spec.get("assessments", [])]
    questions = [Question.model_validate(question) for question in spec.get("questions", [])]
    terms = Terms.model_validate(spec.get("terms", {}))
    return Evidence({record.id: record for record in records}, tuple(assessments), terms, tuple(questions))


def run_example(example: dict[str, Any], select: set[str] | None = None) -> Checked:
    sources, relations = make_sources(example)
    today = example.get("today")
    return run(sources, relations, select=select, today=dt.date.fromisoformat(str(today)) if today else None)


@pytest.fixture
def findings() -> Callable[..., list[Finding]]:
    """Run the rules over one example and give what stands."""

    def _findings(example: dict[str, Any], code: str | None = None) -> list[Finding]:
        # All rules run, so that waivers of other rules are judged too.
        return [finding for finding in run_example(example).findings if code in (None, finding.code)]

    return _findings


@pytest.fixture
def checked() -> Callable[[dict[str, Any]], Checked]:
    """Run the rules over one example and give what stands and what is waived."""
    return run_example
