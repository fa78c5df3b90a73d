// Finding products: the field that completes, the page of results and its filters, with and without JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { AURORA, call, MERIDIAN, newTenantWith, unique } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

interface Result {
  total: number;
  data: { title: string }[];
  facets: { categories: { count: number; category: { name: string } }[]; options: { name: string; values: { value: string; count: number }[] }[] };
}

async function ask(query: string): Promise<Result> {
  const { status, text } = await call("GET", `/storefront/v1/search?limit=24&${query}`, { host: new URL(AURORA).host });
  assert.equal(status, 200, text);
  return JSON.parse(text) as Result;
}

const field = (page: Page) => page.getByRole("banner").getByRole("combobox", { name: "Search the shop" });
const titles = (page: Page) => page.locator("main a[href^='/products/'] h3").allTextContents();
const resultsFor = (page: Page, q: string) => page.getByRole("heading", { level: 1, name: `Results for “${q}”` }).waitFor();

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`the keyboard alone searches on a ${size}`, async () => {
    const { context, page, complaints } = await visit(browser, viewport, AURORA);
    await page.goto("/", { waitUntil: "networkidle" });
    await page.getByRole("banner").locator("summary[aria-label=Search]").focus();
    await page.keyboard.press("Enter");
    await page.locator("header input:focus").waitFor();
    await page.keyboard.type("mu");
    const list = page.getByRole("banner").getByRole("listbox", { name: "Suggestions" });
    await list.waitFor();
    assert.equal(await field(page).getAttribute("aria-expanded"), "true");
    assert.deepEqual(await list.getByRole("group").locator("p").allTextContents(), ["Searches", "Products", "Categories"]);
    assert.deepEqual(await faults(page), []);

    // One below the other, and from the last one back into the field.
    const options = list.getByRole("option");
    const count = await options.count();
    for (let at = 0; at < count; at += 1) {
      await page.keyboard.press("ArrowDown");
      assert.equal(await field(page).getAttribute("aria-activedescendant"), await options.nth(at).getAttribute("id"));
      assert.equal(await options.nth(at).getAttribute("aria-selected"), "true");
    }
    await page.keyboard.press("ArrowDown");
    assert.equal(await field(page).getAttribute("aria-activedescendant"), null);

    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    assert.equal(await page.locator("header input:focus").count(), 1);
    await page.keyboard.press("ArrowDown");
    await list.waitFor();
    const word = (await options.first().textContent()) ?? "";
    await page.keyboard.press("Enter");
    await resultsFor(page, word);
    assert.equal(new URL(page.url()).search, `?q=${word}`);
    await field(page).waitFor({ state: "hidden" });

    await page.getByRole("banner").locator("summary[aria-label=Search]").click();
    await page.keyboard.press("Escape");
    await field(page).waitFor({ state: "hidden" });
    assert.equal(await page.locator("summary[aria-label=Search]:focus").count(), 1);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("a suggested product or category opens by a click", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  for (const [group, heading] of [["Products", "Fjell Mug"], ["Categories", "Mugs"]] as const) {
    await page.goto("/", { waitUntil: "networkidle" });
    await page.getByRole("banner").locator("summary[aria-label=Search]").click();
    await field(page).fill("mug");
    await page.getByRole("group", { name: group }).getByRole("option", { name: heading }).click();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`filters narrow a search by URLs and say what they leave, on a ${size}`, async () => {
    const { context, page, complaints } = await visit(browser, viewport, AURORA);
    const all = await ask("q=stoneware");
    await page.goto("/search?q=stoneware&utm_source=x", { waitUntil: "networkidle" });
    assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
    assert.equal(await page.locator("[data-count]").textContent(), `${all.total} products`);
    assert.deepEqual(await titles(page), all.data.map((it) => it.title));

    const choose = async (name: string, count: number): Promise<void> => {
      if (viewport === PHONE) await page.locator("main .filters > summary").click();
      await page.getByRole("group", { name: "Filters" }).getByRole("link", { name: `${name} ${count}`, exact: true }).first().click();
    };
    const kitchen = all.facets.categories.find((it) => it.category.name === "Kitchen")?.count ?? 0;
    await choose("Kitchen", kitchen);
    await page.locator(`[data-count="${kitchen}"]`).waitFor();
    assert.equal(new URL(page.url()).search, "?q=stoneware&category=kitchen");
    const narrowed = await ask("q=stoneware&category=kitchen");
    const [option] = narrowed.facets.options;
    const value = option?.values.at(-1);
    assert.ok(option && value && value.count < kitchen);
    await choose(value.value, value.count);
    await page.locator(`[data-count="${value.count}"]`).waitFor();
    const both = await ask(`q=stoneware&category=kitchen&option=${encodeURIComponent(`${option.name}:${value.value}`)}`);
    assert.deepEqual(await titles(page), both.data.map((it) => it.title));
    assert.deepEqual(await faults(page), []);

    await page.reload({ waitUntil: "networkidle" });
    const chosen = page.getByRole("list", { name: "Selected filters" });
    await chosen.getByRole("link", { name: "Remove filter Kitchen" }).click();
    await chosen.getByRole("link", { name: "Remove filter Kitchen" }).waitFor({ state: "detached" });
    await page.goBack();
    await chosen.getByRole("link", { name: "Clear all filters" }).click();
    await page.locator(`[data-count="${all.total}"]`).waitFor();

    await page.getByRole("link", { name: "Price: high to low" }).click();
    await page.waitForURL("**/search?q=stoneware&sort=price_desc");
    const dearest = await ask("q=stoneware&sort=price_desc");
    await page.locator("main a[href^='/products/']", { hasText: dearest.data[0]?.title ?? "" }).first().waitFor();
    assert.deepEqual(await titles(page), dearest.data.map((it) => it.title));
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("a search works without JavaScript, with filters and pages", async () => {
  const { context, page } = await visit(browser, PHONE, AURORA, { javaScriptEnabled: false });
  await page.goto("/");
  await page.locator("header summary[aria-label=Search]").click();
  await page.locator("header input[name=q]").fill("oak tray");
  await page.locator("header input[name=q]").press("Enter");
  await resultsFor(page, "oak tray");
  const everything = await ask("");
  await page.goto("/search");
  assert.equal(await page.locator("[data-count]").textContent(), `${everything.total} products`);
  assert.deepEqual(await titles(page), everything.data.map((it) => it.title));
  if (everything.total > 24) {
    await page.getByRole("link", { name: "Next page" }).click();
    await page.getByRole("link", { name: "Back to the first page" }).waitFor();
    const second = await titles(page);
    assert.ok(second.length > 0 && second.every((it) => !everything.data.some(({ title }) => title === it)));
  }
  await page.goto("/search?q=mug");
  await page.locator("main .filters > summary").click();
  await page.getByRole("link", { name: /^Clay \d+$/ }).click();
  await page.getByRole("link", { name: "Remove filter Colour: Clay" }).waitFor();
  await context.close();
});

test("slips, too many words and nothing at all are answered in words", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await page.goto("/search?q=stonewear", { waitUntil: "networkidle" });
  await page.getByText("Nothing matches “stonewear”. These are results for").waitFor();
  await page.locator("[data-meant]").click();
  await resultsFor(page, "stoneware");
  await page.goto("/search?q=stoneware+spaceship", { waitUntil: "networkidle" });
  await page.getByText("No product has all of these words. These have some of them.").waitFor();
  await page.goto("/search?q=zzzzqqq", { waitUntil: "networkidle" });
  await page.getByText("No product matches. Check the spelling, or use fewer or other words.").waitFor();
  assert.deepEqual(await faults(page), []);
  await page.goto("/search?q=stoneware&vendor=Nobody", { waitUntil: "networkidle" });
  await page.getByText("No product matches these words and filters.").waitFor();
  await page.getByRole("main").getByRole("link", { name: "Clear all filters" }).click();
  await page.waitForURL("**/search?q=stoneware");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("links that the pointer only passes search for nothing: stores see what was searched for", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await page.goto("/search?q=stoneware", { waitUntil: "networkidle" });
  const sent: string[] = [];
  page.on("request", (request) => sent.push(new URL(request.url()).pathname));
  await page.locator("main .facet").first().hover();
  // The product is asked for after it, and answered.
  const [product] = await Promise.all([page.waitForResponse(/storefront\/v1\/products\/[^/]+$/), page.locator("main a[href^='/products/']").first().hover()]);
  assert.equal(product.status(), 200);
  assert.deepEqual(sent.filter((it) => it === "/storefront/v1/search"), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("hostile words are words", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, MERIDIAN);
  const hostile = `</script><img src=x onerror="window.isHacked = true">`;
  for (const query of [`q=${encodeURIComponent(hostile)}`, `q=a&vendor=${encodeURIComponent(hostile)}`, "q=%00%ED%A0%80&price_min=-1&available=maybe&option=x&sort=up", `q=${"x".repeat(900)}`]) {
    const response = await page.goto(`/search?${query}`, { waitUntil: "networkidle" });
    assert.equal(response?.status(), 200, query);
    assert.equal(await page.evaluate("window.isHacked"), undefined, query);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a German store searches in German", async () => {
  const settings = { currency: "EUR", country: "DE", locale: "de-DE" };
  const { owner } = await newTenantWith("Suche", settings, []);
  const word = `lampe${unique()}`;
  await owner.product({ title: `Schöne ${word}` });
  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`);
  // Products are found a moment after they are there, and pages are kept for a moment.
  for (let left = 100; left > 0; left -= 1) {
    await page.goto(`/search?q=${word}`, { waitUntil: "networkidle" });
    if ((await page.locator("[data-count]").textContent()) === "1 Produkt") break;
    await page.waitForTimeout(200);
  }
  await page.getByRole("heading", { level: 1, name: `Ergebnisse für „${word}“` }).waitFor();
  assert.deepEqual(await titles(page), [`Schöne ${word}`]);
  assert.deepEqual(complaints, []);
  await context.close();
});
