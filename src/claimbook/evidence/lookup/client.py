"""Ask a web service politely: with a name, a pause, a time limit, a size limit and a bounded number of tries.

Refuses to wait for ever, to read an answer of any size, to follow a redirect into a private network, and to take a
broken answer for one. What was asked before is read from the cache.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from types import TracebackType
from typing import Any, Self

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from claimbook.evidence.lookup.addresses import PublicOnly
from claimbook.evidence.lookup.answers import AgainError, judge_status, judge_type, limited_body
from claimbook.evidence.lookup.cache import Cache
from claimbook.evidence.lookup.errors import CouldNotCheckError, LeaveAloneError, RefusedError
from claimbook.evidence.lookup.settings import Settings, origin

JSON_TYPES = ("application/json", "text/json", "application/vnd.crossref-api-message+json")
PAGE_TYPES = ("text/html", "application/xhtml+xml")


class Client:
    """Ask services. Use it in a `with`; `sleep` and `clock` are there for tests of waiting.

    A service that cannot be reached, or asks to be left alone, is not asked again by the same client.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self._sleep, self._clock = sleep, clock
        self._asked: dict[str, float] = {}
        self._left_alone: dict[str, str] = {}
        self._cache = Cache(settings.cache, settings.max_age)
        self._http = httpx.Client(
            transport=PublicOnly(settings.trusted),
            timeout=settings.timeout,
            follow_redirects=True,
            max_redirects=settings.max_redirects,
            headers={"User-Agent": user_agent(settings.mailto), "Accept-Encoding": "gzip"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get_json(self, url: str, params: Mapping[str, str] | None = None) -> Any:
        """Ask for JSON. Gives what it holds, from the cache if it is there.

        Raises NotRegisteredError (404, 410), RefusedError (a redirect where none may lead, a body over the limit) and
        CouldNotCheckError (anything else that is no answer, after the last try).
        """
        return self._get(url, params, JSON_TYPES, _parse_json)

    def get_page(self, url: str) -> str:
        """Ask for a web page. Gives its text; raises as `get_json` does."""
        page = self._get(url, None, PAGE_TYPES, lambda text: text)
        assert isinstance(page, str)
        return page

    def _get(
        self, url: str, params: Mapping[str, str] | None, types: tuple[str, ...], parse: Callable[[str], Any]
    ) -> Any:
        try:
            request = self._http.build_request("GET", url, params=params, headers={"Accept": ", ".join(types)})
        except httpx.InvalidURL as error:
            raise RefusedError(f"{url}: no web address ({error})") from error
        kept = self._cache.get(str(request.url))
        if kept is not None:
            with contextlib.suppress(AgainError):  # damaged on disk: asked again
                return parse(kept)
        text, parsed = self._ask_patiently(request, types, parse)
        self._cache.put(str(request.url), text)
        return parsed

    def _ask_patiently(
        self, request: httpx.Request, types: tuple[str, ...], parse: Callable[[str], Any]
    ) -> tuple[str, Any]:
        host = origin(str(request.url))
        if host in self._left_alone:
            raise LeaveAloneError(self._left_alone[host])
        retrying = Retrying(
            stop=stop_after_attempt(self.settings.attempts),
            wait=self._wait,
            retry=retry_if_exception_type(AgainError),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return retrying(self._ask, request, types, parse)
        except AgainError as error:
            tries = retrying.statistics["attempt_number"]
            told = f"{request.url.host}: {error}" + (f" ({tries} tries)" if tries > 1 else "")
            if error.down:
                self._left_alone[host] = f"{told}, not asked again"
            raise (LeaveAloneError if error.down else CouldNotCheckError)(told) from error
        except LeaveAloneError as error:
            self._left_alone[host] = str(error)
            raise

    def _wait(self, state: RetryCallState) -> float:
        """Give the seconds to wait: what the service asked for, else twice as long each time."""
        asked = state.outcome.exception() if state.outcome else None
        after = asked.after if isinstance(asked, AgainError) else None
        wait: float = self.settings.first_wait * 2 ** (state.attempt_number - 1)
        return min(max(wait, after or 0.0), self.settings.longest_wait)

    def _ask(self, request: httpx.Request, types: tuple[str, ...], parse: Callable[[str], Any]) -> tuple[str, Any]:
        self._pause(request)
        ends = self._clock() + self.settings.deadline
        try:
            response = self._http.send(request, stream=True)
            try:
                judge_status(response, self.settings.longest_wait)
                judge_type(response, types)
                text = limited_body(response, self.settings.max_bytes, ends, self._clock)
            finally:
                response.close()
        except httpx.HTTPError as error:
            raise _transport(error) from error
        return text, parse(text)

    def _pause(self, request: httpx.Request) -> None:
        host = origin(str(request.url))
        last = self._asked.get(host)
        if last is not None and (early := last + self.settings.pause - self._clock()) > 0:
            self._sleep(early)
        self._asked[host] = self._clock()


def user_agent(mailto: str | None) -> str:
    """Say who asks, and whom to write to."""
    return f"claimbook/{version('claimbook')}" + (f" (mailto:{mailto})" if mailto else "")


def _parse_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AgainError("the answer is cut off or no JSON") from error


def _transport(error: httpx.HTTPError) -> Exception:
    """Turn what went wrong on the way into one of three: refused, worth another try, or neither."""
    if isinstance(error, httpx.TooManyRedirects):
        return RefusedError(f"{error.request.url.host}: too many redirects")
    if isinstance(error, httpx.UnsupportedProtocol):
        return RefusedError("a redirect leads to an address that is neither http nor https: not followed")
    if isinstance(error, httpx.TimeoutException):
        return AgainError("no answer in time", down=True)
    if isinstance(error, httpx.RemoteProtocolError):
        return AgainError("the answer was cut off or is no HTTP")
    if isinstance(error, httpx.DecodingError):
        return AgainError("the answer cannot be unpacked")
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return CouldNotCheckError("the certificate is not one of the host's: not trusted")
    if isinstance(error, httpx.NetworkError):
        return AgainError("cannot be reached (offline, or the address is wrong)", down=True)
    return CouldNotCheckError(f"{type(error).__name__}: {error}")
