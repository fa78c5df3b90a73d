"""Verifies messages in the format of Standard Webhooks."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import time
from collections.abc import Mapping
from typing import Literal

from stoa.errors import StoaError

Reason = Literal["malformed_header", "malformed_secret", "too_old", "too_new", "wrong_signature"]

# How far the clocks of sender and receiver may be apart.
_TOLERANCE_SECONDS = 300


class WebhookError(StoaError):
    """The message is not trusted."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def verify_webhook(body: bytes | str, headers: Mapping[str, str], secret: str, *, now: float | None = None) -> str:
    """Returns the id of a message whose signature is right; an id that was seen before is a repetition.

    `body` must be what came: JSON that was parsed and written again has another signature. Headers are found without
    regard to case.
    """
    key = _decode(secret[6:] if secret.startswith("whsec_") else secret)
    if not key:
        raise WebhookError("malformed_secret", "the secret is not base64 after `whsec_`")
    given = {name.lower(): value for name, value in headers.items()}
    message_id, timestamp, signatures = (
        _read(given, name) for name in ("webhook-id", "webhook-timestamp", "webhook-signature")
    )
    if not re.fullmatch("[0-9]{1,11}", timestamp):
        raise WebhookError("malformed_header", "the header `webhook-timestamp` is malformed")
    content = body.encode() if isinstance(body, str) else body
    signed = f"{message_id}.{timestamp}.".encode() + content
    expected = hmac.new(key, signed, hashlib.sha256).digest()
    # There is more than one while the sender changes its secret.
    candidates = [_decode(it[3:]) for it in signatures.split(" ") if it.startswith("v1,")]
    if not any(it is not None and hmac.compare_digest(it, expected) for it in candidates):
        raise WebhookError("wrong_signature", "no signature of the message is right")
    age = int(time.time() if now is None else now) - int(timestamp)
    if age > _TOLERANCE_SECONDS:
        raise WebhookError("too_old", "the message is too old")
    if age < -_TOLERANCE_SECONDS:
        raise WebhookError("too_new", "the message is from the future")
    return message_id


def _read(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if not value:
        raise WebhookError("malformed_header", f"the header `{name}` is missing")
    return value


def _decode(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
