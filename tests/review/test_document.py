"""Changing a YAML file in place: every character that was not asked to change stays."""

from typing import Any

import pytest

from claimbook.review.document import Document, EditRefused
from claimbook.review.problems import SourceFile
from claimbook.review.strict_yaml import Node, parse


def root(text: str) -> Node:
    node, problems = parse(SourceFile("a.yaml", text))
    assert node is not None
    assert problems == []
    return node


def updated(text: str, new: dict[str, Any]) -> str:
    node = root(text)
    document = Document(text)
    document.update(node, node.data, new)
    return document.text()


UPDATES = {
    "a value": ("a: 1 # one\nb: 'x'\n", {"a": 2, "b": "x"}, "a: 2 # one\nb: 'x'\n"),
    "nothing": ("a:   [1,2]\n", {"a": [1, 2]}, "a:   [1,2]\n"),
    "a quoted value": ("a: 'x'  # c\n", {"a": "y: z"}, 'a: "y: z"  # c\n'),
    "an empty value": ("a:\nb: 1\n", {"a": "x", "b": 1}, "a: x\nb: 1\n"),
    "an empty value in brackets": ("{a: , b: 1}", {"a": "x", "b": 1}, "{a: x, b: 1}"),
    "in brackets": ("a: {b: 1, c: [2, 3]} # c\n", {"a": {"b": "x, y", "c": [2, 4]}}, 'a: {b: "x, y", c: [2, 4]} # c\n'),
    "in a block mapping": ("a:\n  # c\n  b: 1\n\n  c: 2\n", {"a": {"b": 1, "c": 3}}, "a:\n  # c\n  b: 1\n\n  c: 3\n"),
    "in a block list": ("a:\n- 1 # one\n- 2\n", {"a": [1, 3]}, "a:\n- 1 # one\n- 3\n"),
    "a literal by a line": ("a: |-\n  x\n  y\n\n# c\nb: 1\n", {"a": "z", "b": 1}, "a: z\n\n# c\nb: 1\n"),
    "a line by a literal": ("- a: x\n  b: 1\n", {"a": "x\ny", "b": 1}, "- a: |-\n    x\n    y\n  b: 1\n"),
    "no literal before a comment": ("a: x # c\n", {"a": "x\ny"}, 'a: "x\\ny" # c\n'),
    "a list that grows": ("a:\n- 1\n- 2 # c\nb: 1\n", {"a": [1, 2, 3], "b": 1}, "a: [1, 2, 3] # c\nb: 1\n"),
    "a list with a comment inside": ("a:\n- 1 # c\n- 2\nb: 1\n", {"a": [], "b": 1}, "a: []\n# c\nb: 1\n"),
    "behind a comment": ("a: # c\n- 1\nb: 1\n", {"a": [], "b": 1}, "a: # c\n []\nb: 1\n"),
    "a new key": ("a: 1 # c\nc: 3\n", {"a": 1, "b": 2, "c": 3}, "a: 1 # c\nb: 2\nc: 3\n"),
    "a new key in brackets": ("{a: 1, c: 3}", {"a": 1, "b": 2, "c": 3}, "{a: 1, b: 2, c: 3}"),
    "a new key behind a literal": ("a: |\n  x\n\n# c\n", {"a": "x\n", "b": 2}, "a: |\n  x\nb: 2\n\n# c\n"),
    "a key no longer needed": ("a: [1]\nb: 1\n", {"b": 1}, "a: []\nb: 1\n"),
    "Windows line breaks": ("a: 1\r\nb: 2\r\n", {"a": "x\ny", "b": 2}, "a: |-\r\n  x\r\n  y\r\nb: 2\r\n"),
}


@pytest.mark.parametrize(("text", "new", "expected"), UPDATES.values(), ids=UPDATES.keys())
def test_update(text: str, new: dict[str, Any], expected: str) -> None:
    if text.startswith("- "):
        node = root(text).items[0]
        document = Document(text)
        document.update(node, node.data, new)
        got = document.text()
    else:
        got = updated(text, new)
    assert got == expected
    root(got)


def test_a_comment_inside_brackets_is_not_lost() -> None:
    with pytest.raises(EditRefused, match="a comment stands inside the value of b"):
        updated("{a: 1, b: [1, # c\n 2]}", {"a": 1, "b": []})


LIST = "# top\nc:\n# of x\n- id: x # x\n  # deeper\n\n# of y\n- id: y\n"

INSERTS = {
    "first": (LIST, 0, "# top\nc:\n- id: n\n  m: 1\n# of x\n- id: x # x\n  # deeper\n\n# of y\n- id: y\n"),
    "between": (LIST, 1, "# top\nc:\n# of x\n- id: x # x\n  # deeper\n- id: n\n  m: 1\n\n# of y\n- id: y\n"),
    "last": (LIST, 2, f"{LIST[:-1]}\n- id: n\n  m: 1\n"),
    "no line break at the end": ("c:\n- id: x", 1, "c:\n- id: x\n- id: n\n  m: 1"),
    "into an empty list": ("c: []\n", 0, "c:\n- id: n\n  m: 1\n"),
    "indented": ("c:\n  - id: x\n", 1, "c:\n  - id: x\n  - id: n\n    m: 1\n"),
}


@pytest.mark.parametrize(("text", "index", "expected"), INSERTS.values(), ids=INSERTS.keys())
def test_insert(text: str, index: int, expected: str) -> None:
    document = Document(text)
    document.insert_items(root(text), "c", index, ["- id: n\n  m: 1"])
    assert document.text() == expected


def test_remove() -> None:
    text = "c:\n- id: x\n  a: 1 # c\n\n# of y\n- id: y\n- id: z\n"
    document = Document(text)
    document.remove_items(root(text), "c", [0, 2])
    assert document.text() == "c:\n\n# of y\n- id: y\n"


def test_a_list_in_brackets_is_refused() -> None:
    text = "c: [{id: x}]\n"
    with pytest.raises(EditRefused, match="does not begin on the line of its dash"):
        Document(text).insert_items(root(text), "c", 1, ["- id: n"])


COMMENTED = {
    "beside": ("c:\n- id: x # c\n- id: y\n", [True, False]),
    "inside": ("c:\n- id: x\n  # c\n  a: 1\n- id: y\n", [True, False]),
    "above": ("c:\n- id: x\n# c\n- id: y\n", [False, True]),
    "above, with a blank line between": ("c:\n- id: x\n# c\n\n- id: y\n", [False, False]),
    "below, deeper": ("c:\n- id: x\n  # c\n\n- id: y\n", [True, False]),
    "a hash in a text": ("c:\n- id: 'x # y'\n  a: b#c\n- id: |-\n    # y\n", [False, False]),
    "at the head of a literal": ("c:\n- id: |- # c\n    x\n- id: y\n", [True, False]),
}


@pytest.mark.parametrize(("text", "commented"), COMMENTED.values(), ids=COMMENTED.keys())
def test_comments_belong_to_items(text: str, commented: list[bool]) -> None:
    node = root(text).children["c"]
    assert [Document(text).commented(node, index) for index in range(2)] == commented
