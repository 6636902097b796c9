import json

from typer.testing import CliRunner

from claimbook.cli.app import app

KEYS = ["line", "sentences", "worth", "certainty", "attribution", "quantities", "garbled"]


def annotate(data: bytes) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, ["annotate", "--format", "jsonl"], input=data)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_object_a_line_with_its_keys() -> None:
    text = "Rents 👩‍👩‍👧 rose by more than 4%. Wages may fall."
    (row,) = annotate(text.encode() + b"\n")
    assert list(row) == KEYS
    assert row["line"] == 1
    assert [text[a:b] for a, b in row["sentences"]] == ["Rents 👩‍👩‍👧 rose by more than 4%.", "Wages may fall."]
    assert (row["certainty"], row["attribution"], row["garbled"]) == ("hedged", "none", [])
    (quantity,) = row["quantities"]
    assert text[quantity["start"] : quantity["end"]] == quantity["text"]
    assert (quantity["low"], quantity["high"], quantity["bound"]) == (4, None, "more_than")
    assert 0 <= row["worth"] <= 1


def test_empty_lines_and_any_bytes_have_their_object() -> None:
    rows = annotate(b"\n \t\r\n\xff\xfe caf\xe9 costs $4.\n\xe2\x80\xa8\x00\x1b\nlast without a break")
    assert [row["line"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0] == {**rows[0], "sentences": [], "worth": 0.0, "quantities": [], "certainty": "assertive"}
    assert rows[2]["quantities"][0]["low"] == 4


def test_line_separators_inside_a_line_are_no_line_ends() -> None:
    assert len(annotate("One.\u2028Two.\x0bThree.\x85Four.\n".encode())) == 1


def test_no_input_is_nothing_to_check() -> None:
    result = CliRunner().invoke(app, ["annotate"], input=b"")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to check" in result.stderr
