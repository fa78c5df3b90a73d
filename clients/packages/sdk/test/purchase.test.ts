// The main job against a running installation: browse, fill a cart, order, pay, refund.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Admin, AuthenticationError, ConflictError, hasCode, NotFoundError, Storefront } from "../dist/index.js";
import { confirmPayment, dev, skip, until } from "./stoa.ts";

const address = {
  first_name: "Anna",
  last_name: "Berg",
  street_name: "Long Street 1",
  city: "Berlin",
  postal_code: "10115",
  country: "DE",
};

test("a shopper buys two things and the store refunds them", { skip }, async () => {
  const { tenants, stripe } = dev!;
  const { host, owner } = tenants[0]!;
  const shop = new Storefront({ baseUrl: `http://${host}` });

  const cards = await shop.listProducts({ sort: "price_asc", limit: 5 }).toArray(12);
  assert.equal(new Set(cards.map((it) => it.slug)).size, 12, "three pages were read");
  const product = await shop.getProduct({ slug: cards.find((it) => it.available)!.slug });
  const variant = product.variants.find((it) => it.available)!;

  const made = await shop.createCart();
  const cart = { cart_id: made.id, cart_token: made.token! };
  await shop.addCartLine({ ...cart, variant_id: variant.id, quantity: 2 });
  await shop.updateCart({ ...cart, email: "anna@example.com", shipping_address: address });
  const options = await shop.listShippingOptions(cart);
  const filled = await shop.updateCart({ ...cart, shipping_option_id: options.data[0]!.id });
  assert.deepEqual(filled.requirements, []);
  const { total } = filled.totals;

  const stale = await shop
    .placeOrder({ ...cart, expected_total: { ...total, amount: total.amount + 1 }, payment_provider: "stripe" })
    .catch((it: unknown) => it);
  assert(hasCode(stale, "cart_changed") && stale instanceof ConflictError);
  assert.deepEqual(stale.problem["current_total"], total);

  const order = { ...cart, expected_total: total, payment_provider: "stripe" };
  const placed = await shop.placeOrder(order, { idempotencyKey: `order-${made.id}` });
  const again = await shop.placeOrder(order, { idempotencyKey: `order-${made.id}` }).withResponse();
  assert.equal(again.data.order.id, placed.order.id);
  assert.equal(again.headers.get("idempotent-replayed"), "true");

  await confirmPayment(stripe, placed.payment!.client_secret!);
  const own = { order_id: placed.order.id, order_token: placed.order.token! };
  const paid = await until(() => shop.getOrder(own), (it) => it.status === "paid");
  assert.equal(paid.status, "paid");
  assert.deepEqual(paid.totals.total, total);
  await assert.rejects(shop.getOrder({ ...own, order_token: "0".repeat(64) }), NotFoundError);

  const visitor = new Admin({ baseUrl: `http://${host}` });
  await assert.rejects(visitor.listOrders(), AuthenticationError);
  const { access_token: accessToken } = await visitor.login(owner);
  const admin = new Admin({ baseUrl: `http://${host}`, accessToken });
  const refund = await admin.createRefund({ order_id: placed.order.id, full: true, reason: "just looking" });
  assert.deepEqual(refund.amount, total);
  const refunded = await until(() => shop.getOrder(own), (it) => it.status === "refunded");
  assert.equal(refunded.status, "refunded");
  const money = await admin.getOrderMoney({ order_id: placed.order.id });
  assert.deepEqual(money.sum, { amount: 0, currency: total.currency });
});

/** Two pixels beside each other. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR42mM4kWLEJSIHAAfXAZuXrpcuAAAAAElFTkSuQmCC";

test("the store uploads an image, as bytes and as browsers have files", { skip }, async () => {
  const { host, owner } = dev!.tenants[0]!;
  const { access_token: accessToken } = await new Admin({ baseUrl: `http://${host}` }).login(owner);
  const admin = new Admin({ baseUrl: `http://${host}`, accessToken });
  const price = { amount: 100, currency: "EUR" };
  const { id } = await admin.createProduct({ title: "Picture", status: "draft", variants: [{ price, on_hand: 0 }] });
  const bytes = Buffer.from(PNG, "base64");
  const made = await admin.uploadImage({ product_id: id, body: bytes }).withResponse();
  assert.deepEqual([made.status, made.data.width, made.data.height], [201, 2, 1]);
  const again = await admin.uploadImage({ product_id: id, body: new Blob([bytes], { type: "image/png" }) }).withResponse();
  assert.deepEqual([again.status, again.data.id], [200, made.data.id]);
});

test("a publishable key finds its store on the platform's address", { skip }, async () => {
  for (const { publishable_key: publishableKey, slug } of dev!.tenants) {
    const shop = new Storefront({ baseUrl: dev!.api, publishableKey });
    assert.equal((await shop.getStore()).name.toLowerCase().split(" ")[0], slug);
  }
  const nowhere = new Storefront({ baseUrl: dev!.api, publishableKey: "pk_unknown" });
  await assert.rejects(nowhere.getStore(), NotFoundError);
});
