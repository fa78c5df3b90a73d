import assert from "node:assert/strict";
import { test } from "node:test";
import { formatMoney } from "../src/format/money.ts";

const LOCALES = ["en-US", "en-GB", "en-DE", "de-DE", "de-AT", "fr-FR", "es-ES", "it-IT", "pt-BR", "pl-PL", "da-DK", "nl-NL"];
const CURRENCIES = ["EUR", "USD", "GBP", "JPY", "KWD"];

test("money is written as Intl writes it, but for its choice of spaces", () => {
  const plain = (text: string): string => text.replace(/\s/g, " ");
  for (const locale of LOCALES) {
    for (const currency of CURRENCIES) {
      // Intl names foreign currencies differently from place to place; amounts of euros and of home are compared whole.
      if (!["EUR", locale === "en-US" ? "USD" : "", locale === "en-GB" ? "GBP" : ""].includes(currency)) continue;
      for (const amount of [0, 5, 1205, 99_999, 123_456, 123_456_789]) {
        const expected = new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount / 100);
        assert.equal(plain(formatMoney({ amount, currency }, locale)), plain(expected), `${locale} ${amount}`);
      }
    }
  }
});

test("every currency has its own number of decimals", () => {
  assert.equal(formatMoney({ amount: 1205, currency: "JPY" }, "en-US"), "¥1,205");
  assert.equal(formatMoney({ amount: 1205, currency: "KWD" }, "en-US"), "KWD\u00a01.205");
  assert.equal(formatMoney({ amount: -1205, currency: "EUR" }, "de-DE"), "-12,05\u00a0€");
});
