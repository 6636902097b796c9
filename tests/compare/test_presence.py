import pytest

from claimbook.compare.presence import find_presences
from claimbook.compare.wording import read_words


@pytest.mark.parametrize(
    ("text", "head", "absent"),
    [
        ("There are no helmets at the stations", "helmet", True),
        ("The hall has no lift", "lift", True),
        ("The hall has a lift", "lift", False),
        ("Helmets are provided at every station", "helmet", False),
    ],
)
def test_there_is_a_thing_or_none(text, head, absent):
    assert [(p.head, p.absent) for p in find_presences(read_words(text))] == [(head, absent)]


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt about it",
        "Helmets are not provided",
        "The plan has no effect on rents",
        "There was not much of a lift",
    ],
)
def test_nothing_is_said_of_a_thing(text):
    assert find_presences(read_words(text)) == ()
