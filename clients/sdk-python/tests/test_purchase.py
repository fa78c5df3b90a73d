"""The main job against a running installation: browse, fill a cart, order, pay, refund."""

from __future__ import annotations

import base64
import itertools
import time
import urllib.parse
import urllib.request
from typing import Any, Callable, TypedDict, TypeVar

import pytest
import stoa

T = TypeVar("T")

ADDRESS = {
    "first_name": "Anna",
    "last_name": "Berg",
    "street_name": "Long Street 1",
    "city": "Berlin",
    "postal_code": "10115",
    "country": "DE",
}


class CartKey(TypedDict):
    cart_id: str
    cart_token: str


class OrderKey(TypedDict):
    order_id: str
    order_token: str


def confirm_payment(stripe: str, client_secret: str) -> None:
    """Does with the simulator what the provider's script does in a shopper's browser."""
    intent = client_secret.split("_secret")[0]
    form = {"key": "pk_test_stoa", "client_secret": client_secret, "payment_method": "pm_card_visa"}
    body = urllib.parse.urlencode(form).encode()
    urllib.request.urlopen(f"{stripe}/v1/payment_intents/{intent}/confirm", body).close()


def until(read: Callable[[], T], fits: Callable[[T], bool]) -> T:
    """Repeats `read` until its result fits, for at most ten seconds."""
    end = time.monotonic() + 10
    while not fits(found := read()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def test_a_shopper_buys_two_things_and_the_store_refunds_them(dev: Any) -> None:
    tenant = dev["tenants"][0]
    base_url = f"http://{tenant['host']}"
    shop = stoa.Storefront(base_url=base_url)

    cards = list(itertools.islice(shop.list_products(sort="price_asc", limit=5), 12))
    assert len({it.slug for it in cards}) == 12, "three pages were read"
    product = shop.get_product(slug=next(it.slug for it in cards if it.available))
    variant = next(it for it in product.variants if it.available)

    made = shop.create_cart()
    assert made.token
    cart: CartKey = {"cart_id": made.id, "cart_token": made.token}
    shop.add_cart_line(**cart, variant_id=variant.id, quantity=2)
    shop.update_cart(**cart, email="anna@example.com", shipping_address=ADDRESS)
    option = shop.list_shipping_options(**cart).data[0]
    filled = shop.update_cart(**cart, shipping_option_id=option.id)
    assert filled.requirements == []
    total = filled.totals.total

    with pytest.raises(stoa.ConflictError) as changed:
        more = stoa.add_money(total, stoa.money(1, total.currency))
        shop.place_order(**cart, expected_total=more, payment_provider="stripe")
    assert changed.value.code == "cart_changed"
    assert changed.value.problem["current_total"] == total.model_dump()

    key: stoa.RequestOptions = {"idempotency_key": f"order-{made.id}"}
    placed = shop.place_order(**cart, expected_total=total, payment_provider="stripe", request_options=key)
    again = stoa.with_response(
        shop.place_order, **cart, expected_total=total, payment_provider="stripe", request_options=key
    )
    assert again.data.order.id == placed.order.id
    assert again.headers["Idempotent-Replayed"] == "true"

    assert placed.payment and placed.payment.client_secret and placed.order.token
    confirm_payment(dev["stripe"], placed.payment.client_secret)
    own: OrderKey = {"order_id": placed.order.id, "order_token": placed.order.token}
    paid = until(lambda: shop.get_order(**own), lambda it: it.status == "paid")
    assert paid.status == "paid" and paid.totals.total == total
    with pytest.raises(stoa.NotFoundError):
        shop.get_order(order_id=placed.order.id, order_token="0" * 64)

    visitor = stoa.Admin(base_url=base_url)
    with pytest.raises(stoa.AuthenticationError):
        visitor.list_orders()
    session = visitor.login(**tenant["owner"])
    admin = stoa.Admin(base_url=base_url, access_token=session.access_token)
    refund = admin.create_refund(order_id=placed.order.id, full=True, reason="just looking")
    assert refund.amount == total
    assert until(lambda: shop.get_order(**own), lambda it: it.status == "refunded").status == "refunded"
    assert admin.get_order_money(order_id=placed.order.id).sum.amount == 0


PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR42mM4"
    "kWLEJSIHAAfXAZuXrpcuAAAAAElFTkSuQmCC"
)
"""Two pixels beside each other."""


def test_the_store_uploads_an_image(dev: Any) -> None:
    tenant = dev["tenants"][0]
    base_url = f"http://{tenant['host']}"
    session = stoa.Admin(base_url=base_url).login(**tenant["owner"])
    admin = stoa.Admin(base_url=base_url, access_token=session.access_token)
    variant = {"price": {"amount": 100, "currency": "EUR"}, "on_hand": 0}
    product = admin.create_product(title="Picture", status="draft", variants=[variant])
    made = stoa.with_response(admin.upload_image, product_id=product.id, body=base64.b64decode(PNG))
    assert (made.status, made.data.width, made.data.height) == (201, 2, 1)
    again = stoa.with_response(admin.upload_image, product_id=product.id, body=base64.b64decode(PNG))
    assert (again.status, again.data.id) == (200, made.data.id)


def test_a_publishable_key_finds_its_store_on_the_platforms_address(dev: Any) -> None:
    for tenant in dev["tenants"]:
        shop = stoa.Storefront(base_url=dev["api"], publishable_key=tenant["publishable_key"])
        assert shop.get_store().name.lower().split(" ")[0] == tenant["slug"]
    with pytest.raises(stoa.NotFoundError):
        stoa.Storefront(base_url=dev["api"], publishable_key="pk_unknown").get_store()
