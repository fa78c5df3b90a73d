// Money stays whole, and is written as its currency is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as sdk from "../dist/index.js";

interface Amount {
  amount: number;
  currency: string;
  decimal: string;
  en: string;
}

const FILE = new URL("../../../conformance/money.json", import.meta.url);
const vectors = JSON.parse(readFileSync(FILE, "utf8")) as {
  amounts: Amount[];
  not_decimals: { text: string; currency: string }[];
};

test("amounts are written and read to the last digit", () => {
  for (const { decimal, en, ...money } of vectors.amounts) {
    assert.equal(sdk.toDecimal(money), decimal);
    assert.deepEqual(sdk.fromDecimal(decimal, money.currency), money);
    assert.equal(sdk.formatMoney(money, "en-US").replaceAll("\u00a0", " "), en);
  }
});

test("more decimals than the currency has are refused", () => {
  for (const { text, currency } of vectors.not_decimals) {
    assert.throws(() => sdk.fromDecimal(text, currency), sdk.MoneyError, text);
  }
});

test("sums and products are whole, of one currency and small enough", () => {
  const euros = (amount: number) => ({ amount, currency: "EUR" });
  assert.deepEqual(sdk.addMoney(euros(10), euros(20), euros(-5)), euros(25));
  assert.deepEqual(sdk.subtractMoney(euros(10), euros(20)), euros(-10));
  assert.deepEqual(sdk.multiplyMoney(euros(1205), 3), euros(3615));
  assert(Object.is(sdk.multiplyMoney(euros(-1), 0).amount, 0), "there is no -0");

  assert.throws(() => sdk.addMoney(euros(1), { amount: 1, currency: "USD" }), /EUR and USD cannot be added/);
  assert.throws(() => sdk.multiplyMoney(euros(1), 1.5), sdk.MoneyError);
  assert.throws(() => sdk.money(0.1, "EUR"), sdk.MoneyError);
  assert.throws(() => sdk.money(1, "euro"), sdk.MoneyError);
  const most = euros(Number.MAX_SAFE_INTEGER);
  assert.throws(() => sdk.addMoney(most, euros(1)), sdk.MoneyError);
  // 9007199254740993 is read as ...992: the last digit is lost, and must not be used as if it were right.
  assert.throws(() => sdk.toDecimal(JSON.parse('{"amount": 9007199254740993, "currency": "EUR"}')), sdk.MoneyError);
});
