"""Sends one request over the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

import urllib3

from stoa.errors import ConnectionError, TimeoutError


@dataclass(frozen=True)
class RawResponse:
    status: int
    headers: Mapping[str, str]
    """Looked up without regard to case by what urllib3 returns; otherwise with names in lower case."""
    body: bytes


class Transport(Protocol):
    """Anything that can send a request: for tests, caches, or another library than urllib3."""

    def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> RawResponse:
        """Raises `stoa.ConnectionError` or `stoa.TimeoutError` when there is no whole response."""


class Urllib3Transport:
    """The default. `Urllib3Transport(urllib3.ProxyManager(…))` goes through a proxy."""

    def __init__(self, pool: urllib3.PoolManager | None = None) -> None:
        self._pool = pool if pool is not None else urllib3.PoolManager(maxsize=20)

    def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> RawResponse:
        address, all_headers = _this_machine(url, dict(headers))
        try:
            response = self._pool.request(
                method,
                address,
                headers=all_headers,
                body=body,
                timeout=urllib3.Timeout(total=timeout),
                # The client decides about both.
                retries=False,
                redirect=False,
            )
            return RawResponse(response.status, response.headers, response.data)
        except urllib3.exceptions.TimeoutError as cause:
            raise TimeoutError(f"no response within {timeout} s") from cause
        except (urllib3.exceptions.HTTPError, OSError) as cause:
            raise ConnectionError(f"{method} {url} got no response: {cause}") from cause


def _this_machine(url: str, headers: dict[str, str]) -> tuple[str, dict[str, str]]:
    """By RFC 6761 every name below `localhost` is this machine; the system's resolver often does not know it."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not (parts.hostname or "").endswith(".localhost"):
        return url, headers
    headers.setdefault("Host", parts.netloc)
    return parts._replace(netloc=f"127.0.0.1:{parts.port or 80}").geturl(), headers
