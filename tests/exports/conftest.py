"""A small review with all that an export can meet: hostile text, characters beyond 16 bits, every verdict."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from claimbook.evidence.lookup.drafting import draft
from claimbook.evidence.lookup.metadata import Author, Metadata
from claimbook.evidence.nouns import Arm, Assessment, Assessments, Read, StudyFinding
from claimbook.evidence.writing import assessments_text, write_record
from claimbook.exports import Material, open_material
from claimbook.model import Article, Attribution, Catalogue, Claim, ClaimReview, Quantity, claim_key
from claimbook.review.emit import catalogue_text

TEXT = """On ice 🧊

Dust darkens firn </script><script>alert(1)</script> by 40% within a year.
=SUM(A1) is the melt of the Alps.
Soot is harmless to glaciers.
Salt cools every road.
Ice is blue.
"""
QUOTES = {
    "dust": "Dust darkens firn </script><script>alert(1)</script> by 40% within a year",
    "sum": "=SUM(A1) is the melt of the Alps",
    "soot": "Soot is harmless to glaciers",
    "salt": "Salt cools every road",
    "blue": "Ice is blue",
}
IDS = {name: f"ice/{claim_key(quote)}" for name, quote in QUOTES.items()}


def claim(name: str, **fields: object) -> Claim:
    quote = QUOTES[name]
    start = TEXT.index(quote)
    known = {"kind": "statistic", "worth": 3, "attribution": Attribution(level="none"), **fields}
    return Claim(id=IDS[name], quote=quote, at=(start, start + len(quote)), **known)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    folder = tmp_path / "review"
    texts = folder / "claims" / "articles"
    texts.mkdir(parents=True)
    (texts / "ice.txt").write_text(TEXT, encoding="utf-8")
    figure = Quantity(text="40%", kind="proportion", low=40, high=40, bound="exactly", unit="%")
    accepted = ClaimReview(status="accepted", by="editor", on="2026-01-02")
    claims = (
        claim("dust", quantities=(figure,), review=accepted),
        claim("sum"),
        claim("soot", kind="safety", certainty="absolute"),
        claim("salt"),
        claim("blue", review=ClaimReview(status="rejected", by="editor")),
    )
    article = Article(
        id="ice", title="On ice", publisher="Polar News", url="https://news.example/ice", published="2026-01-01",
        text="articles/ice.txt", sha256=hashlib.sha256(TEXT.encode()).hexdigest(), interests=("sells ice",),
    )  # fmt: skip
    (folder / "claims" / "ice.yaml").write_text(
        catalogue_text(Catalogue(article=article, claims=claims)), encoding="utf-8"
    )
    write_evidence(folder)
    return folder


def write_evidence(folder: Path) -> None:
    (folder / "evidence" / "assessments").mkdir(parents=True)
    study = Metadata("x", title="Dust on firn", authors=(Author("Okafor", "N"),), years=(2019,), doi="10.1234/ice.5")
    finding = StudyFinding(
        outcome="albedo", measure="fall", value=31.5, interval=(20, 43), unit="percent", timepoint=None,
        arm=Arm(name="dusted", count=9, of=12), comparison=Arm(name="clean", count=1, of=12),
    )  # fmt: skip
    read = {"design": "cohort", "read": Read(how_much="abstract", at=None, on=None), "findings": (finding,)}
    write_record(folder, draft(study, "okafor").model_copy(update=read))
    page = Metadata("x", title="Our salt", url="https://salt.example")
    write_record(folder, draft(page, "salt-page").model_copy(update={"design": "provider page"}))
    by = {"by": "A. Reader", "on": "2026-02-03"}
    judged = (
        Assessment(claim=IDS["dust"], verdict="partly supports", supporting=("okafor",), why="31.5%, not 40%.", **by),
        Assessment(claim=IDS["dust"], verdict="contradicts", against=("okafor",), why="Less.", by="B. Reader"),
        Assessment(claim=IDS["sum"], verdict="not yet assessed", why="Nobody looked.", **by),
        Assessment(claim=IDS["soot"], quote="harmless", verdict="not found", why="Nothing found.", **by),
        Assessment(claim=IDS["salt"], verdict="supports", supporting=("salt-page",), why="They say so.", **by),
        Assessment(
            claim=IDS["salt"], verdict="contradicts", against=("salt-page",), why="They deny it.", by="B. Reader"
        ),
        Assessment(claim=IDS["blue"], verdict="supports", supporting=("okafor",), why="Seen.", **by),
    )
    text = assessments_text(Assessments(article="ice", assessments=judged))
    (folder / "evidence" / "assessments" / "ice.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def material(review: Path) -> Material:
    return open_material([review])
