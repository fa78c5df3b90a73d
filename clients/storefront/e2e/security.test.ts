// Another e-mail address for an account, and every device signed out.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { AURORA, linkIn, mail, unique } from "./installation.ts";
import { PASSWORD, signIn, signUp } from "./shopper.ts";

const OTHER = "stone meadow falcon nine";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const overview = (page: Page): Promise<void> => page.getByRole("heading", { level: 1, name: "Account" }).waitFor();

async function isRefused(page: Page, email: string, password: string): Promise<void> {
  await signIn(page, email, password);
  await page.getByRole("alert").getByText("E-mail address or password is wrong").waitFor();
}

test("a shopper gets another address, and the old one takes the change back", async () => {
  const [old, next] = [`kaja-${unique()}@example.com`, `kaja-${unique()}@example.org`];
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [400, 401, 403, 404, 422] });
  const thief = await visit(browser, DESKTOP, AURORA, { expected: [400, 401, 404] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));
  await signUp(page, old);
  await signIn(page, old);
  await overview(page);

  await page.goto("/account/profile");
  const form = page.getByRole("region", { name: "Change e-mail address" });
  const ask = async (email: string, password: string): Promise<void> => {
    await form.getByLabel("E-mail address").fill(email);
    await form.getByLabel("Password").fill(password);
    await form.getByRole("button", { name: "Change e-mail address" }).click();
  };
  await ask(next, OTHER);
  await form.getByRole("alert").getByText("This password is wrong.").waitFor();
  await look();
  await ask(old, PASSWORD);
  await form.getByRole("alert").getByText("This is the address of your account already.").waitFor();
  await ask(next, PASSWORD);
  await form.getByText(`We have sent an e-mail to ${next}.`).waitFor();
  await look();

  const confirm = linkIn(await mail(next, "Confirm your new e-mail address"), "/account/confirm-email");
  await page.goto(confirm);
  await page.getByRole("button", { name: "Confirm" }).waitFor();
  assert.equal(page.url(), `${AURORA}/account/confirm-email`);
  await look();
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "Your e-mail address was changed" }).waitFor();
  await look();
  await page.goto("/account/profile");
  await page.getByText(next).waitFor();
  await isRefused(thief.page, old, PASSWORD);
  await signIn(thief.page, next);
  await overview(thief.page);
  await page.goto(confirm);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("This link was used before or has expired.").waitFor();
  await look();

  await page.goto(linkIn(await mail(old, "was changed"), "/account/undo-email"));
  await page.getByRole("button", { name: "Undo the change" }).waitFor();
  assert.equal(page.url(), `${AURORA}/account/undo-email`);
  await look();
  await page.getByRole("button", { name: "Undo the change" }).click();
  await page.getByRole("heading", { name: "The change was undone" }).waitFor();
  await look();
  // Everybody is out, and neither the password nor the other address is good for anything.
  await thief.page.goto("/account/orders");
  await thief.page.getByRole("heading", { name: "Sign in" }).waitFor();
  await isRefused(thief.page, next, PASSWORD);
  await isRefused(page, old, PASSWORD);
  await page.goto(linkIn(await mail(old, "Choose a new password"), "/account/reset-password"));
  await page.getByLabel("New password").fill(OTHER);
  await page.getByRole("button", { name: "Save password" }).click();
  await page.getByRole("heading", { name: "Your password was changed" }).waitFor();
  await signIn(page, old, OTHER);
  await overview(page);
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  assert.deepEqual(thief.complaints, []);
  await context.close();
  await thief.context.close();
});

test("a shopper signs out everywhere", async () => {
  const email = `lars-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [401, 404] });
  const other = await visit(browser, DESKTOP, AURORA, { expected: [401, 404] });
  await signUp(page, email);
  for (const at of [page, other.page]) {
    await signIn(at, email);
    await overview(at);
  }
  await page.goto("/account/sessions");
  await page.getByText("This device").waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await other.page.goto("/account/orders");
  await other.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await signIn(page, email);
  await overview(page);
  assert.deepEqual(complaints, []);
  assert.deepEqual(other.complaints, []);
  await context.close();
  await other.context.close();
});
