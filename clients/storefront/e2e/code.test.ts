// Signing in with a code from an e-mail.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { AURORA, linkIn, mail, unique } from "./installation.ts";
import { signUp } from "./shopper.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function askCode(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "E-mail me a code instead" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByText(`If ${email} has an account, an e-mail with a code is on its way.`).waitFor();
}

async function enter(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const refused = (page: Page, text: string): Promise<void> => page.getByRole("alert").getByText(text).waitFor();

test("a shopper signs in with a code, once, where the e-mail leads or where it was asked for", async () => {
  const email = `ines-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [401] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));
  await signUp(page, email);

  await page.goto("/account/orders");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "E-mail me a code instead" }).click();
  await page.locator("[name=email]:focus").waitFor();
  assert.equal(await page.getByLabel("E-mail address").inputValue(), email);
  await look();
  await page.getByRole("button", { name: "Use my password instead" }).click();
  await askCode(page, email);
  await page.locator("[name=code]:focus").waitFor();
  const letter = await mail(email, "is your code");
  const code = /^(\d{4}) (\d{4}) /.exec(letter.subject)?.slice(1) ?? [];
  assert.equal(code.length, 2, letter.subject);

  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("Please fill this in.").waitFor();
  await enter(page, code.join("") === "00000000" ? "11111111" : "00000000");
  await refused(page, "This code is wrong, was used before or has expired.");
  await look();
  await page.getByRole("button", { name: "Send another code" }).click();
  await page.getByText("Another e-mail is on its way, unless we sent one within the last minute.").waitFor();
  await page.goto(linkIn(letter, "/account"));
  await page.getByText(`If ${email} has an account`).waitFor();
  await look();
  await page.goto("/account/orders");
  await enter(page, ` ${code.join(" ")}`);
  await page.getByText("You have not ordered anything yet.").waitFor();

  await page.goto("/account/sessions");
  await page.getByText("This device").waitFor();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByLabel("Password").waitFor();
  await askCode(page, email);
  await enter(page, code.join(""));
  await refused(page, "This code is wrong, was used before or has expired.");
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("codes cannot be guessed, and whether an address has an account is not said", async () => {
  const email = `nobody-${unique()}@example.com`;
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA, { expected: [400, 401, 429] });
  await page.goto("/account/login");
  await page.getByRole("button", { name: "E-mail me a code instead" }).click();
  await page.getByLabel("E-mail address").fill("nobody");
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByText("Enter an e-mail address such as name@example.com.").waitFor();
  await page.getByRole("button", { name: "Use my password instead" }).click();
  await askCode(page, email);
  for (let guess = 0; guess < 5; guess += 1) {
    const answered = page.waitForResponse((it) => it.url().endsWith("/login-with-code"));
    await enter(page, `1234567${guess}`);
    assert.equal((await answered).status(), 401);
    await refused(page, "This code is wrong, was used before or has expired.");
  }
  await enter(page, "12345678");
  await refused(page, "Too many wrong codes. Wait 15 minutes, or use your password.");
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Use another address" }).click();
  await page.getByRole("button", { name: "Send code" }).waitFor();
  await page.reload();
  await page.getByLabel("Password").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
