"""Statistics computed again agree with the textbooks, and misprints are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from claimbook.evidence.recomputed import inconsistencies, mean_is_possible, p_range, rounds_to, wilson


@given(st.integers(1, 5000), st.data())
def test_wilsons_interval_is_that_of_statsmodels(of: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, of))
    low, high = proportion_confint(count, of, method="wilson")
    assert wilson(count, of) == pytest.approx((100 * low, 100 * high), abs=1e-6)


@pytest.mark.parametrize(("count", "of"), [(5, 4), (-1, 4), (0, 0)])
def test_no_share_has_no_interval(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(count, of)


@pytest.mark.parametrize(
    ("exact", "printed", "digits", "fits"),
    [
        (66.666, 66.7, 1, True),
        (66.666, 66.6, 1, True),  # cut off
        (66.666, 66.5, 1, False),
        (66.666, 67, 0, True),
        (66.666, 66.8, 1, False),
        (55.42, 63.0, 1, False),
        (12.5, 13, 0, True),
        (0, 0, 0, True),
    ],
)
def test_a_figure_stands_for_its_rounding(exact: float, printed: float, digits: int, fits: bool) -> None:
    assert rounds_to(exact, printed, digits) is fits


@pytest.mark.parametrize(
    ("mean", "n", "possible"),
    [
        ("5.19", 28, False),
        ("5.18", 28, True),
        ("3.5", 2, True),
        ("3.4", 2, False),
        ("2.33", 3, True),
        ("0.07", 15, True),
    ],
)
def test_grim(mean: str, n: int, possible: bool) -> None:
    assert mean_is_possible(mean, n) is possible


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60))
def test_grim_never_refuses_a_real_mean(answers: list[int]) -> None:
    assert mean_is_possible(f"{sum(answers) / len(answers):.2f}", len(answers))


@pytest.mark.parametrize(
    ("name", "value", "first", "second", "p"),
    [
        ("t", "2.048", 28.0, None, 0.05),
        ("F", "3.204", 2.0, 45.0, 0.05),
        ("chi2", "3.841", 1.0, None, 0.05),
        ("z", "1.960", None, None, 0.05),
        ("r", "0.361", 28.0, None, 0.05),
    ],
)
def test_p_values_are_those_of_the_tables(
    name: str, value: str, first: float | None, second: float | None, p: float
) -> None:
    allowed = p_range(name, value, first, second)
    assert allowed is not None
    assert allowed[0] <= p <= allowed[1]
    assert allowed[1] - allowed[0] < 0.001


WRONG = [
    ("The groups differed, t(28) = 2.20, p = .01.", "t(28) = 2.20, p = .01"),
    ("We saw F(2, 45) = 1.10, p < .05 throughout.", "F(2, 45) = 1.10, p < .05"),
    ("Counts differed (χ2(1, N = 90) = 2.10, p = .02).", "χ2(1, N = 90) = 2.10, p = .02"),
    ("It was no accident, z = 1.20, p = 0.04.", "z = 1.20, p = 0.04"),
    ("Time by group F9,115=2.6, p=0.20", "F9,115=2.6, p=0.20"),
    ("Height and income agree, r(28) = .12, p = .01", "r(28) = .12, p = .01"),
    ("They gave few answers (M = 5.19, SD = 1.3, n = 28).", "M = 5.19, SD = 1.3, n = 28"),
]
RIGHT = [
    "The groups differed, t(28) = 2.20, p = .036.",
    "The taller won, t(40) = 1.75, p = .044 (one-sided).",
    "A trend, t(28) = 1.20, p > .05.",
    "Time by group F9,115=2.6, p=0.01",
    "Time by group F10,141=0.4, p=0.95",
    "They gave few answers (M = 5.18, SD = 1.3, n = 28).",
    "The parcels were heavy (M = 5.19, SD = 1.3, n = 28).",
    "They answered within moments (M = 512.33 ms, n = 20).",
    "The weight(28) = 2.20, p = .9 of the parcel is odd",
    "t(0) = 2.2, p = .9",
    "r(28) = 1.20, p = .9",
    "the fit is good, r2 = 0.18, p < 0.01",
    "r(28) = .36, p = .05",
    "F(2) = 1.10, p < .05",
    "t(28) = , p = .5",
    "n = 28 and a mean of 5",
]


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_misprints_are_found(text: str, words: str) -> None:
    assert [text[slice(*one.span)] for one in inconsistencies(text)] == [words]


@pytest.mark.parametrize("text", RIGHT)
def test_what_fits_is_left_alone(text: str) -> None:
    assert list(inconsistencies(text)) == []


def test_a_mean_is_unsure_and_a_test_is_sure() -> None:
    assert [next(inconsistencies(text)).sure for text, _ in WRONG] == [True] * 6 + [False]


@given(st.text(alphabet="tFzrχ2M()=<>.,; pnN0123456789 mean of", max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in inconsistencies(text))
