"""Every rule fires where its examples say it must, stays silent where they say it must not, and has its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.model import Finding
from claimbook.rules.pages import page_name, table
from claimbook.rules.registry import rules
from claimbook.rules.rule import Rule

EXAMPLES = Path(__file__).parent / "examples"
PAGES = Path(__file__).parents[2] / "docs" / "rules"
SECTIONS = ["What it finds", "Why it matters", "Fires on", "Does not fire on", "Write instead", "Limits", "Authority"]


def examples_of(code: str) -> dict[str, list[dict[str, Any]]]:
    return yaml.safe_load((EXAMPLES / f"{code}.yaml").read_text(encoding="utf-8"))


def cases(side: str) -> list[Any]:
    return [
        pytest.param(path.stem, example, id=f"{path.stem} {example['name']}")
        for path in sorted(EXAMPLES.glob("*.yaml"))
        for example in examples_of(path.stem)[side]
    ]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_has_three_examples_on_each_side(rule: Rule) -> None:
    examples = examples_of(rule.code)
    assert len(examples["fires"]) >= 3
    assert len(examples["silent"]) >= 3


@pytest.mark.parametrize(("code", "example"), cases("fires"))
def test_it_fires(code: str, example: dict[str, Any], findings: Callable[..., list[Finding]]) -> None:
    found = findings(example, code)
    assert len(found) == example.get("count", 1), [finding.message for finding in found]
    assert all(finding.severity == example.get("severity", finding.severity) for finding in found)
    assert all(example.get("says", "") in finding.message for finding in found)
    if "at" in example:
        assert [finding.quote for finding in found] == [example["at"]]


@pytest.mark.parametrize(("code", "example"), cases("silent"))
def test_it_stays_silent(code: str, example: dict[str, Any], findings: Callable[..., list[Finding]]) -> None:
    assert [f"{finding.quote}: {finding.message}" for finding in findings(example, code)] == []


def test_no_examples_without_a_rule() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == {rule.code for rule in rules()}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_page_agrees_with_the_rule(rule: Rule) -> None:
    page = (PAGES / page_name(rule)).read_text(encoding="utf-8")
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    assert f"\nSeverity: **{rule.severity}**" in page
    assert rule.summary in page
    assert re.findall(r"(?m)^## (.+)$", page) == SECTIONS


def test_no_page_without_a_rule() -> None:
    assert {path.name for path in PAGES.glob("*.md")} == {page_name(rule) for rule in rules()} | {"README.md"}


def test_the_table_of_rules_is_fresh() -> None:
    written = (PAGES / "README.md").read_text(encoding="utf-8")
    assert written == table(rules()), "write it again: claimbook rules --table > docs/rules/README.md"


def test_a_figure_beyond_one_question_says_which_other_one_reaches_it(findings: Callable[..., list[Finding]]) -> None:
    found = findings(
        {
            "text": "Over 90% of the people with gout and asthma sleep better.",
            "topic": "sleep",
            "evidence": {
                "terms": {"conditions": [{"id": "gout", "words": ["gout"]}, {"id": "asthma", "words": ["asthma"]}]},
                "questions": [
                    {"id": one, "question": f"How many with {one} sleep?", "unit": "%", "topics": ["sleep"],
                     "conditions": [one]}
                    for one in ("gout", "asthma")
                ],
                "records": [
                    {"id": "pool", "design": "meta-analysis", "conditions": ["gout"],
                     "findings": [{"outcome": "sleep", "value": 40, "unit": "percent", "question": "gout"}]},
                    {"id": "one", "design": "cohort", "conditions": ["asthma"],
                     "findings": [{"outcome": "sleep", "value": 93, "unit": "percent", "question": "asthma"}]},
                ],
            },
        },
        "E402",
    )  # fmt: skip
    assert len(found) == 1
    assert found[0].message.endswith("How many with asthma sleep? Studies there reach it: 93 to 93%.")
