// Returns: asked for on the page of the order, decided on and received by the store.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, boughtOrder, DESKTOP, fillDetails, GERMAN, isPaid, launch, orderButton, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { AURORA, call, linkIn, mail, Staff, unique } from "./installation.ts";
import { PASSWORD, signIn, signUp } from "./shopper.ts";

let browser: Browser;
let owner: Staff;
before(async () => {
  browser = await launch();
  owner = await Staff.ofDemo("aurora");
});
after(() => browser.close());

const HOSTILE = `<img src=x onerror="window.isHacked = true">`;

interface Return {
  id: string;
  status: string;
  reason: string;
  note?: string;
  lines: { line_id: string; quantity: number }[];
}

/** As the store sees them, newest first. */
const returnsOf = async (order: string): Promise<Return[]> =>
  (await owner.send<{ data: Return[] }>("GET", `/returns?order_id=${order}`)).data;

const section = (page: Page) => page.getByRole("region", { name: "Returns" });

async function more(page: Page, title: string, presses: number): Promise<void> {
  const units = section(page).getByRole("group", { name: `Units of ${title} to send back` });
  for (let left = presses; left > 0; left -= 1) await units.getByRole("button", { name: "More" }).click();
}

test("a guest sends back what was delivered, in parts, and sees what the store says", async () => {
  const email = `gerda-${unique()}@example.com`;
  const [lamp, rug] = [await owner.product(), await owner.product({ title: `Test rug ${unique()}` })];
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [400, 409] });
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...(await faults(page)));
  for (const { slug } of [lamp, lamp, rug]) await addToCart(page, slug);
  await placeOrder(page, { ...GERMAN, email });
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  const returns = section(page);

  // Nothing to send back before it has come.
  const parcel = await owner.ship(order.id);
  await page.reload();
  await returns.getByText("Can be returned once it is delivered").nth(1).waitFor();
  assert.equal(await returns.getByRole("button", { name: "Return items" }).count(), 0);
  await look();
  await owner.deliver(order.id, parcel);
  await page.reload();

  await returns.getByText(/^Can be returned until \d.* at \d/).nth(1).waitFor();
  await returns.getByRole("button", { name: "Return items" }).click();
  await look();
  const send = returns.getByRole("button", { name: "Request return" });
  await returns.getByLabel("Reason").selectOption({ label: "Does not fit" });
  await send.click();
  await returns.getByText("Choose at least one unit.").waitFor();
  await look();
  await more(page, lamp.title, 2);
  const lamps = returns.getByRole("group", { name: `Units of ${lamp.title} to send back` });
  assert.equal(await lamps.getByRole("button", { name: "More" }).isDisabled(), true);
  await lamps.getByRole("button", { name: "Less" }).click();
  await returns.getByLabel("Reason").selectOption("");
  await send.click();
  await returns.getByText("Please fill this in.").waitFor();
  await look();
  await returns.getByLabel("Reason").selectOption({ label: "Does not fit" });
  await returns.getByLabel("What else should we know?").fill(`Too bright. ${HOSTILE}`);
  await send.dblclick();
  await returns.getByText("We have your request.").waitFor();
  await returns.getByText("Requested: we answer by e-mail").waitFor();
  await returns.getByText(/^1 can be returned until \d/).waitFor();
  await look();
  const [first, ...others] = await returnsOf(order.id);
  assert.ok(first);
  assert.deepEqual(others, []);
  assert.deepEqual([first.status, first.reason, first.note], ["requested", "does_not_fit", `Too bright. ${HOSTILE}`]);
  assert.deepEqual(first.lines.map((it) => it.quantity), [1]);
  assert.equal(await page.evaluate("window.isHacked"), undefined);

  await returns.getByRole("button", { name: /^Cancel return of/ }).click();
  await look();
  await returns.getByRole("button", { name: "Yes, cancel it" }).click();
  await returns.getByText("Cancelled", { exact: true }).waitFor();
  assert.deepEqual((await returnsOf(order.id)).map((it) => it.status), ["cancelled"]);

  await returns.getByRole("button", { name: "Return items" }).click();
  await more(page, lamp.title, 2);
  await more(page, rug.title, 1);
  await returns.getByLabel("Reason").selectOption({ label: "I do not want it any more" });
  await send.click();
  await returns.getByText("Requested: we answer by e-mail").waitFor();
  // All of it is on its way back.
  await returns.getByText("Everything is in a return").nth(1).waitFor();
  await returns.getByRole("button", { name: "Return items" }).waitFor({ state: "detached" });
  const [second] = await returnsOf(order.id);
  assert.ok(second);
  await owner.send("POST", `/returns/${second.id}/approve`, { message: `Send it to Ring 7.\n${HOSTILE}` });

  // On another device, by the link of the letter.
  const other = await visit(browser, DESKTOP, AURORA);
  await other.page.goto(`/orders/${order.id}`);
  await other.page.getByRole("heading", { name: "We cannot show this order here" }).waitFor();
  await other.page.goto(linkIn(await mail(email, "is approved"), "/orders/"));
  const there = section(other.page);
  await there.getByText("Approved: please send it back").waitFor();
  await there.getByText("Send it to Ring 7.").waitFor();
  assert.equal(new URL(other.page.url()).hash, "");
  await there.getByText(`2 × ${lamp.title}`).waitFor();
  found.push(...(await faults(other.page)));
  assert.equal(await other.page.evaluate("window.isHacked"), undefined);
  assert.equal(await there.getByRole("button", { name: "Return items" }).count(), 0);

  // One of two lamps came, and nothing else will: the other one and the rug can be in another return.
  const [oneLamp] = second.lines.filter((it) => it.quantity === 2);
  const lines = [{ line_id: oneLamp?.line_id, received_quantity: 1, restocked_quantity: 1 }];
  await owner.send("POST", `/returns/${second.id}/receive`, { lines, is_final: true });
  await page.reload();
  await returns.getByText(`2 × ${lamp.title}, 1 received`).waitFor();
  await returns.getByText(`1 × ${rug.title}, 0 received`).waitFor();
  await look();
  await returns.getByRole("button", { name: "Return items" }).click();
  await more(page, rug.title, 1);
  assert.equal(await lamps.locator("..").getByText("of 1").count(), 1);
  await returns.getByLabel("Reason").selectOption({ label: "Something else" });
  await send.click();
  await returns.getByText("Requested: we answer by e-mail").waitFor();
  const [third] = await returnsOf(order.id);
  await owner.send("POST", `/returns/${third?.id ?? ""}/reject`, { message: "It was worn." });
  await page.reload();
  await returns.getByText("Not accepted").waitFor();
  await returns.getByText("It was worn.").waitFor();
  await look();

  // The store ends the window while the form is open.
  const policy = `/storefronts/${await owner.storefront()}/return-policy`;
  await returns.getByRole("button", { name: "Return items" }).click();
  await more(page, rug.title, 1);
  await returns.getByLabel("Reason").selectOption({ label: "Something else" });
  await owner.send("PUT", policy, { window_days: 0 });
  try {
    await send.click();
    await returns.getByText("The time to return something from this order is over.").waitFor();
    assert.equal(await returns.getByRole("button", { name: "Return items" }).count(), 0);
    await returns.getByText("This shop does not take returns.").waitFor();
    await look();
  } finally {
    await owner.send("PUT", policy, { window_days: 14 });
  }
  assert.equal((await returnsOf(order.id)).length, 3);
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
  assert.deepEqual(other.complaints, []);
  await context.close();
  await other.context.close();
});

test("a shopper with an account sends back from the account, on a device without the order's token, with a lost answer only once", async () => {
  const email = `hanna-${unique()}@example.com`;
  const product = await owner.product();
  const { context, page } = await visit(browser, DESKTOP, AURORA);
  await signUp(page, email);
  await signIn(page, email);
  await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
  await addToCart(page, product.slug);
  await page.goto("/checkout");
  await fillDetails(page, { ...GERMAN, email });
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await orderButton(page).click();
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  await owner.deliver(order.id, await owner.ship(order.id));
  await context.close();

  const other = await visit(browser, PHONE, AURORA);
  const phone = other.page;
  await phone.goto(`/account/orders/${order.id}`);
  await phone.getByLabel("E-mail address").fill(email);
  await phone.getByLabel("Password").fill(PASSWORD);
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await phone.getByText("· Delivered").waitFor();
  assert.equal(await phone.evaluate(`localStorage.getItem("stoa.orders")`), null);
  const returns = section(phone);
  await returns.getByText(/^Can be returned until \d/).waitFor();
  await returns.getByRole("button", { name: "Return items" }).click();
  // The only unit is chosen.
  assert.equal(await returns.getByRole("textbox", { name: `Units of ${product.title} to send back` }).inputValue(), "1");
  await returns.getByLabel("Reason").selectOption({ label: "Damaged or defective" });
  // Every answer is lost, so that the SDK gives up and the shopper sends the form again.
  const path = `**/storefront/v1/account/orders/${order.id}/returns`;
  const statuses: number[] = [];
  await phone.route(path, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const { host, pathname } = new URL(route.request().url());
    const headers = await route.request().allHeaders();
    const { status } = await call("POST", pathname, { host, body: route.request().postDataJSON() as unknown, headers });
    statuses.push(status);
    await route.abort("connectionreset");
  });
  await returns.getByRole("button", { name: "Request return" }).click();
  await returns.getByRole("alert").waitFor();
  assert.ok(statuses.length > 1 && statuses.every((it) => it === 201));
  await phone.unroute(path);
  await returns.getByRole("button", { name: "Request return" }).click();
  await returns.getByText("Requested: we answer by e-mail").waitFor();
  await returns.getByText("Everything is in a return").waitFor();
  assert.equal((await returnsOf(order.id)).length, 1);
  assert.deepEqual(await faults(phone), []);

  await returns.getByRole("button", { name: /^Cancel return of/ }).click();
  await returns.getByRole("button", { name: "Yes, cancel it" }).click();
  await returns.getByText("Cancelled", { exact: true }).waitFor();
  await returns.getByRole("button", { name: "Return items" }).waitFor();
  assert.deepEqual((await returnsOf(order.id)).map((it) => it.status), ["cancelled"]);
  assert.deepEqual(await faults(phone), []);
  assert.deepEqual(other.complaints.filter((it) => !it.includes("ERR_CONNECTION_RESET")), []);
  await other.context.close();
});

test("units that the store has cancelled are said to be, and cannot come back", async () => {
  const email = `ines-${unique()}@example.com`;
  const [lamp, rug] = [await owner.product(), await owner.product({ title: `Test rug ${unique()}` })];
  const { context, page, complaints } = await visit(browser, PHONE, AURORA);
  for (const { slug } of [lamp, lamp, rug]) await addToCart(page, slug);
  await placeOrder(page, { ...GERMAN, email });
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  const { lines } = await owner.send<{ lines: { id: string }[] }>("GET", `/orders/${order.id}`);
  const cancelled = lines.map(({ id }) => ({ line_id: id, quantity: 1 }));
  await owner.send("POST", `/orders/${order.id}/cancellations`, { lines: cancelled });
  await owner.deliver(order.id, await owner.ship(order.id));
  await page.reload();
  await page.getByText("1 cancelled by the store").nth(1).waitFor();
  const returns = section(page);
  await returns.getByText(/^1 can be returned until \d/).waitFor();
  assert.equal(await returns.getByText(rug.title).count(), 0);
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
