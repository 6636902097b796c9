from __future__ import annotations

import pytest

from claimbook.extract.clauses import Clause
from claimbook.extract.credits import credited, introduced
from claimbook.extract.phrases import Cues
from claimbook.extract.tokens import Tokens

NAMES = {
    "according to": ("Catches fell, according to the Faroe Fishing Board.", "the Faroe Fishing Board"),
    "a definite body": ("The ferries are full, the operator says.", "the operator"),
    "a document of a body": ("Rents rose, figures from the housing agency show.", "figures from the housing agency"),
    "a body's document": ("The town's bicycle counters show a rise.", "The town's bicycle counters"),
    "a guild": ("The bakers' guild reports a loss.", "The bakers' guild"),
    "said before the name": ("“It is over,” said Ana Lowell, the treasurer.", "Ana Lowell"),
    "an initial": ("The wells are dry, said Peter J. Osei.", "Peter J. Osei"),
    "a date behind": ("An audit by the Ulm Trust in March 2021 counted 90 bats.", "An audit by the Ulm Trust"),
    "names with and": (
        "Researchers at Bergen and New Haven University say so.",
        "Researchers at Bergen and New Haven University",
    ),
    "an aside": ("The brewery, which employs 90 people, says so.", "The brewery"),
    "a denial": ("The Lakeside Trust denied that two seals had died.", "The Lakeside Trust"),
    "a denial of a deed": ("The brewery denies dumping yeast in the canal.", "The brewery"),
    "a denial with an adverb": ("Hobbs Ltd strongly denies any link to the leak.", "Hobbs Ltd"),
    "a figure disputed": ("The ferry operator disputes the estimate of 400 jobs.", "The ferry operator"),
    "a claim rejected": ("Mayor Ana Silva rejected the claim that buses were sold.", "Mayor Ana Silva"),
    "an allegation dismissed": ("The club dismissed the allegations.", "The club"),
    "a denial after an aside": ("The museum, which sold it, denies that it was fake.", "The museum"),
    "denied by": ("The leak was denied by the Lakeside Trust.", "the Lakeside Trust"),
    "insisting": ("The ministry insists that every bridge is sound.", "The ministry"),
    "a request denied": ("The bank denied 300 loans in May.", None),
    "a plan rejected": ("The council rejected the plan for 40 flats.", None),
    "an entry denied": ("The airport denied passengers entry.", None),
    "claims turned down": ("The court rejected 40 claims last year.", None),
    "somebody denied": ("Tenants denied that rents are late.", None),
    "experts": ("Experts say that hops are dear.", None),
    "some officials": ("Some officials say that hops are dear.", None),
    "a survey": ("A survey found that hops are dear.", None),
    "a verb that is no document": ("The brain accounts for a fifth of our energy.", None),
    "a state is no verb": ("Adults in the United States of that age sleep less.", None),
    "nobody": ("Legend says that the bell is cursed.", None),
    "a pronoun": ("He says that the bell is cursed.", None),
    "a range": ("Your EV's estimated range is short.", None),
    "a title with a colon before": ("GOOD FOR THE HEART: Some studies have shown a lower risk.", None),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_credits_a_noun_phrase_or_nobody(text: str, name: str | None) -> None:
    clause = _clause(text)
    span = credited(clause)
    assert (clause.tokens.slice(*span) if span else None) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The annual report of 2023 has 80 pages.", True),
        ("The Ombudsman for Schools inspected 90 canteens.", True),
        ("The council's audit is short.", True),
        ("The cellar was damp.", False),
        ("A report was read aloud.", False),
        ("The brewery burned down.", False),
    ],
)
def test_tells_what_introduces_a_source(text: str, expected: bool) -> None:
    assert introduced(_clause(text)) is expected


def test_is_linear_in_a_hostile_text() -> None:
    clause = _clause("the report of the report by the council says, " * 1500)
    assert credited(clause) is not None


def _clause(text: str) -> Clause:
    tokens = Tokens(text)
    return Clause(tokens, 0, len(tokens), Cues(tokens).cues)
