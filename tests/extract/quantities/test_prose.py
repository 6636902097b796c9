"""Forms of news prose that are easy to misread: ages, sizes, changes and comparisons. Sentences are our own."""

import pytest

from claimbook.extract.quantities import find_quantities

# sentence, text, kind, low, high, unit
READ = [
    ("The singer, 31, has signed on.", "31", "duration", 31, 31, "year of age"),
    ("The suspects were aged between 19 and 43.", "between 19 and 43", "duration", 19, 43, "year of age"),
    ("Children under 12 ride free.", "under 12", "duration", None, 12, "year of age"),
    ("A farmer in his early 60s found it.", "early 60s", "duration", 60, 63, "year of age"),
    ("A mother in her 30s called.", "30s", "duration", 30, 39, "year of age"),
    ("They rent a 1,200-square-foot loft.", "1,200-square-foot", "other", 1200, 1200, "square foot"),
    ("The hut was 12 by 14 feet.", "12", "length", 12, 12, "foot"),
    ("The crate is 30 x 20 x 10 cm.", "30", "length", 30, 30, "centimetre"),
    ("The calf weighed 7 pounds, 8 ounces.", "7 pounds, 8 ounces", "mass", 7.5, 7.5, "pound-mass"),
    ("He is 5ft 6in in socks.", "5ft 6in", "length", 5.5, 5.5, "foot"),
    ("The guard stands 6'6\" tall.", "6'6\"", "length", 6.5, 6.5, "foot"),
    ('Serve on a 9" plate.', '9"', "length", 9, 9, "inch"),
    ("The slab is 2 1/2 in thick.", "2 1/2 in", "length", 2.5, 2.5, "inch"),
    ("Wait a day or two.", "a day or two", "duration", 1, 2, "day"),
    ("It was plus or minus 3 percentage points.", "plus or minus 3 percentage points", "proportion", 3, 3,
     "percentage point"),
    ("The club gained 9 points, or 0.8%, to 1,230.", "1,230", "other", 1230, 1230, "point"),
    ("Silver lost $8 to $345 an ounce.", "$8", "money", 8, 8, "USD"),
    ("The rate is 12.4 per 100,000 people.", "12.4 per 100,000 people", "other", 12.4, 12.4, "per 100000 people"),
    ("She drove in 40 RBIs.", "40 RBIs", "count", 40, 40, "rbi"),
    ("They bought two new 650 Turbo bikes.", "two new 650 Turbo bikes", "count", 2, 2, "new 650 turbo bike"),
    ("Labs ran thousands of COVID-19 tests.", "thousands of COVID-19 tests", "count", 1000, 10000, "covid-19 test"),
    ("Sales fell to hk $ 3 million.", "hk $ 3 million", "money", 3e6, 3e6, "hong kong dollar"),
    ("Loans of 30 MUSD were repaid.", "30 MUSD", "money", 3e7, 3e7, "USD"),
    ("It cost 75 EUR million.", "75 EUR million", "money", 7.5e7, 7.5e7, "euro"),
    ("The pit yields 500 tonnes of copper a year.", "500 tonnes of copper a year", "other", 500, 500,
     "metric ton per year"),
    ("The scan gave 14 mGy.", "14 mGy", "other", 14, 14, "milligray"),
    ("The field is 4 km squared.", "4 km squared", "other", 4, 4, "square kilometre"),
    ("He typed 10, 000 letters.", "10, 000 letters", "count", 10000, 10000, "letter"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "kind", "low", "high", "unit"), READ, ids=[row[0] for row in READ])
def test_reads_forms_of_news(sentence, text, kind, low, high, unit):
    quantity = next(q for q in find_quantities(sentence) if q.text == text)
    assert (quantity.kind, quantity.low, quantity.high, quantity.unit) == (kind, low, high, unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Highs will be in the mid-80s.",
        "The iPhone 12 in blue sold out.",
        "The 19th-century mill burned.",
    ],
)
def test_passes_over_names_and_vague_tens(sentence):
    assert find_quantities(sentence) == []


def test_a_quotation_mark_after_a_figure_is_no_inch():
    assert [q.unit for q in find_quantities('He said "I counted 9" and left.')] == [None]


COMPARED = [
    ("Rents are 91% higher in ports.", "up"),
    ("91% higher", "up"),
    ("Pay is 40% lower than in 1990.", "down"),
    ("Thefts came to 15 fewer cases than before.", "down"),
    ("It was 5 degrees warmer than usual.", "up"),
    ("Nurses earned 15% more than cooks.", "up"),
    ("Gold rose $4, or 3%, by noon.", "up"),
    ("The share finished 34% higher.", None),
    ("A 5% pay deal was struck.", None),
    ("More than 20 people came.", None),
]


@pytest.mark.parametrize(("sentence", "trend"), COMPARED)
def test_a_comparison_tells_its_trend(sentence, trend):
    assert {q.trend for q in find_quantities(sentence) if q.kind != "year"} == {trend}
