"""A reader's judgement is written where it belongs, and nothing else of the file changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimbook.evidence.assessing import assess
from claimbook.evidence.nouns import Assessment
from claimbook.evidence.shelf import open_evidence
from claimbook.review import ReviewChanged, ReviewError, open_review

FILE = "evidence/assessments/tea.yaml"
Make = Callable[..., Assessment]


def test_a_second_readers_judgement_goes_behind_the_first(review_path: Path, make_assessment: Make) -> None:
    file, review = review_path / FILE, open_review(review_path)
    before = file.read_text() + "# a last remark\n"
    file.write_text(before)
    said = make_assessment("contradicts", claim="tea/aaaaaa", against=("moe-2003",), by="Ben", on="2026-02-01")
    assess(review, said)
    assert file.read_text().startswith(before.removesuffix("# a last remark\n"))
    assert "# a last remark\n" in file.read_text()
    assert open_evidence(review).of("tea/aaaaaa")[1] == said


def test_ones_own_judgement_changes_in_place_and_keeps_its_comments(review_path: Path, make_assessment: Make) -> None:
    file, review = review_path / FILE, open_review(review_path)
    text = file.read_text().replace("  why: Half", "  # asked the author\n  searched: tea, pressure\n  why: Half")
    file.write_text(text)
    assess(review, make_assessment("contradicts", claim="tea/aaaaaa", against=("moe-2003",), on="2026-02-01"))
    after = file.read_text()
    assert "# asked the author\n  searched: tea, pressure\n" in after
    (said,) = open_evidence(review).of("tea/aaaaaa")
    assert (said.verdict, said.supporting, said.against, said.searched) == (
        "contradicts",
        (),
        ("moe-2003",),
        "tea, pressure",
    )


def test_the_first_judgement_of_an_article_makes_its_file(review_path: Path, make_assessment: Make) -> None:
    (review_path / FILE).unlink()
    (review_path / FILE).parent.rmdir()
    assess(open_review(review_path), make_assessment("not found", claim="tea/cccccc"))
    assert [one.claim for one in open_evidence(open_review(review_path)).assessments] == ["tea/cccccc"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"claim": "tea/aaaaaa", "supporting": ("gone-1999",)}, "R164"),
        ({"claim": "tea/zzzzzz", "supporting": ("moe-2003",)}, "R150"),
        ({"claim": "tea/bbbbbb", "quote": "not its words", "supporting": ("moe-2003",)}, "R165"),
    ],
    ids=["no such record", "no such claim", "not the claim's words"],
)
def test_what_would_not_verify_is_not_written(
    review_path: Path, make_assessment: Make, values: dict[str, object], code: str
) -> None:
    before = (review_path / FILE).read_bytes()
    with pytest.raises(ReviewError, match=code):
        assess(open_review(review_path), make_assessment("supports", **values))
    assert (review_path / FILE).read_bytes() == before


def test_saying_the_same_again_is_refused(review_path: Path, make_assessment: Make) -> None:
    review = open_review(review_path)
    said = make_assessment("not found", claim="tea/cccccc")
    assess(review, said)
    with pytest.raises(ValueError, match="judged tea/cccccc so already"):
        assess(review, said)


def test_a_writer_in_between_is_not_written_over(
    review_path: Path, make_assessment: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimbook.evidence import assessing

    file = review_path / FILE
    held = assessing.read_evidence
    monkeypatch.setattr(
        assessing, "read_evidence", lambda path: (file.write_text(file.read_text() + "\n"), held(path))[1]
    )
    with pytest.raises(ReviewChanged):
        assess(open_review(review_path), make_assessment("not found", claim="tea/cccccc"))
    assert "cccccc" not in file.read_text()
