from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.extract import extract_claims
from claimbook.model import Claim, Topic, Topics

PUMPS = """\
# Heat pumps in old houses

By Robin Vale

Heat pumps cut heating bills by 30% in well-insulated homes. While installation costs $9,000 on average, grants cover \
half of it in many regions. Is it worth it?

This article explains how they work. Contact us today for a free quote.

Common faults include:

- Frozen fans
- Low pressure
- Noisy compressors

## Safety

In 2019, a study led by Lund University found that leaks were rare. The study followed 1,200 households for six years. \
Refrigerants may harm the climate if they escape.

- **Quiet running:** Modern units make less noise than a fridge.
- Lower running costs: They use 60% less energy than oil boilers.
"""

BUSES = """\
# Night buses

Night buses carry 40,000 passengers every week, according to the Department of Transport. Experts warn that cuts \
could lead to more drink-driving deaths.

| Route | Cost | Change |
|---|---|---|
| North line | $2.10 | up 12% |
"""


def quotes(text: str) -> list[str]:
    return [c.quote for c in extract_claims("a", text)]


def one(text: str, start: str) -> Claim:
    return next(c for c in extract_claims("a", text) if c.quote.startswith(start))


def test_takes_every_assertion_at_clause_level() -> None:
    found = quotes(PUMPS)
    assert "Heat pumps cut heating bills by 30% in well-insulated homes" in found
    assert "installation costs $9,000 on average" in found
    assert "grants cover half of it in many regions" in found


@pytest.mark.parametrize(
    "words", ["Heat pumps in old houses", "Robin Vale", "worth it", "This article", "Contact us", "Safety"]
)
def test_leaves_out_what_is_no_claim(words: str) -> None:
    assert not [q for q in quotes(PUMPS) if words in q]


def test_a_list_of_things_is_one_claim_with_items() -> None:
    claim = one(PUMPS, "Common faults include")
    assert claim.quote.endswith("Noisy compressors")
    assert claim.items == ("Frozen fans", "Low pressure", "Noisy compressors")
    assert not [q for q in quotes(PUMPS) if q == "Low pressure"]


def test_items_that_assert_are_claims_of_their_own() -> None:
    found = quotes(PUMPS)
    assert "Modern units make less noise than a fridge" in found
    assert "They use 60% less energy than oil boilers" in found


def test_facets_of_one_claim() -> None:
    claim = one(PUMPS, "Heat pumps cut")
    assert [(q.low, q.unit) for q in claim.quantities] == [(30, "%")]
    assert (claim.certainty, claim.attribution.level, claim.worth) == ("assertive", "none", 3)
    assert claim.population == "well-insulated homes"
    assert claim.outcome == "heating bills"


def test_the_study_keeps_the_name_it_was_given() -> None:
    assert one(PUMPS, "In 2019").attribution.level == "named"
    assert one(PUMPS, "The study followed").attribution.level == "named"
    assert one(PUMPS, "The study followed").kind == "research"


def test_hedges_and_conditions_stay_with_their_clause() -> None:
    claim = one(PUMPS, "Refrigerants may")
    assert claim.certainty == "hedged"
    assert claim.condition == "if they escape"
    assert claim.direction == "harm"


def test_table_rows_with_figures_are_claims() -> None:
    assert [q for q in quotes(BUSES) if "North line" in q]
    assert not [q for q in quotes(BUSES) if q.startswith("Route")]


def test_vague_and_named_sources() -> None:
    assert one(BUSES, "Night buses carry").attribution.level == "named"
    assert one(BUSES, "Experts warn").attribution.level == "vague"


def test_the_same_quote_twice_gets_two_ids() -> None:
    text = "Trams cut traffic by 20%.\n\nBuses help.\n\nTrams cut traffic by 20%.\n"
    ids = [c.id for c in extract_claims("trams", text) if c.quote.startswith("Trams")]
    assert len(set(ids)) == 2
    assert all(i.startswith("trams/") for i in ids)


def test_assigns_a_topic_only_when_one_stands_out() -> None:
    topics = Topics(
        topics=(
            Topic(id="cost.install", question="What does installation cost on average?"),
            Topic(id="safety.leaks", question="Do leaks of refrigerants occur?"),
        )
    )
    claims = extract_claims("a", PUMPS, topics)
    assert next(c for c in claims if c.quote.startswith("installation costs")).topic == "cost.install"
    assert next(c for c in claims if c.quote.startswith("Modern units")).topic is None
    assert all(c.topic is None for c in extract_claims("a", PUMPS))


def test_claims_are_valid_and_repeatable() -> None:
    once, twice = extract_claims("a", PUMPS + BUSES), extract_claims("a", PUMPS + BUSES)
    assert [c.model_dump_json() for c in once] == [c.model_dump_json() for c in twice]
    for claim in once:
        assert Claim.model_validate(claim.model_dump()) == claim


def test_two_articles_in_one_give_the_claims_of_both() -> None:
    both = {c.quote for c in extract_claims("a", PUMPS + "\n\n" + BUSES)}
    assert both == set(quotes(PUMPS)) | set(quotes(BUSES))


PARTS = st.sampled_from(
    [
        "Prices rose 5%.",
        "“It works,” she said.",
        "Side effects include:\n- rash\n- fever",
        "\r\n\r\n",
        "\ufeff",
        "👩‍🔬 found",
        "e\u0301",
        "\u00a0",
        "שלום 20%",
        "# Title",
        "| a | 3% |",
        "(",
        "]",
        "While x falls, y rises by 2 kg",
        "…",
        "may",
        "12",
        ";",
        ", and it",
        "**",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=25), st.sampled_from([" ", "\n", "\n\n", ""]))
def test_every_quote_is_a_slice_of_the_text(parts: list[str], join: str) -> None:
    text = join.join(parts)
    for claim in extract_claims("a", text):
        assert text[slice(*claim.at)] == claim.quote
        assert all(text[q.start : q.end] == q.text for q in claim.quantities)
        Claim.model_validate(claim.model_dump())


HOSTILE = {
    "one word": "may " * 20_000,
    "digits": "9" * 80_000,
    "brackets": "(" * 40_000 + ")" * 40_000,
    "quotes": "“a” " * 15_000,
    "capitals": "The University Of " * 5_000,
    "commas": "it is, and it was, but " * 4_000,
    "sentences in one line": "Trams cut traffic by 20%. " * 3_000,
    "items": "Causes include:\n" + "- rust\n" * 8_000,
    "rows": "| a | 3% |\n" * 8_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length_on_hostile_text(text: str) -> None:
    started = time.process_time()
    extract_claims("a", text[: len(text) // 4])
    quarter = time.process_time() - started
    extract_claims("a", text)
    whole = time.process_time() - started - quarter
    assert whole < 10 * quarter + 0.5


def test_a_reference_behind_a_claim_cites_it() -> None:
    claims = extract_claims("a", "Yields fell by 3% in dry years [12]. Rents rose by 4% (Okafor et al., 2020).")
    assert [c.attribution.level for c in claims] == ["cited", "cited"]


def test_a_demonstrative_can_be_the_subject() -> None:
    assert quotes("This involves a deposit of $200.") == ["This involves a deposit of $200"]


@pytest.mark.parametrize(("repeats", "kept"), [(1, 0), (60, 60)], ids=["paragraph", "article in one line"])
def test_a_blurb_drops_its_paragraph_but_no_whole_article_in_one_line(repeats: int, kept: int) -> None:
    text = "This book has 300 pages on ferries. " + "Ferry fares rose by 12% in 2021. " * repeats
    assert quotes(text).count("Ferry fares rose by 12% in 2021") == kept
    assert not any("book" in quote for quote in quotes(text))


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("40% less noise with trams", True),
        ("Ferry fares up 12%", True),
        ("Five ideas for 10 minutes", False),
        ("The 20 minute walk", False),
    ],
    ids=lambda v: str(v),
)
def test_a_heading_states_a_fact_only_with_a_change_or_a_verb(heading: str, told: bool) -> None:
    text = f"# Trams and ferries\n\n## {heading}\n\nThe harbour opened a new line along the coast.\n"
    assert any(quote in heading for quote in quotes(text)) is told


def test_the_sentence_over_a_list_is_claimed_once() -> None:
    lead = "The new line cuts noise by 40% in three districts of the town"
    text = f"Trams run daily.\n\n{lead}:\n\n- Harbour\n- Old mill\n- North gate\n"
    found = [q for q in quotes(text) if "40%" in q]
    assert [q.endswith("North gate") for q in found] == [True]
