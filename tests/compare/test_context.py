"""What stands around a claim in its article, and what a claim is read with."""

from claimbook.compare.comparing import read_claims
from claimbook.compare.context import Context, read_contexts
from claimbook.compare.reading import read_claim
from claimbook.model import Claim, claim_key

TEXT = """# Trams in the valley

## Will trams raise rents?

No, the line opened years ago. It also cut noise near the depot by a third, and the trams run on time.
"""


def at(quote: str) -> Claim:
    start = TEXT.index(quote)
    facts = {"id": f"v/{claim_key(quote)}", "quote": quote, "at": (start, start + len(quote))}
    return Claim.model_validate({**facts, "kind": "other", "worth": 2, "certainty": "assertive"})


def test_the_context_of_a_claim() -> None:
    claim = at("cut noise near the depot by a third")
    context = read_contexts([claim], {"v": TEXT})[claim.id]
    assert context == Context("It also ", "No, the line opened years ago.", "Will trams raise rents?")


def test_a_claim_without_its_text_has_no_context() -> None:
    assert read_contexts([at("the trams run on time")], {}) == {}


def test_a_claim_that_points_back_is_read_with_the_sentence_before() -> None:
    claim = at("It also cut noise near the depot by a third")
    assert "lin" in read_claims([claim], None, {"v": TEXT})[0].around
    assert not read_claims([claim], None)[0].around


def test_an_answer_takes_the_change_from_its_question() -> None:
    claim = at("No, the line opened years ago")
    effects = read_claims([claim], None, {"v": TEXT})[0].effects
    assert [(e.sign, e.denied, e.wording) for e in effects] == [(1, True, "rents")]
    assert read_claim(claim).effects == ()
