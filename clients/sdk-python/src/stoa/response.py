"""The raw response behind a result."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Callable, Generic, TypeVar

from typing_extensions import ParamSpec

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True)
class Received:
    status: int
    headers: Mapping[str, str]
    text: str
    """Empty where the body is a file."""
    retries: int
    file: bytes = b""

    @property
    def request_id(self) -> str | None:
        return self.headers.get("x-request-id")


@dataclass(frozen=True)
class ApiResponse(Generic[T]):
    """A response with its data and what came around it."""

    data: T
    status: int
    headers: Mapping[str, str]
    request_id: str | None
    """Name it when you ask for help."""
    text: str
    """The body as it came; empty when it is a file, which `data` has."""
    retries: int
    """How often the request was repeated."""


# Of the current thread or task, so that calls beside this one are not mixed up with it.
_last: ContextVar[Received | None] = ContextVar("stoa_last_response", default=None)


def remember(received: Received) -> None:
    _last.set(received)


def with_response(operation: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> ApiResponse[T]:
    """Calls `operation`: `with_response(shop.get_product, slug="mug").headers`."""
    _last.set(None)
    data = operation(*args, **kwargs)
    received = _last.get()
    assert received is not None, "an operation of a client remembers its response"
    return ApiResponse(data, received.status, received.headers, received.request_id, received.text, received.retries)
