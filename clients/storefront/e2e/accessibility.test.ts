// Every page by axe's rules for WCAG 2.2 AA, on a phone, a tablet and a desktop.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { faults } from "./axe.ts";
import { addToCart, AMERICAN, DESKTOP, GERMAN, isPaid, launch, orderButton, pay, PHONE, reachOrder, TABLET, visit } from "./browser.ts";
import { AURORA, MERIDIAN } from "./installation.ts";

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const STORES = [
  { name: "Aurora", url: AURORA, category: "kitchen", slug: "knage-peg-rail", merchant: "aurora", details: GERMAN },
  { name: "Meridian", url: MERIDIAN, category: "camp", slug: "summit-granola", merchant: "harbor-pantry", details: AMERICAN },
];
const STAFF = ["/staff/invitation?token=x", "/staff/forgot-password", "/staff/reset-password", "/staff/reset-password#token=x"];
const NEWSLETTER = ["/newsletter/confirm?token=x", "/newsletter/unsubscribe?token=x", "/newsletter/unsubscribe"];
const ACCOUNT = ["login", "signup", "social", "forgot-password", "verify-email?token=x", "confirm-email?token=x", "undo-email?token=x", "reset-password?token=x"];

for (const { name, url, category, slug, merchant, details } of STORES) {
  for (const viewport of [PHONE, TABLET, DESKTOP]) {
    test(`${name} has no violation at ${viewport.width} pixels`, async () => {
      const { context, page, complaints } = await visit(browser, viewport, url, { expected: [400, 404] });
      const found: string[] = [];
      const look = async (place: string): Promise<void> => {
        for (const it of await faults(page)) found.push(`${place} ${it}`);
      };
      const account = ACCOUNT.map((it) => `/account/${it}`);
      const search = ["/search", `/search?q=a&category=${category}&available=true`, "/search?q=zzzzqqq", `/search?merchant=${merchant}`, `/products/${slug}/reviews`, `/merchants/${merchant}/reviews`];
      const paths = ["/", "/products", `/categories/${category}`, ...search, "/pages/terms", "/cart", "/nope", "/find-order", ...NEWSLETTER, ...STAFF, ...account];
      for (const path of paths) {
        await page.goto(path, { waitUntil: "networkidle" });
        await look(path);
      }
      await page.getByRole("button", { name: "Privacy settings" }).click();
      await page.getByRole("region", { name: "May we count your visit?" }).waitFor();
      await look("privacy settings");
      await page.getByRole("button", { name: "Decline" }).click();
      await addToCart(page, slug);
      await look("drawer");
      await page.keyboard.press("Escape");
      await look("product");
      for (const path of ["/cart", "/checkout"]) {
        await page.goto(path, { waitUntil: "networkidle" });
        await look(`full ${path}`);
      }
      await page.getByRole("button", { name: "Continue to shipping" }).click();
      await page.getByRole("alert").waitFor();
      await look("refused details");
      await page.getByLabel("Another billing address").check();
      await look("billing address");
      await page.getByLabel("Same as the delivery address").check();
      await reachOrder(page, details);
      await look("shipping");
      await orderButton(page).click();
      await page.getByLabel("Card number").waitFor();
      await look("payment");
      await pay(page);
      await isPaid(page);
      await look("order");
      assert.deepEqual(found, []);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}
