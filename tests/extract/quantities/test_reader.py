"""What prose says of quantities, and what it only seems to say. Sentences are our own."""

import pytest

from claimbook.extract.quantities import find_quantities

# sentence, text, kind, low, high, bound, unit
FOUND = [
    ("Naps under 5 or over 9 minutes were left out.", "over 9 minutes", "duration", 9, None, "more_than", "minute"),
    ("Over 70% of drivers brake late.", "Over 70%", "proportion", 70, None, "more_than", "%"),
    (
        "Calm came in as few as one or two sessions.",
        "as few as one or two sessions",
        "count",
        1,
        2,
        "at_least",
        "session",
    ),
    ("Half of the orchards froze.", "Half", "proportion", 50, 50, "exactly", "%"),
    ("Only one baker in five opens before dawn.", "one baker in five", "proportion", 20, 20, "exactly", "%"),
    ("Four in a thousand loaves are burnt.", "Four in a thousand loaves", "proportion", 0.4, 0.4, "exactly", "%"),
    ("One bakery in five towns has closed.", "five towns", "count", 5, 5, "exactly", "town"),
    ("One in five bakers opens before dawn.", "One in five bakers", "proportion", 20, 20, "exactly", "%"),
    ("It affects 1-in-8 phones.", "1-in-8 phones", "proportion", 12.5, 12.5, "exactly", "%"),
    (
        "About a third of the rent goes on heat.",
        "About a third",
        "proportion",
        33.3333333333,
        33.3333333333,
        "about",
        "%",
    ),
    ("Two-thirds of voters stayed home.", "Two-thirds", "proportion", 66.6666666667, 66.6666666667, "exactly", "%"),
    ("Bring two dozen eggs.", "two dozen eggs", "count", 24, 24, "exactly", "egg"),
    ("Fewer than 1 in 10 tyres failed.", "Fewer than 1 in 10 tyres", "proportion", None, 10, "less_than", "%"),
    ("The vacancy rate ticked up to 5.5%.", "5.5%", "proportion", 5.5, 5.5, "exactly", "%"),
    ("Rents rose up to 5.5% there.", "up to 5.5%", "proportion", None, 5.5, "at_most", "%"),
    ("The port voted for a $15 minimum wage.", "$15", "money", 15, 15, "exactly", "USD"),
    ("Bring $15 minimum.", "$15 minimum", "money", 15, None, "at_least", "USD"),
    ("Paint dries in two-three weeks.", "two-three weeks", "duration", 2, 3, "range", "week"),
    ("The Top 10% of growers own the wells.", "10%", "proportion", 10, 10, "exactly", "%"),
    ("Tin tops $30 a kilo.", "tops $30 a kilo", "money", 30, None, "more_than", "dollar per kilogram"),
    ("Between 50 and 70 percent of bees die.", "Between 50 and 70 percent", "proportion", 50, 70, "range", "%"),
    ("Curing takes 2-4 weeks.", "2-4 weeks", "duration", 2, 4, "range", "week"),
    ("Plan 4 to six weeks for the visa.", "4 to six weeks", "duration", 4, 6, "range", "week"),
    ("Leave an 8- to 12-hour gap.", "8- to 12-hour", "duration", 8, 12, "range", "hour"),
    ("The glue needs 12+ hours.", "12+ hours", "duration", 12, None, "at_least", "hour"),
    ("It runs for 18-24+ hours.", "18-24+ hours", "duration", 18, None, "at_least", "hour"),
    ("The strike lasted up to two weeks.", "up to two weeks", "duration", None, 2, "at_most", "week"),
    ("Repairs finish within 1 week.", "within 1 week", "duration", None, 1, "at_most", "week"),
    ("Relief arrives within hours.", "within hours", "duration", None, None, "about", "hour"),
    ("Delivery takes several days to weeks.", "several days to weeks", "duration", None, None, "about", "day"),
    ("The tram stood for a few hours.", "a few hours", "duration", None, None, "about", "hour"),
    ("Soak it for a couple of hours.", "a couple of hours", "duration", None, None, "about", "hour"),
    ("Boil it for half an hour.", "half an hour", "duration", 0.5, 0.5, "exactly", "hour"),
    ("The film runs 2 hours and 30 minutes.", "2 hours and 30 minutes", "duration", 2.5, 2.5, "exactly", "hour"),
    (
        "The lease ran more than 24 or 48 months.",
        "more than 24 or 48 months",
        "duration",
        24,
        None,
        "more_than",
        "month",
    ),
    (
        "Sleep no less than 6 but less than 9 hours.",
        "no less than 6 but less than 9 hours",
        "duration",
        6,
        9,
        "range",
        "hour",
    ),
    ("Jazz ruled the 1960s.", "the 1960s", "decade", 1960, 1969, "exactly", None),
    ("Rents doubled in the early 2000s.", "the early 2000s", "decade", 2000, 2003, "exactly", None),
    ("Storks have nested here since the 1970s.", "since the 1970s", "decade", 1970, None, "at_least", None),
    ("The bridge opened in 2006.", "2006", "year", 2006, 2006, "exactly", None),
    ("The 2003-2018 surveys covered farms.", "2003-2018", "year", 2003, 2018, "range", None),
    ("The port cost $1.2 billion.", "$1.2 billion", "money", 1.2e9, 1.2e9, "exactly", "USD"),
    ("A fine of €245m followed.", "€245m", "money", 2.45e8, 2.45e8, "exactly", "euro"),
    ("Tickets sell at £12 per seat.", "£12 per seat", "money", 12, 12, "exactly", "pound sterling per seat"),
    ("Fuel went for $80 a barrel.", "$80 a barrel", "money", 80, 80, "exactly", "dollar per barrel"),
    ("The loan ranges from $3 to $5 million.", "from $3 to $5 million", "money", 3e6, 5e6, "range", "USD"),
    ("Some 40 million adults cycle.", "Some 40 million adults", "count", 4e7, 4e7, "about", "adult"),
    ("A review of 24 controlled studies disagreed.", "24 controlled studies", "count", 24, 24, "exactly", "study"),
    ("10 of 12 patients walked again.", "10 of 12 patients", "proportion", 83.33333333, 83.33333333, "exactly", "%"),
    ("Four out of five dentists agree.", "Four out of five dentists", "proportion", 80, 80, "exactly", "%"),
    ("Thousands of tests were lost.", "Thousands of tests", "count", 1000, 10000, "range", "test"),
    ("Hundreds of millions of dollars vanished.", "Hundreds of millions of dollars", "money", 1e8, 1e9, "range", "USD"),
    ("Smokers are three times as likely to cough.", "three times", "ratio", 3, 3, "exactly", "x"),
    ("Loads grew up to 5x last year.", "up to 5x", "ratio", None, 5, "at_most", "x"),
    ("We saw a 1.5-fold rise in visits.", "1.5-fold", "ratio", 1.5, 1.5, "exactly", "x"),
    ("Give 0.5 mg/kg slowly.", "0.5 mg/kg", "dose", 0.5, 0.5, "exactly", "mg/kg"),
    ("Give 0.5 milligrams per kilogram slowly.", "0.5 milligrams per kilogram", "dose", 0.5, 0.5, "exactly", "mg/kg"),
    ("Sugar stood at 98 mg/dL.", "98 mg/dL", "other", 98, 98, "exactly", "mg/dL"),
    ("The van did 50 mph.", "50 mph", "speed", 50, 50, "exactly", "mile per hour"),
    ("Nights fell to -5 °F.", "-5 °F", "temperature", -5, -5, "exactly", "fahrenheit"),
    ("It was minus 12 degrees Celsius.", "minus 12 degrees Celsius", "temperature", -12, -12, "exactly", "celsius"),
    ("We asked people aged 20 to 45.", "20 to 45", "duration", 20, 45, "range", "year of age"),
    ("A 75-year-old man won.", "75-year-old", "duration", 75, 75, "exactly", "year of age"),
    (
        "Children between the ages of 9 and 14 swim free.",
        "between the ages of 9 and 14",
        "duration",
        9,
        14,
        "range",
        "year of age",
    ),
    ("Rosa Vidal, 52, runs the mill.", "52", "duration", 52, 52, "exactly", "year of age"),
    ("Water it once or twice weekly.", "once or twice weekly", "frequency", 1, 2, "range", "time per week"),
    ("Trains run three times a week.", "three times a week", "frequency", 3, 3, "exactly", "time per week"),
    (
        "They eat less than three meals a day.",
        "less than three meals a day",
        "frequency",
        None,
        3,
        "less_than",
        "meal per day",
    ),
    ("Guards stand 12 hours per day.", "12 hours per day", "duration", 12, 12, "exactly", "hour per day"),
    ("Check the oil every three months.", "three months", "frequency", 3, 3, "exactly", "month"),
    ("It was the first to cross the ice.", "first", "ordinal", 1, 1, "exactly", None),
    ("The 21st edition sold out.", "21st", "ordinal", 21, 21, "exactly", None),
    ("A majority of tenants objected.", "A majority", "proportion", 50, None, "more_than", "%"),
    ("It burns 500-600 calories daily.", "500-600 calories daily", "energy", 500, 600, "range", "calorie per day"),
    ("The dig lasted an hour and a half.", "an hour and a half", "duration", 1.5, 1.5, "exactly", "hour"),
    ("Wait two more weeks.", "two more weeks", "duration", 2, 2, "exactly", "week"),
    ("A 900 barrel-a-day press opened.", "900 barrel-a-day", "other", 900, 900, "exactly", "barrel per day"),
    ("The index fell 3 points to 41.", "3 points", "other", 3, 3, "exactly", "point"),
    ("Moving takes a week.", "a week", "duration", 1, 1, "exactly", "week"),
    ("Lids above 30 and below 40 fit.", "above 30 and below 40", "count", 30, 40, "range", None),
    ("A score greater than or equal to 8 wins.", "greater than or equal to 8", "count", 8, None, "at_least", None),
    ("Two broad classes share a percentage of 16.", "16", "proportion", 16, 16, "exactly", "%"),
    ("He runs a 40 - gallon tank.", "40 - gallon", "volume", 40, 40, "exactly", "gallon"),
    ("Scores of 30 or higher pass.", "30 or higher", "count", 30, None, "at_least", None),
    ("The sofa is 5 feet 6 inches wide.", "5 feet 6 inches", "length", 5.5, 5.5, "exactly", "foot"),
    ("Ten were moved to the new wing.", "Ten", "count", 10, 10, "exactly", None),
    ("The kennel took in dogs; nine are left.", "nine", "count", 9, 9, "exactly", None),
    ("Of the boats, only five have sails.", "five", "count", 5, 5, "exactly", None),
    ("At least two were sold abroad.", "At least two", "count", 2, None, "at_least", None),
    ("Eight survived the avalanche.", "Eight", "count", 8, 8, "exactly", None),
    ("Forty-two were hurt.", "Forty-two", "count", 42, 42, "exactly", None),
    ("One has died since.", "One", "count", 1, 1, "exactly", None),
    ("Two were jailed and one was later acquitted.", "one", "count", 1, 1, "exactly", None),
    ("Only one survived.", "one", "count", 1, 1, "exactly", None),
    ("The yard built one bigger ferry.", "one bigger ferry", "count", 1, 1, "exactly", "bigger ferry"),
    ("They made one failed attempt.", "one failed attempt", "count", 1, 1, "exactly", "attempt"),
    ("One worker fell.", "One worker", "count", 1, 1, "exactly", "worker"),
    ("The dam holds 6 × 10^9 litres.", "6 × 10^9 litres", "volume", 6e9, 6e9, "exactly", "litre"),
]


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "low", "high", "bound", "unit"), FOUND, ids=[row[1] for row in FOUND]
)
def test_reads_the_quantity(sentence, text, kind, low, high, bound, unit):
    quantity = next(q for q in find_quantities(sentence) if q.text == text)
    assert (quantity.kind, quantity.low, quantity.high, quantity.bound, quantity.unit) == (kind, low, high, bound, unit)
    assert sentence[quantity.start : quantity.end] == text


SILENT = [
    "The shop opens at 3 a.m. on Sundays.",
    "COVID-19 closed the rink.",
    "GPT-4 wrote the menu.",
    "Take Route 66 to the coast.",
    "1. Preheat the oven.",
    "2) Grease the tin.",
    "2.1 Methods",
    "See Section 4.2 and Table 3.",
    "Rooms 3, 5 and 7 are locked.",
    "Call 555-123-4567 before noon.",
    "May is the driest month.",
    "It is one of the oldest mills.",
    "One never knows with ferries.",
    "There is no one-size-fits-all helmet.",
    "The relay starts at 16:8 sharp.",
    "5-HT receptors sit in the gut.",
    "GLUT4 moves sugar.",
    "Install version 2.10.3 first.",
    "Read https://example.org/2019/45 today.",
    "The paper is doi:10.1234/abcd.5678 online.",
    "Rust eats steel [12].",
    "Salt slows it (Chen et al., 2011, 2014; Ortiz, 2009).",
    "Ortiz (2009) disagrees.",
    "The fair opens on 8 September.",
    "The deadline was May 4th.",
    "It fell due on 2019-12-02.",
    "People with type 2 diabetes queue first.",
    "The cup tie ended 2-2.",
    "Windows 10 froze.",
    "A third party signed.",
    "The 787 Dreamliner is quiet.",
    "A year ago the pier burned.",
    "They meet twice, and the fee is due in March.",
    "I am not sure how many hours it took.",
    "One can see the coast from here.",
    "One has to book early.",
    "One is told to wait outside.",
    "One has seen it all before.",
    "No one died in the fire.",
    "Every lesson makes the next one easier.",
    "This one works and that one leaks.",
    "Which one is cheaper?",
    "A bigger one costs more.",
    "The old one closed.",
    "Another one failed badly.",
    "One makes less noise than the other.",
    "One fell ill on the ferry.",
    "It is one easier to mend.",
    "The two were sold.",
    "All three are closed.",
    "Seven is a lucky number.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_stays_silent(sentence):
    assert find_quantities(sentence) == []


TRENDS = [
    ("Rents were up 19 per cent in June.", "up"),
    ("Traffic fell by 3% last year.", "down"),
    ("Output dropped about 12 percent.", "down"),
    ("The ferry wants to grow its sales by 35 percent.", "up"),
    ("An increase of 5% was agreed.", "up"),
    ("Ticket sales doubled.", "up"),
    ("Crime was halved.", "down"),
    ("The index gained +0.4% overnight.", "up"),
    ("The share rose to 30%.", None),
    ("Nurses make up 60% of the staff.", None),
    ("The rate is up to 40%.", None),
    ("About 12% of homes leak.", None),
]


@pytest.mark.parametrize(("sentence", "trend"), TRENDS)
def test_tells_changes_from_levels(sentence, trend):
    assert [q.trend for q in find_quantities(sentence)] == [trend]


def test_shares_a_unit_said_once():
    units = [
        q.unit for q in find_quantities("We counted 45 and 50 cases; the four-, five- and six-seat cars sold best.")
    ]
    assert units == ["case", "case", "seat", "seat", "seat"]


def test_a_conversion_in_brackets_shares_the_bound():
    miles, kilometres = find_quantities("The trail is more than 5 miles (8 km) long.")
    assert (miles.low, miles.high, kilometres.low, kilometres.high) == (5, None, 8, None)


def test_a_wrapped_line_keeps_its_unit_and_a_list_does_not_borrow():
    assert find_quantities("It takes about 70\npercent of the day.")[0].text == "about 70\npercent"
    assert [q.unit for q in find_quantities("- Fast: 16\n- Weeks of rest")] == [None]


def test_reads_only_the_stretch_asked_for():
    text = "Spend 5 hours. Spend 7 hours."
    assert [(q.text, q.start) for q in find_quantities(text, 14)] == [("7 hours", 21)]
    assert [q.low for q in find_quantities(text, 0, 14)] == [5]


def test_a_table_of_figures_is_no_prose():
    assert find_quantities("12.5 13.7 " * 400) == []
