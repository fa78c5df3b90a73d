// Opens the shop in a browser, as visitors do.

import assert from "node:assert/strict";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

export const PHONE = { width: 360, height: 800 };
export const TABLET = { width: 768, height: 1024 };
export const DESKTOP = { width: 1440, height: 900 };

const FLAGS =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

export function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: FLAGS.split(" ") });
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the browser complained about so far, and requests to hosts that are none of the shop's business. */
  complaints: string[];
}

/**
 * A visitor of their own, who declined to be counted, or with `isAsked` was not asked yet. Refused requests with these
 * statuses are no complaint: the test provokes them.
 */
export async function visit(
  browser: Browser,
  viewport: typeof PHONE,
  baseURL: string,
  { expected = [], isAsked = false, ...options }: BrowserContextOptions & { expected?: number[]; isAsked?: boolean } = {},
): Promise<Visit> {
  const declined = [{ origin: baseURL, localStorage: [{ name: "stoa.analytics", value: '"declined"' }] }];
  const storageState = { cookies: [], origins: isAsked ? [] : declined };
  const context = await browser.newContext({ viewport, baseURL, reducedMotion: "reduce", storageState, ...options });
  // Generous: a slow machine is no defect.
  context.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  context.on("page", (page) => watch(page, baseURL, complaints, expected));
  return { context, page: await context.newPage(), complaints };
}

function watch(page: Page, baseURL: string, complaints: string[], expected: readonly number[]): void {
  const own = new URL(baseURL).host;
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const text = message.text();
    if (!expected.some((status) => text.includes(`status of ${status}`))) complaints.push(text);
  });
  page.on("request", (request) => {
    const { host, hostname, protocol } = new URL(request.url());
    // What stands in for Stripe is the only other one.
    if (protocol.startsWith("http") && host !== own && hostname !== "127.0.0.1") complaints.push(`request to ${host}`);
  });
}

export const GERMAN = {
  email: "anna@example.com",
  country: "DE",
  first_name: "Anna",
  last_name: "Berg",
  street_name: "Long Street 1",
  postal_code: "10115",
  city: "Berlin",
};
export const AMERICAN = {
  email: "pat@example.com",
  country: "US",
  first_name: "Pat",
  last_name: "Miller",
  street_name: "12 Main Street",
  postal_code: "10001",
  city: "New York",
  region: "NY",
};

export async function addToCart(page: Page, slug: string): Promise<void> {
  await page.goto(`/products/${slug}`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog", { name: "Cart" }).getByText("is in your cart").waitFor();
}

export async function fillDetails(page: Page, details: Readonly<Record<string, string>>): Promise<void> {
  const { country = "", ...fields } = details;
  await page.locator("[name=country]").selectOption(country);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name=${name}]`);
    if ((await field.evaluate((it) => it.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
}

/** From the cart to the button that orders. */
export async function reachOrder(page: Page, details: Readonly<Record<string, string>>): Promise<void> {
  await page.goto("/checkout");
  await fillDetails(page, details);
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await orderButton(page).waitFor();
}

/** The button that orders, once it can be pressed. */
export function orderButton(page: Page) {
  return page.locator("button[aria-disabled=false]", { hasText: "Order and pay" });
}

/** From the cart to the payment form. */
export async function placeOrder(page: Page, details: Readonly<Record<string, string>>): Promise<void> {
  await reachOrder(page, details);
  await orderButton(page).click();
  await page.getByLabel("Card number").waitFor();
}

export async function fillCard(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card);
  await page.getByLabel("Expiration date").fill("12 / 34");
  await page.getByLabel("Security code").fill("123");
}

export async function pay(page: Page, card = "4242424242424242"): Promise<void> {
  await fillCard(page, card);
  await page.getByRole("button", { name: /^Pay / }).click();
}

export async function isPaid(page: Page): Promise<void> {
  await page.locator("h1[data-status=paid]").waitFor();
}

export interface Known {
  id: string;
  token: string;
}

/** The order that this browser has just paid. */
export async function boughtOrder(page: Page): Promise<Known> {
  const [order] = await page.evaluate<Known[]>(`JSON.parse(localStorage.getItem("stoa.orders"))`);
  assert.ok(order);
  return order;
}
