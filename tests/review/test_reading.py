"""Reading one file: what stops it before its content counts, and how the model's words become an editor's."""

from pathlib import Path

import pytest

from claimbook.model import Topics, Waivers
from claimbook.review import ReviewError, strict_yaml
from claimbook.review.reading import interpret, load, read
from claimbook.review.shape import did_you_mean


def said(path: Path) -> list[str]:
    return [str(problem).removeprefix(str(path)) for problem in read(path, Topics).problems]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert said(tmp_path)[0].startswith(":1:1: R103 cannot be read: Is a directory")


def test_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("topics: []\n")
    monkeypatch.setattr(strict_yaml, "LIMIT", 5)
    assert said(path)[0].startswith(":1:1: R104 larger than")


NOT_UTF_8 = {
    "latin": (b"topics:\n- caf\xe9\n", ":2:6: R105 byte 0xE9 is not UTF-8: save it as UTF-8"),
    "cut off": (b"a\xc3", ":1:2: R105 byte 0xC3 is not UTF-8: save it as UTF-8"),
}


@pytest.mark.parametrize(("content", "problem"), NOT_UTF_8.values(), ids=NOT_UTF_8.keys())
def test_a_file_that_is_not_utf_8(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert said(path) == [problem]


def test_load_gives_the_model_or_raises(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("topics:\n- id: cost\n  question: How dear?\n")
    assert load(path, Topics).topics[0].id == "cost"
    path.write_text("topics:\n- id: cost\n")
    with pytest.raises(ReviewError, match=r'a\.yaml:2:3: R121 the key "question" is missing: add it'):
        load(path, Topics)


WORDED = {
    "no list": ("topics: cost", "1:9: R122 topics: cost is not a list, [ ]"),
    "no mapping": ("[1]", "1:1: R122 a list is not keys with values"),
    "null for a list": ("topics:", "1:8: R122 topics: null is not a list, [ ]"),
    "an item that is no mapping": ("topics: [cost]", "1:10: R122 topics: cost is not keys with values"),
    "a boolean as text": ("topics: [{id: true, question: x}]", '1:15: R122 id: true is a text here: quote it, "true"'),
    "a figure as written": ("topics: [{id: 007, question: x}]", '1:15: R122 id: 007 is a text here: quote it, "007"'),
    "an empty text": ("topics: [{id: '', question: x}]", "1:15: R122 id: the text is empty"),
    "deep inside": (
        "topics:\n- id: a\n  question: b\n  opposed: [{a: x, b: y, relation: clash, why: z}]",
        "4:36: R122 relation: clash is none of contradict, tension",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), WORDED.values(), ids=WORDED.keys())
def test_worded(text: str, problem: str) -> None:
    problems = interpret(Path("a.yaml"), text.encode(), Topics).problems
    assert [str(found).removeprefix("a.yaml:") for found in problems] == [problem]


def test_figures_are_no_texts_and_texts_no_figures() -> None:
    text = "waivers: [{code: 1, claim: a/b, reason: x, by: y}]"
    [problem] = interpret(Path("a.yaml"), text.encode(), Waivers).problems
    assert problem.code == "R122"


def test_did_you_mean() -> None:
    assert did_you_mean("questoin", ["id", "question"]) == "; did you mean question?"
    assert did_you_mean("xyz", ["id", "question"]) == ""
