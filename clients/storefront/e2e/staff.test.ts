// Letters to a tenant's staff, and the pages behind their links.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { AURORA, call, linkIn, mail, newTenant, Staff, unique } from "./installation.ts";

const PASSWORD = "violet kettle orbit tundra";
const OTHER = "lantern copper meadow glacier";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const invite = (owner: Staff, email: string): Promise<unknown> => owner.send("POST", "/staff-invitations", { email, role: "support" });

for (const viewport of [PHONE, DESKTOP]) {
  test(`an invited person opens an account and joins the staff at ${viewport.width} pixels`, async () => {
    const owner = await Staff.ofDemo("aurora");
    const email = `berta-${unique()}@example.com`;
    await invite(owner, email);
    const link = linkIn(await mail(email, "You are invited to work for"), "/staff/invitation");
    const token = new URL(link).searchParams.get("token") ?? "";
    const { context, page, complaints } = await visit(browser, viewport, AURORA, { expected: [400, 422] });
    const found: string[] = [];
    const look = async (): Promise<void> => void found.push(...(await faults(page)));

    const response = await page.goto(link);
    const document = (await response?.text()) ?? "";
    assert.match(document, /<meta name="robots" content="noindex">/);
    assert.ok(token !== "" && !document.includes(token));
    const accept = page.getByRole("button", { name: "Accept the invitation" });
    await accept.waitFor();
    assert.equal(page.url(), `${AURORA}/staff/invitation`);
    assert.match(await page.title(), /^Staff invitation – Aurora/);
    await look();

    await accept.click();
    await page.getByRole("heading", { name: "Create your account" }).waitFor();
    await look();
    await page.getByRole("button", { name: "Create account and accept" }).click();
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByText("Please fill this in.").count(), 2);
    await look();
    await page.getByLabel("Name").fill("Berta Klein");
    for (const bad of ["too short", "passwordpassword"]) {
      await page.getByLabel("Password").fill(bad);
      await page.getByRole("button", { name: "Create account and accept" }).click();
      await page.getByText("Choose a password with 15 to 1024 characters").waitFor();
    }
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Create account and accept" }).click();
    await page.getByRole("heading", { name: /^You are a staff member of Aurora.* now\.$/ }).waitFor();
    await page.getByText(`Sign in with ${email} through the admin API or console.`).waitFor();
    await look();
    await Staff.signIn(new URL(AURORA).host, { email, password: PASSWORD });

    await page.goto(link);
    await accept.click();
    await page.getByText("This invitation was accepted before, was withdrawn or has expired.").waitFor();
    await look();
    await page.reload();
    await page.getByText("This page is opened by the link in an invitation e-mail.").waitFor();
    await look();
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("who has an account joins another tenant with one click, in German", async () => {
  const email = `cleo-${unique()}@example.com`;
  const tenants = [
    await newTenant("Nordwind", { currency: "EUR", country: "DE", locale: "de-DE" }),
    await newTenant("Südwind", { currency: "EUR", country: "DE", locale: "de-DE" }),
  ];
  for (const [index, owner] of tenants.entries()) {
    const name = ["Nordwind", "Südwind"][index] ?? "";
    await invite(owner, email);
    const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`, { expected: [422] });
    await page.goto(linkIn(await mail(email, `für ${name}`), "/staff/invitation"));
    await page.getByRole("heading", { level: 1, name: "Einladung ins Team" }).waitFor();
    await page.getByRole("button", { name: "Einladung annehmen" }).click();
    if (index === 0) {
      await page.getByLabel("Name").fill("Cleo");
      await page.getByLabel("Passwort").fill(PASSWORD);
      assert.deepEqual(await faults(page), []);
      await page.getByRole("button", { name: "Konto anlegen und annehmen" }).click();
    }
    await page.getByRole("heading", { name: `Sie gehören jetzt zum Team von ${name}.` }).waitFor();
    await page.getByText(`Melden Sie sich mit ${email} über die Admin-API oder die Verwaltung an.`).waitFor();
    assert.equal(await page.getByText("Ihr Passwort bleibt, wie es ist.").count(), index);
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(complaints, []);
    await Staff.signIn(owner.host, { email, password: PASSWORD });
    await context.close();
  }
});

/** Opens an account by an invitation. */
async function join(owner: Staff, email: string, subject: string): Promise<void> {
  await invite(owner, email);
  const token = new URL(linkIn(await mail(email, subject), "/staff/invitation")).searchParams.get("token");
  const body = { token, name: "Dora Lind", password: PASSWORD };
  const { status, text } = await call("POST", "/admin/v1/staff-invitations/accept", { host: owner.host, body });
  assert.equal(status, 200, text);
}

for (const viewport of [PHONE, DESKTOP]) {
  test(`a staff member who forgot the password chooses another one at ${viewport.width} pixels`, async () => {
    const owner = await Staff.ofDemo("aurora");
    const email = `dora-${unique()}@example.com`;
    await join(owner, email, "You are invited to work for");
    const { context, page, complaints } = await visit(browser, viewport, AURORA, { expected: [400, 422] });
    const found: string[] = [];
    const look = async (): Promise<void> => void found.push(...(await faults(page)));

    await page.goto("/staff/forgot-password");
    const send = page.getByRole("button", { name: "Send link" });
    assert.match(await page.title(), /^Forgot your staff password\? – Aurora/);
    await page.getByLabel("E-mail address").fill("dora");
    await send.click();
    await page.getByText("Enter an e-mail address such as").waitFor();
    await look();
    await page.getByLabel("E-mail address").fill(email);
    await send.click();
    await page.getByText(`If ${email} belongs to a staff member of Aurora`).waitFor();
    await look();

    const link = linkIn(await mail(email, "Choose a new password for the staff of"), "/staff/reset-password");
    const response = await page.goto(link);
    assert.match((await response?.text()) ?? "", /<meta name="robots" content="noindex">/);
    const save = page.getByRole("button", { name: "Save password" });
    await save.waitFor();
    assert.equal(page.url(), `${AURORA}/staff/reset-password`);
    await look();
    for (const bad of ["too short", "passwordpassword"]) {
      await page.getByLabel("New password").fill(bad);
      await save.click();
      await page.getByText("Choose a password with 15 to 1024 characters").waitFor();
    }
    await look();
    await page.getByLabel("New password").fill(OTHER);
    await save.click();
    await page.getByRole("heading", { name: "Your password was changed" }).waitFor();
    await look();
    await Staff.signIn(owner.host, { email, password: OTHER });
    const old = await call("POST", "/admin/v1/auth/login", { host: owner.host, body: { email, password: PASSWORD } });
    assert.equal(old.status, 401);

    // In the same tab, which loads nothing for another fragment.
    await page.goto(link);
    await page.getByLabel("New password").fill(PASSWORD);
    assert.equal(page.url(), `${AURORA}/staff/reset-password`);
    await save.click();
    await page.getByText("This link was used before or has expired.").waitFor();
    await look();
    await page.reload();
    await page.getByText("This page is opened by the link in an e-mail about your password.").waitFor();
    await look();
    await page.getByRole("link", { name: "Request a new link" }).click();
    await send.waitFor();
    assert.equal(page.url(), `${AURORA}/staff/forgot-password`);
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("the pages about a forgotten staff password speak German", async () => {
  const owner = await newTenant("Westwind", { currency: "EUR", country: "DE", locale: "de-DE" });
  const email = `emil-${unique()}@example.com`;
  await join(owner, email, "für Westwind");
  const { context, page, complaints } = await visit(browser, PHONE, `http://${owner.host}`);
  await page.goto("/staff/forgot-password");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByRole("button", { name: "Link senden" }).click();
  await page.getByText(`Wenn ${email} zum Team von Westwind gehört`).waitFor();
  await page.goto(linkIn(await mail(email, "Wählen Sie ein neues Passwort"), "/staff/reset-password"));
  await page.getByRole("heading", { level: 1, name: "Neues Team-Passwort wählen" }).waitFor();
  await page.getByLabel("Neues Passwort").fill(OTHER);
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Passwort speichern" }).click();
  await page.getByRole("heading", { name: "Ihr Passwort wurde geändert" }).waitFor();
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(complaints, []);
  await Staff.signIn(owner.host, { email, password: OTHER });
  await context.close();
});
