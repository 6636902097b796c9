"""Write values as YAML that loads exactly, in the shape people read: one line where it fits, nothing folded.

Refuses what YAML cannot carry (half a surrogate pair, a figure that is not finite), and plain text any reader could
take for something else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from claimbook.model import Catalogue, Claim
from claimbook.review.scalars import DATE_KEYS, ScalarError, resolve

_WIDTH = 100
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=<~.+")
_ESCAPED = re.compile(
    "[^\x20-\x7e\xa1-\u200a\u2010-\u2027\u202f-\u205f\u2065-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def scalar(value: Any, key: str | None = None, *, flow: bool = False) -> str:
    """Write one value on one line. `flow` says that it stands inside brackets. Raises ValueError."""
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, (int, float)):
        if not math.isfinite(value):
            raise ValueError(f"{value} cannot be written: leave it open, None")
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    if key in DATE_KEYS and _ISO_DATE.fullmatch(value):
        return str(value)
    return str(value) if _plain(value, flow) else _quoted(value)


def flow(value: Any, key: str | None = None) -> str:
    """Write a value on one line, collections in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(inner, name)}" for name, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(inner, key) for inner in value) + "]"
    return scalar(value, key, flow=True)


def entry(key: str, value: Any, indent: str = "", *, literal: bool = True) -> str:
    """Write `key: value` in block style: the key at `indent`, which only the lines after the first carry."""
    if isinstance(value, str) and literal and _fits_literal(value):
        lines = (f"{indent}  {line}" if line else "" for line in value.split("\n"))
        return f"{key}: |-\n" + "\n".join(lines)
    if isinstance(value, Sequence) and not isinstance(value, str) and not _fits_line(key, value, indent):
        return f"{key}:\n" + "\n".join(f"{indent}- {flow(item, key)}" for item in value)
    collection = isinstance(value, (Mapping, Sequence)) and not isinstance(value, str)
    return f"{key}: {flow(value, key) if collection else scalar(value, key)}"


def block(values: Mapping[str, Any], indent: str = "") -> str:
    """Write a mapping in block style, one key a line; the first line is not indented."""
    return f"\n{indent}".join(entry(key, value, indent) for key, value in values.items())


def claim_on_disk(claim: Claim) -> dict[str, Any]:
    """Give a claim as a catalogue holds it: without places of quantities; trend, items, seconded only if any."""
    data = claim.model_dump()
    for quantity in data["quantities"]:
        del quantity["start"], quantity["end"]
        if quantity["trend"] is None:
            del quantity["trend"]
    if not data["items"]:
        del data["items"]
    seconded = data["review"].pop("seconded")
    if seconded:
        known = ({key: value for key, value in one.items() if value is not None} for one in seconded)
        data["review"]["seconded"] = tuple(known)
    return data


def article_on_disk(catalogue: Catalogue) -> dict[str, Any]:
    """Give the source record as a catalogue holds it: `updated` and `note` only if known."""
    data = catalogue.article.model_dump()
    return {key: value for key, value in data.items() if value is not None or key not in ("updated", "note")}


def claim_item(claim: Claim, indent: str = "") -> str:
    """Write a claim as an item of a block list; only the lines after the first are indented."""
    return "- " + block(claim_on_disk(claim), indent + "  ")


def catalogue_text(catalogue: Catalogue) -> str:
    """Write a whole new catalogue."""
    article = "article:\n  " + block(article_on_disk(catalogue), "  ")
    if not catalogue.claims:
        return f"{article}\nclaims: []\n"
    return f"{article}\nclaims:\n" + "\n".join(claim_item(claim) for claim in catalogue.claims) + "\n"


def _fits_line(key: str, value: Sequence[Any], indent: str) -> bool:
    """Tell whether a list goes on one line: no two mappings, and not too long."""
    if sum(isinstance(item, Mapping) for item in value) > 1:
        return False
    return len(value) < 2 or len(indent) + len(key) + len(flow(value, key)) <= _WIDTH


def _fits_literal(text: str) -> bool:
    """Tell whether a text of several lines loads exactly as a literal block, even if an editor trims line ends."""
    if "\n" not in text or text[0] in " \n" or text[-1] in " \n":
        return False
    return all(line == line.rstrip() and not _ESCAPED.search(line) for line in text.split("\n"))


def _plain(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _INDICATORS or text[-1] == ":" or _ESCAPED.search(text):
        return False
    if ": " in text or " #" in text or (flow and any(sign in text for sign in ",[]{}:")):
        return False
    return not _means_something_else(text)


def _means_something_else(text: str) -> bool:
    """Tell whether YAML 1.2 or 1.1 reads a plain text as null, a boolean, a figure or a date."""
    try:
        if resolve(text, None) != text:
            return True
    except ScalarError:
        return True
    older = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], ())
    return any(pattern.match(text) for _, pattern in older)


def _quoted(text: str) -> str:
    if '"' in text and "'" not in text and not _ESCAPED.search(text) and "\\" not in text:
        return f"'{text}'"
    escaped = re.sub(r'["\\]', lambda found: _SHORT[found[0]], text)
    return '"' + _ESCAPED.sub(lambda found: _escape(found[0]), escaped) + '"'


def _escape(character: str) -> str:
    point = ord(character)
    if 0xD800 <= point <= 0xDFFF:
        raise ValueError("half a surrogate pair cannot be written")
    if character in _SHORT:
        return _SHORT[character]
    return f"\\x{point:02X}" if point < 0x100 else f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}"
