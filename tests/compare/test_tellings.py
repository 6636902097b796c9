import pytest

from claimbook.compare.figures import read_figures
from claimbook.extract import extract_claims


@pytest.mark.parametrize(
    ("text", "verb", "heads"),
    [
        ("The library cost 48 million euros.", "cost", {"librari"}),
        ("A yearly pass is now 59 euros.", "cost", {"pass"}),
        ("The library has a staff of 62.", "employ", {"librari"}),
        ("Fewer than 60 people work for the scheme.", "employ", {"schem"}),
        ("Its batteries last for eight years.", "last", {"batteri"}),
    ],
)
def test_the_verb_says_what_a_figure_measures(text, verb, heads):
    (claim, *_) = extract_claims("one", text)
    telling = read_figures(claim)[0].telling
    assert telling is not None
    assert (telling.verb, telling.named.heads) == (verb, heads)


def test_no_verb_tells_nothing():
    (claim, *_) = extract_claims("one", "Sales in nearby shops dropped by 5%.")
    assert [figure.telling for figure in read_figures(claim)] == [None]
