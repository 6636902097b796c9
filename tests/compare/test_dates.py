"""When two texts say something holds. Sentences are our own."""

import pytest

from claimbook.compare.dates import find_times, places_apart, times_apart

NAMED = [
    ("Exports rose 3% in 2014.", {("calendar year", "2014")}),
    ("The dam opened on 4 March 1987.", {("calendar year", "1987"), ("day", "march 4")}),
    ("On Sept. 21st the ferry sank.", {("day", "september 21")}),
    ("It may 4 times a day ring.", {("day", "may 4")}),
    ("Fares went up last year and on Monday.", {("year", "last"), ("weekday", "monday")}),
    ("It cost $2000 and weighs 1900kg.", set()),
    ("The march went on; it may rain.", set()),
]
APART = [
    ("Exports rose 3% in 2014", "Exports rose 5% in 2015", "different time — 2014 / 2015"),
    ("It fell 300 points on 4 March", "It fell 120 points on March 9", "different time — march 4 / march 9"),
    ("Fines of $5m last year", "Fines of $9m this year", "different time — last year / this year"),
    ("40 tons on Monday", "60 tons on Friday", "different time — monday / friday"),
    ("Exports rose 3% in 2014 and 2015", "Exports rose 5% in 2015", None),
    ("Exports rose 3% in 2014", "Exports rose 5%", None),
]


@pytest.mark.parametrize(("text", "times"), NAMED, ids=[row[0] for row in NAMED])
def test_names_times(text, times):
    assert find_times(text) == times


@pytest.mark.parametrize(("a", "b", "why"), APART, ids=[row[0] + " / " + row[1] for row in APART])
def test_says_which_times_are_apart(a, b, why):
    assert times_apart(a, b) == why


def test_tells_places_in_an_order_apart():
    assert places_apart("The strike enters its second week", "The strike enters its 3rd week") is not None
    assert places_apart("The strike enters its second week", "The strike enters its 2nd week") is None
    assert places_apart("The strike enters its second week", "The strike goes on") is None
