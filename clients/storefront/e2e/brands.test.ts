// Brands that the demo stores are not: a German one, and a dark one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, fillDetails, GERMAN, launch, PHONE, visit } from "./browser.ts";
import { newTenant } from "./installation.ts";

const TAX = { included: true, rate_ppm: 190_000, name: "MwSt. 19 %" };
const DARK = { primary: "#e8b04b", on_primary: "#1a1204", background: "#14161a", surface: "#20242b", text: "#f2efe8", accent: "#8fc7b5" };

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("a German shop speaks German everywhere", async () => {
  const owner = await newTenant("Nordlicht", { currency: "EUR", country: "DE", locale: "de-DE", tagline: "Licht für lange Abende", tax: TAX });
  const { slug } = await owner.product({ title: "Leselampe Föhr", description: "<p>Dreht sich ins Licht.</p>", amount: 129_900 });
  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`);
  const found: string[] = [];
  const look = async (): Promise<void> => {
    found.push(...(await faults(page)));
    const text = await page.locator("body").innerText();
    found.push(...(/\b(Cart|Shop all|Checkout|Shipping|Account|Sign in|Menu|Orders?|Add to|Search|Results|Filters|Price|Reviews?|stars?)\b/.exec(text) ?? []));
  };
  for (const path of ["/", "/products", "/search?q=zzzzqqq", `/products/${slug}/reviews`, "/cart", "/account/login", "/account/signup", "/account/forgot-password"]) {
    await page.goto(path, { waitUntil: "networkidle" });
    assert.equal(await page.locator("html").getAttribute("lang"), "de-DE");
    await look();
  }
  await page.goto("/account/login");
  await page.getByRole("button", { name: "Stattdessen einen Code per E-Mail erhalten" }).click();
  await page.getByLabel("E-Mail-Adresse").fill("anna@example.com");
  await look();
  await page.getByRole("button", { name: "Code senden" }).click();
  await page.getByLabel("Code", { exact: true }).waitFor();
  await look();
  await page.goto(`/products/${slug}`);
  assert.equal(await page.locator("[data-price]").textContent(), "1.299,00\u00a0€");
  await look();
  await page.getByRole("button", { name: "In den Warenkorb" }).click();
  await page.getByRole("dialog", { name: "Warenkorb" }).getByText("Leselampe Föhr").first().waitFor();
  await look();
  await page.goto("/checkout");
  await fillDetails(page, GERMAN);
  await look();
  await page.getByRole("button", { name: "Weiter zum Versand" }).click();
  await page.locator("button[aria-disabled=false]", { hasText: "Zahlungspflichtig bestellen (1.303,90\u00a0€)" }).waitFor();
  await look();
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a dark brand can be read everywhere", async () => {
  const owner = await newTenant("Night Shift", { currency: "EUR", country: "DE", tagline: "For those who stay up", tax: TAX });
  const { slug } = await owner.product();
  const sold = await owner.product({ on_hand: 0 });
  const pages = [{ slug: "imprint", title: "Imprint", html: '<h2>Us</h2><p>Night <a href="/">Shift</a></p>' }];
  await owner.publishBrand({ name: "Night Shift", colors: DARK, fonts: { heading: "Playfair Display", body: "DM Sans" }, radius: "small", pages });
  for (const viewport of [PHONE, DESKTOP]) {
    const { context, page, complaints } = await visit(browser, viewport, `http://${owner.host}`, { expected: [400, 404] });
    const found: string[] = [];
    const paths = ["/", "/products", `/products/${sold.slug}`, `/products/${slug}`, "/search?q=test&price_min=1", `/products/${slug}/reviews`, "/pages/imprint", "/cart", "/nope", "/account/login", "/account/signup"];
    for (const path of paths) {
      await page.goto(path, { waitUntil: "networkidle" });
      for (const it of await faults(page)) found.push(`${path} ${it}`);
    }
    await page.goto(`/products/${slug}`);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("dialog", { name: "Cart" }).getByText("is in your cart").waitFor();
    for (const it of await faults(page)) found.push(`drawer ${it}`);
    await page.goto("/checkout");
    await page.getByRole("button", { name: "Continue to shipping" }).click();
    await page.getByRole("alert").waitFor();
    for (const it of await faults(page)) found.push(`details ${it}`);
    await fillDetails(page, GERMAN);
    await page.getByRole("button", { name: "Continue to shipping" }).click();
    await page.locator("button[aria-disabled=false]", { hasText: "Order and pay" }).waitFor();
    for (const it of await faults(page)) found.push(`shipping ${it}`);
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    await context.close();
  }
});
