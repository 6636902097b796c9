"""S101 stays silent where a sentence says whose figure it gives, and speaks where it only seems to."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimbook.extract import extract_claims
from claimbook.extract.sources import Source, Sources
from claimbook.rules import check

ATTRIBUTED = {
    "the operator": "The ferries carried 640,000 passengers in 2022, according to the operator.",
    "the operator and its name": "It now lends 48,000 books a month, according to the operator, Read Harbour.",
    "a body's own counters": "Cycling on the bridge is up by 22 percent, the town's bicycle counters show.",
    "figures from a body": "Figures from the port authority put the share of late departures at 14 percent.",
    "figures at the end": "Rents in the quarter rose by 9 percent, figures from the housing agency show.",
    "a survey by a body": "Sales at the market rose 12 percent, a survey by the guild of bakers found.",
    "measured by a body": "Algae covered 31 percent of the lake in July, as measured by the water agency.",
    "a company says": "Nordlund Dairy says that 43 percent of its milk now comes from small farms.",
    "a company expects": "Halden Rail expects 55,000 passengers a day by 2030.",
    "a person with a name": "About 60 percent of the orchards are gone, says Tomas Berrick, who runs the cider museum.",
    "said before the name": "“A third of our members have left,” said Ana Lowell, the treasurer of the choir.",
    "a title and a name": "Mr Osei found that 18 percent of the wells were dry.",
    "the ministry": "The ministry estimates that 2.4 million households heat with wood.",
    "police": "Police say that 46 percent of the bicycles stolen were never locked.",
    "the council's audit": "The council's audit counted 29,500 individual visitors on a weekday.",
    "an audit ordered by a body": "An audit commissioned by the trust in 2021 counted 12,400 bats.",
    "a report with a year": "The annual report of 2023 gives a share of 17 percent for adult readers.",
    "the report after its year": "The annual report of 2023 has 80 pages. Adults make up 17 percent, the report says.",
    "it found, carried over": "The Ombudsman for Schools checked 90 canteens. It found that 28 percent go to waste.",
    "the survey also": "The Vardo Museum ran a survey in May. The survey also found that 35 percent came twice.",
    "by an abbreviation": "Shipping prices fell by 8 percent in a year, the ICS said.",
    "a firm's research": "Research by the insurer Castell & Sons shows that 21 percent of barns have no alarm.",
    "the census": "The census shows that 11 percent of villagers speak the old dialect.",
    "an aside between": "The brewery, which employs 90 people, says 70 percent of its hops are grown nearby.",
    "reported by": "It was reported by Glass Weekly that 1.5 percent of all bottles break in transit.",
    "as stated in": "As stated in a Norrland Gazette article, 64 percent of the reindeer were moved by lorry.",
    "a poll for this newspaper": "In a poll for this newspaper, 46 percent of residents were in favour of the dam.",
    "the mayor": "The mayor says that 52 percent of the streets have been repaved.",
    "records of a body": "Records kept by the harbour master's office show that 37 percent of the boats never leave.",
    "a possessor with a name": "Veldon's timber board reckons that 40 percent of the ash trees are sick.",
    "the regulator says percent": "The regulator says 27 percent of lifts fail their first inspection.",
    "according to the museum": "According to the museum's director, attendance rose by 15 percent last winter.",
    "some percent of the": "Some 38 percent of the hives died over the winter, the beekeepers' association reports.",
    "data from the national": "Data from the national weather service show that rainfall fell by 18 percent.",
    "a spokeswoman for the": "A spokeswoman for the airport said that 12 percent of flights left late.",
    "the chess federation counts": "The chess federation counts 84,000 members.",
    "in its annual accounts": "In its annual accounts, the theatre puts ticket income at 41 percent of its budget.",
    "a census by the": "A census by the parish council in May counted 21,500 swallows.",
    "we lose percent of": '"We lose 30 percent of our water to leaks," said the head of the waterworks.',
    "the finnish lifeguard society": "The Finnish Lifeguard Society recorded 26 percent fewer drownings.",
    "inspectors from the food": "Inspectors from the food agency found rats in 14 percent of the bakeries.",
    "bookshop sales are up": "Bookshop sales are up 7 percent, according to Nielsen.",
    "the manufacturer claims its": "The manufacturer claims its kettle uses 35 percent less power.",
    "the state archive s": "The state archive's catalogue lists 450,000 maps.",
    "wages fell by percent": "Wages fell by 2 percent, the statistics office said on Friday.",
    "a study by researchers": "A study by researchers in Tampere found that 44 percent of skiers fall early.",
    "deloitte estimates that percent": "Deloitte estimates that 60 percent of stadium seats stay empty.",
    "court records show that": "Court records show that 71 percent of the tenants had no lawyer.",
    "the school board s": "The school board's own figures give 16 percent.",
    "almost percent of the": "Almost 58 percent voted against the dam, the electoral commission announced.",
    "the guild audited breweries": "The Guild audited 40 breweries in 2020. The audit found 25 percent at fault.",
    "customs officers seized fake": "Customs officers seized 30,000 fake watches last year, the customs service says.",
    "the mill its owner": "The mill, its owner Pat Greer says, saves 22 percent of its energy.",
    "behind two statements": "Beech is up by 31 percent, and oak is down by 6 percent, the forest agency says.",
}
UNSOURCED = {
    "experts": "Experts say that 40 percent of the ash trees are sick.",
    "a study": "A study found that 23 percent of bakers are allergic to flour.",
    "the body is only the subject": "The operator carried 640,000 passengers in 2022.",
    "the company grew": "The brewery raised its prices by 14 percent.",
    "a place with a verb": "Fern Hill added 12 percent more homes than any other quarter.",
    "some report": "According to some reports, 35 percent of the visitors came twice.",
    "figures show": "Figures show that 31 percent of the lake was covered by algae.",
    "a critic": "Critics argue that 60 percent of the orchards are gone.",
    "it is estimated": "It is estimated that 2.4 million households heat with wood.",
    "a city that is not asked": "In the city of Halden, 17 percent of adults cannot swim.",
    "nobody": "Turnover at the fair fell by 8 percent in two years.",
    "for a body": "The bridge saves the ferry company 14 percent of its fuel.",
    "people say": "Many fishermen say catches are down by 30 percent.",
    "a resident": "A resident's measurements show that noise rose by 11 percent.",
    "the effect of the agency": "The agency's new rule cut accidents by 19 percent.",
    "insiders": "Insiders expect 55 percent of the shops to close.",
    "a report": "According to a report, 64 percent of the reindeer were moved by lorry.",
    "by bus": "About 70 percent of the pupils come by bus from the northern valleys.",
    "the trains report late": "The Halden express runs late on 30 percent of all days.",
    "widely reported": "It is widely reported that 1.5 percent of all bottles break.",
    "analysts expect the price": "Analysts expect the price of cocoa to rise by 12 percent.",
    "surveys suggest that percent": "Surveys suggest that 62 percent of hikers carry no map.",
    "the airport handled million": "The airport handled 2.4 million passengers.",
    "the council cut its": "The council cut its spending by 9 percent.",
    "a spokesman said that": "A spokesman said that 12 percent of flights left late.",
    "sources say that percent": "Sources say that 30 percent of the staff will go.",
    "the old mill ground": "The old mill ground 40 percent of the valley's wheat.",
    "in the district of": "In the district of Sorrel Hill 55 percent of the houses are empty.",
    "according to one estimate": "According to one estimate, 17 percent of the cellos are forgeries.",
    "wolves now live in": "Wolves now live in 23 percent of the forests.",
    "the company s profits": "The company's profits rose 14 percent.",
    "the report shows a": "The report shows a cottage where 33 percent of the roof is missing.",
    "scientists estimate that percent": "Scientists estimate that 48 percent of the coral has died.",
    "the new bridge by": "The new bridge by the harbour office carries 18,000 cars.",
    "half of all parents": "Half of all parents say they read to their children every night.",
    "local sources put the": "Local sources put the number of dead fish at 40,000.",
    "the federation has lost": "The federation has lost 21 percent of its members.",
    "statistics suggest that one": "Statistics suggest that one in nine drivers has no licence.",
    "the festival drew visitors": "The festival drew 65,000 visitors from the region.",
}


def fires(text: str) -> bool:
    source = Source("article", Path("article.txt"), text, tuple(extract_claims("article", text)))
    return any(finding.code == "S101" for finding in check(Sources((source,)), [], select={"S101"}))


@pytest.mark.parametrize("text", ATTRIBUTED.values(), ids=ATTRIBUTED)
def test_an_attributed_figure_has_a_source(text: str) -> None:
    assert not fires(text)


@pytest.mark.parametrize("text", UNSOURCED.values(), ids=UNSOURCED)
def test_a_figure_credited_to_nobody_has_none(text: str) -> None:
    assert fires(text)
