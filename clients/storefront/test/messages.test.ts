import assert from "node:assert/strict";
import { test } from "node:test";
import { socialTexts } from "../src/account/social-texts.ts";
import { accountTexts } from "../src/account/texts.ts";
import { analyticsTexts } from "../src/analytics/texts.ts";
import { checkoutTexts } from "../src/checkout/texts.ts";
import { fieldTexts } from "../src/form/texts.ts";
import { languageOf, shopTexts, translator } from "../src/i18n/messages.ts";
import { orderTexts } from "../src/order/texts.ts";
import { returnTexts } from "../src/returns/texts.ts";
import { reviewTexts } from "../src/review/texts.ts";
import { searchTexts } from "../src/search/texts.ts";
import { staffTexts } from "../src/staff/texts.ts";

const FILES = { shopTexts, checkoutTexts, orderTexts, accountTexts, socialTexts, staffTexts, fieldTexts, searchTexts, reviewTexts, returnTexts, analyticsTexts };
const names = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([it]) => it).sort();

test("both languages have the same keys, and the same values in their texts", () => {
  for (const [file, { en, de }] of Object.entries(FILES)) {
    assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort(), file);
    const german: Readonly<Record<string, string>> = de;
    for (const [key, text] of Object.entries(en)) assert.deepEqual(names(german[key] ?? ""), names(text), key);
  }
});

test("a tenant's wording replaces a text, and takes the same values", () => {
  const t = translator(shopTexts, "de-DE", { "cart.added": "Schön! {title}" });
  assert.equal(t("cart.added", { title: "Becher" }), "Schön! Becher");
  assert.equal(t("cart.title"), "Warenkorb");
});

test("a language without texts is English", () => {
  assert.equal(languageOf("fr-FR"), "en");
});
