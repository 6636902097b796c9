"""Asking services: what counts as an answer, what is tried again, what is refused."""

from __future__ import annotations

import contextlib
import dataclasses
import gzip
import json
import socket

import pytest

from claimbook.evidence.lookup import addresses
from claimbook.evidence.lookup.client import Client, user_agent
from claimbook.evidence.lookup.errors import (
    CouldNotCheckError,
    LeaveAloneError,
    LookUpError,
    NotRegisteredError,
    RefusedError,
)
from claimbook.evidence.lookup.settings import Settings

OK = '{"a": [1, "ü"]}'


def test_a_good_answer_is_read_and_the_asker_is_named(services, settings, reply):
    services.replies["/x"] = reply(OK)
    with Client(dataclasses.replace(settings, mailto="desk@example.org")) as client:
        assert client.get_json(f"{services.url}/x", {"q": "1 2"}) == {"a": [1, "ü"]}
    assert services.asked == ["/x?q=1+2"]
    assert services.headers[0]["User-Agent"] == user_agent("desk@example.org")
    assert "mailto:desk@example.org" in services.headers[0]["User-Agent"]


@pytest.mark.parametrize(
    ("bad", "error", "told", "tries"),
    [
        pytest.param({"status": 404}, NotRegisteredError, "knows no such", 1, id="404"),
        pytest.param({"status": 410}, NotRegisteredError, "knows no such", 1, id="410"),
        pytest.param({"status": 403}, CouldNotCheckError, "answered 403", 1, id="403"),
        pytest.param({"status": 301}, CouldNotCheckError, "answered 301", 1, id="redirect to nowhere"),
        pytest.param({"status": 500}, CouldNotCheckError, "answered 500", 4, id="500"),
        pytest.param({"status": 429}, CouldNotCheckError, "fewer requests", 4, id="429"),
        pytest.param(
            {"status": 429, "headers": {"Retry-After": "3600"}},
            CouldNotCheckError,
            "in 3600 seconds",
            1,
            id="wait long",
        ),
        pytest.param(
            {"status": 503, "headers": {"Retry-After": "Wed, 01 Jan 2200 00:00:00 GMT"}},
            CouldNotCheckError,
            "to come back in",
            1,
            id="wait until a date",
        ),
        pytest.param({"body": "<html>", "type": "text/html"}, CouldNotCheckError, "'text/html'", 1, id="wrong type"),
        pytest.param({"body": OK, "type": None}, CouldNotCheckError, "no type", 1, id="no type"),
        pytest.param({"body": "{"}, CouldNotCheckError, "cut off or no JSON", 4, id="malformed"),
        pytest.param({"body": "[" * 90_000}, CouldNotCheckError, "cut off or no JSON", 4, id="nested"),
        pytest.param({"body": OK, "promise": 500}, CouldNotCheckError, "cut off", 4, id="truncated"),
        pytest.param({"body": OK[:-3], "promise": -1}, CouldNotCheckError, "cut off", 4, id="truncated, no length"),
        pytest.param({"body": "x" * 1000, "repeat": 101}, RefusedError, "not read", 1, id="giant, honest length"),
        pytest.param(
            {"body": "x" * 1000, "repeat": 1000, "promise": -1}, RefusedError, "not read", 1, id="giant, no length"
        ),
        pytest.param(
            {"body": gzip.compress(b"0" * 5_000_000), "headers": {"Content-Encoding": "gzip"}},
            RefusedError,
            "not read",
            1,
            id="gzip bomb",
        ),
        pytest.param(
            {"body": b"no gzip", "headers": {"Content-Encoding": "gzip"}},
            CouldNotCheckError,
            "unpacked",
            4,
            id="no gzip",
        ),
    ],
)
def test_what_is_no_answer_says_so(services, client, reply, bad, error, told, tries):
    services.replies["/x"] = reply(**bad)
    with pytest.raises(LookUpError, match=told) as raised:
        client.get_json(f"{services.url}/x")
    assert isinstance(raised.value, error)
    assert len(services.asked) == tries


def test_slow_to_begin(services, settings, reply):
    services.replies["/x"] = reply(OK, wait=0.4)
    with (
        Client(dataclasses.replace(settings, timeout=0.1, attempts=2)) as client,
        pytest.raises(CouldNotCheckError, match=r"no answer in time \(2 tries\)"),
    ):
        client.get_json(f"{services.url}/x")


def test_a_byte_now_and_then_is_cut_at_the_deadline(services, settings, reply):
    services.replies["/x"] = reply("1" * 60, drip=0.02)
    with (
        Client(dataclasses.replace(settings, deadline=0.1, attempts=1)) as client,
        pytest.raises(CouldNotCheckError, match="takes too long"),
    ):
        client.get_json(f"{services.url}/x")


def test_offline(settings):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    with (
        Client(dataclasses.replace(settings, crossref=url)) as client,
        pytest.raises(CouldNotCheckError, match=r"cannot be reached \(offline"),
    ):
        client.get_json(f"{url}/x")


def test_a_service_that_recovers_is_read_after_the_wait_it_asked_for(services, settings, reply):
    services.replies["/x"] = [reply(status=429, headers={"Retry-After": "7"}), reply(status=502), reply(OK)]
    waits = []
    with Client(settings, sleep=waits.append) as client:
        assert client.get_json(f"{services.url}/x")["a"][0] == 1
    assert waits == [7.0, 0.002]


def test_requests_to_one_host_keep_their_distance(services, settings, reply):
    services.replies["/x"] = reply(OK)
    waits = []
    with Client(
        dataclasses.replace(settings, pause=5.0, cache=None), sleep=waits.append, clock=lambda: 100.0
    ) as client:
        client.get_json(f"{services.url}/x")
        client.get_json(f"{services.url}/x")
    assert waits == [5.0]


def test_redirects_are_followed_within_bounds(services, client, reply):
    services.replies["/a"] = reply(status=302, headers={"Location": "/b"})
    services.replies["/b"] = reply(OK)
    services.replies["/loop"] = reply(status=302, headers={"Location": "/loop"})
    assert client.get_json(f"{services.url}/a")["a"][0] == 1
    with pytest.raises(RefusedError, match="too many redirects"):
        client.get_json(f"{services.url}/loop")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        pytest.param("http://127.0.0.1:1/x", "private address", id="loopback, another port"),
        pytest.param("http://[::1]/x", "private address", id="loopback, IPv6"),
        pytest.param("http://10.1.2.3/x", "private address", id="private network"),
        pytest.param("http://169.254.169.254/latest", "private address", id="link-local"),
        pytest.param("http://[::ffff:192.168.1.1]/x", "private address", id="IPv4 in IPv6"),
        pytest.param("http://2130706433/x", "private address", id="loopback as one number"),
        pytest.param("http://localhost:1/x", "private address", id="localhost"),
        pytest.param("file:///etc/passwd", "http", id="file"),
        pytest.param("ftp://example.org/x", "http", id="ftp"),
    ],
)
def test_redirects_lead_nowhere_private(services, client, reply, target, told):
    services.replies["/x"] = reply(status=302, headers={"Location": target})
    with pytest.raises(RefusedError, match=told):
        client.get_json(f"{services.url}/x")


def test_a_private_host_may_be_allowed_on_purpose(services, settings, reply):
    services.replies["/x"] = reply(OK)
    elsewhere = dataclasses.replace(settings, crossref="https://crossref.example", pubmed="https://pubmed.example")
    with Client(elsewhere) as client, pytest.raises(RefusedError, match="private address"):
        client.get_json(f"{services.url}/x")
    with Client(dataclasses.replace(elsewhere, private_hosts=frozenset({services.host}))) as client:
        assert client.get_json(f"{services.url}/x")["a"][0] == 1


@pytest.mark.parametrize(
    ("bad", "asked"),
    [
        pytest.param({"status": 429}, 4, id="429"),
        pytest.param({"status": 429, "headers": {"Retry-After": "3600"}}, 1, id="wait long"),
        pytest.param({"wait": 0.2}, 4, id="too slow"),
        pytest.param({"status": 500}, 5, id="500 is about one request"),
        pytest.param({"body": "{"}, 5, id="so is a malformed answer"),
    ],
)
def test_a_service_in_trouble_is_left_alone(services, settings, reply, bad, asked):
    services.replies["/x"] = reply(**bad)
    services.replies["/y"] = reply(OK)
    with Client(dataclasses.replace(settings, timeout=0.1)) as client:
        with pytest.raises(CouldNotCheckError):
            client.get_json(f"{services.url}/x")
        with contextlib.suppress(LeaveAloneError):
            client.get_json(f"{services.url}/y")
    assert len(services.asked) == asked


def test_a_damaged_answer_on_disk_is_asked_again(services, client, settings, reply):
    services.replies["/x"] = reply(OK)
    client.get_json(f"{services.url}/x")
    entry = next(iter(settings.cache.glob("*/*.json")))
    entry.write_text(json.dumps({"url": f"{services.url}/x", "body": "{"}))
    assert client.get_json(f"{services.url}/x")["a"][0] == 1


@pytest.mark.parametrize("url", ["http://exa\x00mple.org/"])
def test_what_is_no_address_is_refused(client, url):
    with pytest.raises(RefusedError):
        client.get_json(url)


class TestPinned:
    """Hosts that are not trusted: resolved once, checked, and connected to where they were checked."""

    @pytest.fixture
    def strangers(self, settings, monkeypatch):
        monkeypatch.setattr(addresses, "is_public", lambda address: address.startswith("127."))
        return dataclasses.replace(settings, crossref="https://crossref.example", pubmed="https://pubmed.example")

    def test_the_checked_address_is_asked_by_the_hosts_name(self, services, strangers, reply, monkeypatch):
        services.replies["/x"] = reply(OK)
        real = socket.getaddrinfo
        resolved = []

        def resolve(host, port, *rest, **more):
            resolved.append(host)
            return real("127.0.0.1", port, *rest, **more)

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        port = services.host.partition(":")[2]
        with Client(strangers) as client:
            assert client.get_json(f"http://journal.example:{port}/x")["a"][0] == 1
        assert services.headers[0]["Host"] == f"journal.example:{port}"
        assert resolved[0] == "journal.example"
        assert set(resolved[1:]) <= {"127.0.0.1"}

    def test_one_private_address_among_several_is_one_too_many(self, services, strangers, monkeypatch):
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("127.0.0.1", "10.0.0.1")]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        with Client(strangers) as client, pytest.raises(RefusedError, match=r"journal\.example is 10\.0\.0\.1"):
            client.get_json("http://journal.example/x")
        assert services.asked == []


class TestProxy:
    def test_a_proxy_is_used_and_asked_for_the_name(self, services, settings, reply, monkeypatch):
        monkeypatch.setenv("http_proxy", services.url)
        services.replies["/x"] = reply(OK)
        with Client(dataclasses.replace(settings, cache=None)) as client:
            assert client.get_json("http://journal.example/x")["a"][0] == 1
        assert services.asked == ["http://journal.example/x"]

    @pytest.mark.parametrize("host", ["10.0.0.1", "[::1]", "printer", "localhost", "a.localhost", "nas.local"])
    def test_local_names_are_refused_there_too(self, services, settings, monkeypatch, host):
        monkeypatch.setenv("http_proxy", services.url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        with Client(settings) as client, pytest.raises(RefusedError, match="private address"):
            client.get_json(f"http://{host}/x")
        assert services.asked == []


class TestCache:
    def test_the_same_question_is_asked_once(self, services, settings, reply):
        services.replies["/x"] = reply(OK)
        for mailto in ("a@example.org", "b@example.org"):
            with Client(settings) as client:
                client.get_json(f"{services.url}/x", {"q": "1", "mailto": mailto, "api_key": "k"})
        assert len(services.asked) == 1
        kept = list(settings.cache.glob("*/*.json"))
        assert len(kept) == 1
        assert "example.org" not in kept[0].read_text()

    def test_no_failure_is_kept(self, services, client, settings, reply):
        services.replies["/x"] = [reply("{"), reply("{"), reply("{"), reply("{"), reply(OK)]
        with pytest.raises(CouldNotCheckError):
            client.get_json(f"{services.url}/x")
        assert not list(settings.cache.glob("*/*"))
        assert client.get_json(f"{services.url}/x")["a"][0] == 1

    @pytest.mark.parametrize(
        "damage", [b"", b"{", b"[]", b'{"url": "http://other", "body": "1"}', b'{"url": 1, "body": 2}', b"\xff"]
    )
    def test_a_damaged_entry_is_asked_again(self, services, client, settings, reply, damage):
        services.replies["/x"] = reply(OK)
        client.get_json(f"{services.url}/x")
        next(iter(settings.cache.glob("*/*.json"))).write_bytes(damage)
        assert client.get_json(f"{services.url}/x")["a"][0] == 1
        assert len(services.asked) == 2

    def test_what_is_old_is_asked_again(self, services, settings, reply):
        services.replies["/x"] = [reply(OK), reply("2")]
        with Client(settings) as client:
            client.get_json(f"{services.url}/x")
        with Client(dataclasses.replace(settings, max_age=0)) as client:
            assert client.get_json(f"{services.url}/x") == 2

    def test_a_folder_that_cannot_be_written_costs_only_the_cache(self, services, settings, reply, tmp_path):
        services.replies["/x"] = reply(OK)
        file = tmp_path / "file"
        file.write_text("")
        with Client(dataclasses.replace(settings, cache=file / "below")) as client:
            assert client.get_json(f"{services.url}/x")["a"][0] == 1


def test_a_page_keeps_its_encoding(services, client, reply):
    services.replies["/p"] = reply("<title>Grüße</title>".encode("latin-1"), type="text/html; charset=iso-8859-1")
    services.replies["/q"] = reply("<title>Grüße</title>".encode(), type="text/html; charset=made-up")
    assert client.get_page(f"{services.url}/p") == "<title>Grüße</title>"
    assert client.get_page(f"{services.url}/q") == "<title>Grüße</title>"


@pytest.mark.parametrize("body", [b"null", b'"' + b"\xff" * 9 + b'"', json.dumps("\ud800").encode()])
def test_odd_json_is_still_json(services, client, reply, body):
    services.replies["/x"] = reply(body)
    assert not isinstance(client.get_json(f"{services.url}/x"), dict)


def test_defaults_are_the_real_services():
    assert Settings().trusted == {"api.crossref.org:443", "eutils.ncbi.nlm.nih.gov:443"}
