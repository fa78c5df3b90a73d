// Customers in a group: they see its prices and products once they have signed in, and nobody else does.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { launch, PHONE, visit } from "./browser.ts";
import { AURORA, Staff, unique } from "./installation.ts";
import { signIn, signUp } from "./shopper.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const prices = async (page: Page): Promise<string> => (await page.locator("main").textContent()) ?? "";

test("a member sees the group's prices and products after signing in, and a visitor neither", async () => {
  const owner = await Staff.ofDemo("aurora");
  const email = `trade-${unique()}@example.com`;
  const lamp = await owner.product({ amount: 5000 });
  const secret = await owner.product({ amount: 7000 });
  const group = await owner.send<{ id: string }>("POST", "/customer-groups", { name: `Trade ${unique()}`, discount_ppm: 200_000 });
  const listed = await owner.send<{ data: { id: string }[] }>("GET", `/products?q=${encodeURIComponent(secret.title)}`);
  await owner.send("PUT", `/products/${listed.data[0]?.id ?? ""}/visibility`, { customer_group_ids: [group.id] });

  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [400, 404] });
  await signUp(page, email);
  const customers = await owner.send<{ data: { id: string }[] }>("GET", `/customers?search=${encodeURIComponent(email)}`);
  await owner.send("POST", `/customer-groups/${group.id}/members`, { customer_ids: [customers.data[0]?.id] });
  await page.goto(`/products/${lamp.slug}`);
  assert.match(await prices(page), /50\.00/);
  assert.equal((await page.goto(`/products/${secret.slug}`))?.status(), 404);

  await signIn(page, email);
  await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
  await page.goto(`/products/${lamp.slug}`);
  await page.getByText("€40.00").first().waitFor();
  assert.match(await prices(page), /50\.00/);
  const found = await faults(page);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog").getByText("€40.00").first().waitFor();
  // The document was made for visitors: the browser asks again, as a member.
  await page.goto(`/products/${secret.slug}`);
  await page.getByRole("heading", { level: 1, name: secret.title }).waitFor();
  await page.getByText("€56.00").first().waitFor();

  const visitor = await visit(browser, PHONE, AURORA, { expected: [404] });
  await visitor.page.goto(`/products/${lamp.slug}`);
  assert.doesNotMatch(await prices(visitor.page), /40\.00/);
  assert.equal((await visitor.page.goto(`/products/${secret.slug}`))?.status(), 404);
  assert.deepEqual([...complaints, ...visitor.complaints], []);
  assert.deepEqual(found, []);
  await Promise.all([context.close(), visitor.context.close()]);
});
