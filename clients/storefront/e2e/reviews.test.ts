// Reviews: written on the page of an order, decided on by the store, read on the page of the product.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, boughtOrder, DESKTOP, fillDetails, GERMAN, isPaid, launch, orderButton, pay, PHONE, placeOrder, visit, type Known } from "./browser.ts";
import { AURORA, call, Staff, unique } from "./installation.ts";
import { signIn, signUp } from "./shopper.ts";

let browser: Browser;
let owner: Staff;
before(async () => {
  browser = await launch();
  owner = await Staff.ofDemo("aurora");
});
after(() => browser.close());

const HOSTILE = `<img src=x onerror="window.isHacked = true">`;
const STARS = ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"];

async function ofOrder<Result>(method: string, { id, token }: Known, path: string, body?: unknown): Promise<Result> {
  const sent = { host: new URL(AURORA).host, headers: { "order-token": token }, ...(body !== undefined && { body }) };
  const { status, text } = await call(method, `/storefront/v1/orders/${id}${path}`, sent);
  assert.ok(status >= 200 && status < 300, `${method} ${path}: ${status} ${text}`);
  return JSON.parse(text) as Result;
}

const reviewsOf = async (order: Known): Promise<{ id: string; status: string }[]> =>
  (await ofOrder<{ data: { id: string; status: string }[] }>("GET", order, "/reviews")).data;

/** Opens the page until it shows what it should: pages are kept for a moment. */
async function openUntil(page: Page, path: string, wanted: Locator): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    await page.goto(path, { waitUntil: "networkidle" });
    if ((await wanted.count()) > 0) return;
    await page.waitForTimeout(200);
  }
  assert.fail(`${path} does not show ${String(wanted)}`);
}

test("a guest reviews a purchase; the store rejects, publishes and answers it; others read and report it", async () => {
  const product = await owner.product();
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [400] });
  await addToCart(page, product.slug);
  await placeOrder(page, GERMAN);
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  const own = page.getByRole("region", { name: "Your reviews" });
  await page.waitForLoadState("networkidle");
  assert.equal(await own.count(), 0);

  await owner.ship(order.id);
  await page.reload();
  await own.getByRole("button", { name: `Write a review of ${product.title}` }).click();
  assert.deepEqual(await faults(page), []);
  await own.getByRole("button", { name: "Send review" }).click();
  await own.getByText("Choose 1 to 5 stars.").waitFor();
  // With the keyboard: the first star, and three further.
  await own.getByRole("radio", { name: "1 star" }).focus();
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowRight");
  await own.getByLabel("Headline").fill("Bright");
  await own.getByLabel("Your review").fill(`Lights up.\nEven ${HOSTILE}`);
  await own.getByLabel("Name to show").fill("Anna B.");
  assert.deepEqual(await faults(page), []);
  await own.getByRole("button", { name: "Send review" }).dblclick();
  await own.getByText("Waits to be checked").waitFor();
  assert.deepEqual((await reviewsOf(order)).map((it) => it.status), ["pending"]);
  const [{ id } = { id: "" }] = await reviewsOf(order);

  await own.getByRole("button", { name: `Change your review of ${product.title}` }).click();
  assert.equal(await own.getByRole("radio", { name: "4 stars" }).isChecked(), true);
  await own.getByLabel("Headline").fill("Very bright");
  await own.getByRole("button", { name: "Save changes" }).click();
  await own.getByText("Very bright").waitFor();

  await owner.send("POST", `/reviews/${id}/reject`, { reason: "off_topic", note: "Please write about the lamp." });
  await page.reload();
  await own.getByText("Not published: Off topic").waitFor();
  await own.getByText("Please write about the lamp.").waitFor();
  await own.getByRole("button", { name: /^Object to the rejection/ }).click();
  await own.getByLabel("Why should the review be published?").fill("It is about the lamp.");
  assert.deepEqual(await faults(page), []);
  await own.getByRole("button", { name: "Send objection" }).click();
  await own.getByText("We look at your objection").waitFor();

  await owner.send("POST", `/reviews/${id}/publish`);
  await owner.send("PUT", `/reviews/${id}/answer`, { text: `Thank you. ${HOSTILE}` });
  const path = `/products/${product.slug}`;
  const review = page.getByRole("article");
  await openUntil(page, path, review.getByText("Thank you."));
  assert.deepEqual(await review.locator("p, h3").allInnerTexts().then((all) => all.slice(1, 3)), ["Very bright", `Lights up.\nEven ${HOSTILE}`]);
  assert.match(await review.innerText(), /Anna B\. · .*Verified purchase/s);
  assert.equal(await page.evaluate("window.isHacked"), undefined);
  const data = JSON.parse((await page.locator("script[type='application/ld+json']").first().textContent()) ?? "") as Record<string, object>;
  assert.deepEqual(data["aggregateRating"], { "@type": "AggregateRating", ratingValue: "4.00", reviewCount: 1 });

  const other = await visit(browser, DESKTOP, AURORA);
  await other.page.goto(path, { waitUntil: "networkidle" });
  await other.page.getByRole("article").getByRole("button", { name: /^Report the review by Anna B\./ }).click();
  await other.page.getByRole("button", { name: "Send report" }).click();
  await other.page.getByText("Please fill this in.").waitFor();
  await other.page.getByLabel("What is wrong with it?").selectOption({ label: "Not genuine" });
  await other.page.getByLabel("More about it").fill("I know her.");
  assert.deepEqual(await faults(other.page), []);
  await other.page.getByRole("button", { name: "Send report" }).click();
  await other.page.getByText("Thank you. We look at it.").waitFor();
  const told = await owner.send<{ reports: { reason: string; details: string }[] }>("GET", `/reviews/${id}`);
  assert.deepEqual(told.reports.map(({ reason, details }) => ({ reason, details })), [{ reason: "not_genuine", details: "I know her." }]);

  // On another device, by the link of a letter.
  await other.page.goto(`/orders/${order.id}#token=${order.token}`);
  const elsewhere = other.page.getByRole("region", { name: "Your reviews" });
  await elsewhere.getByText("Published", { exact: true }).waitFor();
  await elsewhere.getByRole("button", { name: /^Delete your review/ }).click();
  await elsewhere.getByRole("button", { name: "Cancel" }).click();
  await elsewhere.getByRole("button", { name: /^Delete your review/ }).click();
  await elsewhere.getByRole("button", { name: "Delete review" }).click();
  await elsewhere.getByText("Your review was deleted.").waitFor();
  assert.deepEqual(await reviewsOf(order), []);
  assert.deepEqual(complaints, []);
  assert.deepEqual(other.complaints, []);
  await context.close();
  await other.context.close();
});

async function shows(page: Page, reviews: number): Promise<void> {
  await page.getByRole("article").nth(reviews - 1).waitFor();
  await page.getByRole("article").nth(reviews).waitFor({ state: "detached" });
}

/** Buys one of each variant and reviews all of them. */
async function reviewAll(page: Page, variants: readonly string[], slug: string, ratings: readonly number[]): Promise<void> {
  await addToCart(page, slug);
  await page.evaluate(`(async () => {
    const { cart_id, cart_token } = JSON.parse(localStorage.getItem("stoa.cart"));
    for (const variant_id of ${JSON.stringify(variants.slice(1))}) {
      const headers = { "Content-Type": "application/json", "Cart-Token": cart_token };
      const sent = { method: "POST", headers, body: JSON.stringify({ variant_id, quantity: 1 }) };
      const { ok, status } = await fetch("/storefront/v1/carts/" + cart_id + "/lines", sent);
      if (!ok) throw new Error("line: " + status);
    }
  })()`);
  await placeOrder(page, GERMAN);
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  const { lines } = await ofOrder<{ lines: { id: string }[] }>("GET", order, "");
  assert.equal(lines.length, ratings.length);
  for (const [at, line] of lines.entries()) {
    const sent = { order_line_id: line.id, rating: ratings[at], text: `Words ${unique()} of one about size ${at}` };
    const { id } = await ofOrder<{ id: string }>("POST", order, "/reviews", sent);
    await owner.send("POST", `/reviews/${id}/publish`);
  }
}

test("many reviews have stars on cards, a histogram, filters, orders and pages, also without JavaScript", async () => {
  const ratings = [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 1, 1];
  const word = `lamp${unique()}`;
  const product = await owner.product({ title: `Test ${word}`, sizes: ratings.map((_, at) => `Size ${at}`) });
  const buyer = await visit(browser, DESKTOP, AURORA);
  await reviewAll(buyer.page, product.variants, product.slug, ratings);
  assert.deepEqual(buyer.complaints, []);
  await buyer.context.close();

  for (const [viewport, javaScriptEnabled] of [[PHONE, true], [DESKTOP, true], [DESKTOP, false]] as const) {
    const { context, page, complaints } = await visit(browser, viewport, AURORA, { javaScriptEnabled });
    const check = async (): Promise<void> => {
      if (javaScriptEnabled) assert.deepEqual(await faults(page), []);
    };
    await openUntil(page, `/products/${product.slug}`, page.locator("main [data-rating='4.18']"));
    await page.getByRole("heading", { level: 2, name: "Reviews", exact: true }).waitFor();
    assert.match((await page.locator("main [data-rating]").first().textContent()) ?? "", /4\.2 \(22\)4\.2 out of 5 stars, 22 reviews/);
    assert.equal(await page.getByRole("article").count(), 4);
    const rows = await page.getByRole("list", { name: "Reviews by stars" }).getByRole("listitem").allInnerTexts();
    assert.deepEqual(rows.map((it) => it.split(/\s+/)), [["5", "stars", "12"], ["4", "stars", "6"], ["3", "stars", "2"], ["2", "stars", "0"], ["1", "star", "2"]]);
    await check();

    await page.getByRole("link", { name: "All 22 reviews" }).click();
    await page.getByRole("heading", { level: 1, name: `Reviews of Test ${word}` }).waitFor();
    await shows(page, 20);
    await check();
    await page.getByRole("link", { name: "Next page" }).click();
    await page.getByRole("link", { name: "Back to the first page" }).waitFor();
    await shows(page, 2);
    await page.getByRole("link", { name: "Lowest rating" }).click();
    await page.waitForURL("**/reviews?sort=lowest");
    await shows(page, 20);
    assert.match(await page.getByRole("article").first().innerText(), /^1 out of 5 stars/);
    await page.getByRole("link", { name: /^3 stars/ }).click();
    await page.waitForURL("**/reviews?rating=3&sort=lowest");
    await shows(page, 2);
    await check();
    await page.getByText("How we verify reviews").click();
    await page.getByText("Only shoppers who bought a product here can review it").waitFor();
    await page.getByText(/^In this shop \d+ reviews are published/).waitFor();
    await page.getByRole("link", { name: "Remove filter 3 stars" }).click();
    await page.waitForURL("**/reviews?sort=lowest");

    await openUntil(page, `/search?q=${word}`, page.locator("a [data-rating='4.18']"));
    await check();
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

test("a shopper reviews an order in the account", async () => {
  const email = `rita-${unique()}@example.com`;
  const product = await owner.product();
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await signUp(page, email);
  await signIn(page, email);
  await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
  await addToCart(page, product.slug);
  await page.goto("/checkout");
  await page.locator("[name=email]").waitFor();
  await fillDetails(page, { ...GERMAN, email });
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await orderButton(page).click();
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);

  await owner.ship(order.id);
  await page.goto(`/account/orders/${order.id}`);
  const own = page.getByRole("region", { name: "Your reviews" });
  await own.getByRole("button", { name: /^Write a review of/ }).click();
  assert.deepEqual(await own.getByRole("radio").evaluateAll((all) => all.map((it) => (it as unknown as { labels: { textContent: string }[] }).labels[0]?.textContent)), STARS);
  await own.locator("label", { hasText: "2 stars" }).click();
  await own.getByRole("button", { name: "Send review" }).click();
  await own.getByText("Waits to be checked").waitFor();
  assert.deepEqual(await faults(page), []);
  await page.reload();
  await own.getByText("2 out of 5 stars").waitFor();
  await own.getByRole("button", { name: /^Change your review/ }).click();
  await own.getByLabel("Your review").fill("Dim.");
  await own.getByRole("button", { name: "Save changes" }).click();
  await own.getByText("Dim.").waitFor();
  await own.getByRole("button", { name: /^Delete your review/ }).click();
  await own.getByRole("button", { name: "Delete review" }).click();
  await own.getByText("Your review was deleted.").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
