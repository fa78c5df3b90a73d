// What visitors see before they buy: with and without JavaScript, when rendering fails, and nothing of another store.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { addToCart, DESKTOP, GERMAN, isPaid, launch, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { AURORA, call, MERIDIAN, newTenant, newTenantWith, Staff } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const STORES = [
  { name: "Aurora", url: AURORA, category: "kitchen", slug: "knage-peg-rail", title: "Skab Canister", other: /meridian|granola|ridgeline|harbor pantry/i },
  { name: "Meridian", url: MERIDIAN, category: "camp", slug: "summit-granola", title: "Speckle Camp Mug", other: /aurora|knage|homeware/i },
];

for (const { name, url, category, slug, title, other } of STORES) {
  const paths = ["/", "/products", `/categories/${category}`, `/products/${slug}`, "/search?q=a", `/products/${slug}/reviews`, "/pages/terms", "/cart", "/checkout", "/account/login"];

  test(`every page of ${name} opens without a complaint and shows nothing of another store`, async () => {
    const { context, page, complaints } = await visit(browser, DESKTOP, url);
    for (const path of [...paths, "/account/signup"]) {
      const response = await page.goto(path, { waitUntil: "networkidle" });
      assert.equal(response?.status(), 200, path);
      // As it was sent, and as the browser shows it in the end.
      for (const text of [(await response?.text()) ?? "", await page.content()]) assert.doesNotMatch(text, other, path);
    }
    for (const path of ["/sitemap.xml", "/robots.txt", "/manifest.webmanifest"]) {
      const { status, text } = await call("GET", path, { host: new URL(url).host });
      assert.equal(status, 200, path);
      assert.doesNotMatch(text, other, path);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test(`${name} shows its goods without JavaScript`, async () => {
    const { context, page } = await visit(browser, PHONE, url, { javaScriptEnabled: false });
    await page.goto("/");
    await page.getByRole("link", { name: "Shop all products" }).click();
    await page.getByRole("heading", { level: 1, name: "All products" }).waitFor();
    assert.ok((await page.locator("main a[href^='/products/']").count()) >= 10);
    await page.goto(`/categories/${category}`);
    await page.getByRole("link", { name: title }).first().click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    assert.match((await page.locator("[data-price]").textContent()) ?? "", /\d\.\d\d$/);
    assert.equal(await page.locator("noscript").innerText(), "Switch on JavaScript to buy.");
    await context.close();
  });

  test(`${name} answers 404 for what it does not have`, async () => {
    const { context, page } = await visit(browser, PHONE, url);
    const foreign = STORES.find((it) => it.url !== url)?.slug ?? "";
    for (const path of ["/nope", `/products/${foreign}`, "/categories/nope", "/pages/nope"]) {
      const response = await page.goto(path);
      assert.equal(response?.status(), 404, path);
      await page.getByRole("heading", { name: "Page not found" }).waitFor();
    }
    await context.close();
  });
}

test("links move from page to page without loading the document again, and back", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await page.goto("/", { waitUntil: "networkidle" });
  await page.evaluate("window.isSame = true");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Kitchen" }).click();
  await page.getByRole("heading", { level: 1, name: "Kitchen" }).waitFor();
  await page.getByRole("link", { name: "Skab Canister" }).click();
  await page.getByRole("heading", { level: 1, name: "Skab Canister" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Kitchen" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Quiet things" }).waitFor();
  assert.equal(await page.evaluate("window.isSame"), true);
  assert.deepEqual(complaints, []);
  await context.close();
});

const HOSTILE = `</title></script><script>window.isHacked = true</script><img src=x onerror="window.isHacked = true">`;

test("a product with hostile texts shows them as text", async () => {
  const owner = await Staff.ofDemo("aurora");
  const { slug } = await owner.product({ title: `Lamp ${HOSTILE}`, description: `<p>Bright ${HOSTILE}</p>` });
  // The image stays, without its handler, and is not found.
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA, { expected: [404] });
  await page.goto(`/products/${slug}`, { waitUntil: "networkidle" });
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), `Lamp ${HOSTILE}`);
  assert.match(await page.title(), /<script>/);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog", { name: "Cart" }).getByText("is in your cart").waitFor();
  await page.goto("/cart", { waitUntil: "networkidle" });
  await page.goto("/", { waitUntil: "networkidle" });
  assert.equal(await page.evaluate("window.isHacked"), undefined);
  assert.deepEqual(complaints, []);
  await owner.send("PATCH", `/products/${await idOf(owner, slug)}`, { status: "archived" });
  await context.close();
});

async function idOf(owner: Staff, slug: string): Promise<string> {
  const page = await owner.send<{ data: { id: string; slug: string }[] }>("GET", "/products?limit=100");
  const found = page.data.find((it) => it.slug === slug);
  assert.ok(found);
  return found.id;
}

test("a brand with hostile texts shows them as text", async () => {
  const owner = await newTenant(`Shop ${HOSTILE}`, { currency: "EUR", country: "DE", tagline: HOSTILE });
  const { slug } = await owner.product();
  await owner.publishBrand({
    name: `Brand ${HOSTILE}`,
    colors: { primary: "#123456", on_primary: "#ffffff", background: "#ffffff", surface: "#f4f4f4", text: "#111111", accent: "#885500" },
    fonts: { heading: "Lora", body: "Inter" },
    texts: { "home.cta": HOSTILE, "nav.all_products": HOSTILE },
    pages: [{ slug: "imprint", title: HOSTILE, html: `<p>Imprint</p>${HOSTILE}` }],
  });
  const { context, page, complaints } = await visit(browser, DESKTOP, `http://${owner.host}`, { expected: [404] });
  for (const path of ["/", "/products", `/products/${slug}`, "/pages/imprint", "/cart", "/account/login"]) {
    await page.goto(path, { waitUntil: "networkidle" });
    await page.getByRole("contentinfo").getByText(`Brand ${HOSTILE}`).first().waitFor();
    assert.equal(await page.evaluate("window.isHacked"), undefined, path);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a product that was archived is gone", async () => {
  const owner = await Staff.ofDemo("aurora");
  const { slug, title } = await owner.product();
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [410] });
  assert.equal((await page.goto(`/products/${slug}`))?.status(), 200);
  await owner.send("PATCH", `/products/${await idOf(owner, slug)}`, { status: "archived" });
  // Pages are kept for a moment.
  const status = async (): Promise<number | undefined> => (await page.goto(`/products/${slug}`))?.status();
  for (let left = 50; left > 0 && (await status()) === 200; left -= 1) await page.waitForTimeout(200);
  assert.equal(await status(), 410);
  await page.getByRole("heading", { level: 1, name: "No longer available" }).waitFor();
  assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
  assert.equal(await page.getByText(title).count(), 0);
  await page.goto("/products?sort=newest");
  assert.equal(await page.getByText(title).count(), 0);
  const { text } = await call("GET", "/sitemap.xml", { host: new URL(AURORA).host });
  assert.ok(!text.includes(slug));
  assert.deepEqual(complaints, []);
  await context.close();
});

test("storefronts in two languages name each other's page in their heads", async () => {
  const english = { currency: "EUR", country: "DE", locale: "en-GB" };
  const german = { currency: "EUR", country: "DE", locale: "de-DE" };
  const { owner, hosts } = await newTenantWith("Twice", english, [["de", german]]);
  const { slug } = await owner.product();
  const origins = [owner.host, ...hosts].map((host) => `http://${host}`);
  const languages = [english, german].map((it) => it.locale);
  const alternates = (path: string): string[][] => origins.map((origin, index) => [languages[index] ?? "", origin + path]);
  for (const [index, origin] of origins.entries()) {
    const { context, page, complaints } = await visit(browser, DESKTOP, origin);
    const links = async (): Promise<(string | null)[][]> => {
      const found = await page.locator("head link[rel=alternate][hreflang]").all();
      return Promise.all(found.map(async (it) => [await it.getAttribute("hreflang"), await it.getAttribute("href")]));
    };
    for (const [path, canonical] of [["/", "/"], ["/products?utm_source=x", "/products"], [`/products/${slug}`, `/products/${slug}`]] as const) {
      await page.goto(path);
      assert.deepEqual(await links(), alternates(canonical), path);
      assert.equal(await page.locator("head link[rel=canonical]").getAttribute("href"), origin + canonical);
      assert.equal(await page.locator("html").getAttribute("lang"), languages[index]);
    }
    // No search engine is led to a visitor's own pages.
    await page.goto("/cart");
    assert.deepEqual(await links(), []);
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

test("an unknown host shows no store", async () => {
  const { status, text } = await call("GET", "/", { host: "nobody.localhost" });
  assert.equal(status, 404);
  assert.doesNotMatch(text, /aurora|meridian/i);
});

// STOREFRONT_SHELL is the first store of an installation whose script cannot render.
const SHELL = process.env["STOREFRONT_SHELL"];

test("a shop whose pages cannot be rendered still sells", { skip: !SHELL && "STOREFRONT_SHELL is not set" }, async () => {
  const { context, page, complaints } = await visit(browser, PHONE, SHELL ?? "");
  const response = await page.goto("/products/knage-peg-rail");
  assert.match((await response?.text()) ?? "", /<title>Aurora<\/title>.*<div id="root"><\/div>/s);
  await page.getByRole("heading", { level: 1, name: "Knage Peg Rail" }).waitFor();
  await addToCart(page, "flet-basket");
  await placeOrder(page, GERMAN);
  await pay(page);
  await isPaid(page);
  assert.deepEqual(complaints, []);
  await context.close();
});
