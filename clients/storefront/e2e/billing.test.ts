// Who is billed, and addresses that are kept for the next order.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, DESKTOP, fillDetails, GERMAN, isPaid, launch, orderButton, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { AURORA, call, unique } from "./installation.ts";
import { PASSWORD, signIn, signUp } from "./shopper.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const BILLED = {
  billing_country: "AT",
  billing_first_name: "Karl",
  billing_last_name: "Lang",
  billing_company: "Berg KG",
  billing_street_name: "Ringstraße 7",
  billing_postal_code: "1010",
  billing_city: "Wien",
};

async function fillBilling(page: Page): Promise<void> {
  const { billing_country: country, ...fields } = BILLED;
  await page.locator("[name=billing_country]").selectOption(country);
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
}

/** The order's page: what stands below a heading. */
const fact = async (page: Page, title: string): Promise<string | null> =>
  page.locator("h3", { hasText: title }).locator("xpath=following-sibling::p").textContent();

const proceed = (page: Page): Promise<void> => page.getByRole("button", { name: "Continue to shipping" }).click();

for (const viewport of [PHONE, DESKTOP]) {
  test(`a guest has another address billed at ${viewport.width} pixels`, async () => {
    const { context, page, complaints } = await visit(browser, viewport, AURORA, { expected: [400] });
    const found: string[] = [];
    await addToCart(page, "flet-basket");
    await page.goto("/checkout");
    await fillDetails(page, GERMAN);
    assert.equal(await page.getByLabel("Same as the delivery address").isChecked(), true);
    assert.equal(await page.getByLabel("Save this address").count(), 0);
    await page.getByLabel("Another billing address").check();
    await fillBilling(page);
    await page.locator("[name=billing_postal_code]").fill("1");
    found.push(...(await faults(page)));
    await proceed(page);
    await page.locator("[name=billing_postal_code][aria-invalid=true]").waitFor();
    assert.equal(await page.locator("[aria-invalid=true]").count(), 1);
    found.push(...(await faults(page)));
    await page.locator("[name=billing_postal_code]").fill("1010");
    await proceed(page);
    await orderButton(page).waitFor();
    await page.getByText("Ringstraße 7").waitFor();
    found.push(...(await faults(page)));

    // It is there when the shopper comes back to it, and can be taken back.
    await page.reload();
    await page.getByRole("button", { name: "Change contact and addresses" }).click();
    assert.equal(await page.locator("[name=billing_company]").inputValue(), "Berg KG");
    await page.getByLabel("Same as the delivery address").check();
    await proceed(page);
    await orderButton(page).waitFor();
    assert.equal(await page.getByText("Ringstraße 7").count(), 0);
    await page.getByRole("button", { name: "Change contact and addresses" }).click();
    await page.getByLabel("Another billing address").check();
    await fillBilling(page);
    await proceed(page);
    await orderButton(page).click();
    await pay(page);
    await isPaid(page);
    assert.equal(await fact(page, "Delivery address"), "Anna Berg\nLong Street 1\n10115 Berlin\nGermany");
    assert.equal(await fact(page, "Billing address"), "Karl Lang\nBerg KG\nRingstraße 7\n1010 Wien\nAustria");
    found.push(...(await faults(page)));
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("an order without another address bills the delivery address", async () => {
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await addToCart(page, "flet-basket");
  await placeOrder(page, GERMAN);
  await pay(page);
  await isPaid(page);
  assert.equal(await fact(page, "Billing address"), "Same as the delivery address");
  assert.deepEqual(complaints, []);
  await context.close();
});

async function fillAddressBook(email: string, count: number): Promise<void> {
  const { host } = new URL(AURORA);
  const session = await call("POST", "/storefront/v1/auth/login", { host, body: { email, password: PASSWORD } });
  const { access_token: token } = JSON.parse(session.text) as { access_token: string };
  for (let number = 1; number <= count; number += 1) {
    const address = { first_name: "Anna", street_name: `Street ${number}`, postal_code: "10115", city: "Berlin", country: "DE" };
    const { status, text } = await call("POST", "/storefront/v1/account/addresses", { host, token, body: { address } });
    assert.equal(status, 201, text);
  }
}

test("a shopper saves both addresses at checkout, once, and takes them for the next order", async () => {
  const email = `dora-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA, { expected: [409] });
  await signUp(page, email);
  await signIn(page, email);
  await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
  await addToCart(page, "flet-basket");
  await page.goto("/checkout");
  await fillDetails(page, { ...GERMAN, email });
  await page.locator("[name=save]").check();
  await page.getByLabel("Another billing address").check();
  await fillBilling(page);
  await page.locator("[name=billing_save]").check();
  assert.deepEqual(await faults(page), []);
  await proceed(page);
  await orderButton(page).waitFor();

  // The form offers what it has saved, as this cart has it.
  await page.getByRole("button", { name: "Change contact and addresses" }).click();
  await page.locator("[name=billing_saved]:checked").waitFor();
  const chosen = (name: string): Promise<string | null> => page.locator(`label:has([name=${name}]:checked)`).textContent();
  assert.equal(await chosen("saved"), "Anna Berg, Long Street 1, 10115 Berlin, Germany");
  assert.equal(await chosen("billing_saved"), "Karl Lang, Berg KG, Ringstraße 7, 1010 Wien, Austria");
  assert.deepEqual(await faults(page), []);
  await proceed(page);
  await orderButton(page).click();
  await pay(page);
  await isPaid(page);
  assert.equal(await fact(page, "Billing address"), "Karl Lang\nBerg KG\nRingstraße 7\n1010 Wien\nAustria");

  await page.goto("/account/addresses");
  await page.getByText("Ringstraße 7").waitFor();
  assert.equal(await page.locator("main li.panel").count(), 2);
  const german = page.locator("main li.panel", { hasText: "Long Street 1" });
  await german.getByText("Default delivery address").waitFor();

  // A full address book does not keep anybody from ordering.
  await fillAddressBook(email, 48);
  await addToCart(page, "flet-basket");
  await page.goto("/checkout");
  await page.locator("label:has([name=saved])", { hasText: "Another address" }).click();
  await fillDetails(page, { ...GERMAN, email, street_name: "New Street 9" });
  await page.locator("[name=save]").check();
  await proceed(page);
  await page.getByRole("alert").getByText("Your account has 50 addresses, so this one was not saved.").waitFor();
  assert.deepEqual(await faults(page), []);
  await page.locator("[name=save]").uncheck();
  await proceed(page);
  await orderButton(page).waitFor();
  await page.getByText("New Street 9").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
