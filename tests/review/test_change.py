"""Deciding and saving: only what was decided changes in the file, and the result verifies."""

import difflib
from pathlib import Path

import pytest
from pydantic import ValidationError

from claimbook.model import ClaimReview
from claimbook.review import ReviewChanged, ReviewError, decide, open_review, save_catalogues, write_catalogue
from claimbook.review.change import without_places

ACCEPTED = ClaimReview(status="accepted", by="zoe", on="2026-02-03", note="checked: twice")


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_deciding_changes_one_line(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    before = file.read_text("utf-8")
    review = decide(review_path, "city-rider/bbbbbb", ACCEPTED)
    assert changed_lines(before, file.read_text("utf-8")) == [
        "-   review: {status: proposed, by: null, on: null, note: null}",
        '+   review: {status: accepted, by: zoe, on: 2026-02-03, note: "checked: twice"}',
    ]
    assert review.catalogue("city-rider").claims[1].review == ACCEPTED


def test_deciding_twice_writes_once(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    review = decide(review_path, "city-rider/bbbbbb", ACCEPTED)
    inode = file.stat().st_ino
    decide(review, "city-rider/bbbbbb", ACCEPTED)
    assert file.stat().st_ino == inode


def test_edited_fields(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    before = file.read_text("utf-8")
    edited = ACCEPTED.model_copy(update={"status": "edited", "note": None})
    claim = open_review(review_path).claims[1]
    quote = claim.quote + " and costs about 20 cents"
    decide(review_path, claim.id, edited, quote=quote, at=(claim.start, claim.start + len(quote)), population="owners")
    lines = changed_lines(before, file.read_text("utf-8"))
    assert "+   quote: A full charge takes 3-4 hours and costs about 20 cents" in lines
    assert "+   population: owners" in lines
    assert len(lines) == 7


BAD = {
    "an unknown claim": ({"claim": "city-rider/zzzzzz"}, KeyError),
    "an unknown article": ({"claim": "nowhere/bbbbbb"}, KeyError),
    "an impossible value": ({"worth": 7}, ValidationError),
    "an unknown key": ({"wroth": 1}, ValidationError),
    "a topic not posed": ({"topic": "weather"}, ReviewError),
    "a quote that is not there": ({"quote": "A full charge takes 5-6 hours"}, ReviewError),
}


@pytest.mark.parametrize(("fields", "error"), BAD.values(), ids=BAD.keys())
def test_what_would_not_load_is_not_written(
    review_path: Path, fields: dict[str, object], error: type[Exception]
) -> None:
    file = review_path / "claims/city-rider.yaml"
    before = file.read_bytes()
    claim = str(fields.pop("claim", "city-rider/bbbbbb"))
    with pytest.raises(error):
        decide(review_path, claim, ACCEPTED, **fields)
    assert file.read_bytes() == before


def test_a_second_editor_is_told(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    mine = open_review(review_path)
    decide(review_path, "city-rider/bbbbbb", ACCEPTED)
    theirs = file.read_bytes()
    with pytest.raises(ReviewChanged, match="open the review again"):
        decide(mine, "city-rider/cccccc", ACCEPTED)
    assert file.read_bytes() == theirs


def test_a_byte_order_mark_and_windows_line_breaks_survive(review_path: Path) -> None:
    file = review_path / "claims/pedal-post.yaml"
    content = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(content)
    decide(review_path, "pedal-post/dddddd", ACCEPTED)
    changed = file.read_bytes()
    assert changed.startswith(b"\xef\xbb\xbf# what")
    assert changed.count(b"\n") == changed.count(b"\r\n") == content.count(b"\r\n")


def test_all_claims_removed_and_added_again(review_path: Path) -> None:
    review = open_review(review_path)
    catalogue = review.catalogue("pedal-post")
    (review_path / "claims/relations.yaml").unlink()
    save_catalogues(review, [catalogue.model_copy(update={"claims": ()})])
    assert (review_path / "claims/pedal-post.yaml").read_text("utf-8").endswith("\nclaims: []\n")
    save_catalogues(open_review(review_path), [catalogue])
    assert open_review(review_path).catalogue("pedal-post") == catalogue


def test_a_new_catalogue_is_written_once(review_path: Path) -> None:
    file = review_path / "claims/pedal-post.yaml"
    catalogue = open_review(review_path).catalogue("pedal-post")
    with pytest.raises(ReviewChanged):
        write_catalogue(file, catalogue)
    file.unlink()
    write_catalogue(file, catalogue)
    assert without_places(open_review(review_path).catalogue("pedal-post")) == without_places(catalogue)
