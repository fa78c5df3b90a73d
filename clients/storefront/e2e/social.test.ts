// Signing in with an account at an identity provider.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { DESKTOP, launch, PHONE, visit } from "./browser.ts";
import { linkIn, mail, newTenant, unique, type Staff } from "./installation.ts";
import { Issuer, type Person } from "./issuer.ts";
import { PASSWORD, signIn, signUp } from "./shopper.ts";

const NAME = "Example ID";
const COLORS = { primary: "#0b5d3b", on_primary: "#ffffff", background: "#ffffff", surface: "#f4f4f4", text: "#1a1a1a", accent: "#0b5d3b" };

let browser: Browser;
before(async () => {
  browser = await launch();
});
const issuers: Issuer[] = [];
after(async () => {
  for (const issuer of issuers) issuer.stop();
  await browser.close();
});

/** A store whose shoppers may sign in with an issuer. */
async function start(locale = "en-GB"): Promise<{ owner: Staff; issuer: Issuer; url: string }> {
  const owner = await newTenant("Nordlicht", { currency: "EUR", country: "DE", locale });
  const pages = [{ slug: "terms", title: "Terms", html: "<p>First.</p>" }];
  await owner.publishBrand({ name: "Nordlicht", colors: COLORS, fonts: { heading: "DM Sans", body: "DM Sans" }, radius: "small", pages });
  const issuer = await Issuer.start();
  issuers.push(issuer);
  await owner.send("POST", "/identity-providers", issuer.provider(NAME));
  return { owner, issuer, url: `http://${owner.host}` };
}

function person(name: string): Person & { email: string } {
  const sub = `${name}-${unique()}`;
  return { sub, email: `${sub}@example.com`, email_verified: true, given_name: "Anna", family_name: "Berg" };
}

const go = (page: Page): Promise<void> => page.getByRole("button", { name: `Continue with ${NAME}` }).click();
const refused = (page: Page, text: string | RegExp): Promise<void> => page.getByRole("alert").getByText(text).waitFor();
const kept = (page: Page): Promise<unknown> => page.evaluate(`sessionStorage.getItem("stoa.social")`);
const overview = (page: Page): Promise<void> => page.getByRole("heading", { level: 1, name: "Account", exact: true }).waitFor();

async function signOut(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL((it) => it.pathname === "/");
}

test("a new shopper gets an account, accepts the terms and goes on; the only way in stays", async () => {
  const { issuer, url } = await start();
  const { context, page, complaints } = await visit(browser, PHONE, url, { expected: [409] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));
  const anna = person("anna");
  issuer.person = anna;

  await page.goto("/account/orders");
  await page.getByRole("button", { name: `Continue with ${NAME}` }).waitFor();
  await look();
  await go(page);
  await page.getByText("You are signed in. One thing is left:").waitFor();
  assert.equal(page.url(), `${url}/account/social`);
  assert.equal(issuer.asked[0]?.searchParams.get("redirect_uri"), `${url}/account/social`);
  assert.equal(await kept(page), null);
  await look();
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("You have not ordered anything yet.").waitFor();
  assert.equal(page.url(), `${url}/account/orders`);

  await page.getByRole("link", { name: "Sign-in methods" }).click();
  await page.getByText("You have not chosen a password.").waitFor();
  await page.getByText(anna.email).waitFor();
  await page.getByRole("button", { name: `Remove ${NAME}, ${anna.email}` }).click();
  await refused(page, `This is the only way into your account. Choose a password first, then you can remove ${NAME}.`);
  await look();
  await page.goto("/account/profile");
  await page.getByText("Your account has no password.").waitFor();
  assert.equal(await page.getByRole("region", { name: "Delete account" }).count(), 0);
  await look();
  await page.getByRole("button", { name: "E-mail me a link to choose one" }).click();
  await page.getByText(`We have sent a link to ${anna.email}.`).waitFor();
  await page.goto(linkIn(await mail(anna.email, "Choose a new password"), "/account/reset-password"));
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Save password" }).click();
  await page.getByRole("heading", { name: "Your password was changed" }).waitFor();

  await signIn(page, anna.email);
  await overview(page);
  await page.goto("/account/sign-in-methods");
  await page.getByText("You have chosen a password.").waitFor();
  await page.getByRole("button", { name: `Remove ${NAME}, ${anna.email}` }).click();
  await page.getByText(`${NAME} was removed.`).waitFor();
  await page.getByText("No account elsewhere is connected with yours.").waitFor();
  await look();
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the owner of an account signs in once, and is linked from then on", async () => {
  const { issuer, url } = await start();
  const { context, page, complaints } = await visit(browser, DESKTOP, url, { expected: [400, 409] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));
  const [bea, cleo] = [person("bea"), person("cleo")];
  await signUp(page, bea.email, "Terms");
  await signUp(page, cleo.email, "Terms");
  issuer.person = bea;

  await page.goto("/account/addresses");
  await go(page);
  const notice = page.getByText(`You already have an account with the e-mail address that ${NAME} gave us.`);
  await notice.waitFor();
  assert.equal(page.url(), `${url}/account/social`);
  assert.equal(await page.getByRole("button", { name: `Continue with ${NAME}` }).count(), 0);
  await look();
  // The notice stays on every page that asks for a sign-in; another account is not linked.
  await page.goto("/account/login");
  await notice.waitFor();
  await signIn(page, cleo.email);
  await page.getByRole("heading", { name: `Your account was not connected with ${NAME}` }).waitFor();
  await look();
  await signOut(page);

  await page.goto("/account/addresses");
  await go(page);
  await notice.waitFor();
  await page.getByRole("button", { name: "Sign in without connecting" }).click();
  await page.getByRole("button", { name: `Continue with ${NAME}` }).waitFor();
  await page.getByLabel("E-mail address").fill(bea.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("You have not saved an address yet.").waitFor();
  await page.goto("/account/sign-in-methods");
  await page.getByText("No account elsewhere is connected with yours.").waitFor();
  await signOut(page);

  await page.goto("/account/addresses");
  await go(page);
  await notice.waitFor();
  await page.getByLabel("E-mail address").fill(bea.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: `Your account is connected with ${NAME}` }).waitFor();
  await look();
  assert.equal(await kept(page), null);
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByText("You have not saved an address yet.").waitFor();
  await signOut(page);

  await page.goto("/account/signup");
  await go(page);
  await overview(page);
  assert.equal(page.url(), `${url}/account`);
  await page.goto("/account/sign-in-methods");
  await page.getByText(bea.email).waitFor();
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a mailed code is enough to link, in German", async () => {
  const { issuer, url } = await start("de-DE");
  const { context, page, complaints } = await visit(browser, PHONE, url, { expected: [409] });
  const dora = person("dora");
  issuer.person = dora;
  await page.goto("/account/signup");
  await page.getByLabel("Vorname").fill("Dora");
  await page.getByLabel("E-Mail-Adresse").fill(dora.email);
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("checkbox", { name: /^Ich akzeptiere/ }).check();
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.goto(linkIn(await mail(dora.email, "Bestätigen Sie"), "/account/verify-email"));
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await page.getByRole("heading", { name: "Ihre Adresse ist bestätigt" }).waitFor();

  await page.goto("/account/login");
  await page.getByRole("button", { name: `Weiter mit ${NAME}` }).click();
  await page.getByText(`Mit der E-Mail-Adresse, die ${NAME} uns genannt hat, haben Sie schon ein Konto.`).waitFor();
  await page.getByRole("button", { name: "Stattdessen einen Code per E-Mail erhalten" }).click();
  await page.getByLabel("E-Mail-Adresse").fill(dora.email);
  await page.getByRole("button", { name: "Code senden" }).click();
  const { subject } = await mail(dora.email, "Code");
  await page.getByLabel("Code", { exact: true }).fill(/\d{4} \d{4}/.exec(subject)?.[0] ?? "");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByRole("heading", { name: `Ihr Konto ist mit ${NAME} verbunden` }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("link", { name: "Weiter" }).click();
  await page.getByRole("heading", { level: 1, name: "Konto" }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("who is not confirmed, does not go on, or comes back late gets in with nothing, and may start again", async () => {
  const { issuer, url } = await start();
  const { context, page, complaints } = await visit(browser, PHONE, url, { expected: [400, 422, 503] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));

  await page.goto("/account/orders");
  await go(page);
  await refused(page, `You did not finish the sign-in with ${NAME}. Try again, or sign in another way.`);
  assert.equal(page.url(), `${url}/account/social`);
  await look();

  const eva = person("eva");
  issuer.person = { ...eva, email_verified: false };
  await go(page);
  await refused(page, `${NAME} has not confirmed an e-mail address of yours.`);
  issuer.person = eva;
  issuer.isBroken = true;
  await go(page);
  await refused(page, `${NAME} did not confirm the sign-in.`);
  issuer.isBroken = false;

  // Another browser's, and none at all.
  await page.goto(`/account/social?code=${"a".repeat(30)}&state=${"b".repeat(64)}`);
  await refused(page, "This sign-in has expired, was used before, or was started in another window.");
  assert.equal(page.url(), `${url}/account/social`);
  await page.goto("/account/social");
  await page.getByText("This page is opened by the company that you sign in with.").waitFor();
  await look();
  // A lost connection is no refusal.
  await context.route("**/auth/social/callback", (route) => route.abort());
  await go(page);
  await refused(page, "No connection. Check your internet and try again.");
  await context.unroute("**/auth/social/callback");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("You are signed in. One thing is left:").waitFor();
  await page.getByRole("button", { name: "Accept" }).click();
  await overview(page);
  await signOut(page);

  await page.goto("/account/login");
  await page.getByRole("button", { name: `Continue with ${NAME}` }).waitFor();
  await context.route(`${issuer.url}/**`, (route) => route.fulfill({ body: "Who are you?" }));
  await go(page);
  await page.getByText("Who are you?").waitFor();
  await page.goBack();
  const { url: away } = issuer;
  issuer.stop();
  await go(page);
  await page.waitForURL(`${away}/**`);
  const asked = new URL(page.url()).searchParams;
  await page.goto(`/account/social?code=${"a".repeat(30)}&state=${asked.get("state")}&iss=${encodeURIComponent(away)}`);
  await refused(page, `${NAME} does not answer at the moment.`);
  assert.deepEqual(found, []);
  // What the aborted request and the issuer's own page say is not the shop's.
  assert.deepEqual(complaints.filter((it) => !/ERR_FAILED|favicon/.test(it)), []);
  await context.close();
});
