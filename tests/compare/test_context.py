"""What stands around a claim: found once per block, however many claims stand in it."""

import pytest

from claimbook.compare.context import read_contexts
from claimbook.extract import extract_claims
from claimbook.text.blocks import Block

TEXT = """\
# Ferries

In 2019 the line carried 40,000 people. It lost 12% of them in 2020. By 2021, 30,000 people used it.
"""


def test_a_claim_knows_its_heading_and_the_sentence_before() -> None:
    claims = extract_claims("ferries", TEXT)
    found = read_contexts(claims, {"ferries": TEXT})
    second = next(claim for claim in claims if "12%" in claim.quote)
    assert found[second.id].heading == "Ferries"
    assert found[second.id].before == "In 2019 the line carried 40,000 people."


def test_a_block_is_cut_into_sentences_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = Block.sentences
    times = []

    def counted(block: Block, text: str) -> list[tuple[int, int]]:
        times.append(block.start)
        return cut(block, text)

    claims = extract_claims("ferries", TEXT)
    monkeypatch.setattr(Block, "sentences", counted)
    read_contexts(claims, {"ferries": TEXT})
    assert len(claims) > 2
    assert len(times) == len(set(times))
