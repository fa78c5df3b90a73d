"""Client of the Stoa commerce API."""

from stoa import models
from stoa.download import Download
from stoa.errors import (
    ApiError,
    AuthenticationError,
    ConflictError,
    ConnectionError,
    FieldError,
    InvalidRequestError,
    MalformedResponseError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    RejectedError,
    ServerError,
    StoaError,
    TimeoutError,
    has_code,
)
from stoa.generated import Admin, Operator, Storefront
from stoa.generated.codes import ProblemCode
from stoa.generated.version import VERSION
from stoa.money import (
    MoneyError,
    add_money,
    format_money,
    from_decimal,
    minor_digits,
    money,
    multiply_money,
    subtract_money,
    to_decimal,
)
from stoa.options import Attempt, RequestOptions
from stoa.pages import Page
from stoa.response import ApiResponse, with_response
from stoa.transport import RawResponse, Transport, Urllib3Transport
from stoa.webhook import WebhookError, verify_webhook

__version__ = VERSION

__all__ = [
    "Admin",
    "ApiError",
    "ApiResponse",
    "Attempt",
    "AuthenticationError",
    "ConflictError",
    "ConnectionError",
    "Download",
    "FieldError",
    "InvalidRequestError",
    "MalformedResponseError",
    "MoneyError",
    "NotFoundError",
    "Operator",
    "Page",
    "PermissionDeniedError",
    "ProblemCode",
    "RateLimitError",
    "RawResponse",
    "RejectedError",
    "RequestOptions",
    "ServerError",
    "StoaError",
    "Storefront",
    "TimeoutError",
    "Transport",
    "Urllib3Transport",
    "WebhookError",
    "add_money",
    "format_money",
    "from_decimal",
    "has_code",
    "minor_digits",
    "models",
    "money",
    "multiply_money",
    "subtract_money",
    "to_decimal",
    "verify_webhook",
    "with_response",
]
