// An account from its first letter to its last, and a purchase while signed in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { AccountExport } from "../src/sdk.ts";
import { faults } from "./axe.ts";
import { addToCart, boughtOrder, DESKTOP, fillDetails, GERMAN, isPaid, launch, orderButton, pay, PHONE, visit } from "./browser.ts";
import { AURORA, linkIn, mail, MERIDIAN, unique } from "./installation.ts";
import { PASSWORD as FIRST, signIn, signUp } from "./shopper.ts";

const SECOND = "stone meadow falcon nine";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const overview = (page: Page): Promise<void> => page.getByRole("heading", { level: 1, name: "Account" }).waitFor();

/** The file that a button gives, as it is on the disk. */
async function downloaded(page: Page, button: string): Promise<{ name: string; data: AccountExport }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), data: JSON.parse(readFileSync(await download.path(), "utf8")) as AccountExport };
}

test("a shopper signs up, buys, and finds the order in the account", async () => {
  const email = `anna-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [400] });
  await signUp(page, email);
  await signIn(page, email, FIRST);
  await overview(page);

  await addToCart(page, "flet-basket");
  await page.goto("/checkout");
  await page.locator("[name=email]").waitFor();
  assert.equal(await page.locator("[name=email]").inputValue(), email);
  assert.equal(await page.locator("[name=first_name]").inputValue(), "Anna");
  await fillDetails(page, { ...GERMAN, email });
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await orderButton(page).click();
  await pay(page);
  await isPaid(page);
  const number = /Order (\d+)/.exec((await page.locator("main").textContent()) ?? "")?.[1] ?? "";

  await page.goto("/account/orders");
  const found = [];
  await page.getByRole("link", { name: `View order ${number}` }).waitFor();
  found.push(...(await faults(page)));
  await page.getByRole("link", { name: `View order ${number}` }).click();
  await page.getByText("Flet Basket", { exact: true }).waitFor();
  found.push(...(await faults(page)));
  await page.goto("/account/addresses");
  await page.getByText("You have not saved an address yet.").waitFor();
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByLabel("First name").fill("Anna");
  await page.getByLabel("Street and house number").fill("Ring 7");
  await page.getByLabel("Postal code").fill("123");
  await page.getByLabel("City").fill("Hamburg");
  await page.getByRole("button", { name: "Save address" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Postal code").fill("20095");
  await page.getByRole("button", { name: "Save address" }).click();
  await page.getByText("Default delivery address").waitFor();
  found.push(...(await faults(page)));
  await addToCart(page, "flet-basket");
  await page.goto("/checkout");
  await page.getByLabel(/Ring 7/).waitFor();
  assert.equal(await page.getByLabel(/Ring 7/).isChecked(), true);
  assert.equal(await page.locator("[name=street_name]").count(), 0);
  found.push(...(await faults(page)));
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await page.getByText("20095 Hamburg").waitFor();
  for (const [path, button] of [["profile", "Save"], ["sessions", ""], ["consents", "Save"], ["", ""]] as const) {
    await page.goto(`/account/${path}`);
    if (button) await page.getByRole("button", { name: button, exact: true }).waitFor();
    else await page.getByText(path ? "This device" : "See and follow what you ordered.").waitFor();
    found.push(...(await faults(page)));
  }
  await page.goto("/account/profile");
  const { name, data } = await downloaded(page, "Download my data");
  assert.match(name, /^account-\d{4}-\d\d-\d\d\.json$/);
  assert.equal(data.account.email, email);
  assert.deepEqual(data.addresses.map((it) => it.address.street_name), ["Ring 7"]);
  assert.deepEqual(data.orders.map((it) => [String(it.number), it.lines.map((line) => line.title)]), [[number, ["Flet Basket"]]]);
  assert.equal(data.consents.history.filter((it) => it.purpose === "terms").length, 1);
  assert.deepEqual([data.sessions.length, data.reviews.length], [1, 0]);
  await page.getByText("The file was downloaded.").waitFor();
  found.push(...(await faults(page)));

  // Whoever comes next at this device finds nothing of hers: her cart stays with the account.
  const { id } = await boughtOrder(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(`${AURORA}/`);
  assert.equal(await page.evaluate(`localStorage.getItem("stoa.orders")`), null);
  await page.goto(`/orders/${id}`);
  await page.getByRole("heading", { level: 1, name: "We cannot show this order here" }).waitFor();
  await page.goto("/checkout");
  await page.getByRole("main").getByText("Your cart is empty.").waitFor();
  await addToCart(page, "flet-basket");
  await page.goto("/checkout");
  await page.locator("[name=email]").waitFor();
  for (const name of ["email", "first_name", "street_name", "city"]) {
    assert.equal(await page.locator(`[name=${name}]`).inputValue(), "", name);
  }
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a shopper changes name and password, signs another device out, resets the password, deletes the account", async () => {
  const email = `bea-${unique()}@example.com`;
  const first = await visit(browser, DESKTOP, AURORA, { expected: [400, 401, 403, 404, 422] });
  const second = await visit(browser, PHONE, AURORA, { expected: [401, 404] });
  const { page } = first;
  await signUp(page, email);
  await signIn(page, email, "not this password");
  await page.getByRole("alert").getByText("E-mail address or password is wrong").waitFor();
  await signIn(page, email, FIRST);
  await overview(page);
  await signIn(second.page, email, FIRST);
  await overview(second.page);

  await page.goto("/account/profile");
  await page.getByLabel("First name").fill("Beatrice");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByLabel("Current password").fill(FIRST);
  await page.getByLabel("New password").fill(SECOND);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("Your password was changed. Other devices were signed out.").waitFor();
  await mail(email, "was changed");
  await second.page.goto("/account/orders");
  await second.page.getByRole("heading", { name: "Sign in" }).waitFor();

  await signIn(second.page, email, SECOND);
  await overview(second.page);
  await page.goto("/account/sessions");
  await page.getByRole("button", { name: /^Sign out (?!everywhere)/ }).click();
  await page.getByRole("button", { name: /^Sign out (?!everywhere)/ }).waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.goto("/account/forgot-password");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send link" }).click();
  await page.getByText(`If ${email} has an account`).waitFor();
  await page.goto(linkIn(await mail(email, "Choose a new password"), "/account/reset-password"));
  await page.getByLabel("New password").fill(FIRST);
  await page.getByRole("button", { name: "Save password" }).click();
  await page.getByRole("heading", { name: "Your password was changed" }).waitFor();

  await signIn(page, email, FIRST);
  await overview(page);
  await page.goto("/account/profile");
  await page.getByRole("region", { name: "Delete account" }).getByLabel("Password").fill(FIRST);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.waitForURL(`${AURORA}/`);
  await mail(email, "was deleted");
  await signIn(page, email, FIRST);
  await page.getByRole("alert").waitFor();
  assert.deepEqual(first.complaints, []);
  assert.deepEqual(second.complaints, []);
  await first.context.close();
  await second.context.close();
});

test("an account of one store is nobody at the other", async () => {
  const email = `cleo-${unique()}@example.com`;
  const { context, page } = await visit(browser, DESKTOP, AURORA);
  await signUp(page, email);
  const other = await visit(browser, DESKTOP, MERIDIAN, { expected: [401] });
  await signIn(other.page, email, FIRST);
  await other.page.getByRole("alert").getByText("E-mail address or password is wrong").waitFor();
  await context.close();
  await other.context.close();
});
