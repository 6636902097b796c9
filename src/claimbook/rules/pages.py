"""Find the page of a rule, and make the table of all of them.

Refuses to write a page: people write them, a test refuses a rule without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimbook.rules.rule import Rule

# In an installed package the pages lie beside the rules, in a checkout in docs/.
_FOLDERS = (Path(__file__).parent / "docs", Path(__file__).parents[3] / "docs" / "rules")


def page_name(rule: Rule) -> str:
    """Name the file of a rule's page."""
    return f"{rule.code}-{rule.name}.md"


def page(rule: Rule) -> str:
    """Read the page of a rule. Raises FileNotFoundError where it has none."""
    for folder in _FOLDERS:
        if (folder / page_name(rule)).is_file():
            return (folder / page_name(rule)).read_text(encoding="utf-8")
    raise FileNotFoundError(page_name(rule))


def table(rules: Iterable[Rule]) -> str:
    """Make `docs/rules/README.md`: every rule with its severity, its page and what it finds."""
    rows = "".join(f"| [{r.code}]({page_name(r)}) | {r.name} | {r.severity} | {r.summary} |\n" for r in rules)
    return f"{_HEAD}{rows}{_TAIL}"


_HEAD = """\
# The rules

What `claimbook check` flags, one page each. `claimbook rules CODE` prints a page.

| code | name | severity | fires when |
|---|---|---|---|
"""
_TAIL = """
**error**: must be mended before publication. **warning**: an editor decides. **info**: worth knowing.
A finding about two claims takes its severity from their relation: a contradiction is an error, a tension a warning.
An editor who decides to live with a finding writes a waiver into `claims/waivers.yaml` (`code`, `claim`, `reason`,
`by`, and `until` if it shall end); waivers that cover nothing any more (W901) or have run out (W902) are findings too.

This table is printed by `claimbook rules --table`; a test keeps the two in agreement.
"""
