"""Answers kept on disk as plain files, one per request, so that the same question is asked once.

Refuses to keep what was not a whole, well-formed answer, and to hand out what is too old, damaged or about another
request. Nothing secret is in a file or its name: e-mail address and key are left out.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

_PRIVATE = ("mailto", "email", "api_key", "tool")


@dataclass(frozen=True)
class Cache:
    """Keep answers below a folder (`None`: keep nothing) for `max_age` seconds."""

    folder: Path | None
    max_age: float

    def get(self, url: str) -> str | None:
        """Give the kept body of an address, or `None`."""
        path = self._path(url)
        if path is None:
            return None
        try:
            if not 0 <= time.time() - path.stat().st_mtime < self.max_age:
                return None
            kept = json.loads(path.read_bytes())
            body = kept["body"] if kept["url"] == public_url(url) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return body if isinstance(body, str) else None

    def put(self, url: str, body: str) -> None:
        """Keep a body. A folder that cannot be written to costs the cache, not the look-up."""
        path = self._path(url)
        if path is None:
            return
        content = json.dumps({"url": public_url(url), "body": body}).encode()
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(aside).replace(path)

    def _path(self, url: str) -> Path | None:
        if self.folder is None or self.max_age <= 0:
            return None
        name = hashlib.sha256(public_url(url).encode()).hexdigest()
        return self.folder / name[:2] / f"{name[2:]}.json"


def public_url(url: str) -> str:
    """Give an address without what identifies who asks."""
    address = httpx.URL(url)
    kept = [(name, value) for name, value in address.params.multi_items() if name not in _PRIVATE]
    return str(address.copy_with(params=kept) if kept else address.copy_with(query=None))
