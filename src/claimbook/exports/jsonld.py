"""What the JSON-LD exports do alike: stable identifiers and stable bytes.

Refuses to write what a web page could take for mark-up: `<` is escaped, so that a file can be put into a page as it is.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

# Names of ours are hashed below this one; it is a name, not an address anybody serves.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "claimbook")


def identifier(*parts: str | None) -> str:
    """Name a thing by what it is: the same on every run and machine."""
    return uuid.uuid5(_NAMESPACE, json.dumps(parts)).urn


def written(document: Mapping[str, Any]) -> bytes:
    """Write a document as UTF-8 JSON."""
    text = json.dumps(document, ensure_ascii=False, indent=2).replace("<", "\\u003c")
    return f"{text}\n".encode()


def known(**fields: Any) -> dict[str, Any]:
    """Leave out what is unknown or empty."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
