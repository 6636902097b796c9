"""Words that the caller has already read give the same quantities as reading them anew."""

from __future__ import annotations

import pytest

from claimbook.extract.quantities import find_quantities
from claimbook.extract.tokens import Tokens

TEXTS = {
    "figures": "Rents rose by 4.5% in 2023, twenty-five of the 40 landlords said, up from $1,200 to $1,350 a month.",
    "words": "Two-thirds of drivers waited several hours; one in five gave up within days.",
    "glyphs and old apostrophes": "About ½ of the ’90s buses ran 3–4 times a day.",
    "a letter that grows in lower case": "İzmir sold 40 buses in 2019, and 3 of 4 İ-two lines lost 12% of riders.",
    "Greek capitals": "ΟΔΟΣ 12 has two dozen shops and 300 flats.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_words_read_before_give_the_same_quantities(text: str) -> None:
    tokens = Tokens(text)
    found = find_quantities(text, among=(tokens.words, tokens.starts))
    assert len(found) > 1
    assert found == find_quantities(text)
