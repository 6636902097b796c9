"""The rules work on what the machine extracts, not only on claims written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.extract import extract_claims
from claimbook.extract.sources import Source, Sources
from claimbook.rules import check

EXAMPLES = Path(__file__).parent / "examples"
# Examples that turn on what only a person can say.
BY_HAND = {"published", "interests", "decided", "relation", "waivers"}
FLOOR = 0.95


def plain_examples(code: str) -> list[tuple[bool, dict[str, Any]]]:
    both = yaml.safe_load((EXAMPLES / f"{code}.yaml").read_text(encoding="utf-8"))
    return [(side == "fires", e) for side in ("fires", "silent") for e in both[side] if not BY_HAND & e.keys()]


@pytest.mark.parametrize("code", ["S101", "S102", "S103", "A201", "A202", "L501", "L502", "P602", "P603"])
def test_extracted_claims_give_the_same_findings(code: str) -> None:
    wrong, examples = [], plain_examples(code)
    for fires, example in examples:
        text = example["text"].strip()
        source = Source("article", Path("article.txt"), text, tuple(extract_claims("article", text)))
        if bool(check(Sources((source,)), [], select={code})) is not fires:
            wrong.append(example["name"])
    assert len(wrong) <= (1 - FLOOR) * len(examples) + 1, wrong
