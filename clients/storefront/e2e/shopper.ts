// A shopper with an account.

import type { Page } from "playwright-core";
import { linkIn, mail } from "./installation.ts";

export const PASSWORD = "lamp river otter seven";

export async function signUp(page: Page, email: string, terms = "Terms of sale"): Promise<void> {
  await page.goto("/account/signup");
  await page.getByLabel("First name").fill("Anna");
  await page.getByLabel("Last name").fill("Berg");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("checkbox", { name: `I accept the ${terms}` }).check();
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByText(`We have sent a link to ${email}.`).waitFor();
  await page.goto(linkIn(await mail(email, "Confirm your e-mail address"), "/account/verify-email"));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "Your address is confirmed" }).waitFor();
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/account/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
