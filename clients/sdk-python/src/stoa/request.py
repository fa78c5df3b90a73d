"""Builds a request from an operation and its parameters."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Literal
from urllib.parse import quote

from pydantic import BaseModel

from stoa.errors import StoaError


class NotGiven:
    """The default of parameters: not sent, whereas None is sent as null."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()


@dataclass(frozen=True)
class Operation:
    """What the document says of an operation, as far as sending it needs."""

    method: str
    path: str
    """With `{name}` where a parameter goes."""
    query: Sequence[str] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    """Parameters that are headers, and their names there."""
    body: Literal["fields", "whole", "file"] | None = None
    """Whether the remaining parameters are the body's fields, or the parameter `body` is all of it: JSON, or a file."""
    file_type: str = ""
    download: str = ""
    """The types of the file that it returns, as `Accept` has them; empty when it returns JSON."""
    takes_token: bool = False
    accepts_idempotency_key: bool = False


@dataclass
class BuiltRequest:
    url: str
    headers: dict[str, str]
    body: bytes | None


def build_request(base_url: str, operation: Operation, params: Mapping[str, Any]) -> BuiltRequest:
    left = {name: it for name, it in params.items() if not isinstance(it, NotGiven)}
    path = operation.path
    for name in _path_names(path):
        path = path.replace("{" + name + "}", _segment(name, left.pop(name, None)))
    query = "&".join(part for name in operation.query for part in _query_parts(name, left.pop(name, None)))
    headers = {"Accept": operation.download or "application/json"}
    for name, header in operation.headers.items():
        value = left.pop(name, None)
        if value is not None:
            headers[header] = str(value)
    body: bytes | None = None
    if operation.body == "file":
        body = _file(left.get("body"))
        headers["Content-Type"] = operation.file_type
    elif operation.body:
        content = left.get("body") if operation.body == "whole" else left
        body = json.dumps(content, default=_plain, ensure_ascii=False, allow_nan=False).encode()
        headers["Content-Type"] = "application/json"
    return BuiltRequest(base_url + path + (f"?{query}" if query else ""), headers, body)


def _file(content: object) -> bytes:
    # Not what can be read only once, since a request may be repeated.
    if isinstance(content, (bytes, bytearray, memoryview)):
        return bytes(content)
    raise StoaError("`body` must be bytes")


def _path_names(path: str) -> list[str]:
    return [part.split("}")[0] for part in path.split("{")[1:]]


def _segment(name: str, value: object) -> str:
    # An empty segment or a dot would address another resource.
    text = "" if value is None else str(value)
    if text in ("", ".", ".."):
        raise StoaError(f"`{name}` must not be empty")
    return quote(text, safe="")


def _query_parts(name: str, value: object) -> list[str]:
    if value is None:
        return []
    values = value if isinstance(value, (list, tuple)) else [value]
    return [f"{quote(name, safe='')}={quote(_query_text(it), safe='')}" for it in values]


def _query_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _instant(value)
    return str(value)


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        # What nobody has set stays absent; null has a meaning of its own.
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence):
        return list(value)
    raise StoaError(f"{type(value).__name__} cannot be sent as JSON")


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise StoaError(f"{value} needs a time zone: datetime(…, tzinfo=timezone.utc)")
    return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
