"""A real HTTP server on this machine that answers as Crossref, PubMed or a page would, and as they do on bad days."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from claimbook.evidence.lookup.client import Client
from claimbook.evidence.lookup.settings import Settings

JSON = "application/json"


@dataclass
class Reply:
    """Hold one answer. `promise` is a Content-Length that may be a lie; `drip` seconds pass before each byte."""

    body: bytes | str = b""
    status: int = 200
    type: str | None = JSON
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0
    drip: float = 0
    promise: int | None = None
    repeat: int = 1


def work(message: dict[str, Any]) -> Reply:
    """Answer as Crossref answers for one work."""
    envelope = {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message}
    return Reply(json.dumps(envelope))


def summary(*documents: dict[str, Any]) -> Reply:
    """Answer as PubMed's ESummary answers (JSON, version 2.0)."""
    result = {"uids": [one["uid"] for one in documents], **{one["uid"]: one for one in documents}}
    return Reply(json.dumps({"header": {"type": "esummary", "version": "0.3"}, "result": result}))


def found(*pmids: str) -> Reply:
    """Answer as PubMed's ESearch answers."""
    result = {"count": str(len(pmids)), "retmax": "20", "retstart": "0", "idlist": list(pmids)}
    return Reply(json.dumps({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result}))


class Services:
    """Serve replies by path; a list is served one by one, its last for ever. `asked` are the requests, in order."""

    def __init__(self) -> None:
        self.replies: dict[str, Any] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.host = f"127.0.0.1:{self._server.server_port}"
        self.url = f"http://{self.host}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def doi(self, doi: str, reply: Any) -> None:
        self.replies[f"/works/{doi}"] = reply

    def reply(self, target: str) -> Reply:
        self.asked.append(unquote(target))
        path = unquote(urlsplit(target).path)
        for key in (unquote(target), path):
            if key in self.replies:
                known = self.replies[key]
                if isinstance(known, list):
                    return known.pop(0) if len(known) > 1 else known[0]
                return known
        return Reply("Resource not found.", 404, "text/plain")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        services = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                services.headers.append(dict(self.headers))
                try:
                    send(self, services.reply(self.path))
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    time.sleep(reply.wait)
    body = reply.body.encode() if isinstance(reply.body, str) else reply.body
    handler.send_response(reply.status)
    if reply.type:
        handler.send_header("Content-Type", reply.type)
    if reply.promise != -1:
        handler.send_header("Content-Length", str(reply.promise or len(body) * reply.repeat))
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    for _ in range(reply.repeat):
        if reply.drip:
            for byte in body:
                time.sleep(reply.drip)
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
        else:
            handler.wfile.write(body)
    handler.close_connection = True


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Services()
    yield server
    server.close()


@pytest.fixture
def settings(services: Services, tmp_path: Path) -> Settings:
    return Settings(
        crossref=services.url,
        pubmed=services.url,
        cache=tmp_path / "cache",
        timeout=0.5,
        deadline=1.0,
        first_wait=0.001,
        pause=0,
        max_bytes=100_000,
    )


@pytest.fixture
def client(settings: Settings) -> Iterator[Client]:
    with Client(settings) as one:
        yield one


@pytest.fixture
def environment(services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Point the command line's look-ups at the local services."""

    def point(**more: str) -> None:
        given = {"CROSSREF_URL": services.url, "PUBMED_URL": services.url, "CACHE": str(tmp_path / "cache")}
        for name, value in {**given, "RETRY_WAIT": "0", "TIMEOUT": "2", **more}.items():
            monkeypatch.setenv(f"CLAIMBOOK_{name}", value)

    point()
    return point


@pytest.fixture
def reply() -> type[Reply]:
    return Reply


@pytest.fixture
def work_reply() -> Callable[[dict[str, Any]], Reply]:
    return work


@pytest.fixture
def summary_reply() -> Callable[..., Reply]:
    return summary


@pytest.fixture
def search_reply() -> Callable[..., Reply]:
    return found
