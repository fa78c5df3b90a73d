"""Every way in which a call can fail, as a type."""

from __future__ import annotations

import builtins
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class StoaError(Exception):
    """The root of all errors of this package. Raised itself when it was used wrongly."""


class ConnectionError(StoaError, builtins.ConnectionError):
    """No response came: the address is unknown, the connection was refused or broke."""


class TimeoutError(ConnectionError, builtins.TimeoutError):
    """No response came in time."""


class MalformedResponseError(StoaError):
    """The response says success, but is not what the document says: something else may have answered."""

    def __init__(self, message: str, status: int, request_id: str | None, text: str) -> None:
        super().__init__(message)
        self.status = status
        self.request_id = request_id
        self.text = text


@dataclass(frozen=True)
class FieldError:
    """A field that is wrong."""

    pointer: str
    """A JSON pointer into the body (`/lines/0/quantity`), or the name of a parameter or header."""
    code: str
    """Stable, for programs."""
    detail: str
    """What would be right, for people."""


class ApiError(StoaError):
    """The server refused the request. The subclass tells the status, `code` the reason."""

    def __init__(
        self,
        status: int,
        headers: Mapping[str, str],
        text: str,
        retries: int,
        retry_after_seconds: float | None,
    ) -> None:
        problem = _read_problem(text)
        code = problem.get("code")
        self.status = status
        self.code: str = code if isinstance(code, str) else ""
        """The stable reason, such as `cart_changed`; empty when something else than Stoa answered."""
        self.request_id: str | None = problem.get("request_id") or headers.get("x-request-id")
        """Name it when you ask for help."""
        self.errors: list[FieldError] = _read_errors(problem.get("errors"))
        """The fields that are wrong, if fields are."""
        self.problem = problem
        """The whole body (RFC 9457); members such as `current_total` are in it."""
        self.retry_after_seconds = retry_after_seconds
        """Seconds that the server asks to wait, if it does."""
        self.headers = headers
        self.text = text
        """The body as it came."""
        self.retries = retries
        """How often the request was repeated."""
        reason = problem.get("detail") or problem.get("title") or "the response has no explanation"
        super().__init__(" ".join(str(it) for it in (status, self.code, reason) if it))

    def field(self, pointer: str) -> FieldError | None:
        """What is wrong with the field at `pointer`, if it is."""
        return next((it for it in self.errors if it.pointer == pointer), None)


class InvalidRequestError(ApiError):
    """400: the request is malformed; `errors` names the fields."""


class AuthenticationError(ApiError):
    """401: no valid credentials were sent."""


class PermissionDeniedError(ApiError):
    """403: the caller may not do this."""


class NotFoundError(ApiError):
    """404: it does not exist, or is not the caller's."""


class ConflictError(ApiError):
    """409: the state of things forbids it; read again and decide."""


class RejectedError(ApiError):
    """422: understood and refused."""


class RateLimitError(ApiError):
    """429: too many requests."""


class ServerError(ApiError):
    """5xx: the server, or something that it depends on, failed."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: InvalidRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: RejectedError,
    429: RateLimitError,
}


def error_type(status: int) -> type[ApiError]:
    return _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)


def has_code(error: BaseException, code: str) -> bool:
    """Whether `error` is the server's refusal with this code."""
    return isinstance(error, ApiError) and error.code == code


def _read_problem(text: str) -> dict[str, Any]:
    # A proxy's page is not JSON; the status alone then says what happened.
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _read_errors(errors: object) -> list[FieldError]:
    if not isinstance(errors, list):
        return []
    return [
        FieldError(str(it.get("pointer", "")), str(it.get("code", "")), str(it.get("detail", "")))
        for it in errors
        if isinstance(it, dict)
    ]
