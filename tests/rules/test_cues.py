"""Phrases of word lists match as words, over any white space, with either apostrophe, in linear time."""

from __future__ import annotations

import time

import pytest

from claimbook.rules.cues import compile_cues, find_cues, has_cue


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        pytest.param("no risk", "There is no\n risk here", True, id="any white space"),
        pytest.param("isn't", "It isn’t so", True, id="either apostrophe"),
        pytest.param("cure", "secure", False, id="a word begins at a border"),
        pytest.param("cure", "cured", False, id="a word ends at a border"),
        pytest.param("trials?", "trials", True, id="an optional letter"),
        pytest.param("trials?", "trialled", False, id="an optional letter at a border"),
        pytest.param(r"\[[0-9]+\]", "so it was [12], they say", True, id="an escaped bracket ends nothing"),
        pytest.param("100 ?%", "100%", True, id="an optional space"),
    ],
)
def test_phrases_match_words(phrase: str, text: str, expected: bool) -> None:
    assert has_cue(compile_cues([phrase]), text) is expected


def test_case_counts_where_asked() -> None:
    assert not has_cue(compile_cues(["WHO"], any_case=False), "those who know")


def test_offsets_are_code_points_and_a_group_marks_the_span() -> None:
    text = "é𝄞 in a survey of bees"
    [(start, end)] = find_cues(compile_cues(["in (an? survey)"]), text)
    assert text[start:end] == "a survey"


def test_a_hostile_text_takes_linear_time() -> None:
    from claimbook.rules.studies import introduced_studies

    def seconds(text: str) -> float:
        began = time.process_time()
        list(introduced_studies(text))
        return time.process_time() - began

    seconds("warm up")
    short = "a new and a new and " * 2_000
    # Eight times the text may take about eight times as long; a quadratic search would take sixty-four.
    assert seconds(short * 8) < 30 * max(seconds(short), 0.005)
