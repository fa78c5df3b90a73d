// Pictures of reviews: chosen in the form, refused beside it, shown with the review.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, boughtOrder, DESKTOP, fillDetails, GERMAN, isPaid, launch, orderButton, pay, PHONE, placeOrder, visit } from "./browser.ts";
import { AURORA, call, Staff, unique } from "./installation.ts";
import { signIn, signUp } from "./shopper.ts";

let browser: Browser;
let owner: Staff;
let files: { name: string; mimeType: string; buffer: Buffer }[];
before(async () => {
  browser = await launch();
  owner = await Staff.ofDemo("aurora");
  const names = ["bolge-bowl", "dis-towel-fog", "dis-towel-rose", "dis-towel-sage", "bjork-cutting-board"];
  const media = new URL("../../../demo/aurora/media/", import.meta.url);
  files = await Promise.all(
    names.map(async (name) => ({ name: `${name}.webp`, mimeType: "image/webp", buffer: await readFile(new URL(`${name}.webp`, media)) })),
  );
});
after(() => browser.close());

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const partOf = (region: Locator, page: Page) => ({
  field: region.getByLabel("Add pictures"),
  send: region.getByRole("button", { name: "Send review" }),
  save: region.getByRole("button", { name: "Save changes" }),
  removals: async () => (await region.getByRole("button", { name: /^Remove / }).all()).length,
  images: region.locator("[data-review] img"),
  zoom: page.locator("dialog.zoom[open]"),
});

test("a guest adds pictures to a review and removes some; what cannot be one is told at the field", async () => {
  const product = await owner.product();
  const { context, page, complaints } = await visit(browser, PHONE, AURORA, { expected: [409, 422] });
  await addToCart(page, product.slug);
  await placeOrder(page, GERMAN);
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  await owner.ship(order.id);
  await page.reload();
  const own = page.getByRole("region", { name: "Your reviews" });
  const { field, send, save, removals, images, zoom } = partOf(own, page);
  const [bowl, fog, rose, sage, board] = files;
  assert.ok(bowl && fog && rose && sage && board);

  await own.getByRole("button", { name: `Write a review of ${product.title}` }).click();
  await field.setInputFiles([file("notes.txt", "text/plain", Buffer.from("Dear diary")), bowl]);
  await own.getByText("notes.txt: Only JPEG, PNG and WebP can be added.").waitFor();
  assert.equal(await removals(), 1);
  await field.setInputFiles(file("huge.png", "image/png", Buffer.alloc(10 * 1024 * 1024 + 1)));
  await own.getByText("huge.png: This file is larger than 10 MB.").waitFor();
  await field.setInputFiles([fog, rose, sage, board]);
  await own.getByText("A review has at most 4 pictures.").waitFor();
  assert.equal(await removals(), 4);
  assert.deepEqual(await faults(page), []);
  await own.getByRole("button", { name: "Remove dis-towel-rose.webp" }).click();
  await own.getByRole("button", { name: "Remove dis-towel-sage.webp" }).click();
  // Only the server sees that it is cut off; the text is saved by then, and so is what came before it.
  await field.setInputFiles(file("cut.webp", "image/webp", sage.buffer.subarray(0, 400)));
  await own.locator("label", { hasText: "5 stars" }).click();
  await own.getByLabel("Your review").fill(`Looks like this ${unique()}.`);
  await own.getByLabel("Name to show").fill("Anna B.");
  await send.click();
  await own.getByText("cut.webp: This picture is damaged. Choose another one.").waitFor();
  await page.locator("input[type=file]:focus").waitFor();
  assert.deepEqual(await faults(page), []);
  assert.equal(await removals(), 3);
  await own.getByRole("button", { name: "Remove cut.webp" }).click();
  await send.click();
  await own.getByText("Waits to be checked").waitFor();
  const alts = (of: Locator): Promise<(string | null)[]> => of.evaluateAll((all) => (all as unknown as { alt: string }[]).map((it) => it.alt));
  assert.deepEqual(await alts(images), ["Picture 1 of 2 by Anna B.", "Picture 2 of 2 by Anna B."]);
  const sent = { host: new URL(AURORA).host, headers: { "order-token": order.token } };
  const { data } = JSON.parse((await call("GET", `/storefront/v1/orders/${order.id}/reviews`, sent)).text) as { data: { id: string }[] };
  assert.equal(data.length, 1);

  await own.getByRole("button", { name: /^Change your review/ }).click();
  await own.getByRole("button", { name: "Remove picture 1" }).click();
  await own.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await images.count(), 2);
  await own.getByRole("button", { name: /^Change your review/ }).click();
  await own.getByRole("button", { name: "Remove picture 1" }).click();
  await field.setInputFiles([rose, sage]);
  await save.click();
  await own.getByText("Waits to be checked").waitFor();
  assert.deepEqual(await alts(images), ["Picture 1 of 3 by Anna B.", "Picture 2 of 3 by Anna B.", "Picture 3 of 3 by Anna B."]);
  await page.reload();
  await images.nth(2).waitFor();
  assert.deepEqual(await faults(page), []);

  await owner.send("POST", `/reviews/${data[0]?.id ?? ""}/publish`);
  const shown = page.getByRole("article").getByRole("img");
  for (let left = 100; left > 0 && (await shown.count()) === 0; left -= 1) {
    await page.goto(`/products/${product.slug}/reviews`, { waitUntil: "networkidle" });
  }
  assert.deepEqual(await alts(shown), ["Picture 1 of 3 by Anna B.", "Picture 2 of 3 by Anna B.", "Picture 3 of 3 by Anna B."]);
  const drawn = await shown.evaluateAll((all) =>
    (all as unknown as { loading: string; width: number; height: number; naturalWidth: number }[]).map((it) => [it.loading, it.width, it.height, it.naturalWidth]),
  );
  assert.deepEqual(drawn, Array(3).fill(["lazy", 80, 80, 800]));
  await shown.nth(1).click();
  await zoom.getByRole("img", { name: "Picture 2 of 3 by Anna B." }).waitFor();
  await page.keyboard.press("ArrowRight");
  await zoom.getByRole("img", { name: "Picture 3 of 3 by Anna B." }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.keyboard.press("Escape");
  await zoom.waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a shopper adds a picture in the account", async () => {
  const email = `pia-${unique()}@example.com`;
  const product = await owner.product();
  const { context, page, complaints } = await visit(browser, DESKTOP, AURORA);
  await signUp(page, email);
  await signIn(page, email);
  await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
  await addToCart(page, product.slug);
  await page.goto("/checkout");
  await page.locator("[name=email]").waitFor();
  await fillDetails(page, { ...GERMAN, email });
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await orderButton(page).click();
  await pay(page);
  await isPaid(page);
  const order = await boughtOrder(page);
  await owner.ship(order.id);

  await page.goto(`/account/orders/${order.id}`);
  const own = page.getByRole("region", { name: "Your reviews" });
  const { field, send, save, images } = partOf(own, page);
  await own.getByRole("button", { name: /^Review the seller / }).click();
  await own.locator("label", { hasText: "3 stars" }).click();
  await field.setInputFiles(files.slice(0, 1));
  await send.click();
  const change = own.getByRole("button", { name: "Change your review of Aurora" });
  await change.waitFor();
  assert.deepEqual(await images.evaluateAll((all) => (all as unknown as { alt: string }[]).map((it) => it.alt)), ["Picture 1 of 1 by Anonymous"]);
  await change.click();
  await own.getByRole("button", { name: "Remove picture 1" }).click();
  await save.click();
  await own.getByText("Waits to be checked").waitFor();
  assert.equal(await images.count(), 0);
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
