"""No text makes the rules slow: what they ask grows with the text and not with its square."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from claimbook.extract.quantities import find_quantities
from claimbook.extract.sources import Source, Sources
from claimbook.model import Attribution, Claim
from claimbook.rules import run

PIECES = {
    "one endless sentence": "a study of 55 people found that 40% of the shops are proven to be safe and ",
    "studies nobody names": "A survey of 1,200 shops found that 40% have closed. ",
    "headings": "# Proven benefits\n\nThe study found 40% of shops.\n\n",
    "brackets": "([“'([“' 10% (A (A (A ",
}


def seconds(piece: str, times: int) -> float:
    text = piece * times
    claims = []
    for number in range(times):
        start = number * len(piece)
        quote = piece.strip()
        if text[start : start + len(quote)] == quote:
            quantities = tuple(find_quantities(text, start, start + len(quote)))
            claims.append(
                Claim(
                    id=f"a/{number:06}",
                    quote=quote,
                    at=(start, start + len(quote)),
                    kind="statistic",
                    quantities=quantities,
                    attribution=Attribution(level="vague", text="study" if "study" in quote else quote[:3]),
                    worth=2,
                )
            )
    began = time.process_time()
    run(Sources((Source("a", Path("a.txt"), text, tuple(claims)),)), [])
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_eight_times_the_text_takes_about_eight_times_as_long(piece: str) -> None:
    seconds(piece, 20)
    # the quickest of three: a busy machine makes one of them slow, and none too quick
    few, many = (min(seconds(piece, times) for _ in range(3)) for times in (50, 400))
    assert many < 24 * max(few, 0.02)
