"""The pairs that are looked at: few enough at any size, none set aside that a judge would speak on, one order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from claimbook.compare import compare, sharing
from claimbook.compare.comparing import read_claims
from claimbook.compare.judging import Bench, convene
from claimbook.compare.pairing import LIMIT, PAIRS_PER_CLAIM
from claimbook.compare.prospects import could_clash
from claimbook.model import Claim, Topics
from claimbook.review import open_review

from .claims_by_hand import claim, percent

ROOT = Path(__file__).parents[2]
GOODS = ["ferry", "tram", "bridge", "harbour", "museum", "orchard", "reactor", "library", "clinic", "market"]
ABOUT = ["noise", "delays", "rents", "erosion", "queues", "fares", "damp", "waste"]


def made_up(count: int, *, words: int = 40) -> list[Claim]:
    """Make up claims that share few words: the more there are, the more of them share each."""
    claims = []
    for n in range(count):
        thing, about, place = GOODS[n % 10], ABOUT[n * 7 % 8], f"place{n * 13 % words}"
        verb = ("reduces", "does not reduce", "increases", "is not safe for")[n * 3 % 4]
        quote = f"The {thing} in {place} {verb} {about} in {n * 11 % 97}% of cases"
        figure = percent(f"{n * 11 % 97}%", n * 11 % 97, n * 11 % 97)
        claims.append(claim(f"article-{n // 20}", quote, start=(n % 20) * 200, quantities=[figure]))
    return claims


def bench_of(claims: Sequence[Claim], topics: Topics | None = None, *, everything: bool = False) -> Bench:
    return convene(read_claims(claims, topics), topics, everything=everything)


def reviewed(topics: bool) -> tuple[list[Claim], Topics | None]:
    review = open_review(ROOT)
    return list(review.claims), review.topics if topics else None


@pytest.mark.parametrize("topics", [True, False], ids=["with topics", "without"])
def test_no_pair_is_set_aside_that_a_judge_would_speak_on_in_the_shipped_review(topics: bool) -> None:
    assert set_aside_wrongly(*reviewed(topics)) == []


def test_no_pair_is_set_aside_that_a_judge_would_speak_on_in_made_up_claims() -> None:
    assert set_aside_wrongly(made_up(200), None) == []


def set_aside_wrongly(claims: Sequence[Claim], topics: Topics | None) -> list[tuple[str, str, str]]:
    """List what judges say of pairs that could clash on nothing, whether they share a bucket or not."""
    asked = bench_of(claims, topics)
    told = bench_of(claims, topics, everything=True)
    wrong = []
    for i in range(len(asked.readings)):
        for j in range(i + 1, len(asked.readings)):
            verdict = None if asked.is_open(i, j) else told.verdict(i, j)
            if verdict and verdict.relation != "not_comparable":
                wrong.append((asked.readings[i].claim.quote, asked.readings[j].claim.quote, verdict.why))
    return wrong


def test_most_pairs_of_made_up_claims_are_set_aside_before_judging() -> None:
    prospects = bench_of(made_up(200)).prospects
    clashes = sum(could_clash(a, b, topic=False) for n, a in enumerate(prospects) for b in prospects[n + 1 :])
    assert 0 < clashes < 0.6 * len(prospects) * (len(prospects) - 1) / 2


def test_pairs_grow_with_the_claims_and_not_with_their_square() -> None:
    met = {}
    for count in (1500, 6000):
        pairing = bench_of(made_up(count, words=count // 10)).pairing
        met[count] = sum(len(pairing.partners(n)) for n in range(count))
    assert met[6000] <= 6 * met[1500]


def test_what_nearly_every_claim_says_makes_no_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.compare.pairing.PAIRS_LEAST", 0)
    same = [claim(f"article-{n}", "The ferry reduces noise in the harbour", start=n) for n in range(4 * LIMIT)]
    pairing = bench_of(same).pairing
    assert sum(len(pairing.partners(n)) for n in range(len(same))) <= PAIRS_PER_CLAIM * len(same)


def test_partners_come_later_in_order_and_once() -> None:
    pairing = bench_of(made_up(60)).pairing
    partners = {n: pairing.partners(n) for n in range(60)}
    assert any(partners.values())
    assert all(found == sorted(set(found)) and all(other > n for other in found) for n, found in partners.items())


def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = made_up(600)
    alone = compare(claims)
    monkeypatch.setattr(sharing, "MANY", 1)
    monkeypatch.setattr(sharing, "PART", 50)
    monkeypatch.setattr(sharing, "_may_fork", lambda: True)
    assert compare(claims) == alone
    assert alone


def test_the_order_of_the_claims_does_not_matter() -> None:
    claims, topics = reviewed(topics=True)
    assert compare(claims[::-1], topics) == compare(claims, topics)


@pytest.mark.parametrize("topics", [True, False], ids=["topics", "no topics"])
def test_everything_adds_what_keeps_claims_apart_and_no_clash(topics: bool) -> None:
    claims, asked = reviewed(topics)
    plain, more = (compare(claims, asked, everything=everything) for everything in (False, True))
    assert {r.relation for r in more} > {r.relation for r in plain}
    assert [r for r in more if r.relation != "not_comparable"] == plain
