"""Opening a review: what it holds, and what each mistake on disk is answered with."""

from pathlib import Path

import pytest

from claimbook.review import ReviewError, is_review, open_review


def problems_of(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(ReviewError) as caught:
        open_review(path)
    return [(problem.code, problem.message) for problem in caught.value.problems]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text, old
    path.write_bytes(text.replace(old, new, 1).encode())


def test_a_valid_review_opens_whole(review_path: Path) -> None:
    review = open_review(review_path)
    assert [catalogue.article.id for catalogue in review.catalogues] == ["city-rider", "pedal-post"]
    assert [claim.id[-6:] for claim in review.claims] == ["aaaaaa", "bbbbbb", "cccccc", "dddddd"]
    assert review.texts["city-rider"].count("\r\n") == 1
    assert review.catalogue("pedal-post").claims[1].review.status == "rejected"
    assert len(review.topics.topics) == 2
    assert review.relations.relations[0].review is not None
    assert review.waivers.waivers[0].until == "2027-01-01"


def test_repeated_quantities_map_in_order(review_path: Path) -> None:
    review = open_review(review_path)
    text = review.texts["city-rider"]
    quantities = review.claims[2].quantities
    assert [text[quantity.start : quantity.end] for quantity in quantities] == ["800 charges", "800 charges"]
    assert quantities[0].start is not None
    assert quantities[1].start is not None
    assert quantities[0].start < quantities[1].start


def test_the_shared_files_are_optional(review_path: Path) -> None:
    for name in ("relations.yaml", "waivers.yaml"):
        (review_path / "claims" / name).unlink()
    assert open_review(review_path).relations.relations == ()


def test_is_review(review_path: Path, tmp_path: Path) -> None:
    assert is_review(review_path)
    assert not is_review(review_path / "claims")
    assert not is_review(tmp_path / "nowhere")
    (tmp_path / "new" / "claims" / "articles").mkdir(parents=True)
    assert is_review(tmp_path / "new")


CITY, POST = "city-rider.yaml", "pedal-post.yaml"
MISTAKES = {
    "unknown key": (CITY, "  kind: statistic", "  knid: x\n  kind: statistic", "R120", '"knid"; did you mean kind?'),
    "missing key": (CITY, "  worth: 3\n", "", "R121", 'the key "worth" is missing: add it'),
    "missing nullable": (CITY, "  url: null\n", "", "R121", '"url" is missing: add it (null where the text'),
    "wrong word": (CITY, "kind: statistic", "kind: statistics", "R122", "did you mean statistic?"),
    "wrong figure": (CITY, "low: 62", "low: many", "R122", "low: many is not a figure or null"),
    "figure as text": (CITY, "text: 62%", "text: 62", "R122", 'text: 62 is a text here: quote it, "62"'),
    "low above high": (CITY, "low: 62", "low: 70", "R122", "low 70 is above high 62"),
    "impossible date": (CITY, "2025-03-09", "2025-02-30", "R122", "published: day"),
    "odd date": (CITY, "2025-03-09", "2025-3-9", "R122", "published: 2025-3-9 is not a date, YYYY-MM-DD"),
    "unsigned decision": (CITY, "{status: accepted, by: ana", "{status: accepted, by: null", "R122", "needs `by`"),
    "no list": (CITY, "quantities: [{", "quantities: {a: [{", "R110", "did not find expected"),
    "missing article": (CITY, "articles/city-rider.txt", "articles/city-ridr.txt", "R131", "to city-rider.txt?"),
    "article outside": (CITY, "articles/city-rider.txt", "../../secret.txt", "R133", "must lie in claims/articles"),
    "misplaced quote": (CITY, "[42, 83]", "[41, 82]", "R140", "the quote stands at [42, 83]: correct `at`"),
    "wrong span": (CITY, "[42, 83]", "[42, 84]", "R140", "the quote stands at [42, 83]"),
    "changed digit": (CITY, '"62% of owners', '"63% of owners', "R141", "the quote is not in the text; nearest: "),
    "quantity elsewhere": (CITY, "text: 62%", "text: 64%", "R142", '"64%" does not stand in the quote'),
    "unknown topic": (CITY, "topic: cost", "topic: csot", "R143", "did you mean cost?"),
    "foreign claim": (CITY, "city-rider/aaaaaa", "city/aaaaaa", "R145", "does not begin with the id of its article"),
    "duplicate claim": (CITY, "city-rider/bbbbbb", "city-rider/aaaaaa", "R144", "city-rider.yaml:13"),
    "duplicate article": (POST, "  id: pedal-post", "  id: city-rider", "R134", "city-rider.yaml:3"),
    "unknown waived claim": ("waivers.yaml", "rider/bbbbbb", "rider/bbbbbx", "R150", "did you mean city-rider/bbbbbb?"),
    "unknown related claim": ("relations.yaml", "rider/aaaaaa", "rider/zzzzzz", "R150", "no claim has the id"),
    "relation order": ("relations.yaml", "a: city-rider/aaaaaa", "a: pedal-post/eeeeee", "R151", "swap them"),
    "relation to itself": ("relations.yaml", "a: city-rider/aaaaaa", "a: pedal-post/dddddd", "R151", "are one"),
    "duplicate topic": ("topics.yaml", "id: health", "id: cost", "R146", "a second time"),
    "unknown related topic": ("topics.yaml", "[cost]", "[coast]", "R143", "did you mean cost?"),
}


@pytest.mark.parametrize(("name", "old", "new", "code", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_each_mistake_has_its_own_error(
    review_path: Path, name: str, old: str, new: str, code: str, message: str
) -> None:
    file = review_path / "claims" / name
    change(file, old, new)
    before = {path: path.read_bytes() for path in review_path.rglob("*") if path.is_file()}
    found = problems_of(review_path)
    assert any(code == got and message in said for got, said in found), found
    assert not any("`at` spans" in said for _, said in found)
    assert before == {path: path.read_bytes() for path in review_path.rglob("*") if path.is_file()}


def test_a_changed_article_is_told_by_its_checksum_and_by_each_quote(review_path: Path) -> None:
    article = review_path / "claims/articles/city-rider.txt"
    article.write_bytes(b"New. " + article.read_bytes().replace(b"3-4", b"5-6"))
    found = problems_of(review_path)
    assert [code for code, _ in found] == ["R132", "R140", "R141", "R140"]


def test_a_missing_article(review_path: Path) -> None:
    (review_path / "claims/articles/city-rider.txt").unlink()
    assert problems_of(review_path) == [("R130", "articles/city-rider.txt is not there: put the article back")]


def test_an_article_without_catalogue(review_path: Path) -> None:
    (review_path / "claims/articles/new.txt").write_text("E-bikes are legal.")
    (review_path / "claims/articles/README.md").write_text("notes")
    assert [code for code, _ in problems_of(review_path)] == ["R135"]


def test_an_article_that_is_not_utf_8(review_path: Path) -> None:
    (review_path / "claims/articles/city-rider.txt").write_bytes(b"caf\xe9")
    assert [code for code, _ in problems_of(review_path)] == ["R105", "R132"]


def test_a_rejected_claim_need_not_stand_in_the_text(review_path: Path) -> None:
    change(review_path / "claims" / POST, "2,500", "2,600")
    review = open_review(review_path)
    assert [claim.id for claim in review.orphans] == ["pedal-post/eeeeee"]


def test_all_problems_of_all_files_come_at_once(review_path: Path) -> None:
    change(review_path / "claims" / CITY, "  kind: statistic", "  kind: statistics")
    change(review_path / "claims" / CITY, "topic: cost", "topic: coast")
    change(review_path / "claims" / POST, "[0, 20]", "[1, 21]")
    change(review_path / "claims" / "topics.yaml", "question: Healthy", "qestion: Healthy")
    (review_path / "claims" / "waivers.yaml").write_text("waivers:\n\t- x\n")
    (review_path / "claims" / "old.yml").write_text("x: 1\n")
    codes = [code for code, _ in problems_of(review_path)]
    assert codes == ["R122", "R143", "R107", "R140", "R121", "R120", "R111"]


FOLDERS = {
    "missing": ((), "gone", "R101", "there is no such folder"),
    "a file": (("note.txt",), "note.txt", "R101", "a file, not a review"),
    "empty": (("empty/",), "empty", "R102", "the folder is empty"),
    "no claims": (("other/x.txt",), "other", "R101", "there is no claims/ inside"),
    "the claims folder itself": (("r/claims/articles/a.txt",), "r/claims", "R101", "give the folder above it"),
    "nothing in claims": (("bare/claims/articles/",), "bare", "R102", "no catalogue and no article"),
}


@pytest.mark.parametrize(("paths", "opened", "code", "message"), FOLDERS.values(), ids=FOLDERS.keys())
def test_folders_that_are_no_review(
    tmp_path: Path, paths: tuple[str, ...], opened: str, code: str, message: str
) -> None:
    for path in paths:
        target = tmp_path / path
        (target if path.endswith("/") else target.parent).mkdir(parents=True, exist_ok=True)
        if not path.endswith("/"):
            target.write_text("x")
    [(got, said)] = problems_of(tmp_path / opened)
    assert got == code
    assert message in said
