"""An article that changed: quotes move only to the letter, and orphans stop everything."""

import hashlib
from pathlib import Path

import pytest

from claimbook.model import ClaimReview
from claimbook.review import ReviewError, decide, open_review, reanchor, write_moves

CITY = "claims/articles/city-rider.txt"


def change(review_path: Path, old: str, new: str) -> None:
    file = review_path / CITY
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def states(review_path: Path) -> dict[str, str]:
    return {anchoring.claim.id[-6:]: anchoring.state for anchoring in reanchor(review_path)}


def test_an_unchanged_review(review_path: Path) -> None:
    assert set(states(review_path).values()) == {"unchanged"}
    assert write_moves(review_path)[1] == []


def test_moves_are_written_with_the_checksum(review_path: Path) -> None:
    change(review_path, "A full charge", "\n\nNo smoke.  A\nfull charge")
    assert states(review_path) == {
        "aaaaaa": "unchanged", "bbbbbb": "moved", "cccccc": "moved", "dddddd": "unchanged", "eeeeee": "unchanged",
    }  # fmt: skip
    with pytest.raises(ReviewError, match="R132"):
        open_review(review_path)
    anchorings, written = write_moves(review_path)
    assert [file.name for file in written] == ["city-rider.yaml"]
    assert str(anchorings[1]).startswith("moved city-rider/bbbbbb [85, 114] → [98, 127]")
    review = open_review(review_path)
    assert review.claims[1].quote == "A\nfull charge takes 3-4 hours"
    checksum = hashlib.sha256((review_path / CITY).read_bytes()).hexdigest()
    assert review.catalogue("city-rider").article.sha256 == checksum
    assert "# --- charging" in (review_path / "claims/city-rider.yaml").read_text("utf-8")


ORPHANS = {
    "a changed digit": ("3-4 hours", "3-5 hours", "not in the text any more", "A full charge takes 3-5 hours"),
    "a hedge": ("charge takes", "charge may take", "not in the text any more", "full charge may take 3-4 hours"),
    "a negation in front": ("A full charge", "Not A full charge", "behind a word that may turn it", None),
    "a second time": ("less stress.", "less stress. A full charge takes 3-4 hours.", "in 2 places now", None),
    "a longer word": ("3-4 hours", "3-4 hourslong", "not in the text any more", None),
}


@pytest.mark.parametrize(("old", "new", "why", "nearest"), ORPHANS.values(), ids=ORPHANS.keys())
def test_an_orphan_is_shown_with_both_texts_and_nothing_is_written(
    review_path: Path, old: str, new: str, why: str, nearest: str | None
) -> None:
    change(review_path, old, new)
    change(review_path, "Why", "See why")
    before = (review_path / "claims/city-rider.yaml").read_bytes()
    anchorings, written = write_moves(review_path)
    assert written == []
    assert (review_path / "claims/city-rider.yaml").read_bytes() == before
    [orphan] = [anchoring for anchoring in anchorings if anchoring.state == "orphan"]
    assert why in (orphan.why or "")
    assert 'quoted: "A full charge takes 3-4 hours"' in str(orphan)
    assert nearest is None or nearest in str(orphan)


def test_a_rejected_orphan_does_not_stop_the_moves(review_path: Path) -> None:
    decide(review_path, "city-rider/bbbbbb", ClaimReview(status="rejected", by="ana"))
    change(review_path, "3-4 hours", "10 hours")
    change(review_path, "Why", "See why")
    assert write_moves(review_path)[1] != []
    review = open_review(review_path)
    assert [claim.id for claim in review.orphans] == ["city-rider/bbbbbb"]


def test_other_problems_come_first(review_path: Path) -> None:
    change(review_path, "Why", "See why")
    (review_path / "claims/topics.yaml").write_text("topics: []\n")
    with pytest.raises(ReviewError) as caught:
        reanchor(review_path)
    assert {problem.code for problem in caught.value.problems} == {"R143"}
