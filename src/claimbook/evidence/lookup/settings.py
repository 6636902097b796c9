"""Where look-ups go and how patient they are; every address can be set by an environment variable.

Refuses to read anything but the environment: no configuration file, no keyring.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from claimbook.evidence.lookup.errors import RefusedError

CROSSREF = "https://api.crossref.org"
PUBMED = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Settings:
    """Hold what a look-up needs to know. Times are in seconds, sizes in bytes.

    `timeout` bounds each wait for the network, `deadline` one whole answer; `longest_wait` is the longest Retry-After
    that is honoured: a service that asks for more is left alone. `pause` lies between two requests to one host.
    """

    crossref: str = CROSSREF
    pubmed: str = PUBMED
    mailto: str | None = None
    pubmed_key: str | None = None
    cache: Path | None = None
    max_age: float = 7 * DAY
    private_hosts: frozenset[str] = frozenset()
    timeout: float = 10.0
    deadline: float = 45.0
    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 30.0
    pause: float = 0.34
    max_bytes: int = 8 * 1024 * 1024
    max_redirects: int = 5

    @property
    def trusted(self) -> frozenset[str]:
        """List the `host:port` that may be private: the configured services and those named on purpose."""
        return self.private_hosts | {origin(self.crossref), origin(self.pubmed)}


def origin(url: str) -> str:
    """Give `host:port` of an address. Raises RefusedError for anything but http and https."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError as error:
        raise RefusedError(f"{url}: no web address ({error})") from error
    if not port or not parts.hostname:
        raise RefusedError(f"{url}: no http or https address")
    return f"{parts.hostname}:{port}"


def from_environment(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings. Raises RefusedError for an address or a number that is none.

    `CLAIMBOOK_CROSSREF_URL`, `CLAIMBOOK_PUBMED_URL`: the services or mirrors of them. `CLAIMBOOK_MAILTO`: the address
    they may write to. `CLAIMBOOK_PUBMED_KEY`: a key for more requests a second. `CLAIMBOOK_CACHE`: the folder, or
    `off`. `CLAIMBOOK_PRIVATE_HOSTS`: `host:port`, comma-separated. `CLAIMBOOK_TIMEOUT` and
    `CLAIMBOOK_RETRY_WAIT`: seconds.
    """
    env = os.environ if environ is None else environ
    given = {name.removeprefix("CLAIMBOOK_"): value.strip() for name, value in env.items() if value.strip()}
    settings = Settings(
        crossref=given.get("CROSSREF_URL", CROSSREF).rstrip("/"),
        pubmed=given.get("PUBMED_URL", PUBMED).rstrip("/"),
        mailto=_mailto(given.get("MAILTO")),
        pubmed_key=given.get("PUBMED_KEY"),
        cache=_cache(given.get("CACHE"), env),
        private_hosts=frozenset(host.strip() for host in given.get("PRIVATE_HOSTS", "").split(",") if host.strip()),
        timeout=_seconds(given, "TIMEOUT", Settings.timeout),
        first_wait=_seconds(given, "RETRY_WAIT", Settings.first_wait),
        pause=0.1 if "PUBMED_KEY" in given else Settings.pause,
    )
    assert settings.trusted  # both addresses are read now, so that a wrong one is told before anything is asked
    return settings


def _cache(given: str | None, env: Mapping[str, str]) -> Path | None:
    if given is not None:
        return None if given == "off" else Path(given)
    home = env.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home).expanduser() / "claimbook" / "lookup"


def _seconds(given: Mapping[str, str], name: str, otherwise: float) -> float:
    try:
        value = float(given.get(name, otherwise))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 600:
        raise RefusedError(f"CLAIMBOOK_{name}={given[name]}: not a number of seconds from 0 to 600")
    return value


def _mailto(given: str | None) -> str | None:
    if given and ("@" not in given or any(sign.isspace() or sign in "()<>;" for sign in given)):
        raise RefusedError(f"CLAIMBOOK_MAILTO={given!r}: not an e-mail address")
    return given
