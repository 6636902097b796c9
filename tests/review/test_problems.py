"""Problems: how they read, and that the documentation lists every code."""

import re
from pathlib import Path

from claimbook.review.problems import CODES, Problem, ReviewError, SourceFile, clip

ROOT = Path(__file__).parents[2]


def test_the_documentation_has_every_code_and_no_other() -> None:
    rows = re.findall(r"^\| (R\d{3}) \| ([a-z0-9-]+) \|", (ROOT / "docs/errors.md").read_text("utf-8"), re.M)
    assert dict(rows) == dict(CODES)
    assert [code for code, _ in rows] == list(CODES)


def test_every_code_is_used() -> None:
    rooms = ((ROOT / "src/claimbook" / room).glob("*.py") for room in ("review", "evidence"))
    source = "".join(path.read_text("utf-8") for room in rooms for path in room)
    assert {code for code in CODES if source.count(f'"{code}"') < 2} == set()


def test_a_problem_shows_its_line_with_a_caret() -> None:
    problem = SourceFile("claims/a.yaml", "one: 1\n\ttwo: 2\n").problem(8, "R111", "a tab")
    assert str(problem) == "claims/a.yaml:2:2: R111 a tab"
    assert problem.shown() == "claims/a.yaml:2:2: R111 a tab\n     two: 2\n     ^"


def test_a_long_line_is_cut_around_the_place() -> None:
    shown = SourceFile("a", "x" * 500 + "!" + "y" * 500).problem(500, "R110", "here").shown().splitlines()
    assert len(shown[1]) < 130
    assert shown[1][shown[2].index("^")] == "!"


def test_an_error_sorts_its_problems_and_drops_repetitions() -> None:
    first, second = Problem("a", 2, 1, "R110", "x"), Problem("a", 10, 1, "R110", "x")
    assert ReviewError([second, first, second]).problems == (first, second)


def test_clip() -> None:
    assert clip("a\n  b") == "a b"
    assert clip("abcdef", 4) == "abc…"
