// Reviews of merchants: written on the page of an order of several, read on a page of each.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, boughtOrder, DESKTOP, GERMAN, isPaid, launch, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { newTenant } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const HOSTILE = `<img src=x onerror="window.isHacked = true">`;

test("a guest reviews each seller of an order once; others read it, also without JavaScript", async () => {
  const owner = await newTenant("Market", { currency: "EUR", country: "DE", locale: "en-GB" }, ["north"]);
  const merchants = await owner.send<{ data: { id: string; slug: string }[] }>("GET", "/merchants");
  const place = merchants.data.findIndex((it) => it.slug === "north");
  const ofHouse = await owner.product({ merchant: 1 - place });
  const [lamp, bulb] = [await owner.product({ merchant: place }), await owner.product({ merchant: place })];
  const url = `http://${owner.host}`;
  const { context, page, complaints } = await visit(browser, PHONE, url, { expected: [400, 404, 409] });
  for (const { slug } of [ofHouse, lamp, bulb]) await addToCart(page, slug);
  await placeOrder(page, GERMAN);
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  await owner.ship(order.id, merchants.data[place]?.id);
  await page.reload();
  const own = page.getByRole("region", { name: "Your reviews" });
  const write = (merchant: string) => own.getByRole("button", { name: `Review the seller ${merchant}` });
  const send = own.getByRole("button", { name: "Send review" });

  const items = page.getByRole("region", { name: "Items" }).getByRole("listitem");
  const sellers = items.getByText(/^Sold by /);
  await sellers.first().waitFor();
  assert.deepEqual((await sellers.allInnerTexts()).sort(), ["Sold by Market", "Sold by Merchant north", "Sold by Merchant north"]);
  await write("Market").click();
  await send.click();
  await own.getByText("Choose 1 to 5 stars.").waitFor();
  await own.locator("label", { hasText: "5 stars" }).click();
  assert.deepEqual(await faults(page), []);
  await send.click();
  await own.getByText("Waits to be checked").waitFor();
  // The keyboard goes on at what was written.
  await own.locator("[data-subject=merchant]:focus", { hasText: "Market" }).waitFor();

  await write("Merchant north").click();
  await own.locator("label", { hasText: "2 stars" }).click();
  await own.getByLabel("Headline").fill("Slow");
  await own.getByRole("textbox", { name: "Your review" }).fill(`Three weeks. ${HOSTILE}`);
  await own.getByLabel("Name to show").fill("Anna B.");
  await send.click();
  await write("Merchant north").waitFor({ state: "detached" });
  await page.reload();
  const toNorth = own.getByRole("link", { name: "Merchant north" });
  await toNorth.waitFor();
  assert.equal(await own.getByRole("button", { name: /^Review the seller/ }).count(), 0);
  assert.deepEqual(await faults(page), []);

  const { data } = await owner.send<{ data: { id: string; rating: number }[] }>("GET", "/reviews?subject=merchant");
  assert.deepEqual(data.map((it) => it.rating).sort(), [2, 5]);
  for (const { id } of data) await owner.send("POST", `/reviews/${id}/publish`);
  const slow = data.find((it) => it.rating === 2)?.id ?? "";
  await owner.send("PUT", `/reviews/${slow}/answer`, { text: "We are sorry." });

  await toNorth.click();
  await page.getByRole("heading", { level: 1, name: "Reviews of Merchant north" }).waitFor();
  for (const [viewport, javaScriptEnabled] of [[PHONE, true], [DESKTOP, true], [DESKTOP, false]] as const) {
    const reader = await visit(browser, viewport, url, { javaScriptEnabled });
    const review = reader.page.getByRole("article");
    for (let left = 100; left > 0 && (await review.count()) === 0; left -= 1) {
      await reader.page.goto("/merchants/north/reviews", { waitUntil: "networkidle" });
    }
    assert.equal(await reader.page.title(), "Reviews of Merchant north – Market");
    assert.deepEqual((await review.locator("p, h3").allInnerTexts()).slice(1, 3), ["Slow", `Three weeks. ${HOSTILE}`]);
    await review.getByText("We are sorry.").waitFor();
    const rows = await reader.page.getByRole("list", { name: "Reviews by stars" }).getByRole("listitem").allInnerTexts();
    assert.deepEqual(rows.map((it) => it.split(/\s+/).join(" ")), ["5 stars 0", "4 stars 0", "3 stars 0", "2 stars 1", "1 star 0"]);
    const json = (await reader.page.locator("script[type='application/ld+json']").first().textContent()) ?? "";
    const { name, aggregateRating } = JSON.parse(json) as Record<string, unknown>;
    assert.deepEqual([name, aggregateRating], ["Merchant north", { "@type": "AggregateRating", ratingValue: "2.00", reviewCount: 1 }]);
    await reader.page.getByRole("link", { name: "Highest rating" }).click();
    await reader.page.waitForURL("**/merchants/north/reviews?sort=highest");
    await reader.page.getByRole("link", { name: /^2 stars/ }).click();
    await reader.page.waitForURL("**/merchants/north/reviews?rating=2&sort=highest");
    await review.waitFor();
    await reader.page.getByRole("link", { name: "Remove filter 2 stars" }).waitFor();
    await reader.page.getByText("How we verify reviews").click();
    if (javaScriptEnabled) assert.deepEqual(await faults(reader.page), []);
    await reader.page.getByRole("link", { name: "All products of Merchant north" }).click();
    await reader.page.getByRole("link", { name: "Reviews of Merchant north" }).click();
    await reader.page.getByRole("heading", { level: 1, name: "Reviews of Merchant north" }).waitFor();
    assert.equal(await reader.page.evaluate("window.isHacked"), undefined);
    assert.deepEqual(reader.complaints, []);
    await reader.context.close();
  }
  assert.equal((await page.goto("/merchants/south/reviews"))?.status(), 404);
  await page.getByRole("heading", { level: 1, name: "Page not found" }).waitFor();

  await page.goto(`/orders/${order.id}`);
  await own.getByRole("button", { name: "Delete your review of Merchant north" }).click();
  await own.getByText("you cannot review this seller for this order again").waitFor();
  await own.getByRole("button", { name: "Delete review" }).click();
  await own.getByText("Your review was deleted.").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
