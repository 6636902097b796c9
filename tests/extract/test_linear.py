from __future__ import annotations

import pytest

from claimbook.extract.linear import BIAS, Spelling, points, spellings, weights_of


@pytest.mark.parametrize("name", ["worth_model", "hedge_model"])
def test_a_model_is_whole_thousandths_with_a_bias(name: str) -> None:
    weights = weights_of(name)
    assert BIAS in weights
    assert len(weights) > 1000
    assert all(feature and "\t" not in feature for feature in weights)


def test_an_unknown_feature_weighs_nothing() -> None:
    assert points({"w rent": 120, "w tax": -20}, ["w rent", "w tax", "w zebra"]) == 100


def test_spellings_are_the_runs_of_a_padded_word_each_once() -> None:
    assert spellings("aa") == ["c  a", "c  aa", "c  aa ", "c a ", "c aa", "c aa "]


def test_a_very_long_word_costs_no_more_than_its_beginning() -> None:
    assert spellings("x" * 100_000) == spellings("x" * 40)


def test_spelling_counts_a_word_once_however_often_it_stands() -> None:
    spelling = Spelling({"c ab": 7, "c cd": 1})
    assert spelling.points("ab cd ab") == (8, len(spellings("ab")) + len(spellings("cd")))
    assert spelling.points("cd ab") == spelling.points("ab cd ab")
    assert spelling.points("") == (0, 0)
