"""Opposites of everyday English: what an editor would want side by side, and what only looks like it."""

import pytest

from claimbook.compare import compare
from claimbook.extract import extract_claims


def clash(a: str, b: str) -> set[str]:
    texts = {"one": a, "two": b}
    claims = [claim for name, text in texts.items() for claim in extract_claims(name, text)]
    assert {claim.article for claim in claims} == {"one", "two"}
    return {r.relation for r in compare(claims, texts=texts) if r.relation != "agree"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Bells are mandatory for riders of kick scooters.",
            "Riders of kick scooters may choose whether to fit a bell.",
        ),
        ("The kite law bans flights over the beach.", "Flights over the beach are allowed under the kite law."),
        ("The barn fire was caused by a faulty lamp.", "Firemen said the barn fire was started by a spark."),
        ("The parade was cancelled because of hail.", "The parade was called off after a float broke down."),
        ("The council has approved the velodrome.", "The council has yet to decide on the velodrome."),
        ("The vase is a forgery.", "Two experts have confirmed that the vase is genuine."),
        ("The rule applies to all dogs.", "Guide dogs are exempt from the rule."),
        ("The new ferry terminal is finished.", "The new ferry terminal is still being built."),
        ("The coach resigned of his own accord.", "The coach was forced out."),
        ("The map works offline.", "The map needs an internet connection."),
        ("The ointment is sold over the counter.", "The ointment can be had only on prescription."),
        ("The site stored passwords encrypted.", "The site kept passwords in plain text."),
        (
            "Stamp sales are at their lowest, the lowest since 1990.",
            "Stamp sales have risen to the highest since 2001.",
        ),
        ("The cheese contains no lactose.", "The cheese contains lactose."),
        ("Whey powder is completely safe.", "People with kidney disease should not take whey powder."),
        ("The dockers' strike is over.", "The dockers' strike continues."),
        ("The cream removes freckles.", "The cream does nothing for freckles."),
        ("The fort replaces an older mill, built in 1868.", "The old mill, built in 1874, will be left to rust."),
        (
            "The lido is free and opens seven days a week.",
            "The lido beside the park, which is closed on Mondays, has a slide.",
        ),
        ("Critics blamed a wall that had been left to crumble.", "The inquiry found that the wall was sound."),
        ("Modern kilns keep working at minus 20C.", "Below minus 5C the kilns struggle."),
        ("Kelp tablets are safe.", "High doses of kelp tablets carry real risks, including a dangerous fever."),
        ("Kelp made no difference to the risk of broken nails.", "Kelp reduced broken nails by 16 per cent."),
        ("A wood stove lasts around 20 years.", "The smith expects to replace a wood stove after 12 to 15 years."),
        ("Shepherds can take the same dose as everybody else.", "Shepherds need a higher dose than other adults."),
        (
            "In our survey the average household saved £270 a year after leaving coal.",
            "Households that switched from coal to peat paid £190 a year more for their heating.",
        ),
        ("Only 6 per cent of adults have low iron in spring.", "Some 17 per cent of adults had low iron in spring."),
        ("Do not keep bulbs in the cellar.", "Bulbs can be kept in the cellar."),
    ],
    ids=lambda text: text[:28],
)
def test_clashes(a: str, b: str) -> None:
    assert clash(a, b)
    assert clash(b, a) == clash(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Whey powder is safe for most adults.", "People with kidney disease should not take whey powder."),
        ("Whey powder is completely safe.", "People with kidney disease should not take salt tablets."),
        ("Electric ferries cost more to buy.", "Electric ferries are cheaper to run."),
        ("The pier was finished in 1931.", "Repairs to the pier are still under way."),
        ("The mill made a profit of £3 million in 2022.", "The mill made a loss of £1 million in 2020."),
        ("The cheese contains no salt.", "The soup contains salt."),
        ("The only river that flows through the town is the Arle.", "The river Tarn flows through the valley."),
        ("The coach resigned of his own accord.", "Her deputy was forced out a year earlier."),
        ("Tickets for the final are sold out.", "Tickets for the cup match are still available."),
        ("The ointment is sold over the counter in Britain.", "In Spain the ointment is sold on prescription only."),
        ("The parade was cancelled because of hail.", "The match was called off after a player fell ill."),
        ("Bells are mandatory for children.", "Bells are optional for adults."),
        ("The council has approved the new school.", "The council has yet to decide on the car park."),
        ("An opened jar keeps for six months.", "Unopened jars stay good for about two years."),
        ("The old mill was built in 1868.", "The new mill was built in 1974."),
        ("Wolves took 41 lambs in the northern hills.", "Wolves took only six lambs in the southern hills."),
        (
            "The quay on the east bank was finished in March 2020.",
            "The quay on the west bank was finished in June 2022.",
        ),
        (
            "In the 2015 storm, 320 barns in the lower town lost their roofs.",
            "In the 2024 storm, no barns in the lower town lost their roofs.",
        ),
        ("Sales of wool rose by 40 per cent in 2022.", "Sales of wool dropped by 25 per cent in 2024."),
        ("The coach from Porto to Lisbon costs €60.", "The coach from Porto to Faro costs €80."),
        ("The boat to Skye runs every night in July.", "The boat to Skye runs three nights a week in October."),
        ("Oven-baked crisps contain around 4g of fat.", "Deep-baked crisps contain around 15g of fat."),
        ("The film lets through about 3 per cent of the light.", "The film blocks about 97 per cent of the light."),
        (
            "Staff with tall desks sat for 80 minutes less each day after three months.",
            "Staff with tall desks sat for 60 minutes less each day when asked again after twelve months.",
        ),
        (
            "Taking more than 100 grams of kelp a day could be harmful for adults.",
            "Children aged one to ten should not have more than 50 grams of kelp a day.",
        ),
        (
            "Swimmers should spend no longer than ten minutes in it.",
            "Swimmers can spend forty minutes or longer in it.",
        ),
        ("Amateur rowing does not raise the risk of back pain.", "Elite rowers show a raised risk of back pain."),
        ("The new kiln is 92 per cent efficient.", "The old kiln was 65 per cent efficient."),
        (
            "Rents in the port rose by 4 per cent last year.",
            "Rents in the port rose by 9 per cent over the past five years.",
        ),
        (
            "Renting is cheaper than buying for people who stay fewer than five years.",
            "Buying is cheaper than renting for people who stay longer than ten years.",
        ),
        ("Rental canoes may be used on the lake.", "Privately owned canoes may not be used on the lake."),
        ("Warm baths increased drowsiness for an hour or so.", "Warm baths did not increase thirst."),
        (
            "Round brushes remove 21 per cent more soot than flat ones.",
            "Round brushes reduce scratches by 11 per cent compared with flat ones.",
        ),
        ("Nutmeg is safe in the amounts used in cooking.", "Nutmeg capsules in high doses can harm the liver."),
        ("The ferry is the fastest way to the island.", "The ferry is faster than the rowing boat."),
        (
            "The average weaver in Porto spends 40 per cent of income on yarn.",
            "In the South West, the average weaver spends 23 per cent of income on yarn.",
        ),
        ("Eight people fell off punts in Oxford in 2022.", "In Cambridge, two people fell off punts in 2022."),
        ("Traffic on Mill Lane fell by 40 per cent.", "Traffic on Station Road rose by 12 per cent."),
        ("Sales of plum jam in Sweden rose by 12 per cent.", "Sales of pear jam in Sweden fell by 12 per cent."),
        ("Plum jam holds about 3 grams of salt per 100 grams.", "A 200 gram jar of plum jam holds 6 grams of salt."),
        ("Kilns usually carry a warranty of 25 years.", "The fuse in a kiln usually carries a warranty of 10 years."),
        (
            "By the age of 11, nine in ten Welsh children own a bicycle.",
            "Of Welsh children aged five to seven, 24 per cent own a bicycle.",
        ),
        (
            "Swimmers should spend no longer than ten minutes in water of 10C.",
            "In water of 18C, swimmers can comfortably spend forty minutes.",
        ),
        ("The cell loses 5 per cent of its charge at 20C.", "The cell loses 30 per cent of its charge at -10C."),
        ("An air pump for a typical house costs about £12,500 before any grant.", "The grant for air pumps is £7,500."),
        ("Coal costs more, and that wipes out the comfort gain.", "Comfort does fall, but only modestly."),
        ("There is encouraging news on colds too.", "Garlic reduced colds by 12 per cent."),
        ("Hats do protect you from sunburn.", "Hats reduced sunburn by half."),
        ("A test is useful only if you have symptoms such as bone pain.", "Kelp tablets are safe."),
        ("The balm worked no better than plain wax for cracks.", "The balm worked better than varnish for cracks."),
    ],
    ids=lambda text: text[:28],
)
def test_look_alikes_stay_silent(a: str, b: str) -> None:
    assert not clash(a, b)
    assert not clash(b, a)


def test_what_follows_two_poles_leaves_room() -> None:
    a, b = "Whistles are banned in the library.", "Whistles are allowed in the yard of the school."
    assert clash(a, b) <= {"tension"}
    assert clash("Whistles are banned.", "Whistles are allowed.") == {"contradict"}


def test_a_denial_of_a_part_is_no_contradiction() -> None:
    assert clash("Whole oats raise the starch level slightly.", "Oat husks do not raise the starch level.") <= {
        "tension"
    }


def test_men_and_women_are_no_group_apart() -> None:
    a = "The risk of stroke rose by 56 per cent for men and women younger than 55 who ate eel."
    b = "Eel raises the risk of stroke by half in younger people who ate eel."
    assert clash(a, b) == {"tension"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The average output in our survey was 3.4 litres.",
            "Stills in the trial ran at an average output of 2.8 litres.",
        ),
        ("An outdoor fan hums at 42 decibels.", "One outdoor fan measured by this paper reached 58 decibels."),
    ],
    ids=["two samples", "a single case"],
)
def test_what_one_sample_found_is_no_contradiction(a: str, b: str) -> None:
    assert "contradict" not in clash(a, b)


def test_a_figure_given_for_other_people_is_shown() -> None:
    a = "In people with low levels, kelp reduced broken nails by 16 per cent."
    b = "Kelp reduced broken nails by 16 per cent in older people."
    assert clash(a, b) == {"tension"}
