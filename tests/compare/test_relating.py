"""Two texts on their own. Sentences are our own."""

import pytest

from claimbook.compare.relating import relate

AGREE = [
    ("Richest 1% of growers own the wells", "Richest one percent of growers own the wells"),
    ("The vacancy rate ticks up to 5.5%", "Vacancy rate at 5.5%"),
    ("520 people died in the flood", "More than 500 died in the flood"),
    ("Nearly 500 people died in the flood", "About 490 people died in the flood"),
    ("The port votes for a $15 minimum wage", "Port to adopt $15 state minimum wage"),
    ("A dozen mayors resigned", "12 mayors resign"),
]
CONTRADICT = [
    ("The index rises 103 points at noon", "The index rises 100 pts at noon"),
    ("480 people died in the flood", "More than 500 died in the flood"),
    ("The city has 400 buses", "The city has 350 buses"),
    ("The shop sold 40 copies of a new map", "The shop sold 20 copies of a new map"),
]
NEITHER = [
    ("More than 500 people died in the flood", "520 died in the flood"),
    ("Exports rose 3% in 2014", "Exports rose 5% in 2015"),
    ("The index fell 300 points on 4 March", "The index fell 120 points on 9 March"),
    ("The bank paid $5 million in fines last year", "The bank paid $9 million in fines this year"),
    ("Private firms added 41,000 jobs", "Public firms added 90,000 jobs"),
    ("Ferry strike enters second week", "Ferry strike enters third week"),
    ("Knitting explained in one minute", "The offside rule explained in one minute"),
    ("Rate cut for the first time since 2009", "Rate cut for the first time since 2004"),
]
ROWS = [
    (a, b, name)
    for name, rows in (("agree", AGREE), ("contradict", CONTRADICT), ("not_comparable", NEITHER))
    for a, b in rows
]


@pytest.mark.parametrize(("a", "b", "relation"), ROWS, ids=[f"{a} / {b}" for a, b, _ in ROWS])
def test_says_what_two_texts_are_to_each_other(a, b, relation):
    assert relate(a, b).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The lorry drives at 60 miles per hour", "The lorry drives at more than 60 miles per hour"),
        ("The fog delayed the parade.", "The fog did not delay the parade."),
        ("The clinic opened in 1968.", "The clinic opened in 1974."),
        ("The mural was painted by hand. The hall was built in 1931.", "The hall was built in 1937."),
        (
            "The pier was designed by the Danish firm Holm.",
            "The pier was designed by the Swedish firm Lindqvist & Berg.",
        ),
        ("Hail caused the crash.", "Hail played no part in the crash."),
        ("Trout numbers have held steady since 2015.", "Trout numbers have fallen since 2015."),
        ("Do not keep bulbs in the cellar.", "Bulbs can be kept in the cellar."),
        ("Every rower should wear a vest.", "Rowers do not need a vest."),
        ("The oak and the elm burn equally well.", "The oak burns better than the elm."),
        ("Garlic cut the risk of colds by 12 per cent.", "The supplement did not reduce respiratory infections."),
        ("Fares stayed flat.", "Fares fell sharply."),
        ("The gallery is open every day.", "The gallery is closed on Mondays."),
        ("The dam wall was left to crumble.", "Inspectors found that the dam wall was sound."),
        ("Norway scrapped the egg tax in 2024.", "Norway still charges the egg tax."),
        ("Bread prices may fall in spring.", "Bread prices will certainly fall in spring."),
    ],
    ids=lambda text: text[:30],
)
def test_hears_that_two_texts_clash(a, b):
    assert relate(a, b).relation in ("contradict", "tension")
    assert relate(b, a).relation in ("contradict", "tension")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The frost dulls the colour.", "The frost does the colour no harm."),
        ("All of the hedge has been replanted.", "So far 9 yards of the hedge have been replanted."),
        ("Trout numbers have held steady since 2015.", "Half as many trout were seen last year as in 2015."),
        ("The six lifts rise in twelve seconds.", "Two of the lifts were rebuilt."),
        ("More than 600 barns burned in the drought.", "About 610 barns burned in the drought."),
        ("Steam spoils the glue within weeks.", "Under steam the glue holds for at least a year."),
    ],
    ids=lambda text: text[:30],
)
def test_hears_no_agreement_in_shared_words_alone(a, b):
    assert relate(a, b).relation == "not_comparable"
    assert relate(b, a).relation == "not_comparable"


def test_refuses_a_text_without_words():
    with pytest.raises(ValueError, match="words"):
        relate("  ", "The city has 400 buses")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ticket costs $20.", "The ticket costs €20."),
        ("The sack weighs 20 kg.", "The sack costs 20 euros."),
        ("The hall seats 300 people.", "The hall cost 300 euros."),
        ("12 per 1,000 bulbs fail.", "12 per 100,000 bulbs fail."),
        ("The kiosk sold 10 books and 5 pens.", "The kiosk was open 15 days."),
        ("A total of 30 people came by bus and 12 by car to the fair.", "In total the fair cost 50 euros."),
        (f"The bus costs {'9' * 30} euros.", "The bus costs 5 euros."),
    ],
    ids=lambda text: text[:30],
)
def test_amounts_of_different_things_are_no_agreement_and_no_sum(a, b):
    assert relate(a, b).relation == "not_comparable"
    assert relate(b, a).relation == "not_comparable"


@pytest.mark.parametrize(
    ("a", "b"),
    [("The dose is 500 mg.", "The dose is 500 g."), ("The tunnel is 12 km long.", "The tunnel is 12 m long.")],
)
def test_one_figure_in_the_same_words_is_a_clash(a, b):
    assert relate(a, b).relation == "contradict"


def test_the_order_of_two_texts_does_not_matter_for_converted_units():
    a, b = "The film runs 90 minutes.", "The film runs 1.5 hours."
    assert relate(a, b).relation == relate(b, a).relation == "agree"
