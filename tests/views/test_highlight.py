"""Articles cut into pieces under claims."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model import Claim
from claimbook.views.highlight import cut, paragraphs


def claim(text: str, start: int, end: int, number: int = 0) -> Claim:
    return Claim(id=f"rents/{number:06d}", quote=text[start:end], at=(start, end), kind="other", worth=1)


TEXT = "Rents rose by 9% in May.\n\nHalf of all tenants\npay more."


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], [(TEXT, ())]),
        ([(0, 24)], [(TEXT[:24], (0,)), (TEXT[24:], ())]),
        ([(0, 16), (6, 24)], [("Rents ", (0,)), ("rose by 9%", (0, 1)), (" in May.", (1,)), (TEXT[24:], ())]),
        ([(0, 24), (6, 10)], [("Rents ", (0,)), ("rose", (0, 1)), (" by 9% in May.", (0,)), (TEXT[24:], ())]),
        ([(6, 10), (6, 10)], [("Rents ", ()), ("rose", (0, 1)), (TEXT[10:], ())]),
    ],
    ids=["none", "one", "overlapping", "nested", "twice the same"],
)
def test_pieces_know_their_claims(spans: list[tuple[int, int]], expected: list[tuple[str, tuple[int, ...]]]) -> None:
    claims = [claim(TEXT, *span, number) for number, span in enumerate(spans)]
    pieces = cut(TEXT, claims)
    assert [(p.text, tuple(int(c[-6:]) for c in p.claims)) for p in pieces] == expected


def test_lines_that_share_a_claim_are_one_paragraph() -> None:
    whole = TEXT.index("Half")
    made = paragraphs(TEXT, [claim(TEXT, whole, len(TEXT))])
    assert [(TEXT[p.start : p.end], len(p.claims)) for p in made] == [(TEXT[:24], 0), (TEXT[whole:], 1)]


@given(
    st.text(alphabet="ab \n\r\u2028é😀", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8),
)
def test_nothing_is_lost_and_every_claim_is_whole(text: str, spans: list[tuple[int, int]]) -> None:
    claims = [
        claim(text, start, min(start + length, len(text)), number)
        for number, (start, length) in enumerate(spans)
        if start < len(text)
    ]
    assert "".join(piece.text for piece in cut(text, claims)) == text
    made = paragraphs(text, claims)
    for each in claims:
        if not each.quote.strip():
            continue
        assert any(
            p.start <= each.start + (len(each.quote) - len(each.quote.lstrip())) and each in p.claims for p in made
        )
    for paragraph in made:
        assert "".join(piece.text for piece in paragraph.pieces) == text[paragraph.start : paragraph.end]
