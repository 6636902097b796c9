import pytest

from claimbook.compare.bases import shares_in_words
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


@pytest.mark.parametrize(
    ("quote", "shares"),
    [
        ("Most of the villagers keep bees", [("Most of the villagers", 50, None)]),
        ("Hardly any lorries use the lane", [("Hardly any lorries", None, 10)]),
        ("Nearly all boats have a radio", [("Nearly all boats", 75, None)]),
        ("It is the most famous of boats", []),
        ("The ferry takes at most boats of ten metres", []),
        ("She likes the sea most", []),
    ],
)
def test_a_share_in_words_is_more_or_less_than_so_much(quote, shares):
    assert [(q.text, q.low, q.high) for q in shares_in_words(quote)] == shares
