"""ClaimReview (schema.org, JSON-LD): one review per assessment of a claim, for search engines and fact-check databases.

Refuses to rate a claim nobody has assessed, to put a number on "not found" or on evidence nobody has read closely
(neither is a measure of how wrong a claim is), and to make a person of whoever signed an assessment. A verdict that
rests on weak evidence is rated as what stands of it.
"""

from __future__ import annotations

from typing import Any

from claimbook.evidence.judging import UNCONFIRMED, Standing, standing
from claimbook.evidence.nouns import Assessment, Record
from claimbook.exports.jsonld import identifier, known, written
from claimbook.exports.material import Material
from claimbook.extract.sources import Source

NAME = "claimreview.jsonld"
# Best 3, worst 1; a verdict that is missing here has no number.
_RATINGS = {"supports": 3, "partly supports": 2, "contradicts": 1}
_WORDS = {
    "supports": "Supported by the evidence read",
    "partly supports": "Partly supported by the evidence read",
    "contradicts": "Contradicted by the evidence read",
    UNCONFIRMED: "Evidence against, not yet confirmed",
    "not found": "No evidence for it found",
}


def files(material: Material) -> dict[str, bytes]:
    """Give `claimreview.jsonld`: a graph of reviews in the order of articles and assessments."""
    articles = {claim.id: source for source in material.articles for claim in source.claims}
    quotes = {claim.id: claim.quote for claim in material.claims}
    graph = [_review(one, quotes[one.claim], articles[one.claim], material) for one in assessed(material)]
    return {NAME: written({"@context": "https://schema.org", "@graph": graph})}


def assessed(material: Material) -> list[Assessment]:
    """List the assessments of exported claims that have a verdict."""
    claims = {claim.id for claim in material.claims}
    return [one for one in material.evidence.assessments if one.claim in claims and one.verdict in _WORDS]


def _review(one: Assessment, quote: str, source: Source, material: Material) -> dict[str, Any]:
    stands = standing(one, material.evidence.records)
    named = dict.fromkeys((*one.supporting, *one.against, *one.nearest))
    return {
        "@type": "ClaimReview",
        "@id": identifier("claimreview", one.claim, one.quote, one.by),
        **known(datePublished=one.on),
        **_responsible(material),
        "creditText": one.by,
        "claimReviewed": one.quote or quote,
        "itemReviewed": {
            "@type": "Claim",
            "@id": identifier("claim", one.claim),
            "text": quote,
            "appearance": _appearance(source, material),
        },
        "reviewRating": _rating(stands),
        "reviewBody": one.why,
        **known(citation=[_citation(material.evidence.records[name]) for name in named]),
    }


def _responsible(material: Material) -> dict[str, Any]:
    """Name who answers for the review: who signed an assessment ("first reader") need not be anybody's name."""
    publisher = {"@type": "Organization", "name": material.publisher} if material.publisher else None
    person = {"@type": "Person", "name": material.author} if material.author else None
    return known(author=person or publisher, publisher=publisher)


def _rating(stands: Standing) -> dict[str, Any]:
    explained = stands.assessment.why
    if stands.downgraded:
        explained += f" (Judged as “{stands.assessment.verdict}”; weaker here, because it {stands.downgraded}.)"
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": _WORDS[stands.verdict]}
    if stands.verdict in _RATINGS:
        rating |= {"ratingValue": _RATINGS[stands.verdict], "bestRating": 3, "worstRating": 1}
    return rating | {"ratingExplanation": explained}


def _appearance(source: Source, material: Material) -> dict[str, Any]:
    record = source.record
    if record is None:
        return {"@type": "Article", "identifier": source.article}
    publisher = {"@type": "Organization", "name": record.publisher} if record.publisher else None
    about = known(
        url=record.url,
        headline=record.title,
        datePublished=record.published,
        dateModified=record.updated,
        publisher=publisher,
    )
    return {"@type": "Article", "identifier": source.article, **about}


def _citation(record: Record) -> dict[str, Any]:
    study = record.design not in (None, "provider page", "official statistic", "regulatory notice", "label")
    at = f"https://doi.org/{record.doi}" if record.doi else record.read.at
    about = known(
        name=record.title,
        url=at if at and at.startswith(("http://", "https://")) else None,
        datePublished=str(record.year) if record.year else None,
        author=record.authors,
    )
    return {"@type": "ScholarlyArticle" if study else "CreativeWork", "identifier": record.id, **about}
