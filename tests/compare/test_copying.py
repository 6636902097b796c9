"""Passages that stand in two articles: found when copied, silent on what merely speaks of the same."""

from __future__ import annotations

import time

import pytest

from claimbook.compare.copying import copied_passages

OWLS = "The owls nest in old barns and hunt at dusk, when voles leave their burrows along the hedges."
CHICKS = "Each pair raises four or five chicks in a good year, and none at all when the winter was wet."


def shared(one: str, other: str) -> list[tuple[str, str]]:
    texts = {"one": one, "other": other}
    pairs = copied_passages(texts)
    assert all(p.article == "one" and q.article == "other" for p, q in pairs)
    return [(one[p.start : p.end], other[q.start : q.end]) for p, q in pairs]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(OWLS, f"A walk.\n\n{OWLS} It was cold.", [(OWLS, OWLS)], id="word for word"),
        pytest.param(
            f"{OWLS} {CHICKS}", f"{OWLS} {CHICKS}", [(f"{OWLS} {CHICKS}",) * 2], id="two sentences, one passage"
        ),
        pytest.param(
            f"{OWLS} {CHICKS}",
            f"{CHICKS} {OWLS}",
            [(OWLS, OWLS), (CHICKS, CHICKS)],
            id="turned round, two passages",
        ),
        pytest.param(
            OWLS,
            OWLS.replace("dusk", "nightfall").replace("along", "below"),
            [(OWLS, OWLS.replace("dusk", "nightfall").replace("along", "below"))],
            id="two words changed",
        ),
        pytest.param(OWLS, CHICKS, [], id="one subject, other words"),
        pytest.param(
            OWLS, "At dusk voles leave their burrows along the hedges, and owls hunt from the barns.", [], id="retold"
        ),
        pytest.param("Owls hunt at dusk.", "Owls hunt at dusk.", [], id="too short"),
        pytest.param(f"“{OWLS}”", f"“{OWLS}”", [], id="a third person's words"),
        pytest.param("", OWLS, [], id="an empty article"),
    ],
)
def test_copied(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert shared(one, other) == expected


def test_one_article_copies_nothing_from_itself() -> None:
    assert copied_passages({"one": f"{OWLS}\n\n{OWLS}"}) == []


def test_what_every_article_says_is_a_set_phrase() -> None:
    assert copied_passages({f"article-{n}": OWLS for n in range(20)}) == []


def test_time_grows_with_the_text() -> None:
    def took(count: int) -> float:
        texts = {
            f"article-{n}": " ".join(f"Barn {n}{k} held owl {k}{n} and its mate for {k} winters." for k in range(40))
            for n in range(count)
        }
        began = time.process_time()
        copied_passages(texts)
        return time.process_time() - began

    took(5)
    assert took(120) < 12 * took(30) + 0.1
