from __future__ import annotations

import numpy as np
import pytest

from claimbook.extract.encoder import WIDTH, encoded


def _near(a: str, b: str) -> float:
    x, y = encoded(a), encoded(b)
    return float(x @ y / np.sqrt((x @ x) * (y @ y)))


def test_a_sentence_is_nearer_to_its_rewording_than_to_another() -> None:
    said = "The council repaired the old bridge."
    assert _near(said, "The town mended its ancient bridge.") > _near(said, "Sales of oranges fell last winter.")


def test_the_order_of_words_is_heard() -> None:
    assert _near("The dog bit the man.", "The man bit the dog.") < 0.9999


@pytest.mark.parametrize("text", ["", "…", "漢字 اللغة 🙂", "x" * 100_000, "tax " * 5000, "e\u0301" * 300])
def test_any_text_gives_as_many_numbers_each_time_the_same(text: str) -> None:
    found = encoded(text)
    assert found.shape == (WIDTH,)
    assert np.isfinite(found).all()
    assert (found == encoded(text)).all()


def test_case_and_accents_do_not_matter() -> None:
    assert (encoded("CAFÉ PRICES ROSE") == encoded("cafe prices rose")).all()


def test_words_past_the_longest_text_change_nothing() -> None:
    start = "rent " * 200
    assert (encoded(start) == encoded(start + "and then much more")).all()
