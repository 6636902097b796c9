"""A small review on electric bicycles, built in a temporary folder."""

import hashlib
from pathlib import Path

import pytest

TEXTS = {
    "city-rider": (
        "Why the e-bike wins\n\nSurveys suggest that 62% of owners sold a car within two years.\n"
        "A full charge takes 3-4 hours and costs about 20 cents.\r\n"
        "Riders report less stress. Riders report less stress.\n"
        "Batteries last 800 charges, some 800 charges more when kept cool.\n"
        "Side effects include:\n- sore wrists\n- theft\n"
    ),
    "pedal-post": "E-bikes are not toys.\nA naïve buyer pays 2,500 € for a “premium” model 🚲 and never charges it.\n",
}


def claim(
    article: str, key: str, quote: str, text: str, *, body: str = "", status: str = "proposed", at: int = 0
) -> str:
    start = text.index(quote)
    by = "null" if status == "proposed" else "ana"
    shown = quote.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        f'- id: {article}/{key}\n  quote: "{shown}"\n  at: [{start}, {start + len(quote)}]\n  kind: statistic\n'
        f"  topic: cost\n{body}  worth: 3\n  review: {{status: {status}, by: {by}, on: null, note: null}}\n"
    )


def catalogue(article: str, claims: str) -> str:
    checksum = hashlib.sha256(TEXTS[article].encode()).hexdigest()
    return (
        f"# what {article} says\narticle:\n  id: {article}\n  title: null\n  publisher: Pedal & Co\n  url: null\n"
        f"  published: 2025-03-09\n  text: articles/{article}.txt\n  sha256: {checksum}\n  interests: null\n"
        f"\nclaims:\n{claims}"
    )


@pytest.fixture
def review_path(tmp_path: Path) -> Path:
    """Build the review: two articles, five claims, a relation and a waiver."""
    city, post = TEXTS["city-rider"], TEXTS["pedal-post"]
    root = tmp_path / "ebikes"
    (root / "claims" / "articles").mkdir(parents=True)
    for name, text in TEXTS.items():
        (root / "claims" / "articles" / f"{name}.txt").write_bytes(text.encode())
    sold = "  quantities: [{text: 62%, kind: proportion, low: 62, high: 62, bound: exactly, unit: '%'}]  # of owners\n"
    charges = (
        "  quantities:\n  - {text: 800 charges, kind: count, low: 800, high: 800, bound: exactly, unit: charge}\n"
        "  - {text: 800 charges, kind: count, low: 800, high: 800, bound: about, unit: charge}\n"
    )
    city_claims = (
        claim("city-rider", "aaaaaa", "62% of owners sold a car within two years", city, body=sold, status="accepted")
        + "\n# --- charging\n"
        + claim("city-rider", "bbbbbb", "A full charge takes 3-4 hours", city)
        + claim("city-rider", "cccccc", "Batteries last 800 charges, some 800 charges more", city, body=charges)
    )
    post_claims = claim("pedal-post", "dddddd", "E-bikes are not toys", post) + claim(
        "pedal-post", "eeeeee", "A naïve buyer pays 2,500 € for a “premium” model 🚲", post, status="rejected"
    )
    files = {
        "city-rider.yaml": catalogue("city-rider", city_claims),
        "pedal-post.yaml": catalogue("pedal-post", post_claims),
        "topics.yaml": (
            "topics:\n- id: cost\n  question: How dear?\n- id: health\n  question: Healthy?\n  related: [cost]\n"
        ),
        "relations.yaml": (
            "relations:\n- a: city-rider/aaaaaa\n  b: pedal-post/dddddd\n"
            "  relation: tension\n  kind: scope\n  why: tone\n"
            "  review: {status: dismissed, by: ana, on: 2025-04-01, note: different questions}\n"
        ),
        "waivers.yaml": (
            "waivers:\n- {code: S101, claim: city-rider/bbbbbb, reason: small, by: ana, until: 2027-01-01}\n"
        ),
    }
    for name, content in files.items():
        (root / "claims" / name).write_bytes(content.encode())
    return root
