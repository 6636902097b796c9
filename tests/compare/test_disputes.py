"""An accusation beside its denial. Sentences are our own."""

import pytest

from claimbook.compare.disputes import find_dispute

DISPUTED = [
    ("The mayor took bribes from the builder.", "The mayor denied taking bribes from anyone.", "denied"),
    (
        "Inspectors reported a leak at the dam.",
        "The operator dismissed reports of a leak at the dam.",
        "dismissed reports",
    ),
    ("The strike cost the city millions.", "The union rejected the claim that the strike cost the city.", "rejected"),
    ("The bridge sways in the wind.", "The story that the bridge sways is untrue, the council said.", "is untrue"),
    ("Glue from the plant kills bees.", "There is no evidence that glue kills bees.", "no evidence"),
]
NOT_DISPUTED = [
    ("The mayor took bribes from the builder.", "The mayor opened a library."),
    ("The mayor denied taking bribes.", "The builder denied that the mayor took bribes."),
    ("The builder gave bribes to officials.", "The mayor denied that he would resign."),
    ("The bridge sways in the wind.", "The bridge was closed, and a false alarm rang in the harbour."),
]


@pytest.mark.parametrize(("a", "b", "cue"), DISPUTED, ids=[row[1] for row in DISPUTED])
def test_finds_what_is_denied(a, b, cue):
    for verdict in (find_dispute(a, b), find_dispute(b, a)):
        assert verdict is not None
        assert verdict.relation == "tension"
        assert f"“{cue}" in verdict.why


@pytest.mark.parametrize(("a", "b"), NOT_DISPUTED, ids=[row[1] for row in NOT_DISPUTED])
def test_leaves_alone_what_is_not_denied(a, b):
    assert find_dispute(a, b) is None
