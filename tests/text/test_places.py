"""Lines and columns, counted in code points from 1."""

import pytest

from claimbook.text.places import Places

TEXT = "one\ntwo 🚲x\r\nthree\rfour\n"
PLACES = {
    "first": (0, (1, 1)),
    "line break belongs to its line": (3, (1, 4)),
    "second line": (4, (2, 1)),
    "an emoji is one column": (9, (2, 6)),
    "behind a Windows line break": (12, (3, 1)),
    "behind an old Mac line break": (18, (4, 1)),
    "end of text": (len(TEXT), (5, 1)),
}


@pytest.mark.parametrize(("offset", "place"), PLACES.values(), ids=PLACES.keys())
def test_place(offset: int, place: tuple[int, int]) -> None:
    assert Places(TEXT).place(offset) == place


@pytest.mark.parametrize("offset", [-1, len(TEXT) + 1])
def test_no_place_outside(offset: int) -> None:
    with pytest.raises(ValueError, match="outside the text"):
        Places(TEXT).place(offset)


def test_line() -> None:
    places = Places(TEXT)
    assert [places.line(number) for number in range(1, 6)] == ["one", "two 🚲x", "three", "four", ""]
