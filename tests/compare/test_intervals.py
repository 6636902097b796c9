import math

import pytest

from claimbook.compare.intervals import lie, to_interval
from claimbook.model import Quantity


def q(text, kind, low, high, bound, unit):
    return Quantity(text=text, kind=kind, low=low, high=high, bound=bound, unit=unit)


PERCENT = {
    "over 70%": q("over 70%", "proportion", 70, None, "more_than", "%"),
    "over 80%": q("over 80%", "proportion", 80, None, "more_than", "%"),
    "at most 60%": q("at most 60%", "proportion", None, 60, "at_most", "%"),
    "7.6%": q("7.6%", "proportion", 7.6, 7.6, "exactly", "%"),
    "8%": q("8%", "proportion", 8, 8, "exactly", "%"),
    "7.5%": q("7.5%", "proportion", 7.5, 7.5, "exactly", "%"),
    "about 20%": q("about 20%", "proportion", 20, 20, "about", "%"),
    "21%": q("21%", "proportion", 21, 21, "exactly", "%"),
    "30%": q("30%", "proportion", 30, 30, "exactly", "%"),
    "10-40%": q("10-40%", "proportion", 10, 40, "range", "%"),
    "10-45%": q("10-45%", "proportion", 10, 45, "range", "%"),
    "35-90%": q("35-90%", "proportion", 35, 90, "range", "%"),
    "70% or less": q("70% or less", "proportion", None, 70, "at_most", "%"),
}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("over 70%", "over 80%", "overlap"),
        ("over 70%", "at most 60%", "disjoint"),
        ("over 70%", "70% or less", "disjoint"),
        ("7.6%", "8%", "within"),
        ("7.5%", "8%", "within"),
        ("7.6%", "7.5%", "disjoint"),
        ("about 20%", "21%", "within"),
        ("about 20%", "30%", "disjoint"),
        ("30%", "10-40%", "within"),
        ("10-40%", "10-45%", "within"),
        ("10-40%", "35-90%", "overlap"),
        ("8%", "8%", "equal"),
    ],
)
def test_how_two_intervals_lie(a, b, expected):
    one, other = to_interval(PERCENT[a]), to_interval(PERCENT[b])
    assert (lie(one, other), lie(other, one)) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("several days to weeks", 3, 28),
        ("a few days to a week", 2, 7),
        ("within hours", 1 / 24, 1),
        ("days", 1, 7),
        ("two or three months", 2 * 30.4375, 3 * 30.4375),
        ("instantly", 0, 1 / 1440),
    ],
)
def test_vague_durations_stand_for_what_readers_take_them_for(text, low, high):
    interval = to_interval(q(text, "duration", None, None, "about", "day"))
    assert interval.vague
    assert interval.low == pytest.approx(low, rel=1e-4)
    assert interval.high == pytest.approx(high, rel=1e-4)


def test_durations_of_different_units_meet_in_days():
    fortnight = to_interval(q("two weeks", "duration", 2, 2, "exactly", "week"))
    days = to_interval(q("14 days", "duration", 14, 14, "exactly", "day"))
    hours = to_interval(q("48 hours", "duration", 48, 48, "exactly", "hours"))
    assert lie(fortnight, days) in ("equal", "within")
    assert lie(fortnight, hours) == "disjoint"


def test_a_year_lies_in_its_decade_and_not_in_the_next():
    sixties = to_interval(q("the 1960s", "decade", 1960, 1969, "range", None))
    assert lie(sixties, to_interval(q("1964", "year", 1964, 1964, "exactly", None))) == "within"
    assert lie(sixties, to_interval(q("1971", "year", 1971, 1971, "exactly", None))) == "disjoint"


def test_a_figure_of_unknown_size_is_no_interval():
    assert to_interval(q("a few sessions", "count", None, None, "about", "session")) is None


def test_an_open_end_is_infinite():
    interval = to_interval(PERCENT["over 70%"])
    assert (interval.low, interval.strict_low, interval.one_sided) == (70, True, True)
    assert math.isinf(interval.high)


@pytest.mark.parametrize(
    ("a", "b", "expected"), [(41e12, 41e12, "equal"), (41e12, 41.3e12, "within"), (41e12, 42e12, "disjoint")]
)
def test_rounding_is_that_of_the_digits_written(a, b, expected):
    def money(value):
        text = f"${value / 1e12:g} trillion"
        return to_interval(q(text, "money", value, value, "exactly", "USD"))

    assert lie(money(a), money(b)) == expected
