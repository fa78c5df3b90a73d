"""What callers may set: once for a client, and again for one call."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Callable, Optional, TypedDict, Union
from urllib.parse import urlsplit

from stoa.errors import StoaError
from stoa.generated.version import VERSION

TokenCallback = Callable[[Optional[str]], Optional[str]]
Token = Union[str, TokenCallback]


class RequestOptions(TypedDict, total=False):
    """For one call, instead of the client's options."""

    timeout: float
    max_retries: int
    idempotency_key: str
    """Instead of the one that is made for each call. Ignored by operations that accept none."""
    access_token: str
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Attempt:
    """One attempt of a call, without its bodies and tokens."""

    method: str
    url: str
    retry: int
    """0 for the first."""
    duration_seconds: float
    status: int | None
    """None when no response came."""
    request_id: str | None


def read_base_url(base_url: str | None, host: str | None) -> str:
    if (base_url is None) == (host is None):
        raise StoaError("set either `base_url` or `host`")
    text = base_url if base_url is not None else f"https://{host}"
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoaError(f"`{text}` is not an address: write it like https://shop.example")
    if parts.query or parts.fragment:
        raise StoaError(f"`{text}` must be without a query")
    return text.rstrip("/")


def read_token(secret_key: str | None, access_token: Token | None) -> TokenCallback | None:
    if secret_key is not None and access_token is not None:
        raise StoaError("set either `secret_key` or `access_token`")
    fixed = secret_key if secret_key is not None else access_token
    if fixed is None or callable(fixed):
        return fixed
    return lambda _rejected: fixed


def at_least(name: str, value: float, least: float) -> None:
    if not value >= least:
        raise StoaError(f"`{name}` must be a number from {least}")


def user_agent(app_info: str | None) -> str:
    agent = f"stoa-sdk-python/{VERSION} python/{platform.python_version()}"
    return f"{agent} {app_info}" if app_info else agent
