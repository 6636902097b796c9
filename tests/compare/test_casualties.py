import pytest

from claimbook.compare.casualties import find_casualties
from claimbook.compare.wording import read_words


@pytest.mark.parametrize(
    ("text", "kind", "denied"),
    [
        ("Nobody has been killed on the new line", "killed", True),
        ("Not a single worker was injured", "hurt", True),
        ("There were no deaths in the tunnel", "killed", True),
        ("A man of 71 was killed by a tram", "killed", False),
        ("Three children died in the fire", "killed", False),
        ("The report counts 12 injuries", "hurt", False),
    ],
)
def test_somebody_or_nobody(text, kind, denied):
    assert [(c.kind, c.denied) for c in find_casualties(read_words(text))] == [(kind, denied)]


@pytest.mark.parametrize(
    "text",
    [
        "Somebody could have been killed",
        "The risk of being injured is small",
        "Deaths are a matter for the coroner",
        "The frost killed the roses",
    ],
)
def test_what_only_might_happen_is_no_casualty(text):
    assert find_casualties(read_words(text)) == ()
