"""Connect to public addresses only, and to exactly the address that was checked.

Refuses every scheme but http and https and, unless the host is trusted by configuration, every address that is not on
the public internet: what an article or a redirect names must not reach into the editor's own network.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.request import getproxies, proxy_bypass

import httpx

from claimbook.evidence.lookup.errors import RefusedError
from claimbook.evidence.lookup.settings import origin

_TRIES = 3
# A connection is verified for one host name; kept open, it could serve another name at the same address.
_ONE_USE = httpx.Limits(max_keepalive_connections=0)


class PublicOnly(httpx.BaseTransport):
    """Send requests to public hosts, and to the trusted `host:port` wherever they are.

    A name is resolved once, every address it has is checked, and the connection goes to a checked one: a name that
    changes its address between check and use gains nothing. Behind a proxy the proxy resolves names; there literal
    addresses and `localhost` are refused still.
    """

    def __init__(self, trusted: frozenset[str]) -> None:
        self._trusted = trusted
        self._direct = httpx.HTTPTransport(limits=_ONE_USE)
        self._proxies = {
            scheme: httpx.HTTPTransport(proxy=address, limits=_ONE_USE)
            for scheme, address in getproxies().items()
            if scheme in ("http", "https")
        }

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises RefusedError for where it may not go, httpx.TransportError for what fails."""
        host, proxy = request.url.host, self._proxies.get(request.url.scheme)
        trusted = origin(str(request.url)) in self._trusted
        if proxy and not proxy_bypass(host):
            if not trusted:
                _refuse_literal(host)
            return proxy.handle_request(request)
        if trusted:
            return self._direct.handle_request(request)
        return self._send_pinned(request)

    def _send_pinned(self, request: httpx.Request) -> httpx.Response:
        addresses = public_addresses(request.url.host, request.url.port or 443)
        for number, address in enumerate(addresses, start=1):
            try:
                return self._direct.handle_request(_pinned(request, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise AssertionError("a name that resolves has an address")

    def close(self) -> None:
        """Close every connection."""
        for transport in (self._direct, *self._proxies.values()):
            transport.close()


def public_addresses(host: str, port: int) -> list[str]:
    """Resolve a host to at most three addresses, all public.

    Raises RefusedError if any of its addresses is not, httpx.ConnectError if it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(f"{host}: the name does not resolve") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not is_public(address):
            raise RefusedError(f"{host} is {address}, a private address: not followed (CLAIMBOOK_PRIVATE_HOSTS allows)")
    return addresses[:_TRIES]


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the public internet; what hides an IPv4 address in IPv6 is judged by that."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def _refuse_literal(host: str) -> None:
    bare = host.strip("[]").rstrip(".").lower()
    try:
        private = not is_public(bare)
    except ValueError:
        private = bare == "localhost" or bare.endswith((".localhost", ".local", ".internal")) or "." not in bare
    if private:
        raise RefusedError(f"{host} is a private address: not followed (CLAIMBOOK_PRIVATE_HOSTS allows)")


def _pinned(request: httpx.Request, address: str) -> httpx.Request:
    """Give the request aimed at an address, still asking for (and verifying) the host's name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )
