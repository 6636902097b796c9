"""Places and times that keep figures apart."""

import pytest

from claimbook.compare.relating import relate
from claimbook.compare.settings import read_settings, settings_apart
from claimbook.compare.wording import read_words


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("Rents in Germany rose", "Swedish rents rose", "different place — germany / sweden"),
        ("Sales fell in May", "Sales fell in June", "different month — may / june"),
        ("Output rose in Q1", "Output rose in the third quarter", "different quarter — first quarter / third quarter"),
        ("Deficit for 2/13/2013", "Deficit for 2/14/2013", "different day — 2/13/2013 / 2/14/2013"),
        ("Rents in Germany rose", "Rents rose", None),
        ("Exports from Italy to France", "French exports", None),
        ("Rents in Porto rose", "Rents rose in Faro", "different place — porto / faro"),
        ("Rents in Porto rose", "In Porto and Faro rents fell", None),
        ("Rents Rose In Porto", "Rents rose in Faro", None),
        ("As reported in Nature, rents rose", "As reported in Science, rents rose", None),
        ("At Christmas rents rose", "On Monday rents rose", None),
        ("They may turkey-shoot", "Sales fell in June", None),
    ],
)
def test_settings_keep_apart(a: str, b: str, why: str | None) -> None:
    assert settings_apart(read_settings(read_words(a), a), read_settings(read_words(b), b)) == why


def test_figures_of_different_places_do_not_conflict() -> None:
    pair = ("Rents in Germany rose by 4% last year", "Rents in Sweden rose by 9% last year")
    assert relate(*pair).relation == "not_comparable"
    assert relate(*(text.replace("Sweden", "Germany") for text in pair)).relation == "contradict"
