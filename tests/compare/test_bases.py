import pytest

from claimbook.compare.figures import read_figures
from claimbook.extract import extract_claims


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Nine of 64 shops on the line have closed.", {9.0}),
        ("Of the 64 shops in the street, nine have closed since 2019.", {9.0}),
        ("31 of the 48 councillors voted for the tram.", {31.0}),
        ("Nine out of ten shops on the line have closed.", set()),
        ("The 64 shops on the line have closed.", {64.0}),
    ],
)
def test_a_part_of_a_whole_is_counted(text, counts):
    (claim, *_) = extract_claims("one", text)
    figures = [figure for figure in read_figures(claim) if figure.quantity.kind == "count"]
    assert {figure.quantity.low for figure in figures} == counts
