"""What compare() says of pairs of claims, on subjects of every kind."""

import importlib.util
from pathlib import Path

import pytest

from claimbook.compare import compare
from claimbook.model import Relation, RelationReview, Relations, Topic, Topics

_spec = importlib.util.spec_from_file_location("claims_by_hand", Path(__file__).with_name("claims_by_hand.py"))
_hand = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_hand)
claim, percent, quantity, time = _hand.claim, _hand.percent, _hand.quantity, _hand.time


def topics(**fields):
    return Topics(topics=(Topic(id="t", question="What is asked?", **fields),))


def said(a, b, known=None, **options):
    relations = compare([a, b], known, **options)
    assert len(relations) <= 1
    return (relations[0].relation, relations[0].kind) if relations else None


BOTH = {"topic": "t"}


def battery(article, quote, *quantities, **fields):
    return claim(article, quote, quantities=quantities, **({"kind": "duration"} | BOTH | fields))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            battery("a", "The battery lasts 10 hours", time("10 hours", 10, 10, "hour")),
            battery("b", "The battery lasts 6 hours", time("6 hours", 6, 6, "hour")),
            ("contradict", "temporal"),
            id="disjoint durations contradict",
        ),
        pytest.param(
            battery("a", "The battery lasts 10 hours", time("10 hours", 10, 10, "hour")),
            battery("b", "The battery may last 6 hours", time("6 hours", 6, 6, "hour"), certainty="hedged"),
            ("tension", "temporal"),
            id="a hedge leaves room",
        ),
        pytest.param(
            battery("a", "The battery lasts 10 hours", time("10 hours", 10, 10, "hour")),
            battery("b", "The battery lasts 6 hours in frost", time("6 hours", 6, 6, "hour"), condition="in frost"),
            ("tension", "temporal"),
            id="a condition leaves room",
        ),
        pytest.param(
            battery("a", "The battery lasts 10 hours", time("10 hours", 10, 10, "hour")),
            battery("b", "The battery lasts 600 minutes", time("600 minutes", 600, 600, "minute")),
            None,
            id="the same in other units is no conflict",
        ),
        pytest.param(
            battery("a", "The paint dries within 4 hours", time("4 hours", 4, 4, "hour"), kind="onset"),
            battery("b", "The paint lasts 8 years", time("8 years", 8, 8, "year")),
            None,
            id="how soon is not how long",
        ),
        pytest.param(
            battery(
                "a", "The cold lasts a few days to a week", time("a few days to a week", None, 1, "week", "at_most")
            ),
            battery(
                "b", "The cold lasts several days to weeks", time("several days to weeks", None, None, "day", "about")
            ),
            ("tension", "temporal"),
            id="vague durations are shown side by side",
        ),
        pytest.param(
            claim(
                "a",
                "Over 80% of voters back the reform",
                quantities=[percent("Over 80%", 80, None, "more_than")],
                **BOTH,
            ),
            claim(
                "b",
                "Over 70% of voters back the reform",
                quantities=[percent("Over 70%", 70, None, "more_than")],
                **BOTH,
            ),
            ("tension", "numeric"),
            id="overlapping bounds are a tension",
        ),
        pytest.param(
            claim("a", "81% of voters back the reform", quantities=[percent("81%", 81, 81)], **BOTH),
            claim(
                "b",
                "At most 70% of voters back the reform",
                quantities=[percent("At most 70%", None, 70, "at_most")],
                **BOTH,
            ),
            ("contradict", "numeric"),
            id="disjoint shares contradict",
        ),
        pytest.param(
            claim(
                "a", "81% of voters back the reform", quantities=[percent("81%", 81, 81)], outcome="the reform", **BOTH
            ),
            claim("b", "40% of voters back the tax", quantities=[percent("40%", 40, 40)], outcome="the tax", **BOTH),
            None,
            id="different outcomes do not meet",
        ),
        pytest.param(
            claim("a", "The vaccine gives a transient protection", **BOTH),
            claim("b", "The vaccine gives lasting protection", **BOTH),
            ("contradict", "polarity"),
            id="opposite poles of one thing",
        ),
        pytest.param(
            claim("a", "Temporary closures are planned for the market", **BOTH),
            claim("b", "The works bring lasting benefits to commuters", **BOTH),
            None,
            id="opposite poles of different things",
        ),
        pytest.param(
            claim("a", "Heat pumps move warmth rather than burning oil or gas", **BOTH),
            claim("b", "Heat pumps work by burning oil and gas", **BOTH),
            ("contradict", "polarity"),
            id="set aside here and relied on there",
        ),
        pytest.param(
            claim("a", "High cost: while panels are dear, most loans are paid back", **BOTH),
            claim("b", "Panels are expensive", **BOTH),
            None,
            id="a label that its entry rebuts asserts nothing",
        ),
    ],
)
def test_claims_on_one_topic(a, b, expected):
    assert said(a, b, topics()) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The festival is legal", "The festival is not legal", "contradict"),
        ("Honey never spoils in a sealed jar", "Honey spoils in a sealed jar", "contradict"),
        ("Honey spoils in a sealed jar", "Bees never sting in a sealed suit", None),
        ("The tram reduces traffic noise downtown", "The tram increases traffic noise downtown", "contradict"),
        ("The tram may reduce traffic noise downtown", "Wolves increase deer numbers", None),
        ("The plan is no better for road noise than doing nothing", "The plan reduces road noise", "tension"),
        ("In mice the diet extends lifespan", "The diet did not extend lifespan", None),
    ],
    ids=lambda v: v[:20] if v else "silent",
)
def test_claims_without_a_topics_file(a, b, expected):
    found = said(claim("a", a), claim("b", b))
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("It is a myth that the dam is dangerous", "The dam is dangerous", "contradict"),
        ("It is a myth that the dam is dangerous", "The dam is safe", "agree"),
        ("That the dam is dangerous is a misconception", "The dam is dangerous", "contradict"),
        ("Critics say the dam is unsafe", "The dam is safe", "tension"),
        ("Not only is the dam safe but it is cheap", "The dam is safe", "agree"),
        ("The dam is no longer safe", "The dam is safe", "contradict"),
    ],
    ids=lambda v: v[:24] if v else "silent",
)
def test_myths_views_and_denials(a, b, expected):
    found = said(claim("a", a, **BOTH), claim("b", b, **BOTH), topics())
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rents rise after new lines open", "Rents fall before the first tram runs"),
        ("In mice the diet lowers weight", "The diet raises weight"),
        ("Rapid rent growth worries tenants", "Rents fell in the harbor"),
    ],
    ids=lambda text: text[:20],
)
def test_other_occasions_and_populations_do_not_clash(a, b):
    assert said(claim("a", a, **BOTH), claim("b", b, **BOTH), topics()) is None


def test_sizes_of_different_studies_do_not_meet():
    def study(article, text, adults):
        size = quantity(f"{adults} adults", "count", adults, adults, "exactly", "adult")
        return claim(article, text, quantities=[size], **BOTH)

    a = study("a", "A study of 400 adults tested the helmet", 400)
    b = study("b", "A trial of 90 adults tested the helmet", 90)
    assert said(a, b, topics()) is None
    assert compare([a, b], topics(), everything=True)[0].why == "sizes of different studies"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("founded in 1890", "founded in 1921"), "contradict"),
        (("founded in 1890", "rebuilt in 1921"), None),
        (("founded in the 1890s", "founded in 1894"), None),
    ],
)
def test_years_meet_only_over_the_same_event(texts, expected):
    years = {
        "1890": ("year", 1890, 1890), "1921": ("year", 1921, 1921), "1894": ("year", 1894, 1894),
        "1890s": ("decade", 1890, 1899),
    }  # fmt: skip
    claims = []
    for article, text in zip("ab", texts, strict=True):
        kind, low, high = years[text.split()[-1]]
        year = quantity(text.split()[-1], kind, low, high, "exactly", None)
        claims.append(
            claim(article, f"The Harbor Brewery was {text} by two sisters", quantities=[year], kind="history", **BOTH)
        )
    found = said(*claims, topics())
    assert (found and found[0]) == expected


def test_positions_of_a_topic_clash_as_the_topic_says():
    known = topics(
        positions={"farm": ("developed for … farm",), "army": ("developed for … army", "military origin")},
        opposed=(
            {"a": "farm", "b": "army", "relation": "contradict", "why": "one origin is farming, the other the army"},
        ),
    )
    a, b = claim("a", "Originally developed for use on farms", **BOTH), claim("b", "It has a military origin", **BOTH)
    relation = compare([a, b], known)[0]
    assert relation.relation == "contradict"
    assert relation.why == "cannot both be true because one origin is farming, the other the army"


def test_amounts_a_person_filed_under_one_question_are_compared():
    fence = {"topic": "t", "kind": "other"}
    long = quantity("4.2 km", "length", 4.2, 4.2, "exactly", "km")
    short = quantity("three kilometres", "length", 3, 3, "exactly", "kilometre")
    a = claim("a", "The fence is 4.2 km long", quantities=[long], **fence)
    b = claim("b", "Its wire runs on for three kilometres", quantities=[short], **fence)
    assert said(a, b, topics()) == ("tension", "numeric")
    assert said(a, b.model_copy(update={"topic": None}), topics()) is None


def test_a_denied_phrase_takes_no_position():
    known = topics(
        positions={"yes": ("addictive",), "no": ("harmless",)},
        opposed=({"a": "yes", "b": "no", "relation": "contradict", "why": "clash"},),
    )
    assert said(claim("a", "It is not addictive", **BOTH), claim("b", "It is harmless", **BOTH), known) is None


def test_a_condition_that_got_lost_is_a_tension_of_scope():
    a = claim("a", "The ladder is safe when used on level ground", condition="when used on level ground", **BOTH)
    b = claim("b", "The ladder is safe", start=3, **BOTH)
    assert said(a, b, topics()) == ("tension", "scope")


def test_hedged_here_and_absolute_there_is_a_tension_of_certainty():
    a = claim("a", "The helmet may be effective", certainty="hedged", **BOTH)
    b = claim("b", "The helmet is always effective", certainty="absolute", **BOTH)
    assert said(a, b, topics()) == ("tension", "certainty")


def test_what_keeps_claims_apart_is_told_when_everything_is_asked_for():
    a = claim("a", "81% of voters back the reform", quantities=[percent("81%", 81, 81)], outcome="the reform", **BOTH)
    b = claim("b", "40% of voters back the tax", quantities=[percent("40%", 40, 40)], outcome="the tax", **BOTH)
    relation = compare([a, b], topics(), everything=True)[0]
    assert (relation.relation, relation.why) == ("not_comparable", "different outcome — the reform / the tax")


def test_restatements_make_one_relation():
    claims = [
        claim("a", "The vaccine gives a transient protection", **BOTH),
        claim("a", "Its protection: a transient one, the vaccine gives", start=90, **BOTH),
        claim("b", "The vaccine gives lasting protection", **BOTH),
    ]
    relations = compare(claims, topics())
    assert len(relations) == 1
    assert relations[0].why.endswith("(and one more pair that says the same)")


def test_every_sentence_is_named_and_not_every_combination():
    short = ["The vaccine gives a transient protection", "A fleeting protection is all that travellers get"]
    long = ["The vaccine gives lasting protection", "Doctors praise the durable protection of one dose"]
    claims = [claim("a", text, start=90 * n, **BOTH) for n, text in enumerate(short)]
    claims += [claim("b", text, start=90 * n, **BOTH) for n, text in enumerate(long)]
    relations = compare(claims, topics())
    assert len(relations) < 4
    assert {i for r in relations for i in (r.a, r.b)} == {c.id for c in claims}


def test_the_order_of_claims_does_not_matter():
    claims = [
        claim("a", "The vaccine gives a transient protection", **BOTH),
        claim("b", "The vaccine gives lasting protection", **BOTH),
        claim("c", "The vaccine gives no lasting protection", **BOTH),
    ]
    assert compare(claims, topics()) == compare(claims[::-1], topics())


def _decided(a, b, status, relation="contradict"):
    first, second = sorted((a.id, b.id))
    review = RelationReview(status=status, by="editor", note="read it twice")
    return Relations(
        relations=(Relation(a=first, b=second, relation=relation, kind="polarity", why="in our words", review=review),)
    )


def test_people_win():
    a, b = (
        claim("a", "The vaccine gives a transient protection", **BOTH),
        claim("b", "It lasts: lasting protection", **BOTH),
    )
    assert said(a, b, topics(), decided=_decided(a, b, "dismissed")) is None
    everything = compare([a, b], topics(), decided=_decided(a, b, "dismissed"), everything=True)
    assert [r.why for r in everything] == ["dismissed: read it twice"]
    confirmed = compare([a, b], topics(), decided=_decided(a, b, "confirmed", "tension"))
    assert [(r.relation, r.why) for r in confirmed] == [("tension", "in our words")]


def test_people_add_what_the_machine_missed():
    a, b = claim("a", "Tea came first", **BOTH), claim("b", "Coffee was older", **BOTH)
    assert said(a, b, topics()) is None
    assert said(a, b, topics(), decided=_decided(a, b, "added")) == ("contradict", "polarity")


def test_a_rejected_claim_is_not_compared():
    review = {"status": "rejected", "by": "editor"}
    a = claim("a", "The vaccine gives a transient protection", review=review, **BOTH)
    assert said(a, claim("b", "The vaccine gives lasting protection", **BOTH), topics()) is None
