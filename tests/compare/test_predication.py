"""What one claim says its subject is and another says it is not."""

import pytest

from claimbook.compare import compare
from claimbook.compare.predication import find_predications
from claimbook.compare.wording import read_words
from claimbook.extract import extract_claims

C, T = "contradict", "tension"


def conflicts(a: str, b: str) -> list[str]:
    texts = {"one": a, "two": b}
    claims = [claim for name, text in texts.items() for claim in extract_claims(name, text)]
    return [r.relation for r in compare(claims, texts=texts) if r.relation in ("contradict", "tension")]


def test_a_predication_holds_subject_denial_and_what_narrows_it() -> None:
    (found,) = find_predications(read_words("Rye bread is not really filling for most hikers in winter"))
    assert (found.subject, found.said, found.denied) == ({"rye", "bread"}, {"fill"}, True)
    assert "winter" in found.narrowed


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Tap water in the town is drinkable.", "Tap water in the town is not drinkable, the council said.", C),
        ("Wool curtains catch fire more often than silk curtains.",
         "Silk curtains are far more likely to catch fire than wool curtains.", T),
        ("It is impossible to recycle coffee cups with plastic lining.",
         "Shops can recycle coffee cups with plastic lining.", T),
        ("Dairy farms are among the cheapest sources of protein.", "Dairy farms are expensive to run.", None),
        ("The herb is not recommended during flights.", "The herb is recommended after flights.", None),
        ("The pool is not open to dogs.", "The pool is open to swimmers.", None),
    ],
    ids=["denied", "ranked", "impossible", "another pole of another thing", "another occasion", "another user"],
)  # fmt: skip
def test_plain_statements_that_deny_each_other(a: str, b: str, relation: str | None) -> None:
    assert conflicts(a, b) == ([relation] if relation else [])
