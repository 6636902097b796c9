"""Totals, parts and headings inside one article: what does not add up is found, what may be otherwise is left alone."""

from __future__ import annotations

import pytest

from claimbook.compare import compare
from claimbook.compare.headings import compare_headings
from claimbook.compare.sums import misfit_of_shares
from claimbook.extract.quantities import find_quantities
from claimbook.model import Claim

from .claims_by_hand import claim


def said(quote: str, start: int = 0) -> Claim:
    return claim("fleet", quote, start=start, quantities=find_quantities(quote)).model_copy(
        update={"quantities": tuple(q.model_copy(update={"start": None, "end": None}) for q in find_quantities(quote))}
    )


def misfit(whole: str, parts: str, gap: int = 2) -> str | None:
    first = said(whole)
    found = compare([first, said(parts, first.end + gap)])
    return next((r.why for r in found if r.relation == "contradict"), None)


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        pytest.param(
            "The fleet has 120 buses",
            "Of these, 70 are electric and the remaining 60 run on diesel",
            "cannot both be true because “70” + “60” make 130, not “120 buses”",
            id="too much",
        ),
        pytest.param(
            "The fleet has 120 buses",
            "Of these, 70 are electric and the remaining 40 run on diesel",
            "cannot both be true because “70” + “40” make 110, not “120 buses”",
            id="too little, and that is all",
        ),
        pytest.param(
            "The orchard has 900 trees",
            "Of these, 1,200 were planted last year",
            "cannot both be true because “1,200” is a part of “900 trees” and larger",
            id="a part larger than its whole",
        ),
        pytest.param(
            "The fleet has 120 buses",
            "Of these, 70 are electric and the remaining 50 run on diesel",
            None,
            id="it adds up",
        ),
        pytest.param(
            "The fleet has 120 buses", "Of these, 70 are electric and 30 are new", None, id="not all are told"
        ),
        pytest.param(
            "The fleet has about 120 buses",
            "Of these, 70 are electric and the remaining 52 run on diesel",
            None,
            id="about",
        ),
        pytest.param("The fleet has 120 buses", "The depot also holds 400 trams", None, id="other things"),
        pytest.param(
            "The fleet has more than 120 buses", "Of these, 130 are electric", None, id="the total is open upwards"
        ),
        pytest.param(
            "The fleet has 120 buses", "Of these, 70 are electric and another 90 are leased", None, id="counted twice"
        ),
        pytest.param("The fleet has 120 buses", "Of these, 70% are electric", None, id="a share is no count"),
    ],
)
def test_parts_and_their_total(whole: str, parts: str, expected: str | None) -> None:
    assert misfit(whole, parts) == expected


def test_a_total_far_above_is_not_meant() -> None:
    assert misfit("The fleet has 120 buses", "Of these, 700 are electric", gap=400) is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("62% walk, 30% cycle and the remaining 18% drive", True, id="more than all"),
        pytest.param("50% walk, 30% cycle and the rest, 10%, drive", True, id="less than all"),
        pytest.param("62% walk, 30% cycle and the remaining 8% drive", False, id="all"),
        pytest.param("33% walk, 33% cycle and the remaining 33% drive", False, id="rounded"),
        pytest.param("62% walk, 30% cycle and 18% drive", False, id="may be counted twice"),
        pytest.param("Over 62% walk and the remaining 30% drive", False, id="a bound"),
        pytest.param("The remaining 30% drive", False, id="one share"),
    ],
)
def test_shares_of_a_whole(text: str, wrong: bool) -> None:
    assert (misfit_of_shares(said(text)) is not None) == wrong


TITLE = "City approves purchase of 100,000 masks"


@pytest.mark.parametrize(
    ("heading", "body", "doubted"),
    [
        pytest.param(TITLE, "The city approved the purchase of 35,000 masks on Tuesday.", True, id="another figure"),
        pytest.param(TITLE, "The city approved the purchase of 100,000 masks on Tuesday.", False, id="the same"),
        pytest.param(
            "Twelve lynxes freed in the Marl hills",
            "The park freed nine lynxes in the Marl hills.",
            True,
            id="in words",
        ),
        pytest.param(
            TITLE,
            "The city approved the purchase of 35,000 masks on Tuesday. In all 100,000 masks will be bought.",
            False,
            id="the text gives both",
        ),
        pytest.param(
            TITLE, "The city approved the purchase of over 90,000 masks.", False, id="it allows the heading's"
        ),
        pytest.param(TITLE, "Last winter 35,000 masks were lost in a fire.", False, id="something else of masks"),
        pytest.param(TITLE, "The city approved the purchase of another 35,000 masks.", False, id="more of them"),
        pytest.param(TITLE, "The city approved the purchase of 35 buses.", False, id="other things"),
        pytest.param("7 ways to save water", "The city has 9 ways to save rain water.", False, id="a listicle"),
    ],
)
def test_a_figure_in_a_heading(heading: str, body: str, doubted: bool) -> None:
    text = f"{heading}\n\n{body}\n"
    claims = []
    for sentence in body.split(". "):
        start = text.index(sentence)
        figures = tuple(find_quantities(text, start, start + len(sentence)))
        claims.append(claim("masks", sentence, start=start, quantities=figures))
    found = [(doubt.heading.quote, doubt.relation().relation) for doubt in compare_headings("masks", text, claims)]
    assert found == ([(heading, "contradict")] if doubted else [])
