// Money as text, the same on the server, which has no `Intl`, and in the browser.

import { minorDigits, toDecimal, type Money } from "../sdk.ts";
import { groupDigits, numberStyle } from "./number.ts";

const SYMBOLS: Readonly<Record<string, string>> = {
  AUD: "A$",
  BRL: "R$",
  CAD: "CA$",
  CNY: "CN¥",
  CZK: "Kč",
  DKK: "kr.",
  EUR: "€",
  GBP: "£",
  INR: "₹",
  JPY: "¥",
  KRW: "₩",
  MXN: "MX$",
  NOK: "kr",
  NZD: "NZ$",
  PLN: "zł",
  SEK: "kr",
  USD: "$",
};

/** Currencies that a region writes shorter than others do. */
const AT_HOME: Readonly<Record<string, string>> = {
  "AU:AUD": "$",
  "CA:CAD": "$",
  "MX:MXN": "$",
  "NZ:NZD": "$",
};

const NO_BREAK = "\u00a0";

/** An amount as readers of the locale write it: `€66.00`, `66,00 €`. */
export function formatMoney(value: Pick<Money, "amount" | "currency">, locale: string): string {
  const style = numberStyle(locale);
  const [whole = "0", fraction = ""] = toDecimal({ amount: Math.abs(value.amount), currency: value.currency }).split(".");
  const digits = groupDigits(whole, style) + (minorDigits(value.currency) > 0 ? style.decimal + fraction : "");
  const symbol = AT_HOME[`${style.region}:${value.currency}`] ?? SYMBOLS[value.currency] ?? value.currency;
  const minus = value.amount < 0 ? "-" : "";
  if (style.symbolLast) return `${minus}${digits}${NO_BREAK}${symbol}`;
  // A code is set apart from the digits; a sign is not.
  const gap = style.symbolGap || /\p{L}\.?$/u.test(symbol) ? NO_BREAK : "";
  return `${minus}${symbol}${gap}${digits}`;
}
