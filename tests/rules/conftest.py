"""Build articles, claims and relations from the small YAML of tests/rules/examples and run the rules over them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
    return Sources(tuple(sources), Topics(), Relations(), Waivers(waivers=waivers), None), relations


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
