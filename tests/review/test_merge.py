"""Extraction run again: proposals come and go, what a person had a hand in stays."""

from pathlib import Path

import pytest

from claimbook.model import Claim, ClaimReview
from claimbook.review import Merged, ReviewError, merge_proposals, open_review

CITY = "city-rider"


def proposal(path: Path, key: str, quote: str, article: str = CITY, worth: int = 2) -> Claim:
    text = (path / "claims/articles" / f"{article}.txt").read_bytes().decode()
    start = text.index(quote)
    return Claim(id=f"{article}/{key}", quote=quote, at=(start, start + len(quote)), kind="other", worth=worth)


def same(path: Path, *keys: str) -> list[Claim]:
    """Give claims of the review as the machine would propose them again, unchanged."""
    claims = [claim for claim in open_review(path).catalogue(CITY).claims if claim.id[-6:] in keys]
    return [claim.model_copy(update={"review": ClaimReview()}) for claim in claims]


def free(path: Path) -> Path:
    """Let go of what holds the second claim: the waiver that names it and the comment right above."""
    (path / "claims/waivers.yaml").unlink(missing_ok=True)
    file = path / "claims/city-rider.yaml"
    file.write_bytes(file.read_bytes().replace(b"# --- charging\n", b"# --- charging\n\n"))
    return file


def ids(path: Path) -> list[str]:
    return [claim.id[-6:] for claim in open_review(path).catalogue(CITY).claims]


def test_the_same_proposals_change_nothing(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    inode = file.stat().st_ino
    merged = merge_proposals(review_path, {CITY: same(review_path, "aaaaaa", "bbbbbb", "cccccc")})
    assert merged == [Merged(CITY, kept=3)]
    assert file.stat().st_ino == inode


def test_proposals_are_added_updated_and_removed(review_path: Path) -> None:
    file = free(review_path)
    new = proposal(review_path, "ffffff", "Riders report less stress")
    first = proposal(review_path, "gggggg", "Why the e-bike wins")
    update = same(review_path, "bbbbbb")[0].model_copy(update={"worth": 1})
    merged = merge_proposals(review_path, {CITY: [first, update, new]})
    assert merged == [Merged(CITY, added=2, updated=1, kept=1, removed=1)]
    assert str(merged[0]) == "city-rider: 2 added, 1 updated, 1 kept, 1 removed"
    assert ids(review_path) == ["gggggg", "aaaaaa", "bbbbbb", "ffffff"]
    assert "# --- charging\n\n- id: city-rider/bbbbbb" in file.read_text("utf-8")


@pytest.mark.parametrize("quote", ["62% of owners sold a car", "Surveys suggest that 62% of owners sold a car within"])
def test_what_a_decided_claim_covers_is_not_proposed_again(review_path: Path, quote: str) -> None:
    again = [*same(review_path, "bbbbbb", "cccccc"), proposal(review_path, "hhhhhh", quote)]
    assert merge_proposals(review_path, {CITY: again}) == [Merged(CITY, kept=3, known=1)]
    assert ids(review_path) == ["aaaaaa", "bbbbbb", "cccccc"]


def test_a_little_overlap_does_not_hinder(review_path: Path) -> None:
    again = [*same(review_path, "bbbbbb", "cccccc"), proposal(review_path, "hhhhhh", "Surveys suggest that 62% of")]
    assert merge_proposals(review_path, {CITY: again})[0].added == 1


def test_a_decided_claim_proposed_differently_stays(review_path: Path) -> None:
    different = same(review_path, "aaaaaa")[0].model_copy(update={"worth": 1, "quantities": ()})
    file = review_path / "claims/city-rider.yaml"
    before = file.read_bytes()
    merge_proposals(review_path, {CITY: [different, *same(review_path, "bbbbbb", "cccccc")]})
    assert file.read_bytes() == before


HANDS = {
    "a note": ("on: null, note: null}\n- id: city-rider/cccccc", "on: null, note: look}\n- id: city-rider/cccccc"),
    "a comment beside": ('quote: "A full charge takes 3-4 hours"', 'quote: "A full charge takes 3-4 hours" # really?'),
    "a comment inside": ("  at: [85, 114]", "  # really?\n  at: [85, 114]"),
    "a comment below": ("note: null}\n- id: city-rider/cccccc", "note: null}\n  # really?\n- id: city-rider/cccccc"),
}


@pytest.mark.parametrize(("old", "new"), HANDS.values(), ids=HANDS.keys())
def test_what_a_person_wrote_at_a_proposal_stays(review_path: Path, old: str, new: str) -> None:
    file = free(review_path)
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new).encode())
    before = file.read_bytes()
    update = same(review_path, "bbbbbb")[0].model_copy(update={"worth": 1})
    again = [update, *same(review_path, "cccccc")]
    assert merge_proposals(review_path, {CITY: again}) == [Merged(CITY, kept=3)]
    assert merge_proposals(review_path, {CITY: again[1:]}) == [Merged(CITY, kept=3)]
    assert file.read_bytes() == before


def test_a_proposal_that_was_waived_stays(review_path: Path) -> None:
    waivers = (review_path / "claims/waivers.yaml").read_bytes()
    free(review_path)
    (review_path / "claims/waivers.yaml").write_bytes(waivers)
    assert merge_proposals(review_path, {CITY: []}) == [Merged(CITY, kept=2, removed=1)]


def test_an_untouched_proposal_goes_and_its_section_comment_stays(review_path: Path) -> None:
    file = free(review_path)
    assert merge_proposals(review_path, {CITY: []}) == [Merged(CITY, kept=1, removed=2)]
    assert file.read_text("utf-8").endswith("note: null}\n\n# --- charging\n\n")


def test_an_article_without_catalogue_gets_one(review_path: Path) -> None:
    for name in ("new", "other"):
        (review_path / f"claims/articles/{name}.txt").write_text("E-bikes are legal. Helmets are not needed.")
    claim = proposal(review_path, "iiiiii", "E-bikes are legal", "new")
    assert merge_proposals(review_path, {"new": [claim]}) == [Merged("new", added=1)]
    (review_path / "claims/articles/other.txt").unlink()
    review = open_review(review_path)
    assert review.catalogue("new").claims == (claim,)
    assert review.catalogue("new").article.publisher is None


def test_proposals_that_do_not_verify_are_not_written(review_path: Path) -> None:
    wrong = proposal(review_path, "jjjjjj", "Why the e-bike wins").model_copy(update={"topic": "weather"})
    before = (review_path / "claims/city-rider.yaml").read_bytes()
    with pytest.raises(ReviewError, match="R143"):
        merge_proposals(review_path, {CITY: [wrong], "pedal-post": []})
    assert (review_path / "claims/city-rider.yaml").read_bytes() == before


def test_only_proposals_of_the_article_are_taken(review_path: Path) -> None:
    foreign = proposal(review_path, "dddddd", "E-bikes are not toys", "pedal-post")
    with pytest.raises(ValueError, match="no proposal for city-rider"):
        merge_proposals(review_path, {CITY: [foreign]})
