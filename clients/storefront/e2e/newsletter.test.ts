// The newsletter: signed up for at the bottom of a page, confirmed by a letter, ended by its link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { AURORA, linkIn, mail, MERIDIAN, Staff, unique } from "./installation.ts";
import { signIn, signUp } from "./shopper.ts";

let browser: Browser;
let owner: Staff;
before(async () => {
  browser = await launch();
  owner = await Staff.ofDemo("aurora");
});
after(() => browser.close());

/** Whether the store may write to the address. */
async function isReader(email: string): Promise<boolean> {
  const { data } = await owner.send<{ data: { email: string }[] }>("GET", "/newsletter/subscribers?limit=100");
  return data.some((it) => it.email === email);
}

test("a visitor signs up, confirms, and unsubscribes with one click and without signing in", async () => {
  const email = `rita-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [400] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));
  await page.goto("/products");
  const form = page.getByRole("contentinfo").getByRole("form", { name: "Newsletter" });
  await form.getByLabel("Your e-mail").fill("no address");
  await form.getByRole("button", { name: "Subscribe" }).click();
  await form.getByText("Enter an e-mail address, like name@example.com.").waitFor();
  await form.locator("input:focus").waitFor();
  await look();
  await form.getByLabel("Your e-mail").fill(email);
  await form.getByRole("button", { name: "Subscribe" }).click();
  await form.getByText(`unless ${email} gets our newsletter already, a link to confirm it is on its way`).waitFor();
  await look();
  assert.equal(await isReader(email), false);

  // A program that opens the link changes nothing; the token leaves the address bar.
  const link = linkIn(await mail(email, "Confirm the newsletter"), "/newsletter/confirm");
  await page.goto(link);
  await page.getByRole("heading", { level: 1, name: "Confirm the newsletter" }).waitFor();
  await page.getByRole("button", { name: "Confirm" }).waitFor();
  await page.waitForURL(`${AURORA}/newsletter/confirm`);
  assert.equal(await isReader(email), false);
  await look();
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "You get our newsletter now" }).waitFor();
  assert.equal(await isReader(email), true);
  await look();
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("This link was used already or is too old.").waitFor();
  await look();

  const welcome = linkIn(await mail(email, "You get the newsletter"), "/newsletter/unsubscribe");
  await page.goto(welcome);
  await page.waitForURL(`${AURORA}/newsletter/unsubscribe`);
  assert.equal(await isReader(email), true);
  await look();
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await page.getByRole("heading", { name: "You are unsubscribed" }).waitFor();
  assert.equal(await isReader(email), false);
  await look();
  await page.goto("/newsletter/unsubscribe?token=0123");
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await page.getByText("This link is not valid any more.").waitFor();
  await page.goto("/newsletter/confirm");
  await page.getByText("This page needs the link from our e-mail.").waitFor();
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a shopper with an account finds the newsletter among the consents", async () => {
  const email = `nele-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await signUp(page, email);
  await signIn(page, email);
  await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
  const form = page.getByRole("contentinfo").getByRole("form", { name: "Newsletter" });
  await form.getByLabel("Your e-mail").fill(email);
  await form.getByRole("button", { name: "Subscribe" }).click();
  await form.getByText("a link to confirm it is on its way").waitFor();
  await page.goto(linkIn(await mail(email, "Confirm the newsletter"), "/newsletter/confirm"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "You get our newsletter now" }).waitFor();
  await page.goto("/account/consents");
  await page.getByRole("checkbox", { name: "Send me offers by e-mail", checked: true }).waitFor();
  await page.locator("[data-consent=marketing_email]", { hasText: "by confirming the newsletter" }).first().waitFor();
  await page.goto(linkIn(await mail(email, "You get the newsletter"), "/newsletter/unsubscribe"));
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await page.getByRole("heading", { name: "You are unsubscribed" }).waitFor();
  await page.goto("/account/consents");
  await page.getByRole("checkbox", { name: "Send me offers by e-mail", checked: false }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the form is legible on a brand with a strong colour", async () => {
  const { context, page, complaints } = await visit(browser, PHONE, MERIDIAN, { expected: [400] });
  await page.goto("/");
  const form = page.getByRole("contentinfo").getByRole("form", { name: "Newsletter" });
  await form.getByRole("button", { name: "Subscribe" }).click();
  await form.getByRole("alert").waitFor();
  assert.deepEqual(await faults(page), []);
  await form.getByLabel("Your e-mail").fill(`mia-${unique()}@example.com`);
  await form.getByRole("button", { name: "Subscribe" }).click();
  await form.getByText("a link to confirm it is on its way").waitFor();
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
