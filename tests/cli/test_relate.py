import json

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app


def relate(lines):
    return CliRunner().invoke(app, ["relate", "--format", "jsonl"], input=lines)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Over 80% of tenants pay on time", "Over 70% of tenants pay on time", "tension"),
        ("At least 80% of tenants pay on time", "At most 60% of tenants pay on time", "contradict"),
        ("The school has 310 pupils", "The school has fewer than 900 pupils", "agree"),
        ("The school has fewer than 900 pupils", "The school has 310 pupils", "not_comparable"),
        (
            "Rail spending rose by $3.2 Billion since 2009",
            "Rail spending has risen by $3.2 billion since 2009",
            "agree",
        ),
        ("The bridge is safe", "The bridge is unsafe", "contradict"),
        ("The bridge is not safe", "The bridge is unsafe", "agree"),
        ("The bakery opened a second shop", "Wolves returned to the forest", "not_comparable"),
        ("The vaccine does not cause fever", "The vaccine causes fever", "contradict"),
    ],
)
def test_two_texts(a, b, relation):
    result = relate(json.dumps({"a": a, "b": b}) + "\n")
    row = json.loads(result.stdout)
    assert list(row) == ["line", "relation", "kind", "why"]
    assert (result.exit_code, row["line"], row["relation"]) == (0, 1, relation)


def test_every_line_is_answered_under_its_number():
    pair = json.dumps({"a": "Tea is hot", "b": "Tea is cold"})
    result = relate(f"{pair}\n\n{pair}\n")
    assert [json.loads(line)["line"] for line in result.stdout.splitlines()] == [1, 3]


@pytest.mark.parametrize("bad", ["{", "[]", '{"a": "x"}', '{"a": "x", "b": 3}', '{"a": "x", "b": " "}', "[" * 100_000])
def test_a_bad_line_is_named_and_nothing_is_printed(bad):
    result = relate('{"a": "x", "b": "y"}\n' + bad + "\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("line 2: ")


def test_no_lines_is_nothing_to_relate():
    result = relate("")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to relate" in result.stderr


def test_every_bad_line_is_named():
    bad = b'{bad\n{"a": "x y", "b": "!!!"}\n{"a": "caf\xe9 x", "b": "y z"}\n'
    result = CliRunner().invoke(app, ["relate"], input=bad)
    assert (result.exit_code, result.stdout) == (2, "")
    told = result.stderr.splitlines()
    assert [line.partition(":")[0] for line in told[:3]] == ["line 1", "line 2", "line 3"]
    assert told[2].endswith("not UTF-8")
    assert told[3] == "could not check"
