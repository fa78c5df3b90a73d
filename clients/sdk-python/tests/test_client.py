"""What only this client has: mappings and models as parameters, transports, threads."""

from __future__ import annotations

import builtins
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
import stoa
from conftest import Mock
from stoa.models import Cart, CartStatus, CheckoutRequest, Money
from stoa.request import Operation, build_request


class Recorder:
    """A transport that answers with what it was given."""

    def __init__(self, *answers: dict[str, Any] | Exception, status: int = 200) -> None:
        self.answers = list(answers)
        self.status = status
        self.bodies: list[Any] = []

    def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> stoa.RawResponse:
        self.bodies.append(json.loads(body) if body else None)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return stoa.RawResponse(self.status, {"x-request-id": "req_1"}, json.dumps(answer).encode())


def test_models_and_mappings_are_the_same_to_an_operation() -> None:
    transport = Recorder({"code": "cart_full"}, {"code": "cart_full"}, status=409)
    shop = stoa.Storefront(host="shop.example", transport=transport)
    for total in (Money(amount=5, currency="EUR"), {"amount": 5, "currency": "EUR"}):
        with pytest.raises(stoa.ConflictError) as refused:
            shop.place_order(cart_id="c", cart_token="t", expected_total=total, payment_provider="stripe")
        assert stoa.has_code(refused.value, "cart_full") and not stoa.has_code(refused.value, "cart_changed")

    assert transport.bodies == [{"expected_total": {"amount": 5, "currency": "EUR"}, "payment_provider": "stripe"}] * 2


def test_every_reason_has_a_constant() -> None:
    shop = stoa.Storefront(host="shop.example", transport=Recorder({"code": "cart_full"}, status=409))
    with pytest.raises(stoa.ConflictError) as refused:
        shop.create_cart()

    assert refused.value.code == stoa.ProblemCode.CART_FULL
    assert stoa.has_code(refused.value, stoa.ProblemCode.CART_FULL)
    assert not stoa.has_code(refused.value, stoa.ProblemCode.CART_CHANGED)
    assert len(stoa.ProblemCode) > 50 and all(it.name.lower() == it.value for it in stoa.ProblemCode)


def test_what_was_not_set_in_a_model_is_not_sent() -> None:
    operation = Operation("POST", "/x", body="fields")
    model = CheckoutRequest.model_construct(expected_total=Money(amount=5, currency="EUR"))
    request = build_request("https://shop.example", operation, {"request": model})

    assert json.loads(request.body or b"") == {"request": {"expected_total": {"amount": 5, "currency": "EUR"}}}


def test_times_need_a_zone() -> None:
    operation = Operation("GET", "/x", query=("since", "flag", "list"))
    since = datetime.fromisoformat("2026-01-02T03:04:05+02:00")
    params = {"since": since, "flag": True, "list": ["a b", "c"]}
    request = build_request("https://shop.example", operation, params)

    assert request.url == "https://shop.example/x?since=2026-01-02T01%3A04%3A05Z&flag=true&list=a%20b&list=c"
    with pytest.raises(stoa.StoaError, match="time zone"):
        build_request("https://shop.example", operation, {"since": datetime(2026, 1, 2)})


def test_unknown_values_of_an_enum_are_equal_to_their_text() -> None:
    status = CartStatus("held_for_review")

    assert status == "held_for_review" and str(status) == "held_for_review"
    assert status.name == "UNKNOWN" and status not in list(CartStatus)
    assert CartStatus("open") is CartStatus.OPEN and str(CartStatus.OPEN) == "open"


def test_unknown_fields_are_attributes(mock: Mock) -> None:
    run = mock.start("an unknown field survives")
    cart = stoa.Storefront(base_url=run.base_url).get_cart(cart_id="c", cart_token="t")

    assert isinstance(cart, Cart)
    assert (cart.model_extra or {})["gift_wrap"] == {"paper": "blue"}


def test_every_attempt_is_reported() -> None:
    attempts: list[stoa.Attempt] = []
    transport = Recorder(stoa.ConnectionError("gone"), {"code": "not_found"}, status=404)
    shop = stoa.Storefront(
        host="shop.example", transport=transport, retry_delay=0.001, on_attempt=attempts.append
    )
    with pytest.raises(stoa.NotFoundError):
        shop.get_product(slug="mug")

    told = [(it.method, it.url, it.retry, it.status, it.request_id) for it in attempts]
    url = "https://shop.example/storefront/v1/products/mug"
    assert told == [("GET", url, 0, None, None), ("GET", url, 1, 404, "req_1")]


def test_network_errors_are_the_builtin_ones_too() -> None:
    refused = stoa.Storefront(base_url="http://127.0.0.1:9", max_retries=0)
    with pytest.raises(builtins.ConnectionError):
        refused.get_store()
    assert issubclass(stoa.TimeoutError, builtins.TimeoutError)


def test_responses_of_threads_are_not_mixed_up(mock: Mock) -> None:
    shop = stoa.Storefront(base_url=mock.start("one request").base_url)
    other = stoa.Storefront(base_url=mock.start("the client names itself").base_url)

    def call_beside_another() -> str:
        name = shop.get_store().name
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(stoa.with_response, other.get_store).result().request_id is None
        return name

    response = stoa.with_response(call_beside_another)
    assert (response.data, response.request_id) == ("Aurora", "req_1")


def test_a_name_below_localhost_is_this_machine(mock: Mock) -> None:
    run = mock.start("one request")
    address = run.base_url.replace("127.0.0.1", "aurora.localhost")

    assert stoa.Storefront(base_url=address).get_store().name == "Aurora"
    assert run.seen()[0]["headers"]["host"] == urlsplit(address).netloc


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"base_url": "https://shop.example", "host": "shop.example"},
        {"base_url": "shop.example"},
        {"base_url": "ftp://shop.example"},
        {"base_url": "https://shop.example/?a=1"},
        {"host": "shop.example", "secret_key": "sk_1", "access_token": "token"},
        {"host": "shop.example", "timeout": 0},
        {"host": "shop.example", "timeout": float("nan")},
        {"host": "shop.example", "max_retries": -1},
    ],
)
def test_options_that_cannot_be_right_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(stoa.StoaError):
        stoa.Storefront(**options)
