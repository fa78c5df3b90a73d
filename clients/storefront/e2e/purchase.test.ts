import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, AMERICAN, DESKTOP, GERMAN, isPaid, launch, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { AURORA, MERIDIAN, newTenant } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const STORES = [
  { name: "Aurora", url: AURORA, slug: "knage-peg-rail", details: GERMAN, total: "€72.90" },
  { name: "Meridian", url: MERIDIAN, slug: "summit-granola", details: AMERICAN, total: "" },
];

for (const { name, url, slug, details, total } of STORES) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test(`a shopper buys at ${name} on a ${size}`, async () => {
      const { context, page, complaints } = await visit(browser, viewport, url);
      await addToCart(page, slug);
      await placeOrder(page, details);
      if (total) assert.equal(await page.locator("[data-total]").textContent(), total);

      await pay(page, "4242424242424242");
      await isPaid(page);

      assert.match(page.url(), /\/orders\/ord_/);
      assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Thank you for your order");
      assert.equal(await page.locator("[data-cart-button]").getAttribute("aria-label"), "Cart, 0 items");
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

test("a declined card says why, and another one pays the same order", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await addToCart(page, "flet-basket");
  await placeOrder(page, GERMAN);

  await pay(page, "4000000000000002");
  await page.getByRole("alert").getByText("Your card was declined.").waitFor();
  await pay(page, "4242424242424242");
  await isPaid(page);

  assert.deepEqual(complaints.filter((it) => !it.includes("status of 402")), []);
  await context.close();
});

test("a card that needs the bank's consent pays once the shopper gives it", async () => {
  const { context, page } = await visit(browser, PHONE, AURORA);
  await addToCart(page, "flet-basket");
  await placeOrder(page, GERMAN);

  await pay(page, "4000002760003184");
  await page.getByRole("button", { name: "Refuse" }).click();
  await page.getByRole("alert").waitFor();
  await pay(page, "4000002760003184");
  await page.getByRole("button", { name: "Confirm", exact: true }).click();

  await isPaid(page);
  await context.close();
});

test("an order whose money is taken later says so, and is paid with its last parcel", async () => {
  const owner = await newTenant("Werkstatt", { currency: "EUR", country: "DE", locale: "en-GB" });
  await owner.send("PUT", "/payment-settings", { capture: "on_fulfillment" });
  const lamp = await owner.product();
  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`);
  await addToCart(page, lamp.slug);
  await placeOrder(page, GERMAN);

  await pay(page);
  await page.locator("h1[data-status=authorized]").waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Thank you for your order");
  await page.getByText("nothing is charged yet").waitFor();
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(complaints, []);

  await owner.ship(/ord_\w+/.exec(page.url())?.[0] ?? "");
  for (let tries = 0; tries < 40 && (await page.locator("h1[data-status=paid]").count()) === 0; tries += 1) {
    await page.waitForTimeout(250);
    await page.reload();
    await page.locator("h1[data-status]").waitFor();
  }
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Your order is on its way");
  assert.equal(await page.locator("h1[data-status=paid]").count(), 1);
  await context.close();
});

test("two clicks add one unit", async () => {
  const { context, page } = await visit(browser, DESKTOP, AURORA);
  await page.goto("/products/rund-mirror");
  await page.getByRole("button", { name: "Add to cart" }).dblclick();
  await page.getByRole("dialog", { name: "Cart" }).getByText("is in your cart").waitFor();
  assert.equal(await page.locator("[data-cart-button]").getAttribute("aria-label"), "Cart, 1 item");
  await context.close();
});

test("two tabs show the same cart", async () => {
  const { context, page } = await visit(browser, DESKTOP, AURORA);
  const other = await context.newPage();
  await other.goto("/");
  await addToCart(page, "rund-mirror");
  await other.locator("[data-cart-button][aria-label='Cart, 1 item']").waitFor();
  await context.close();
});

test("the keyboard alone buys", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await page.goto("/products/rund-mirror", { waitUntil: "networkidle" });
  await tabTo(page, "Add to cart");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Cart" }).getByText("is in your cart").waitFor();
  await tabTo(page, "Checkout");
  await page.keyboard.press("Enter");
  await page.locator("[name=email]").waitFor();
  // In the order of the form; what is optional is passed over.
  const typed = ["anna@example.com", "", "Anna", "Berg", "", "Long Street 1", "", "10115", "Berlin", ""];
  await tabTo(page, "E-mail address");
  for (const text of typed) {
    if (text) await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await tabTo(page, "Continue to shipping");
  await page.keyboard.press("Enter");
  await page.locator("button[aria-disabled=false]", { hasText: "Order and pay" }).waitFor();
  await tabTo(page, "Standard parcel");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("radio", { name: /Express/, checked: true }).waitFor();
  await page.locator("button[aria-disabled=false]", { hasText: "Order and pay" }).waitFor();
  await tabTo(page, "Order and pay");
  await page.keyboard.press("Enter");
  await page.getByLabel("Card number").waitFor();
  await tabTo(page, "Card number");
  for (const text of ["4242424242424242", "1234", "123"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await isPaid(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

/** Presses Tab until what has the name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate<string>(
      `(() => {
        const { activeElement: it } = document;
        return it.getAttribute("aria-label") ?? it.labels?.[0]?.textContent ?? it.textContent;
      })()`,
    );
    if (focused.startsWith(name)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not lead to "${name}"`);
}
