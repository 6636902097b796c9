"""The rules: what an editor must not let through, one module per rule.

`check` runs them all. Refuses to judge truth: a rule points at what the text lacks or where it disagrees with itself.
"""

from claimbook.rules.checking import Checked, check, run
from claimbook.rules.rule import Context, Rule

__all__ = ["Checked", "Context", "Rule", "check", "run"]
