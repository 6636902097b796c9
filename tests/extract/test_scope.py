from __future__ import annotations

import pytest

from claimbook.extract.clauses import Clause
from claimbook.extract.grammar import finite_verbs
from claimbook.extract.phrases import Cues
from claimbook.extract.scope import scope
from claimbook.extract.tokens import Tokens


def clause(text: str) -> Clause:
    tokens = Tokens(text)
    return Clause(tokens, 0, len(tokens), Cues(tokens).cues, (), finite_verbs(tokens, 0, len(tokens)))


CONDITIONS = {
    "when": ("The seal holds when the valve is closed.", "when the valve is closed"),
    "if": ("If the road is wet, braking takes longer.", "If the road is wet"),
    "under": ("The battery lasts longer under light load.", "under light load"),
    "setting": ("The drug is safe in a hospital setting.", "in a hospital setting"),
    "as long as": ("Cover applies as long as premiums are paid.", "as long as premiums are paid"),
    "dose": ("It is toxic at high doses.", "at high doses"),
    "none": ("Trams carry more passengers than buses.", None),
    "while sets against": ("Rents rose, while wages fell.", None),
    "while doing": ("Drivers miss signs while texting.", "while texting"),
    "where describes": ("They moved to Leeds, where rents are low.", None),
    "formerly": ("Once known as a weed, the plant is a crop.", None),
    "a state is no circumstance": ("Runners with heart conditions tire sooner.", None),
    "question of when": ("Experts know when demand peaks.", None),
}
POPULATIONS = {
    "in people with": ("It cut falls in older adults with poor sight.", "older adults with poor sight"),
    "who": ("Drivers who drink are hurt more often.", "Drivers who drink"),
    "who, whoever they are": ("Among nurses who work nights, walking helps.", "nurses who work nights"),
    "up to a condition": ("It protects adults over 65 when given early.", "adults over 65"),
    "subject after a comma": ("After a year of training, older men gained 2 kg of muscle.", "older men"),
    "animals": ("The compound shrank tumours in mice.", "mice"),
    "the object of a verb is named alone": ("The subsidy is what ought to worry taxpayers most.", None),
    "no adjective": ("That is a good figure by European standards.", None),
    "an age and no more": ("Children under 12 ride free.", "Children under 12"),
    "a range of ages": ("The class helps adults aged 20 to 60 with their taxes.", "adults aged 20 to 60"),
    "what forces them": ("High rents are forcing tenants out.", None),
    "households": ("Bills fell for renters aged under 30.", "renters aged under 30"),
    "none": ("The bridge is 300 metres long.", None),
}
OUTCOMES = {
    "object of a change": ("Shade trees reduce street temperatures by 4 degrees.", "street temperatures"),
    "what an improvement is in": ("Pupils showed an improvement in reading scores after a year.", "reading scores"),
    "what a risk is of": ("Speeding raises the risk of fatal crashes.", "risk of fatal crashes"),
    "none": ("The museum opened in 1901.", None),
}


@pytest.mark.parametrize(("text", "expected"), CONDITIONS.values(), ids=CONDITIONS)
def test_condition(text: str, expected: str | None) -> None:
    assert scope(clause(text)).condition == expected


@pytest.mark.parametrize(("text", "expected"), POPULATIONS.values(), ids=POPULATIONS)
def test_population(text: str, expected: str | None) -> None:
    assert scope(clause(text)).population == expected


@pytest.mark.parametrize(("text", "expected"), OUTCOMES.values(), ids=OUTCOMES)
def test_outcome(text: str, expected: str | None) -> None:
    assert scope(clause(text)).outcome == expected
