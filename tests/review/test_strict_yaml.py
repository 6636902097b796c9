"""Strict YAML: what plain values mean, what is refused, and where."""

import pytest

from claimbook.review.problems import SourceFile
from claimbook.review.strict_yaml import parse


def data(text: str) -> object:
    node, problems = parse(SourceFile("a.yaml", text))
    assert problems == []
    assert node is not None
    return node.data


def problems(text: str) -> list[str]:
    return [str(problem) for problem in parse(SourceFile("a.yaml", text))[1]]


VALUES = {
    "null": ("a: null", None), "tilde": ("a: ~", None), "nothing": ("a:", None), "quoted null": ("a: 'null'", "null"),
    "true": ("a: true", True), "False": ("a: False", False), "int": ("a: 12", 12), "plus": ("a: +12", 12),
    "leading zero is decimal": ("a: 010", 10), "octal": ("a: 0o17", 15), "hexadecimal": ("a: 0xfF", 255),
    "float": ("a: -1.50", -1.5), "exponent": ("a: 1e3", 1000.0),
    "no leading digit": ("a: .5", 0.5),
    "time of day": ("a: 12:30", "12:30"), "underscores": ("a: 1_000", "1_000"), "percent": ("a: 78%", "78%"),
    "range": ("a: 2-4", "2-4"), "version": ("a: 1.2.3", "1.2.3"), "y": ("a: y", "y"),
    "not yes": ("a: yes, sir", "yes, sir"),
    "quoted yes": ('a: "yes"', "yes"), "quoted date": ("a: '2024-01-01'", "2024-01-01"),
    "literal": ("a: |-\n  x\n   y", "x\n y"), "folded": ("a: >\n  x\n  y\n", "x y\n"),
    "list": ("a: [1, [b]]", (1, ("b",))),
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES.keys())
def test_value(text: str, value: object) -> None:
    got = data(text)
    assert isinstance(got, dict)
    assert got["a"] == value
    assert type(got["a"]) is type(value)


@pytest.mark.parametrize("key", ["on", "published", "updated", "until"])
def test_dates_stand_unquoted_in_date_fields(key: str) -> None:
    assert data(f"{{{key}: 2024-02-03}}") == {key: "2024-02-03"}


@pytest.mark.parametrize("key", ["on", "yes", "null", "12", "~", "true"])
def test_keys_are_words(key: str) -> None:
    assert data(f"{key}: 1") == {key: 1}


REFUSED = {
    "duplicate key": ("a: 1\nb: 2\na: 3", "a.yaml:3:1: R115", "first in line 1"),
    "date elsewhere": ("a: 2024-01-01", "a.yaml:1:4: R116", 'quote it, "2024-01-01"'),
    "time stamp elsewhere": ("a: [2024-01-01T10:00:00Z]", "a.yaml:1:5: R116", "quote it"),
    "yes": ("a: yes", "a.yaml:1:4: R117", 'quote it, "yes"'),
    "Off in a list": ("a: [x, Off]", "a.yaml:1:8: R117", 'quote it, "Off"'),
    "infinity": ("a: -.inf", "a.yaml:1:4: R118", "write null"),
    "not a number": ("a: .NaN", "a.yaml:1:4: R118", "write null"),
    "too large": ("a: 1e999", "a.yaml:1:4: R118", "too large"),
    "endless": ("a: " + "9" * 5000, "a.yaml:1:4: R118", "too large"),
    "anchor": ("a: &x [1]", "a.yaml:1:4: R113", "&x is an anchor"),
    "alias": ("a: *x", "a.yaml:1:4: R113", "*x is an alias"),
    "alias as key": ("*x : 1", "a.yaml:1:1: R113", "*x is an alias"),
    "merge key": ("<<: {a: 1}", "a.yaml:1:1: R113", "merge key"),
    "tag": ("a: !!str 1", "a.yaml:1:4: R114", "remove it"),
    "tag on a list": ("a: !x [1]", "a.yaml:1:4: R114", "remove it"),
    "documents": ("a: 1\n---\nb: 2", "a.yaml:2:1: R112", "second document"),
    "tab": ("a:\n\tb: 1", "a.yaml:2:1: R111", "spaces"),
    "colon": ("a: b: c", "a.yaml:1:5: R110", "must be quoted"),
    "at sign": ("a: @b", "a.yaml:1:4: R110", "must be quoted"),
    "open quote": ("a: 'b\nc: 1\n", "a.yaml:1:4: R110", "not closed"),
    "open bracket": ("a: [b\nc: 1\n", "a.yaml:2:2: R110", "bracket"),
    "list as key": ("? [a]\n: 1", "a.yaml:1:3: R110", "a key must be one word"),
    "control character": ("a: b\x07", "a.yaml:1:5: R119", "U+0007"),
    "empty": ("", "a.yaml:1:1: R106", "empty"),
    "only comments": ("# x\n", "a.yaml:1:1: R106", "empty"),
    "only null": ("~", "a.yaml:1:1: R106", "empty"),
}


@pytest.mark.parametrize(("text", "start", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(text: str, start: str, said: str) -> None:
    [problem] = problems(text)
    assert problem.startswith(start)
    assert said in problem


def test_all_problems_before_a_broken_place_are_told() -> None:
    codes = [problem.split()[1] for problem in problems("a: yes\nb: 2024-01-01\na: 1\nc: [\n")]
    assert codes == ["R117", "R116", "R115", "R110"]


def test_places_count_code_points_and_line_feeds() -> None:
    text = 'a: "🚲 \u2028 é"\nb: yes\n'
    assert problems(text) == ['a.yaml:2:4: R117 yes is read as true or false by other programs: quote it, "yes"']


def test_nodes_know_where_they_stand() -> None:
    text = "a: [1, 'b']  # c\nd: |\n  e\n\n# f\ng:\n- h: 1\n  i: j  # k\n"
    node, _ = parse(SourceFile("a.yaml", text))
    assert node is not None
    spans = {path: node.find(*path) for path in [("a",), ("a", 1), ("d",), ("g",), ("g", 0, "i")]}
    shown = {path: text[found.start : found.end] for path, found in spans.items() if found}
    assert shown == {
        ("a",): "[1, 'b']",
        ("a", 1): "'b'",
        ("d",): "|\n  e",
        ("g",): "- h: 1\n  i: j",
        ("g", 0, "i"): "j",
    }
    assert node.find("a", 7) is None
    assert node.find("x", "y") is None


@pytest.mark.parametrize("text", ["[" * 500_000, "{a: " * 200_000, "- " * 200_000], ids=["lists", "mappings", "items"])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    [problem] = problems(text)
    assert "R110 nested too deeply" in problem
