// What goes wrong between the cart and the order, and that exactly one order comes of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { addToCart, DESKTOP, fillCard, GERMAN, isPaid, launch, orderButton, pay, PHONE, placeOrder, reachOrder, visit } from "./browser.ts";
import { AURORA, call, Staff, unique } from "./installation.ts";

let browser: Browser;
let owner: Staff;
before(async () => {
  browser = await launch();
  owner = await Staff.ofDemo("aurora");
});
after(() => browser.close());

const someone = () => ({ ...GERMAN, email: `shopper-${unique()}@example.com` });

test("a price that changed during checkout is shown before anything is ordered", async () => {
  const details = someone();
  const product = await owner.product({ amount: 5000 });
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [409] });
  await addToCart(page, product.slug);
  await reachOrder(page, details);
  await owner.setPrice(product.variant, 6000);

  await orderButton(page).click();
  await page.getByRole("alert").getByText("It was €54.90, and is now €64.90.").waitFor();
  assert.deepEqual(await owner.orders(details.email), []);
  await page.getByRole("button", { name: "Order and pay €64.90" }).click();
  await pay(page);
  await isPaid(page);

  assert.equal(await page.locator("[data-total]").textContent(), "€64.90");
  assert.equal((await owner.orders(details.email)).length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("what sold out during checkout is named, and the rest can be bought", async () => {
  const details = someone();
  const [gone, left] = [await owner.product(), await owner.product({ amount: 1000 })];
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA, { expected: [400, 409, 422] });
  await addToCart(page, gone.slug);
  await addToCart(page, left.slug);
  await reachOrder(page, details);
  await owner.setStock(gone.variant, 0);

  await orderButton(page).click();
  await page.getByRole("alert").getByText("Some items are no longer available in this quantity.").waitFor();
  assert.deepEqual(await owner.orders(details.email), []);
  await page.getByRole("link", { name: "Go to the cart" }).click();
  await page.getByRole("button", { name: `Remove ${gone.title}` }).click();
  await page.getByRole("link", { name: "Checkout" }).click();
  await orderButton(page).click();
  await pay(page);
  await isPaid(page);

  assert.equal(await page.locator("[data-total]").textContent(), "€14.90");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a product that has just sold out says so", async () => {
  const product = await owner.product({ on_hand: 1 });
  const { context, page } = await visit(browser, PHONE, AURORA);
  await page.goto(`/products/${product.slug}`);
  await owner.setStock(product.variant, 0);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("alert").getByText("This has just sold out.").waitFor();
  await context.close();
});

test("a connection lost after the order was sent leads to one order", async () => {
  const details = someone();
  const { context, page } = await visit(browser, DESKTOP, AURORA);
  await addToCart(page, "rund-mirror");
  await reachOrder(page, details);
  const statuses: number[] = [];
  await page.route("**/checkout", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    // It arrives; the answer does not.
    const { host, pathname } = new URL(route.request().url());
    const headers = await route.request().allHeaders();
    const { status } = await call("POST", pathname, { host, body: route.request().postDataJSON() as unknown, headers });
    statuses.push(status);
    await route.abort("connectionreset");
  });
  await orderButton(page).click();
  await page.getByRole("alert").getByText("your order will not be placed twice").waitFor();
  assert.deepEqual([...new Set(statuses)], [201]);
  assert.equal((await owner.orders(details.email)).length, 1);

  await page.unroute("**/checkout");
  // The browser that was closed in between asks with the same key too.
  await page.reload();
  await pay(page);
  await isPaid(page);
  assert.deepEqual(
    (await owner.orders(details.email)).map((it) => it.status),
    ["paid"],
  );
  await context.close();
});

test("two clicks on every button of checkout make one order and one payment", async () => {
  const details = someone();
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await addToCart(page, "rund-mirror");
  await reachOrder(page, details);
  await orderButton(page).dblclick();
  await page.getByLabel("Card number").waitFor();
  await fillCard(page, "4242424242424242");
  await page.getByRole("button", { name: /^Pay / }).dblclick();
  await isPaid(page);
  assert.equal((await owner.orders(details.email)).length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("two tabs that both check out make one order", async () => {
  const details = someone();
  const { context, page } = await visit(browser, DESKTOP, AURORA, { expected: [409] });
  await addToCart(page, "rund-mirror");
  await reachOrder(page, details);
  const other = await context.newPage();
  await other.goto("/checkout");
  await orderButton(other).waitFor();

  await Promise.all([orderButton(page).click(), orderButton(other).click()]);
  await page.getByLabel("Card number").waitFor();
  await other.getByLabel("Card number").waitFor();
  await pay(other);
  await isPaid(other);
  assert.equal((await owner.orders(details.email)).length, 1);
  await page.locator("[data-cart-button][aria-label='Cart, 0 items']").waitFor();
  await context.close();
});

test("the back button leads out of checkout and in again, and nothing is lost", async () => {
  const details = someone();
  const { context, page, complaints } = await visit(browser, PHONE, AURORA);
  await page.goto("/");
  await page.goto("/products/rund-mirror");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog", { name: "Cart" }).getByRole("link", { name: "Checkout" }).click();
  await page.locator("[name=email]").waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Rund Mirror" }).waitFor();
  await page.goForward();
  await placeOrder(page, details);
  await page.goBack();
  await page.goForward();
  // The order is reserved: the payment form comes back.
  await pay(page);
  await isPaid(page);
  assert.equal((await owner.orders(details.email)).length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});
