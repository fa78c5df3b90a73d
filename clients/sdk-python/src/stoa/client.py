"""Sends operations: credentials, keys, retries, errors."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from typing import Any, Callable, TypeVar, overload

from pydantic import BaseModel, ValidationError

from stoa.download import Download, read_download
from stoa.errors import ConnectionError, MalformedResponseError, error_type
from stoa.options import Attempt, RequestOptions, Token, at_least, read_base_url, read_token, user_agent
from stoa.pages import Page
from stoa.request import BuiltRequest, Operation, build_request
from stoa.response import Received, remember
from stoa.retry import delay_seconds, is_worth_repeating, may_repeat, read_retry_after
from stoa.transport import RawResponse, Transport, Urllib3Transport

M = TypeVar("M", bound=BaseModel)


class Client:
    """The base of the generated clients. One instance may be used by many threads.

    base_url: where the API is: `https://shop.example`, or a host of the platform together with `publishable_key`.
    host: the store's host, instead of `base_url`.
    publishable_key: names the storefront on a host of the platform. Not secret.
    secret_key: sent as a bearer token.
    access_token: a shopper's or staff member's token, or a callback that returns one. After a 401 it is called once
        more, with the token that was rejected.
    timeout: seconds to connect, and to wait for each part of the response. Default 30.
    max_retries: attempts after the first. Only safe methods and calls with an idempotency key are repeated.
    retry_delay: seconds before the first retry, when the server names none; doubled for each one after.
    transport: sends requests; default urllib3.
    headers, app_info: headers of every request; your name in the user agent (`my-shop/1.2`).
    on_attempt: called after every attempt, for logs and metrics.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        host: str | None = None,
        publishable_key: str | None = None,
        secret_key: str | None = None,
        access_token: Token | None = None,
        timeout: float = 30.0,
        max_retries: int = 2,
        retry_delay: float = 0.5,
        transport: Transport | None = None,
        headers: Mapping[str, str] | None = None,
        app_info: str | None = None,
        on_attempt: Callable[[Attempt], None] | None = None,
    ) -> None:
        self._base_url = read_base_url(base_url, host)
        self._token = read_token(secret_key, access_token)
        at_least("timeout", timeout, 0.001)
        at_least("max_retries", max_retries, 0)
        at_least("retry_delay", retry_delay, 0)
        self._timeout = timeout
        self._max_retries = max_retries
        self._retry_delay = retry_delay
        self._transport: Transport = transport if transport is not None else Urllib3Transport()
        self._headers = {"User-Agent": user_agent(app_info), **(headers or {})}
        if publishable_key is not None:
            self._headers["Stoa-Publishable-Key"] = publishable_key
        self._on_attempt = on_attempt

    @overload
    def _call(
        self, operation: Operation, params: Mapping[str, Any], model: type[M], options: RequestOptions | None
    ) -> M: ...

    @overload
    def _call(
        self, operation: Operation, params: Mapping[str, Any], model: type[Download], options: RequestOptions | None
    ) -> Download: ...

    @overload
    def _call(
        self, operation: Operation, params: Mapping[str, Any], model: None, options: RequestOptions | None
    ) -> None: ...

    def _call(
        self,
        operation: Operation,
        params: Mapping[str, Any],
        model: type[M] | type[Download] | None,
        options: RequestOptions | None,
    ) -> M | Download | None:
        received = self._send(operation, params, options or {})
        remember(received)
        if model is None:
            return None
        if not issubclass(model, BaseModel):
            return _file_of(received, operation.download)
        try:
            return model.model_validate_json(received.text)
        except ValidationError as cause:
            message = f"the response with status {received.status} is not a {model.__name__}"
            raise MalformedResponseError(message, received.status, received.request_id, received.text) from cause

    def _list(
        self, operation: Operation, params: Mapping[str, Any], model: type[M], options: RequestOptions | None
    ) -> Page[Any]:
        def load(cursor: str) -> Page[Any]:
            return self._list(operation, {**params, "cursor": cursor}, model, options)

        return Page(self._call(operation, params, model, options), load)

    def _send(self, operation: Operation, params: Mapping[str, Any], options: RequestOptions) -> Received:
        request = build_request(self._base_url, operation, params)
        request.headers.update(self._headers)
        request.headers.update(options.get("headers", {}))
        # Made once, before the first attempt: the server knows by it that a retry is the same request.
        key = None
        if operation.accepts_idempotency_key:
            key = options.get("idempotency_key") or str(uuid.uuid4())
            request.headers["Idempotency-Key"] = key

        token = self._token_for(operation, options)
        if token is not None:
            request.headers["Authorization"] = f"Bearer {token}"
        received = self._repeat(operation, request, key, options)
        if received.status == 401 and token is not None and "access_token" not in options and self._token:
            renewed = self._token(token)
            if renewed is not None and renewed != token:
                request.headers["Authorization"] = f"Bearer {renewed}"
                received = self._repeat(operation, request, key, options)
        if 200 <= received.status <= 299:
            return received
        raise error_type(received.status)(
            received.status, received.headers, received.text, received.retries, read_retry_after(received.headers)
        )

    def _token_for(self, operation: Operation, options: RequestOptions) -> str | None:
        if not operation.takes_token:
            return None
        if "access_token" in options:
            return options["access_token"]
        return self._token(None) if self._token else None

    def _repeat(self, operation: Operation, request: BuiltRequest, key: str | None, options: RequestOptions) -> Received:
        method = operation.method
        most = options.get("max_retries", self._max_retries) if may_repeat(method, key) else 0
        retry = 0
        while True:
            retry_after = None
            try:
                response = self._attempt(method, request, retry, options)
                retry_after = read_retry_after(response.headers)
                if retry >= most or not is_worth_repeating(response.status, retry_after):
                    # A failure is a problem, also of an operation that returns a file.
                    if operation.download and 200 <= response.status <= 299:
                        return Received(response.status, response.headers, "", retry, response.body)
                    text = response.body.decode("utf-8", errors="replace")
                    return Received(response.status, response.headers, text, retry)
            except ConnectionError:
                if retry >= most:
                    raise
            time.sleep(delay_seconds(retry, self._retry_delay, retry_after))
            retry += 1

    def _attempt(self, method: str, request: BuiltRequest, retry: int, options: RequestOptions) -> RawResponse:
        timeout = options.get("timeout", self._timeout)
        started = time.monotonic()
        response: RawResponse | None = None
        try:
            response = self._transport(method, request.url, request.headers, request.body, timeout)
            return response
        finally:
            if self._on_attempt:
                duration = time.monotonic() - started
                status = response.status if response else None
                request_id = response.headers.get("x-request-id") if response else None
                self._on_attempt(Attempt(method, request.url, retry, duration, status, request_id))


def _file_of(received: Received, accept: str) -> Download:
    found = read_download(received.headers, received.file, accept)
    if found is None:
        message = f"the response with status {received.status} is not {accept}"
        text = received.file.decode("utf-8", errors="replace")
        raise MalformedResponseError(message, received.status, received.request_id, text)
    return found
