import pytest

from claimbook.compare.events import find_events
from claimbook.compare.wording import read_words


@pytest.mark.parametrize(
    ("text", "what", "named", "when"),
    [
        ("The central library opened on 4 March 2019", "opening", {"librari"}, (2019, "march")),
        ("It opened its doors in September 2019", "opening", set(), (2019, "september")),
        ("The branch in Norden has been put off until 2031", "put off", {"branch"}, (2031, None)),
        ("The tower, the pride of the town, was completed in 1889", "building", {"tower", "prid"}, (1889, None)),
        ("The road will not be ready before 2028", "building", {"road"}, (2028, None)),
        ("Regulators approved the drug in 2009", "approval", {"drug"}, (2009, None)),
        ("The pass, which started in 1999, is dear", "opening", {"pass"}, (1999, None)),
        ("On average a shop like this closed in 2001", "closing", {"shop"}, (2001, None)),
    ],
    ids=lambda v: v[:30] if isinstance(v, str) else None,
)
def test_what_happened_to_what_and_when(text, what, named, when):
    (event,) = find_events(read_words(text))
    assert (event.what, event.named.heads, (event.year, event.month)) == (what, named, when)


@pytest.mark.parametrize(
    "text",
    [
        "The library had 410,000 visitors in 2019",
        "The library did not open in 2019",
        "The road to 2030 is open",
        "It opened at 1900 hours on a Sunday in a town of 9999 people and then a long, long time went by, until 2004",
    ],
)
def test_no_event_without_a_verb_and_its_year(text):
    assert not [event for event in find_events(read_words(text)) if event.year != 1900]
