from __future__ import annotations

import pytest

from claimbook.extract.clauses import Clause
from claimbook.extract.direction import direction, lean
from claimbook.extract.grammar import finite_verbs, likely_verb
from claimbook.extract.kinds import kind
from claimbook.extract.phrases import Cues
from claimbook.extract.quantities import find_quantities
from claimbook.extract.tokens import Tokens


def clause(text: str) -> Clause:
    tokens = Tokens(text)
    return Clause(
        tokens, 0, len(tokens), Cues(tokens).cues, find_quantities(text), finite_verbs(tokens, 0, len(tokens))
    )


KINDS = {
    "efficacy": ("The cream relieves itching.", "efficacy"),
    "onset": ("The heater starts working within minutes.", "onset"),
    "duration": ("The paint lasts ten years.", "duration"),
    "safety": ("Common side effects are rashes.", "safety"),
    "dependence": ("The gum is addictive.", "dependence"),
    "mechanism": ("The enzyme works by breaking down starch.", "mechanism"),
    "history": ("The lock was first developed in the 1850s.", "history"),
    "regulation": ("The agency approved the device.", "regulation"),
    "prevalence": ("Asthma affects 25 million adults.", "prevalence"),
    "access": ("Insurance rarely covers the cost.", "access"),
    "contraindication": ("Toddlers should not be given honey.", "contraindication"),
    "administration": ("The dose is given twice daily.", "administration"),
    "research": ("Participants were randomly assigned to a cohort.", "research"),
    "share of a group": ("62% of tenants rent from a council.", "statistic"),
    "nothing to go by": ("The sky is blue.", "other"),
}
DIRECTIONS = {
    "less of something bad": ("The filter reduces pollution.", "benefit"),
    "more of something bad": ("Speeding increases crashes.", "harm"),
    "more of something good": ("Shade improves sleep.", "benefit"),
    "less of something good": ("Noise reduces productivity.", "harm"),
    "no difference": ("The additive had no effect on mileage.", "neutral"),
    "side effects": ("Side effects include rashes.", "harm"),
    "neither": ("The bridge opened in 1937.", None),
}


# kind and direction together, over many subjects: (text, kind, direction)
SENTENCES = [
    ("Two doses gave strong protection against severe measles.", "efficacy", "benefit"),
    ("People who ate nuts daily were less likely to develop heart disease.", "efficacy", "benefit"),
    ("Insulating the loft can save a household up to \u00a3300 a year.", "efficacy", "benefit"),
    ("Small classes raise reading scores in the early grades.", "efficacy", "benefit"),
    ("The app made no difference to pupils' maths results.", "efficacy", "neutral"),
    ("There was no significant difference in yield between the two fertilisers.", "efficacy", "neutral"),
    ("Previous studies have shown that strength training improves bone density.", "efficacy", "benefit"),
    ("The vaccine was 94% effective against hospital admission.", "efficacy", "benefit"),
    ("Daily fibre can lower cholesterol.", "efficacy", "benefit"),
    ("Rent control failed to make homes more affordable.", "efficacy", "neutral"),
    ("Coffee drinkers had a 17% lower risk of dying from any cause.", "efficacy", "benefit"),
    ("Green tea may help people live longer.", "efficacy", "benefit"),
    ("Electric buses improve air quality in city centres.", "efficacy", "benefit"),
    ("Stretching before a run does not prevent injuries.", "efficacy", "neutral"),
    ("An hour of tutoring a week helps pupils catch up.", "efficacy", "benefit"),
    ("Heavy drinkers had a 40% higher risk of liver cancer.", "safety", "harm"),
    ("Sitting all day raises the risk of early death.", "safety", "harm"),
    ("Common side effects include a sore arm, fever and tiredness.", "safety", "harm"),
    ("Lithium batteries can catch fire when they are damaged.", "safety", "harm"),
    ("Too much iron can cause stomach pain and vomiting.", "safety", "harm"),
    ("In rare cases the jab has been linked to heart inflammation.", "safety", "harm"),
    ("Margin loans can wipe out an investor's savings.", "safety", "harm"),
    ("The crash killed 12 passengers.", "safety", "harm"),
    ("Mould in damp flats worsens asthma.", "safety", "harm"),
    ("Energy drinks have been linked to heart palpitations in teenagers.", "safety", "harm"),
    ("The vaccine is safe for most adults.", "safety", "benefit"),
    ("Long hours online were associated with poorer sleep.", "safety", "harm"),
    ("People who slept under six hours were more likely to have a heart attack.", "safety", "harm"),
    ("Late fees push borrowers deeper into debt.", "safety", "harm"),
    ("Crash diets can lead to muscle loss and gallstones.", "safety", "harm"),
    ("No serious adverse events were reported.", "safety", "benefit"),
    ("Radon gas is the second leading cause of lung cancer.", "safety", "harm"),
    ("The muscles burn glycogen first and then fat.", "mechanism", None),
    ("The vaccine trains the immune system to recognise the virus.", "mechanism", "benefit"),
    ("Caffeine blocks adenosine receptors in the brain.", "mechanism", None),
    ("A heat pump works by moving warmth from the outside air indoors.", "mechanism", None),
    ("Lithium ions travel from the anode to the cathode as the cell discharges.", "mechanism", None),
    ("Blood sugar rises after a meal and insulin brings it down.", "mechanism", None),
    ("Exercise makes cells more sensitive to insulin.", "mechanism", "benefit"),
    ("The catalyst converts carbon monoxide into carbon dioxide.", "mechanism", None),
    ("Gut bacteria ferment fibre into short-chain fatty acids.", "mechanism", None),
    ("The tablets start to work after about 30 minutes.", "onset", None),
    ("It takes the panels about three years to pay for themselves.", "onset", None),
    ("Muscle soreness peaks 48 hours after a workout.", "onset", None),
    ("Protection lasts at least ten years.", "duration", "benefit"),
    ("A lithium battery lasts 1,500 charging cycles.", "duration", None),
    ("The effect wears off after four hours.", "duration", None),
    ("Symptoms usually resolve within a week.", "duration", None),
    ("Immunity from the booster wanes after six months.", "duration", None),
    ("Adults should take two tablets a day with food.", "administration", None),
    ("Followers eat normally for five days and cut calories on the other two.", "administration", None),
    ("The vaccine is given as two injections four weeks apart.", "administration", None),
    ("Runners on this plan train four days a week for 12 weeks.", "administration", None),
    ("Most owners charge their cars at home overnight.", "administration", None),
    ("The diet allows 500 calories on fast days.", "administration", None),
    ("It involves alternating 30 seconds of sprinting with a minute of rest.", "administration", None),
    ("The method consists of reading aloud for 20 minutes every evening.", "administration", None),
    ("The study followed 12,000 nurses for eight years.", "research", None),
    ("Participants filled in a questionnaire about what they ate.", "research", None),
    ("The findings were published in the journal Nature Energy.", "research", None),
    ("The trial was too small to draw firm conclusions.", "research", None),
    ("The researchers cannot prove cause and effect.", "research", None),
    ("Participants were split into two groups, and one group skipped breakfast.", "research", None),
    ("The long-term effects of vaping are not known.", "research", "neutral"),
    ("The survey relied on people's own reports of their income.", "research", None),
    ("The team analysed data from 4 million car loans.", "research", None),
    ("Only 38 volunteers completed the trial.", "research", None),
    ("The study did not track what people ate over time.", "research", None),
    ("Sales of electric cars rose 35% last year.", "statistic", None),
    ("Some 1.4 million homes stand empty.", "statistic", None),
    ("Women made up 54% of the participants.", "statistic", None),
    ("Mortgage rates averaged 6.8% in March.", "statistic", None),
    ("The company sold 1.8 million vehicles in 2023.", "statistic", None),
    ("One in ten adults has diabetes.", "prevalence", None),
    ("Asthma affects about 260 million people worldwide.", "prevalence", None),
    ("Hay fever is one of the most common allergies.", "prevalence", None),
    ("Around 5 million people live with the disease.", "prevalence", None),
    ("An electric motor is more efficient than a petrol engine.", "comparison", None),
    ("Cooked tomatoes are better than raw ones for lycopene.", "comparison", "benefit"),
    ("The first vaccine was developed by Edward Jenner in 1796.", "history", None),
    ("The diet first became popular in the 1970s.", "history", None),
    ("Credit scores were introduced in 1989.", "history", None),
    ("Wind turbines have been used for power since the 1880s.", "history", None),
    ("The drug was originally designed for epilepsy.", "history", None),
    ("The regulator approved the vaccine for children in 2021.", "regulation", None),
    ("Landlords must by law protect a tenant's deposit.", "regulation", None),
    ("The European Union will ban new petrol cars from 2035.", "regulation", None),
    ("Supplements are not regulated like medicines.", "regulation", None),
    ("A course of the treatment costs about $2,000.", "access", None),
    ("Most insurers do not cover the test.", "access", None),
    ("The charger is available in 40 countries.", "access", None),
    ("Many families cannot afford childcare.", "access", None),
    ("The jab is recommended for adults over 65.", "indication", None),
    ("The loans are intended for first-time buyers.", "indication", None),
    ("Pregnant women should not take the supplement.", "contraindication", "harm"),
    ("The diet is not suitable for people with an eating disorder.", "contraindication", "harm"),
    ("Children under two should not be given the spray.", "contraindication", "harm"),
    ("Nicotine is highly addictive.", "dependence", "harm"),
    ("Regular users can become dependent on the tablets.", "dependence", "harm"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_kind(text: str, expected: str) -> None:
    found = clause(text)
    assert kind(found, leaning=lean(found)) == expected


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_direction(text: str, expected: str | None) -> None:
    found = clause(text)
    assert direction(lean(found), kind(found)) == expected


@pytest.mark.parametrize(("text", "about", "way"), SENTENCES, ids=[text[:40] for text, _, _ in SENTENCES])
def test_kind_and_direction(text: str, about: str, way: str | None) -> None:
    found = clause(text)
    found.verbs = found.verbs or [k for k in [likely_verb(found.tokens, 0, len(found.tokens))] if k is not None]
    leaning = lean(found)
    assert (kind(found, (), leaning), direction(leaning, kind(found, (), leaning))) == (about, way)


def test_a_heading_tips_the_scales() -> None:
    item = clause("Red patches on the arms")
    assert kind(item) == "other"
    tokens = Tokens("Side effects")
    assert kind(item, Cues(tokens).cues) == "safety"
