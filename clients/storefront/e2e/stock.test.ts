// What the product page says of stock: as much as the store shows.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { launch, PHONE, visit } from "./browser.ts";
import { newTenant } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Loads the page until its status says this: pages are kept for a moment. */
async function says(page: Page, text: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.reload();
    const status = page.getByRole("status").filter({ hasText: text });
    if ((await status.count()) > 0) return;
    await page.waitForTimeout(250);
  }
  assert.fail(`the page does not say ${text}: ${(await page.locator("main").textContent()) ?? ""}`);
}

const availability = async (page: Page): Promise<string> => {
  const data = (await page.locator("script[type='application/ld+json']").allTextContents()).join();
  return /"availability":"https:\/\/schema.org\/(\w+)"/.exec(data)?.[1] ?? "";
};

test("a product page shows stock as far as the store wants it shown", async () => {
  const owner = await newTenant("Depot", { currency: "EUR", country: "DE", locale: "en-GB" });
  const lamp = await owner.product({ on_hand: 5 });
  const storefront_id = await owner.storefront();
  const show = (display: string): Promise<unknown> =>
    owner.send("PUT", "/stock/settings", { allocation: "fewest_parcels", storefronts: [{ storefront_id, display }] });
  const policy = (change: object): Promise<unknown> => owner.send("PATCH", `/variants/${lamp.variant}/stock/policy`, change);

  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`);
  await page.goto(`/products/${lamp.slug}`);
  await page.getByRole("status").filter({ hasText: /^In stock$/ }).waitFor();
  assert.equal(await availability(page), "InStock");

  await show("exact");
  await says(page, "5 in stock");
  const more = page.getByRole("button", { name: "One more" });
  for (let count = 1; count < 5; count += 1) await more.click();
  assert.equal(await more.isDisabled(), true);
  await policy({ low_stock_threshold: 5 });
  await says(page, "Only 5 left");
  assert.deepEqual(await faults(page), []);
  await show("level");
  await says(page, "Only a few left");
  assert.equal(await availability(page), "LimitedAvailability");
  await owner.send("PUT", `/variants/${lamp.variant}/stock`, { on_hand: 0, allow_backorder: true });
  await says(page, "Available on backorder");
  assert.equal(await availability(page), "BackOrder");
  await policy({ backorder_limit: 0 });
  await says(page, "Sold out");
  assert.equal(await availability(page), "OutOfStock");
  assert.deepEqual(complaints, []);
  await context.close();
});
