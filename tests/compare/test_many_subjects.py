"""Pairs of plain statements in many subjects, without a topics file: what must be said, and what must stay silent.

Sentences are the maintainers' own. Each is extracted as an article of its own and compared as a folder would be.
"""

import pytest

from claimbook.compare import compare
from claimbook.extract import extract_claims

C, T = "contradict", "tension"


def conflict(a: str, b: str) -> str | None:
    texts = {"one": a, "two": b}
    claims = [claim for name, text in texts.items() for claim in extract_claims(name, text)]
    assert len({claim.article for claim in claims}) == 2
    found = [r.relation for r in compare(claims, texts=texts) if r.relation in ("contradict", "tension")]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Coffee raises blood pressure in most people.", "Drinking coffee does not raise blood pressure.", C),
        ("Coffee is linked to a lower risk of heart disease.", "Coffee increases the risk of heart attack.", T),
        ("A cup of coffee contains 95 mg of caffeine.", "A cup of coffee contains about 150 mg of caffeine.", C),
        ("Electric car batteries last 8 years.", "An electric car battery lasts 15 to 20 years.", C),
        ("Most of the villagers support the dam.", "Some 30% of villagers support the dam.", C),
        ("The new lock will be finished in 2026.", "The new lock will not be ready before 2028.", C),
        ("The clinic is free for residents.", "Residents pay 20 euros a visit at the clinic.", T),
        ("Roof tiles of clay are expensive.", "Roof tiles of clay are affordable.", T),
        ("Roof tiles are becoming more affordable.", "Roof tiles are not yet as affordable as slates.", T),
        ("Electric cars are cheaper to run than petrol cars.", "Electric cars cost more to run.", C),
        ("Electric cars produce no emissions.", "Building an electric car creates more emissions.", T),
        ("Rent control reduces the supply of housing.", "No evidence shows that rent control cuts housing supply.", T),
        ("Vaccines do not cause autism.", "Vaccines can cause autism.", T),
        ("Protection from the shot lasts at least 10 years.", "Immunity from the shot wanes after two years.", T),
        ("Melatonin is not habit-forming.", "Long-term use of melatonin can lead to dependence.", T),
        ("Naps improve memory.", "Napping had no effect on memory.", T),
        ("Blue light from screens disrupts sleep.", "There is little evidence that blue light harms sleep.", T),
        ("Teens spend 3 hours a day on social media.", "Teens spend an average of 5 hours a day on social media.", C),
        ("Social media increases depression in teens.", "Social media use is not associated with depression.", T),
        ("Running damages the knees.", "Running is good for your knees.", T),
        ("Rowing burns more calories than cycling.", "Cycling burns more calories than rowing.", C),
        ("Creatine may cause hair loss.", "There is no proof that creatine leads to hair loss.", T),
        ("Creatine causes kidney damage.", "Creatine is safe for healthy kidneys.", T),
        ("Remote work boosts productivity.", "Productivity falls when people work from home.", T),
        ("Organic food is healthier than other food.", "Organic food is no healthier than other food.", C),
        ("Eggs raise cholesterol.", "Eggs have little effect on blood cholesterol.", T),
        ("Nuclear power is the safest source of energy.", "Nuclear power is dangerous.", C),
        ("The bridge was completed in 1932.", "The bridge was completed in 1937.", C),
        ("Screen time is linked to lower attention spans.", "Screen time has no link to attention problems.", T),
        ("The tax cut created 200,000 jobs.", "The tax cut had no effect on employment.", T),
        ("Raising the minimum wage kills jobs.", "Raising the minimum wage does not reduce employment.", T),
        ("Melatonin supplements are safe for long-term use.", "The long-term safety of melatonin is unknown.", T),
        ("The drug was approved in 2004.", "Regulators approved the drug in 2009.", C),
        ("Solar panels pay for themselves in 6 years.", "Solar panels need 12 to 15 years to pay for themselves.", C),
        ("Yoga relieves back pain.", "Yoga can worsen back pain.", T),
        ("It is a myth that we use only 10% of our brains.", "Humans use only 10% of their brains.", C),
        ("The central library opened on 4 March 2019.", "The central library opened in September 2019.", C),
        ("The harbour museum, the pride of the town, opened in 1998.", "The harbour museum opened in 2001.", C),
        ("The new ring road will open in 2027.", "The ring road has been put off until 2031.", T),
        ("The library cost 48 million euros.", "The library cost 61 million euros.", C),
        ("The library opened in 2019 and cost 48 million euros.", "The library cost 61 million euros.", C),
        ("The yearly pass costs 35 euros.", "The yearly pass, which costs 59 euros, covers every line.", C),
        ("Each bicycle is used six times a day.", "On average a bicycle is used 2.1 times a day.", C),
        ("The library employs 85 people.", "The library has a staff of 62.", C),
        ("The scheme, which employs 140 people, belongs to the city.", "Fewer than 60 people work for the scheme.", C),
        ("Nobody has been killed by a tram since the line opened.", "A man of 71 was killed by a tram in May.", C),
        ("Not a single worker was injured during construction.", "Two workers were hurt during construction.", T),
        ("There are no helmets at the stations.", "Helmets are provided at every station.", C),
        ("Membership of the club is free for everyone.", "Adults pay 20 euros a year for membership of the club.", T),
        ("The stadium was finished under budget.", "The stadium went far over budget.", C),
        ("The stadium was finished on schedule.", "The stadium was three years late.", C),
        ("Nine of 64 shops on the line have closed.", "22 shops on the line have closed.", C),
        ("Of the 64 shops in the street, nine have closed.", "22 shops in the street have closed.", C),
        ("The tram has cut traffic in the old town by 11%.", "With the tram, traffic in the old town did not fall.", C),
        ("The bicycles are made in Portugal.", "The bicycles, made in China, weigh 24 kilograms.", T),
        ("The extension to the airport will open in 2029.", "The extension is not expected before 2031.", T),
        ("Trams run every six minutes on weekdays and twelve on Sundays.", "Trams run every 9 minutes on weekdays.", C),
        ("A single ticket costs 2 euros, a day ticket 7 euros.", "A day ticket costs 9 euros.", C),
        ("Traffic in the old town has fallen by 14%.", "Citywide, traffic has risen by 3%.", T),
        ("No pupil has ever fallen ill after a school meal.", "38 pupils fell ill after a school meal in March.", T),
        ("Each meal costs 3.40 euros to make.", "An audit puts the cost of a single meal at 5.10 euros.", C),
        ("Attendance at the school has risen by 6%.", "Attendance at the school has not changed.", T),
        ("Visitors stay for 55 minutes.", "Most visitors stay less than half an hour.", C),
    ],
    ids=lambda v: v[:30],
)  # fmt: skip
def test_conflicts_are_found(a: str, b: str, relation: str) -> None:
    assert conflict(a, b) == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Coffee raises blood pressure.", "Tea lowers blood pressure."),
        ("The museum opened in 1990.", "The east wing of the museum opened in 2005."),
        ("The north branch opened in 2011.", "The south branch opened in 2014."),
        ("The library was completed in 2018.", "The library opened in 2019."),
        ("The bridge opened in May 2019.", "The bridge opened in 2019."),
        ("A ride costs 1 euro.", "The yearly pass costs 59 euros and covers all rides."),
        ("The roof cost 3 million euros.", "The library cost 48 million euros."),
        ("The scheme had 900 bicycles.", "The scheme has 2,400 bicycles."),
        ("No pedestrian was killed by a tram last year.", "A cyclist was killed by a tram last year."),
        ("Nobody was killed in the fire.", "Three people were hurt in the fire."),
        ("Nobody was hurt in the fire.", "The council says that somebody could have been killed in a fire."),
        ("There are no cheap seats in the stadium.", "There are 30,000 seats in the stadium."),
        ("There are no helmets at the stations.", "Helmets are not required by law."),
        ("There is no doubt that the library works.", "The library has left some in doubt."),
        ("Entry is free for children.", "Adults pay 12 euros for entry."),
        ("Trams run every six minutes on weekdays.", "Trams run every fifteen minutes on Sundays."),
        ("Nine out of ten shops have stayed open.", "22 shops have stayed open."),
        ("The library employs 85 people.", "The museum employs 40 people."),
        ("The library is three storeys high.", "The library is 30 metres high."),
        ("Work on the line took four years.", "Seven years later the line opened."),
        ("A single ticket costs 2 euros, a day ticket 7 euros.", "A day ticket costs 7 euros."),
        ("The tram carried 11 million passengers.", "The tram can carry 220 passengers."),
        ("The BMW i4 goes 320 miles on a charge.", "The BMW i3 goes 160 miles on a charge."),
        ("Solar power contributes to low bills.", "Wind power lowers bills."),
        ("Coffee lowers the risk of diabetes.", "Coffee increases alertness."),
        ("The effects of caffeine peak after 45 minutes.", "Caffeine stays in the body for up to 10 hours."),
        ("The car goes 300 miles on one charge.", "The car charges in 40 minutes."),
        ("Electric car sales rose 35% in 2023.", "Electric cars made up 18% of sales in 2023."),
        ("The study followed 400 tenants for 5 years.", "A survey of 1,200 tenants took 3 months."),
        ("78% of teens use the app daily.", "45% of adults use the app daily."),
        ("Vaccination lowers the risk of severe illness.", "Vaccinated people can still catch the virus."),
        ("Adults need seven to nine hours of sleep.", "Teenagers need eight to ten hours of sleep."),
        ("Creatine loading takes 5 days.", "Creatine supplementation lasted 12 weeks in the trial."),
        ("Running burns 600 calories an hour.", "Walking burns 250 calories an hour."),
        ("In mice, the drug extended life by 20%.", "The drug did not extend life in patients."),
        ("Prices fell 3% in January.", "Prices rose 2% in June."),
        ("Wind supplies 8% of electricity in Canada.", "Wind supplies 30% of electricity in Ireland."),
        ("Cold plunges lower inflammation.", "Cold plunges increase alertness."),
        ("Sauna use is not recommended during pregnancy.", "Sauna use is recommended after exercise."),
    ],
    ids=lambda v: v[:30],
)
def test_look_alikes_stay_silent(a: str, b: str) -> None:
    assert conflict(a, b) is None
