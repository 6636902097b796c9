"""Judge an answer before it is read: its status, its type, its size and how long it takes.

Refuses to read past the size limit or the deadline, whatever the headers promise.
"""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Callable
from email.utils import parsedate_to_datetime

import httpx

from claimbook.evidence.lookup.errors import (
    CouldNotCheckError,
    LeaveAloneError,
    NotRegisteredError,
    RefusedError,
)

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})


class AgainError(Exception):
    """Say that asking again may help; `after` seconds where the service said so.

    `down` says that it is the service that fails, and not its answer to this one request.
    """

    def __init__(self, message: str, after: float | None = None, *, down: bool = False) -> None:
        super().__init__(message)
        self.after, self.down = after, down


def judge_status(response: httpx.Response, longest_wait: float) -> None:
    """Pass a success. Raises NotRegisteredError, AgainError or CouldNotCheckError."""
    status, host = response.status_code, response.request.url.host
    if response.is_success:
        return
    if status in _GONE:
        raise NotRegisteredError(f"{host} knows no such thing ({status})")
    if status not in _AGAIN:
        raise CouldNotCheckError(f"{host}: answered {status} {response.reason_phrase}".rstrip())
    told = "asks for fewer requests (429)" if status == 429 else f"answered {status} {response.reason_phrase}".rstrip()
    after = retry_after(response.headers.get("Retry-After"))
    if after is not None and after > longest_wait:
        raise LeaveAloneError(f"{host}: {told} and to come back in {after:.0f} seconds: try again then")
    raise AgainError(told, after, down=status == 429)


def retry_after(header: str | None) -> float | None:
    """Read a Retry-After header, seconds or a date, as seconds from now; `None` where it says nothing readable."""
    if header is None:
        return None
    if header.strip().isascii() and header.strip().isdigit():
        return float(header)
    try:
        then = parsedate_to_datetime(header)
    except ValueError:
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=dt.UTC)
    return max(0.0, (then - dt.datetime.now(dt.UTC)).total_seconds())


def judge_type(response: httpx.Response, types: tuple[str, ...]) -> None:
    """Pass an answer of one of these media types. Raises CouldNotCheckError, naming the type it has."""
    found = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if found not in types:
        named = repr(found[:60]) if found else "no type"
        raise CouldNotCheckError(f"{response.request.url.host}: answered with {named} where {types[0]} was asked for")


def limited_body(response: httpx.Response, limit: int, ends: float, clock: Callable[[], float]) -> str:
    """Read a body as text. Raises RefusedError over `limit` bytes, AgainError after `ends`."""
    promised = response.headers.get("Content-Length", "")
    parts, size = [], int(promised) if promised.isdigit() and len(promised) < 16 else 0
    _judge_size(response, size, limit)
    size = 0
    for part in response.iter_bytes():
        parts.append(part)
        size += len(part)
        _judge_size(response, size, limit)
        if clock() > ends:
            raise AgainError("the answer takes too long")
    return b"".join(parts).decode(_encoding(response), "replace")


def _judge_size(response: httpx.Response, size: int, limit: int) -> None:
    if size > limit:
        host = response.request.url.host
        raise RefusedError(f"{host}: the answer is over {limit // 1024 // 1024} MB: not read")


def _encoding(response: httpx.Response) -> str:
    try:
        return codecs.lookup(response.charset_encoding or "utf-8").name
    except LookupError:
        return "utf-8"
