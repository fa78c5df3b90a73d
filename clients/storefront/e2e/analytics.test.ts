// Visits: counted for the store once visitors agreed, without cookies, and never in the way of a page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { AURORA, newTenant, type Staff } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

interface Batch {
  visit: string;
  consent: boolean;
  events: { kind: string; product_id?: string }[];
}

/** What the page sends from now on. */
function told(page: Page): { batches: Batch[]; headers: Record<string, string>[] } {
  const found = { batches: [] as Batch[], headers: [] as Record<string, string>[] };
  page.context().on("request", (request) => {
    if (!request.url().endsWith("/storefront/v1/events")) return;
    found.batches.push(request.postDataJSON() as Batch);
    found.headers.push(request.headers());
  });
  return found;
}

interface Funnel {
  product_views: number;
  visits: number;
  checkout_visits: number;
  carts: number;
}

/** The figures of the store, once it has as many views. */
async function funnelOf(owner: Staff, views: number): Promise<Funnel> {
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const path = `/reports/funnel?from=${day(-1)}&to=${day(1)}`;
  for (let left = 100; left > 0; left -= 1) {
    const { product_views, visits, checkout_visits, carts } = await owner.send<Funnel>("GET", path);
    if (product_views >= views) return { product_views, visits, checkout_visits, carts };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no ${views} views of products`);
}

const kept = (page: Page): Promise<unknown> => page.evaluate(`localStorage.getItem("stoa.analytics")`);
const store = { currency: "EUR", country: "DE", locale: "en-GB" };

test("nothing is counted before a visitor agrees, and what they agree to is kept and can be changed", async () => {
  const owner = await newTenant("Lumen", store);
  const [lamp, bulb] = [await owner.product(), await owner.product()];
  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`, { isAsked: true });
  const sent = told(page);
  const found: string[] = [];
  const question = page.getByRole("region", { name: "May we count your visit?" });

  await page.goto(`/products/${lamp.slug}`);
  await question.waitFor();
  found.push(...(await faults(page)));
  // It stands in nobody's way: the page goes on below it, and its answers look alike.
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog", { name: "Cart" }).getByText("is in your cart").waitFor();
  await page.keyboard.press("Escape");
  const [decline, accept] = await question.getByRole("button").evaluateAll((all) =>
    (all as unknown as { className: string; offsetWidth: number; offsetHeight: number }[]).map((it) => [it.className, it.offsetWidth, it.offsetHeight]),
  );
  assert.deepEqual(decline, accept);
  await page.reload();
  await question.getByRole("button", { name: "Decline" }).click();
  await question.waitFor({ state: "detached" });
  assert.equal(await kept(page), '"declined"');
  await page.goto(`/products/${bulb.slug}`, { waitUntil: "networkidle" });
  assert.equal(await question.count(), 0);
  assert.equal(sent.batches.length, 0);

  await page.getByRole("contentinfo").getByRole("button", { name: "Privacy settings" }).click();
  await question.getByText("You have declined.").waitFor();
  await page.locator("section.consent-bar:focus").waitFor();
  found.push(...(await faults(page)));
  await question.getByRole("button", { name: "Accept" }).click();
  await page.locator("[data-privacy]:focus").waitFor();
  assert.equal(await kept(page), '"accepted"');
  // The page that is there counts; those before do not.
  await page.getByRole("banner").getByRole("link", { name: /^Cart/ }).or(page.getByRole("banner").getByRole("button", { name: /^Cart/ })).first().click();
  await page.getByRole("dialog", { name: "Cart" }).getByRole("link", { name: "Checkout" }).click();
  await page.getByRole("button", { name: "Continue to shipping" }).waitFor();
  assert.deepEqual(await funnelOf(owner, 1), { product_views: 1, visits: 1, checkout_visits: 1, carts: 1 });
  const events = sent.batches.flatMap((it) => it.events.map(({ kind, product_id }) => [kind, typeof product_id]));
  assert.deepEqual(events, [["product_viewed", "string"], ["checkout_started", "undefined"]]);
  assert.deepEqual(new Set(sent.batches.map((it) => it.visit)).size, 1);
  assert.deepEqual(sent.batches.map((it) => it.consent), sent.batches.map(() => true));
  assert.deepEqual(sent.headers.flatMap((it) => ["cookie", "authorization"].filter((name) => name in it)), []);
  assert.deepEqual(await context.cookies(), []);

  await page.getByRole("contentinfo").getByRole("button", { name: "Privacy settings" }).click();
  await question.getByText("You have accepted.").waitFor();
  await question.getByRole("button", { name: "Decline" }).click();
  await page.goto(`/products/${lamp.slug}`, { waitUntil: "networkidle" });
  await page.goto("/", { waitUntil: "networkidle" });
  assert.deepEqual(await funnelOf(owner, 1), { product_views: 1, visits: 1, checkout_visits: 1, carts: 1 });
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("what waits is sent when the page is left, and other tabs follow the answer", async () => {
  const owner = await newTenant("Kerze", { ...store, locale: "de-DE" });
  const lamp = await owner.product();
  const { context, page, complaints } = await visit(browser, DESKTOP, `http://${owner.host}`, { isAsked: true });
  const other = await context.newPage();
  await other.goto("/");
  await page.goto(`/products/${lamp.slug}`);
  for (const it of [page, other]) await it.getByRole("region", { name: "Dürfen wir Ihren Besuch zählen?" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Zustimmen" }).click();
  // The document goes at once, before the batch is due.
  await page.goto("about:blank");
  await other.getByRole("region", { name: "Dürfen wir Ihren Besuch zählen?" }).waitFor({ state: "detached" });
  assert.deepEqual(await funnelOf(owner, 1), { product_views: 1, visits: 1, checkout_visits: 0, carts: 0 });
  assert.deepEqual(complaints, []);
  await context.close();
});

test("where the store needs no consent nobody is asked, and visits count until they are declined", async () => {
  const owner = await newTenant("Plain", store);
  await owner.send("PUT", "/analytics/settings", { time_zone: "UTC", events_need_consent: false });
  const lamp = await owner.product();
  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`, { isAsked: true });
  const sent = told(page);
  const question = page.getByRole("region", { name: "May we count your visit?" });
  await page.goto(`/products/${lamp.slug}`);
  assert.deepEqual(await funnelOf(owner, 1), { product_views: 1, visits: 1, checkout_visits: 0, carts: 0 });
  assert.deepEqual(sent.batches.map((it) => it.consent), [false]);
  assert.equal(await question.count(), 0);
  await page.getByRole("contentinfo").getByRole("button", { name: "Privacy settings" }).click();
  await question.getByRole("button", { name: "Decline" }).click();
  await page.goto(`/products/${lamp.slug}`, { waitUntil: "networkidle" });
  assert.equal(sent.batches.length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a refusal or a lost connection is nobody's trouble", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA, { isAsked: true, expected: [422, 500] });
  const statuses = [422, 500];
  await page.route("**/storefront/v1/events", (route) => route.fulfill({ status: statuses.shift() ?? 500, json: { code: "consent_required" } }));
  const refused = () => page.waitForResponse("**/storefront/v1/events");
  await page.goto("/products/knage-peg-rail");
  const first = refused();
  await page.getByRole("button", { name: "Accept" }).click();
  assert.equal((await first).status(), 422);
  const second = refused();
  await addToCart(page, "knage-peg-rail");
  assert.equal((await second).status(), 500);
  await page.getByRole("dialog", { name: "Cart" }).getByRole("link", { name: "Checkout" }).click();
  await page.getByRole("button", { name: "Continue to shipping" }).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});
