"""Find the rules: every module of this package with a `RULE` in it is one.

Refuses two rules with one code. Adding a rule is adding a file; nothing here or elsewhere is edited.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from claimbook.rules.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule, sorted by code."""
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    modules = [importlib.import_module(f"{__package__}.{name}") for name in names]
    found = [module.RULE for module in modules if isinstance(getattr(module, "RULE", None), Rule)]
    codes = [rule.code for rule in found]
    twice = {code for code in codes if codes.count(code) > 1}
    if twice:
        raise ValueError(f"two rules share a code: {', '.join(sorted(twice))}")
    return tuple(sorted(found, key=lambda rule: rule.code))


def rule(code: str) -> Rule:
    """Give the rule with this code or name. Raises KeyError where there is none."""
    for candidate in rules():
        if code.upper() == candidate.code or code.lower() == candidate.name:
            return candidate
    raise KeyError(code)


def chosen(select: str) -> frozenset[str]:
    """Read `S101,C3` as codes: each part is a code, a name, or the letters and digits a code starts with.

    Raises KeyError with the part that names no rule.
    """
    codes: set[str] = set()
    for part in filter(None, (part.strip() for part in select.split(","))):
        matching = {r.code for r in rules() if r.code.startswith(part.upper()) or r.name == part.lower()}
        if not matching:
            raise KeyError(part)
        codes |= matching
    return frozenset(codes)
