// What shoppers agree to: the terms when they sign up, and offers, which they choose and leave.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { AURORA, call, linkIn, mail, newTenant, Staff, unique } from "./installation.ts";
import { PASSWORD, signIn, signUp } from "./shopper.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

interface Consents {
  terms_version?: string;
  marketing_email: boolean;
  marketing_sms: boolean;
  order_updates_sms: boolean;
  history: { purpose: string; is_given: boolean; source: string }[];
}

/** As the store sees them. */
async function consentsOf(email: string): Promise<Consents> {
  const owner = await Staff.ofDemo("aurora");
  const { data } = await owner.send<{ data: { id: string }[] }>("GET", `/customers?search=${encodeURIComponent(email)}`);
  return (await owner.send<{ consents: Consents }>("GET", `/customers/${data[0]?.id ?? ""}`)).consents;
}

/** What the shop calls the wording of the store's terms, found without the shop. */
async function termsVersion(host: string): Promise<string> {
  const { html } = JSON.parse((await call("GET", "/storefront/v1/pages/terms", { host })).text) as { html: string };
  return `terms-${createHash("sha256").update(html).digest("hex").slice(0, 16)}`;
}

test("a shopper accepts the terms, chooses offers, and changes the mind", async () => {
  const email = `ida-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, PHONE, AURORA);
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));

  await page.goto("/account/signup");
  await page.getByLabel("First name").fill("Ida");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  for (const name of ["Send me offers by e-mail", "Send me offers by text message", /^I accept the/]) {
    assert.equal(await page.getByRole("checkbox", { name }).isChecked(), false);
  }
  await page.getByLabel("Send me offers by e-mail").check();
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByText("Accept them to create an account.").waitFor();
  await page.locator("[name=terms]:focus").waitFor();
  await look();
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Terms of sale (opens in a new tab)" }).click();
  const terms = await opened;
  await terms.getByRole("heading", { level: 1, name: "Terms of sale" }).waitFor();
  await terms.close();
  await page.getByRole("checkbox", { name: "I accept the Terms of sale" }).check();
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByText(`We have sent a link to ${email}.`).waitFor();
  await page.goto(linkIn(await mail(email, "Confirm your e-mail address"), "/account/verify-email"));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "Your address is confirmed" }).waitFor();
  const version = await termsVersion(new URL(AURORA).host);
  const atFirst = await consentsOf(email);
  assert.equal(atFirst.terms_version, version);
  assert.deepEqual([atFirst.marketing_email, atFirst.marketing_sms, atFirst.history.length], [true, false, 2]);

  await signIn(page, email);
  await page.getByRole("link", { name: /^Consents/ }).last().click();
  await page.getByRole("checkbox", { name: "Send me offers by e-mail", checked: true }).waitFor();
  await page.getByText(`version ${version}`).waitFor();
  const offers = page.locator("[data-consent=marketing_email]");
  assert.match((await offers.textContent()) ?? "", /^Offers by e-mailAgreed · .*\d{4}.*:\d\d.* · when signing up$/);
  await look();
  await page.getByLabel("Send me offers by e-mail").uncheck();
  await page.getByLabel("Send me offers by text message").check();
  await page.getByLabel("Send me a text message when a parcel is shipped or delivered").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByText(/^Withdrawn · .* · in the account$/).waitFor();
  assert.equal(await page.locator("[data-consent=marketing_sms]").count(), 1);
  await look();
  const later = await consentsOf(email);
  assert.deepEqual([later.marketing_email, later.marketing_sms, later.order_updates_sms, later.history.length], [false, true, true, 5]);

  await page.reload();
  await page.getByRole("checkbox", { name: "Send me offers by text message", checked: true }).waitFor();
  assert.equal(await page.getByLabel("Send me offers by e-mail").isChecked(), false);
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a store without terms asks for none; in German", async () => {
  const owner = await newTenant("Ostwind", { currency: "EUR", country: "DE", locale: "de-DE" });
  const email = `jan-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, DESKTOP, `http://${owner.host}`);
  await page.goto("/account/signup");
  await page.getByLabel("Vorname").fill("Jan");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill(PASSWORD);
  assert.equal(await page.locator("[name=terms]").count(), 0);
  await page.getByLabel("Angebote per SMS erhalten").check();
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.goto(linkIn(await mail(email, "Bestätigen Sie"), "/account/verify-email"));
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await page.getByRole("heading", { name: "Ihre Adresse ist bestätigt" }).waitFor();
  await page.goto("/account/consents");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("heading", { level: 1, name: "Einwilligungen" }).waitFor();
  await page.getByText(/^Eingewilligt · .* · beim Anlegen des Kontos$/).waitFor();
  assert.equal(await page.locator("[data-consent]").count(), 1);
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("terms are asked for again when their text has changed, and not when the brand has", async () => {
  const owner = await newTenant("Nordlicht", { currency: "EUR", country: "DE", locale: "en-GB" });
  const publish = (primary: string, text: string): Promise<void> => {
    const colors = { primary, on_primary: "#ffffff", background: "#ffffff", surface: "#f4f4f4", text: "#1a1a1a", accent: "#0b5d3b" };
    const pages = [{ slug: "terms", title: "Terms", html: `<p>${text}</p>` }];
    return owner.publishBrand({ name: "Nordlicht", colors, fonts: { heading: "DM Sans", body: "DM Sans" }, radius: "small", pages });
  };
  await publish("#0b5d3b", "First.");
  const email = `kim-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`);
  await signUp(page, email, "Terms");
  await publish("#5d0b3b", "First.");
  await page.goto("/account/consents");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const first = await termsVersion(owner.host);
  await page.getByText(`version ${first}`).waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(await page.getByRole("region", { name: "Terms" }).count(), 0);

  await publish("#5d0b3b", "Second.");
  // As long as browsers keep a text of the store.
  await page.waitForTimeout(2_000);
  const second = await termsVersion(owner.host);
  assert.notEqual(second, first);
  await page.reload();
  const region = page.getByRole("region", { name: "Terms" });
  await region.getByText("You have not accepted the terms that hold now").waitFor();
  assert.deepEqual(await faults(page), []);
  await region.getByRole("button", { name: "Accept" }).click();
  await region.waitFor({ state: "detached" });
  await page.getByText(`version ${second}`).waitFor();
  assert.equal(await page.locator("[data-consent=terms]").count(), 2);
  await page.reload();
  await page.getByText(`version ${second}`).waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(await region.count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});
