"""Word lists, patterns and units as YAML data, each with the source it came from.

Refuses to hold anything specific to a subject: that belongs in a review's `claims/topics.yaml`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """Read `lexicon/<name>.yaml` once and give its data. Raises FileNotFoundError for an unknown name."""
    text = resources.files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
