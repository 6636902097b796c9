"""Findings come sorted and once; waived ones are set aside and counted; only the chosen rules run."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from claimbook.extract.sources import Source, Sources
from claimbook.model import Attribution, Claim, Relation, Topics, Waiver, Waivers, claim_key
from claimbook.rules import check, run
from claimbook.rules.registry import chosen, rule, rules

TEXT = "Studies show that 45% of drivers speed. The additive is proven to work. About 9% of cars are unregistered."


def claim(quote: str, article: str = "cars", vague: str | None = None) -> Claim:
    from claimbook.extract.quantities import find_quantities

    start = TEXT.index(quote)
    return Claim(
        id=f"{article}/{claim_key(quote)}",
        quote=quote,
        at=(start, start + len(quote)),
        kind="statistic",
        quantities=tuple(find_quantities(TEXT, start, start + len(quote))),
        attribution=Attribution(level="vague", text=vague) if vague else Attribution(level="none"),
        worth=2,
    )


DRIVERS = claim("Studies show that 45% of drivers speed", vague="Studies show")
ADDITIVE = claim("The additive is proven to work")
CARS = claim("About 9% of cars are unregistered")


def sources(*waivers: Waiver, claims: tuple[Claim, ...] = (CARS, ADDITIVE, DRIVERS)) -> Sources:
    source = Source("cars", Path("cars.txt"), TEXT, claims)
    return Sources((source,), Topics(), waivers=Waivers(waivers=waivers))


def waive(code: str, waived: Claim, until: str | None = None) -> Waiver:
    return Waiver(code=code, claim=waived.id, reason="agreed with the desk", by="Ada", until=until)


def test_findings_are_sorted_by_place_and_code() -> None:
    found = [(finding.code, finding.quote) for finding in check(sources(), [])]
    assert found == [
        ("A201", "Studies show"),
        ("S101", DRIVERS.quote),
        ("L501", "is proven to work"),
        ("S101", CARS.quote),
    ]


def test_a_finding_quotes_its_span() -> None:
    for finding in check(sources(), []):
        assert TEXT[finding.start : finding.end] == finding.quote


def test_only_the_chosen_rules_run() -> None:
    assert {finding.code for finding in check(sources(), [], select={"L501"})} == {"L501"}


def test_a_waived_finding_is_set_aside_and_counted() -> None:
    checked = run(sources(waive("S101", CARS)), [])
    assert [finding.claims for finding in checked.waived] == [(CARS.id,)]
    assert ("S101", CARS.quote) not in [(finding.code, finding.quote) for finding in checked.findings]
    assert "W901" not in {finding.code for finding in checked.findings}


def test_an_expired_waiver_covers_nothing_and_is_a_finding() -> None:
    checked = run(sources(waive("S101", CARS, until="2026-01-31")), [], today=dt.date(2026, 2, 1))
    assert checked.waived == ()
    assert sorted(finding.code for finding in checked.findings if finding.claims == (CARS.id,)) == ["S101", "W902"]


def test_a_waiver_of_a_rule_that_was_not_run_is_not_stale() -> None:
    assert run(sources(waive("C301", CARS)), [], select={"S101", "W901"}).findings[0].code == "S101"
    assert "W901" not in {f.code for f in run(sources(waive("C301", CARS)), [], select={"S101", "W901"}).findings}


def test_a_stale_waiver_of_a_lost_claim_stands_at_the_head_of_nothing() -> None:
    lost = Waiver(code="S101", claim="cars/gone00", reason="agreed", by="Ada")
    stale = [finding for finding in run(sources(lost), []).findings if finding.code == "W901"]
    assert [(finding.article, finding.start, finding.end, finding.quote) for finding in stale] == [("cars", 0, 0, "")]


def test_a_stale_waiver_can_be_waived_by_nobody_but_its_removal() -> None:
    lost = Waiver(code="S101", claim="cars/gone00", reason="agreed", by="Ada")
    assert [f.code for f in run(sources(lost, claims=()), []).findings] == ["W901"]


def test_a_conflict_names_both_claims_and_quotes_the_other_side() -> None:
    relation = Relation(a=DRIVERS.id, b=CARS.id, relation="contradict", kind="numeric", why="45% against 9%")
    [finding] = check(sources(), [relation], select={"C301"})
    assert finding.claims == (DRIVERS.id, CARS.id)
    assert finding.message == f"45% against 9%. The other side, in the same article: “{CARS.quote}”"
    assert finding.severity == "error"


def test_a_conflict_about_an_unknown_claim_is_left_out() -> None:
    relation = Relation(a="boats/aaaaaa", b=CARS.id, relation="contradict", kind="numeric", why="two figures")
    assert check(sources(), [relation], select={"C301"}) == []


@pytest.mark.parametrize(
    ("select", "codes"),
    [("S101", {"S101"}), ("s101,A2", {"S101", "A201", "A202", "A203"}), ("undated", {"P602"}), ("", set())],
)
def test_rules_are_chosen_by_code_beginning_or_name(select: str, codes: set[str]) -> None:
    assert chosen(select) == codes


def test_choosing_a_rule_that_is_none_says_which() -> None:
    with pytest.raises(KeyError, match="X9"):
        chosen("S101,X9")


def test_the_registry_finds_the_rules_of_the_design() -> None:
    design = {"S101", "S102", "S103", "A201", "A202", "C301", "C302", "C303", "C304", "L501", "L502", "P601", "P602"}
    assert design <= {found.code for found in rules()}
    assert rule("vague-attribution") is rule("a201")


def test_a_claim_against_several_others_for_one_reason_is_one_finding() -> None:
    third = CARS.model_copy(update={"id": "cars/third0", "at": (CARS.start, CARS.end)})
    said = {"relation": "tension", "kind": "numeric", "why": "45% against 9%"}
    relations = [Relation(a=DRIVERS.id, b=other.id, **said) for other in (CARS, third)]
    [finding] = check(sources(claims=(DRIVERS, CARS, third)), relations, select={"C301"})
    assert finding.claims == (DRIVERS.id, CARS.id, third.id)
    assert finding.quote == DRIVERS.quote
    assert finding.message.count("in the same article: “") == 2


def test_the_finding_stands_at_the_claim_that_the_others_are_held_against() -> None:
    third = DRIVERS.model_copy(update={"id": "cars/aaathi"})
    said = {"relation": "tension", "kind": "numeric", "why": "45% against 9%"}
    relations = [Relation(a=min(o.id, CARS.id), b=max(o.id, CARS.id), **said) for o in (DRIVERS, third)]
    [finding] = check(sources(claims=(DRIVERS, CARS, third)), relations, select={"C301"})
    assert finding.quote == CARS.quote
