"""When a request is sent again, and after how long."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

_RETRIED_STATUSES = (408, 429, 500, 502, 503, 504)
_LONGEST_DELAY_SECONDS = 8.0
# A call should not sleep through what its caller would rather hear about.
_LONGEST_RETRY_AFTER_SECONDS = 60


def may_repeat(method: str, idempotency_key: str | None) -> bool:
    """Safe methods change nothing, and a key makes the server do the work once. Everything else is sent once."""
    return method in ("GET", "HEAD") or idempotency_key is not None


def is_worth_repeating(status: int, retry_after: float | None) -> bool:
    """A conflict goes away by itself only when the server says how long it takes."""
    if retry_after is not None and retry_after > _LONGEST_RETRY_AFTER_SECONDS:
        return False
    return status in _RETRIED_STATUSES or (status == 409 and retry_after is not None)


def delay_seconds(retry: int, first: float, retry_after: float | None) -> float:
    """Doubles with each retry. Between half and all of it, so that many clients do not come back at once."""
    longest = min(first * 2.0**retry, _LONGEST_DELAY_SECONDS)
    backoff = longest * (0.5 + random.random() / 2)
    return backoff if retry_after is None else retry_after + backoff * 0.1


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """`Retry-After` in seconds: the header is a number or a date."""
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    if not text:
        return None
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except ValueError:
        return None
