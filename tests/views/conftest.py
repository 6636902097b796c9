"""A book on heat pumps, put together by hand: two articles that clash, one vague time, one hostile sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimbook.evidence.nouns import Assessment, Question, Read, Record
from claimbook.evidence.shelf import Evidence
from claimbook.extract.sources import Source, Sources
from claimbook.model import Attribution, Claim, Quantity, Relations, Topic, Topics, Waivers, claim_key
from claimbook.views.book import Book

TOPICS = Topics(
    topics=(
        Topic(
            id="noise",
            question="Are heat pumps loud?",
            positions={"loud": ("loud",), "silent": ("silent",)},
            opposed=({"a": "loud", "b": "silent", "relation": "contradict", "why": "one calls them loud"},),
        ),
        Topic(id="saving", question="How much do heat pumps save?"),
        Topic(id="payback", question="How soon does a heat pump pay for itself?"),
    )
)


def percent(text: str, low: float | None, high: float | None, bound: str) -> Quantity:
    return Quantity(text=text, kind="proportion", low=low, high=high, bound=bound, unit="%")


def lasting(text: str, low: float | None, high: float | None, bound: str, unit: str) -> Quantity:
    return Quantity(text=text, kind="duration", low=low, high=high, bound=bound, unit=unit)


SAID = {
    "warm-home": [
        ("Heat pumps are loud in winter", "safety", "noise", (), "none"),
        (
            "they save over 40% of the bill",
            "statistic",
            "saving",
            (percent("over 40%", 40, None, "more_than"),),
            "none",
        ),
        (
            "a heat pump pays for itself within a few days to a week",
            "onset",
            "payback",
            (lasting("a few days to a week", None, 1, "at_most", "week"),),
            "none",
        ),
    ],
    "cold-facts": [
        ("Heat pumps are silent in winter", "safety", "noise", (), "none"),
        (
            "<script>alert('x')</script> says $5^2$ homes save 30%",
            "statistic",
            "saving",
            (percent("30%", 30, 30, "exactly"),),
            "named",
        ),
        (
            "a heat pump pays for itself in 8 to 12 years",
            "onset",
            "payback",
            (lasting("8 to 12 years", 8, 12, "range", "year"),),
            "none",
        ),
    ],
}


def source(article: str) -> Source:
    text, claims = "", []
    for quote, kind, topic, quantities, level in SAID[article]:
        text += quote
        claims.append(
            Claim(
                id=f"{article}/{claim_key(quote)}",
                quote=quote,
                at=(len(text) - len(quote), len(text)),
                kind=kind,
                topic=topic,
                quantities=quantities,
                attribution=Attribution(level=level, text=None if level == "none" else "says"),
                worth=3,
            )
        )
        text += ".\n"
    return Source(article, Path(f"{article}.txt"), text, tuple(claims), None)


def sources(*articles: str) -> Sources:
    return Sources(tuple(source(article) for article in articles), TOPICS, Relations(), Waivers(), None)


STUDY = Record(
    id="okafor-2019",
    design="randomised trial",
    title="Heat pumps in terraced houses",
    authors="Okafor N, Reyes CA, Lind B",
    year=2019,
    published_in=None,
    doi=None,
    pmid=None,
    population="80 homes",
    intervention="heat pump",
    comparator="gas boiler",
    n=80,
    n_studies=None,
    findings=(
        {
            "outcome": "bill down by a third",
            "measure": None,
            "unit": "percent",
            "timepoint": "1 year",
            "question": "saving",
            "arm": {"name": "heat pump", "value": 25, "count": 10, "of": 40},
            "comparison": {"name": "gas boiler", "value": 5, "count": 2, "of": 40},
        },
    ),
    summary=None,
    limits=None,
    funding=None,
    risk_of_bias=None,
    read=Read(how_much="full text", at=None, on=None),
)


def evidence() -> Evidence:
    claim = f"warm-home/{claim_key('they save over 40% of the bill')}"
    verdicts = [("partly supports", "supporting", "they save"), ("contradicts", "against", "over 40%")]
    read = tuple(
        Assessment(claim=claim, quote=part, verdict=verdict, why="The trial found less.", by="a", **{side: (STUDY.id,)})
        for verdict, side, part in verdicts
    )
    asked = Question(id="saving", question="How much do heat pumps save?", unit="%", topics=("saving",))
    return Evidence({STUDY.id: STUDY}, read, questions=(asked,))


@pytest.fixture
def book() -> Book:
    return Book(replace(sources("cold-facts", "warm-home"), evidence=evidence()))


@pytest.fixture
def empty_book() -> Book:
    return Book(Sources((), Topics(), Relations(), Waivers(), None))
