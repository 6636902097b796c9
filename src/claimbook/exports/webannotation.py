"""Web Annotation (W3C, JSON-LD): every claim and every finding as an annotation of the text that was read.

Refuses to point at a web page it has not read: positions are code points of the review's own text, which each target
names; where that text came from stands beside it (`via`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimbook.exports.jsonld import identifier, known, written
from claimbook.exports.material import Material
from claimbook.extract.sources import Source
from claimbook.model import Claim, Finding

_AROUND = 32


def files(material: Material) -> dict[str, bytes]:
    """Give `annotations/ARTICLE.jsonld`, one collection per article."""
    return {
        f"annotations/{source.article}.jsonld": written(_collection(source, material)) for source in material.articles
    }


def _collection(source: Source, material: Material) -> dict[str, Any]:
    target = {"id": material.text_of(source), "type": "Text", "format": "text/plain"}
    target |= known(via=source.record.url if source.record else None)
    items = [*_claims(source, target), *_findings(source, target, material)]
    collection = identifier("annotations", source.article)
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"Claims and findings of {source.article}",
        "total": len(items),
        "first": {
            "id": identifier("page", source.article),
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
    }


def _claims(source: Source, target: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for claim in source.claims:
        yield {
            "id": identifier("claim", claim.id),
            "type": "Annotation",
            "motivation": "classifying",
            "body": [_tag(value) for value in _tags(claim)],
            "target": _target(source, target, claim.start, claim.end),
        }


def _tags(claim: Claim) -> list[str]:
    about = {"claim": claim.id, "kind": claim.kind, "topic": claim.topic, "certainty": claim.certainty}
    about |= {"attribution": claim.attribution.level, "worth": str(claim.worth), "status": claim.review.status}
    return [f"{name}: {value}" for name, value in about.items() if value]


def _findings(source: Source, target: dict[str, Any], material: Material) -> Iterator[dict[str, Any]]:
    for one in material.findings:
        if one.article == source.article and one.end > one.start:
            yield {
                "id": identifier("finding", one.code, one.article, str(one.start), str(one.end), one.message),
                "type": "Annotation",
                "motivation": "assessing",
                "body": [_comment(one), _tag(f"code: {one.code}"), _tag(f"severity: {one.severity}")],
                "target": _target(source, target, one.start, one.end),
            }


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _comment(finding: Finding) -> dict[str, Any]:
    value = f"{finding.code} {finding.name}: {finding.message}"
    return {"type": "TextualBody", "purpose": "commenting", "value": value, "format": "text/plain", "language": "en"}


def _target(source: Source, target: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    text = source.text
    quote = {"type": "TextQuoteSelector", "exact": text[start:end]}
    quote |= known(prefix=text[max(0, start - _AROUND) : start], suffix=text[end : end + _AROUND])
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": target, "selector": [quote, position]}
