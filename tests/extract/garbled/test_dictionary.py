"""An editor's dictionary is read whole or refused with every problem at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimbook.extract.garbled import DictionaryError, load_dictionary


def written(folder: Path, data: bytes) -> Path:
    path = folder / "own.csv"
    path.write_bytes(data)
    return path


def test_a_dictionary_with_a_mark_and_quotes(tmp_path: Path) -> None:
    data = (
        '\ufeffphrase,meaning\r\n"haze, registering",cloud computing\r\n\r\nheart sickness,heart disease\r\n'.encode()
    )
    dictionary = load_dictionary(written(tmp_path, data))
    assert dictionary.meanings[("heart", "sickness")] == "heart disease"
    assert dictionary.longest == 3


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"", ["1:1: the first line must be “phrase,meaning”"]),
        (b"term,meaning\n", ["1:1: the first line must be “phrase,meaning”"]),
        (b"phrase,meaning\n,x\nab,\n", ["2:1: the phrase is empty", "3:4: the meaning is empty"]),
        (b"phrase,meaning\nab,c,d\n", ["2:1: 3 columns, not 2"]),
        (b"phrase,meaning\nab,c\nab,d\n", ["3:1: “ab” has another meaning above"]),
        (b'phrase,meaning\nab,"c', ["2:1: not CSV: unexpected end of data"]),
        (b"phrase,meaning\n\xff,x\n", ["2:1: not UTF-8 text"]),
    ],
    ids=["empty", "header", "empty cells", "columns", "two meanings", "open quote", "bytes"],
)  # fmt: skip
def test_problems_are_named_at_their_place(tmp_path: Path, data: bytes, problems: list[str]) -> None:
    path = written(tmp_path, data)
    with pytest.raises(DictionaryError) as caught:
        load_dictionary(path)
    assert caught.value.problems == [f"{path}:{problem}" for problem in problems]


def test_a_missing_dictionary(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match="no such file"):
        load_dictionary(tmp_path / "none.csv")
