// Orders without an account on another device, and carts that are taken over at sign-in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, DESKTOP, GERMAN, isPaid, launch, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { AURORA, mail, Staff, unique } from "./installation.ts";
import { PASSWORD, signIn, signUp } from "./shopper.ts";

let browser: Browser;
let owner: Staff;
before(async () => {
  browser = await launch();
  owner = await Staff.ofDemo("aurora");
});
after(() => browser.close());

const overview = (page: Page): Promise<void> => page.getByRole("heading", { level: 1, name: "Account" }).waitFor();

/** What is in the cart, by its page: quantities by title. */
async function cartOf(page: Page): Promise<Record<string, string>> {
  await page.goto("/cart");
  await page.locator("main li, main :text('Your cart is empty.')").first().waitFor();
  const fields = await page.getByRole("textbox", { name: /^Quantity of / }).all();
  const found = await Promise.all(fields.map(async (it) => [(await it.getAttribute("aria-label")) ?? "", await it.inputValue()] as const));
  return Object.fromEntries(found.map(([label, value]) => [label.replace("Quantity of ", ""), value]));
}

test("a guest finds an order on another device with its number and a code from an e-mail", async () => {
  const email = `gerd-${unique()}@example.com`;
  const product = await owner.product();
  const first = await visit(browser, PHONE, AURORA);
  await addToCart(first.page, product.slug);
  await placeOrder(first.page, { ...GERMAN, email });
  await pay(first.page);
  await isPaid(first.page);
  const number = /Order (\d+)/.exec((await first.page.locator("main").textContent()) ?? "")?.[1] ?? "";
  await first.context.close();

  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA, { expected: [400] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Find my order" }).click();
  await page.getByRole("heading", { level: 1, name: "Find my order" }).waitFor();
  await look();
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByText("Enter the number of the order, like 1001.").waitFor();
  await look();
  await page.getByLabel("Order number").fill(`Order #${number}`);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.locator("[name=email][aria-invalid=true]").waitFor();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByText(`If there is an order ${number} with the address ${email}, a code is on its way`).waitFor();
  await look();

  // In a tab that was loaded again meanwhile.
  const letter = await mail(email, "is your code");
  await page.reload();
  await page.getByLabel("Code").fill("0000 0000");
  await page.getByRole("button", { name: "Show order" }).click();
  await page.getByText("This code is wrong or no longer valid.").waitFor();
  await look();
  const code = /\d{4} ?\d{4}/.exec(letter.subject)?.[0] ?? "";
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Show order" }).click();
  await isPaid(page);
  await page.getByText(product.title, { exact: true }).waitFor();
  await page.reload();
  await isPaid(page);
  await look();

  // The code was good once.
  await page.goto("/find-order");
  await page.getByLabel("Order number").waitFor();
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("whoever looks for an order that is not there learns nothing", async () => {
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [400] });
  await page.goto("/orders/ord_01h455vb4pex5vsknk084sn02q");
  await page.getByRole("main").getByRole("link", { name: "Find my order" }).click();
  await page.getByLabel("Order number").fill("999999");
  await page.getByLabel("E-mail address").fill("nobody@example.com");
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByText("If there is an order 999999 with the address nobody@example.com").waitFor();
  await page.getByLabel("Code").fill("12345678");
  await page.getByRole("button", { name: "Show order" }).click();
  await page.getByText("This code is wrong or no longer valid.").waitFor();
  await page.getByRole("button", { name: "Look for another order" }).click();
  assert.equal(await page.getByLabel("Order number").inputValue(), "");
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("what was chosen before signing in comes to the account's cart, and what does not fit is said", async () => {
  const email = `vera-${unique()}@example.com`;
  const [lamp, rug] = [await owner.product({ on_hand: 3 }), await owner.product({ title: `Test rug ${unique()}` })];
  const first = await visit(browser, DESKTOP, AURORA);
  await signUp(first.page, email);
  await signIn(first.page, email);
  await overview(first.page);
  for (const { slug } of [lamp, lamp]) await addToCart(first.page, slug);

  const { context, page, complaints } = await visit(browser, PHONE, AURORA);
  for (const { slug } of [lamp, lamp, rug]) await addToCart(page, slug);
  // From the checkout, and back there.
  await page.goto("/checkout");
  await page.getByRole("link", { name: "Have an account? Sign in" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${AURORA}/checkout`);
  await page.locator("[name=email]").waitFor();
  assert.equal(await page.locator("[name=email]").inputValue(), email);
  const notice = page.getByRole("region", { name: "Your cart has changed" });
  await notice.getByText(lamp.title).waitFor();
  await notice.getByText("3 of 4 in the cart: no more are in stock").waitFor();
  assert.equal(await notice.getByRole("listitem").count(), 1);
  assert.deepEqual(await faults(page), []);
  await notice.getByRole("button", { name: "Close" }).click();
  await notice.waitFor({ state: "detached" });
  const together = { [lamp.title]: "3", [rug.title]: "1" };
  assert.deepEqual(await cartOf(page), together);
  // It is one cart on every device.
  assert.deepEqual(await cartOf(first.page), together);

  // Signing out leaves it to the account, and signing in again doubles nothing.
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(`${AURORA}/`);
  assert.deepEqual(await cartOf(page), {});
  await addToCart(page, rug.slug);
  await signIn(page, email);
  await overview(page);
  assert.deepEqual(await cartOf(page), { ...together, [rug.title]: "2" });
  assert.equal(await notice.count(), 0);

  // The next cart after an order is the account's too.
  await placeOrder(page, { ...GERMAN, email });
  await pay(page);
  await isPaid(page);
  assert.deepEqual(await cartOf(page), {});
  await owner.setStock(lamp.variant, 5);
  await addToCart(page, lamp.slug);
  await first.page.goto("/");
  await addToCart(first.page, lamp.slug);
  assert.deepEqual(await cartOf(page), { [lamp.title]: "2" });
  assert.deepEqual(complaints, []);
  assert.deepEqual(first.complaints, []);
  await first.context.close();
  await context.close();
});
