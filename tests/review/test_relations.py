"""Deciding on relations: written where it belongs, comments kept, nothing dropped, nothing unsigned."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimbook.model import Relation
from claimbook.review import EditRefused, ReviewChanged, ReviewError, decide_relation, decide_relations, open_review

A, B, C, D = "city-rider/aaaaaa", "city-rider/bbbbbb", "city-rider/cccccc", "pedal-post/dddddd"


def decision(a: str = A, b: str = D, status: str = "confirmed", note: str | None = None, **fields: object) -> Relation:
    review = {"status": status, "by": "zoe", "on": "2026-02-03", "note": note}
    said = {"relation": "tension", "kind": "polarity", "why": "a toy: or not", **fields}
    return Relation.model_validate({"a": a, "b": b, "review": review, **said})


@pytest.fixture
def file(review_path: Path) -> Path:
    file = review_path / "claims" / "relations.yaml"
    file.write_text(
        "# the desk's own file\nrelations:\n"
        f"# seen on Monday\n- {{a: {A}, b: {B}, relation: agree, kind: numeric, why: same, review: null}}  # ask Ana\n"
        f"- a: {B}\n  b: {C}\n  relation: tension\n  kind: scope  # which one?\n  why: a condition\n"
        "  review: {status: confirmed, by: ana, on: null, note: null}\n",
        encoding="utf-8",
    )
    return file


def test_a_new_decision_is_added_at_the_end_and_nothing_else_changes(review_path: Path, file: Path) -> None:
    before = file.read_text("utf-8")
    review = decide_relation(review_path, decision())
    after = file.read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert after.removeprefix(before.rstrip("\n")).strip() == (
        f'- a: {A}\n  b: {D}\n  relation: tension\n  kind: polarity\n  why: "a toy: or not"\n'
        "  review: {status: confirmed, by: zoe, on: 2026-02-03, note: null}"
    )
    assert review.relations.relations[-1] == decision()


def test_a_decision_replaces_the_one_on_the_same_claims_and_keeps_comments(review_path: Path, file: Path) -> None:
    dismissed = decision(B, C, "dismissed", "two kinds of charge", relation="tension", kind="scope", why="a condition")
    review = decide_relation(review_path, dismissed)
    text = file.read_text("utf-8")
    for comment in ("# the desk's own file", "# seen on Monday", "# ask Ana", "# which one?"):
        assert comment in text
    assert "review: {status: dismissed, by: zoe, on: 2026-02-03, note: two kinds of charge}" in text
    assert len(review.relations.relations) == 2


def test_the_first_decision_makes_the_file(review_path: Path) -> None:
    file = review_path / "claims" / "relations.yaml"
    file.unlink(missing_ok=True)
    review = decide_relations(review_path, [decision(), decision(C, D)])
    assert [(r.a, r.b) for r in review.relations.relations] == [(A, D), (C, D)]
    assert file.read_text("utf-8").startswith("# What people said")


def test_the_claims_may_be_given_either_way_round(review_path: Path, file: Path) -> None:
    review = decide_relation(review_path, decision(D, A))
    assert (review.relations.relations[-1].a, review.relations.relations[-1].b) == (A, D)


def test_deciding_the_same_twice_writes_once(review_path: Path, file: Path) -> None:
    decide_relation(review_path, decision())
    inode, content = file.stat().st_ino, file.read_bytes()
    decide_relation(review_path, decision())
    assert (file.stat().st_ino, file.read_bytes()) == (inode, content)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        pytest.param(decision(status="dismissed"), ValueError, id="a dismissal without its reason"),
        pytest.param(decision().model_copy(update={"review": None}), ValueError, id="unsigned"),
        pytest.param(decision(b="pedal-post/zzzzzz"), ReviewError, id="a claim that is not there"),
        pytest.param(decision(A, A), ReviewError, id="a claim and itself"),
    ],
)
def test_what_is_refused_leaves_the_file(review_path: Path, file: Path, wrong: Relation, error: type) -> None:
    before = file.read_bytes()
    with pytest.raises(error):
        decide_relation(review_path, wrong)
    assert file.read_bytes() == before


def test_another_writer_is_not_overwritten(review_path: Path, file: Path) -> None:
    review = open_review(review_path)
    decide_relation(review_path, decision())
    before = file.read_bytes()
    with pytest.raises(ReviewChanged):
        decide_relation(review, decision(C, D))
    assert file.read_bytes() == before


def test_a_layout_that_cannot_be_changed_is_refused(review_path: Path, file: Path) -> None:
    file.write_text(f"relations: [{{a: {A}, b: {B}, relation: agree, kind: numeric, why: same, review: null}}]\n")
    before = file.read_bytes()
    with pytest.raises(EditRefused):
        decide_relation(review_path, decision())
    assert file.read_bytes() == before
