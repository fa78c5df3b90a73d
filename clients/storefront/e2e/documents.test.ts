// Invoices on the page of an order: with the link of the order, and in the account's list none of somebody else's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, boughtOrder, GERMAN, isPaid, launch, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { AURORA, Staff, unique } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("a guest downloads the invoice of an order", async () => {
  const owner = await Staff.ofDemo("aurora");
  await owner.send("PUT", "/invoicing-settings", {
    legal_name: "Aurora Home GmbH",
    tax_number: "12/345/67890",
    address: { street_name: "Lange Straße 1", city: "Berlin", postal_code: "10115", country: "DE" },
  });
  const lamp = await owner.product();
  const { context, page, complaints } = await visit(browser, PHONE, AURORA);
  await addToCart(page, lamp.slug);
  await placeOrder(page, { ...GERMAN, email: `gerda-${unique()}@example.com` });
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  const invoice = await owner.send<{ number: string }>("POST", `/orders/${order.id}/invoice`);

  await page.reload();
  const button = page.getByRole("button", { name: `Invoice ${invoice.number} (PDF)` });
  await button.waitFor();
  const found = await faults(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  assert.match(download.suggestedFilename(), /\.pdf$/);
  assert.equal(readFileSync(await download.path()).subarray(0, 5).toString("latin1"), "%PDF-");
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});
