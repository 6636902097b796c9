"""Marks of Markdown: hidden or bold, and never a character lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model import Claim, claim_key
from claimbook.views.highlight import paragraphs
from claimbook.views.report.markers import marked


def looks(text: str, claims: tuple[Claim, ...] = ()) -> list[tuple[int, list[tuple[str, str]]]]:
    found = [marked(paragraph) for paragraph in paragraphs(text, claims)]
    return [(one.level, [(run.text, run.look) for _, runs in one.pieces for run in runs]) for one in found]


@pytest.mark.parametrize(
    ("text", "level", "expected"),
    [
        ("# A tram", 1, [("# ", "mark"), ("A tram", "")]),
        ("### **A** tram", 3, [("### ", "mark"), ("**", "mark"), ("A", "bold"), ("**", "mark"), (" tram", "")]),
        ("a **loud** tram", 0, [("a ", ""), ("**", "mark"), ("loud", "bold"), ("**", "mark"), (" tram", "")]),
        ("#1 in town", 0, [("#1 in town", "")]),
        ("# of trams fell to 3.", 0, [("# of trams fell to 3.", "")]),
        ("2 ** 3 ** 4", 0, [("2 ** 3 ** 4", "")]),
        ("**open", 0, [("**open", "")]),
        ("****", 0, [("****", "")]),
        ("####### seven", 0, [("####### seven", "")]),
    ],
)
def test_marks(text: str, level: int, expected: list[tuple[str, str]]) -> None:
    assert looks(text) == [(level, expected)]


def test_bold_goes_on_over_the_edge_of_a_claim() -> None:
    text = "Our **tram is loud** here"
    quote = "tram is"
    claim = Claim(id=f"a/{claim_key(quote)}", quote=quote, at=(6, 13), kind="other", worth=2)
    assert [run for run in looks(text, (claim,))[0][1] if run[1] == "bold"] == [("tram is", "bold"), (" loud", "bold")]


@given(st.text("#* \nab.", max_size=60))
def test_the_runs_are_the_text(text: str) -> None:
    for paragraph in paragraphs(text, ()):
        runs = [run.text for _, runs in marked(paragraph).pieces for run in runs]
        assert "".join(runs) == text[paragraph.start : paragraph.end]
        assert all(runs)
