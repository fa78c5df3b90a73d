// Money: whole minor units and a currency. No amount ever becomes a fraction.

import { StoaError } from "./errors.ts";
import { UNUSUAL_DIGITS } from "./generated/currencies.gen.ts";

/** An amount in the currency's minor units (cents, yen, fils), as everywhere in the API. */
export interface MoneyLike {
  readonly amount: number;
  readonly currency: string;
}

export class MoneyError extends StoaError {
  override name = "MoneyError";
}

/** How many digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return UNUSUAL_DIGITS[currency] ?? 2;
}

export function money(amount: number, currency: string): MoneyLike {
  if (!Number.isSafeInteger(amount)) throw new MoneyError(`${amount} is not a whole number of minor units`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new MoneyError(`\`${currency}\` is not a currency code like EUR`);
  // No -0: it is printed with a sign.
  return { amount: amount + 0, currency };
}

export function addMoney(first: MoneyLike, ...others: readonly MoneyLike[]): MoneyLike {
  return others.reduce<MoneyLike>((sum, it) => {
    if (it.currency !== sum.currency) throw new MoneyError(`${sum.currency} and ${it.currency} cannot be added`);
    return money(sum.amount + checked(it).amount, sum.currency);
  }, checked(first));
}

export function subtractMoney(from: MoneyLike, less: MoneyLike): MoneyLike {
  return addMoney(from, money(-checked(less).amount, less.currency));
}

/** `price` times a whole number. */
export function multiplyMoney(price: MoneyLike, times: number): MoneyLike {
  if (!Number.isSafeInteger(times)) throw new MoneyError(`${times} is not a whole number`);
  return money(checked(price).amount * times, price.currency);
}

/** The amount in major units, exactly: `12.05`, `1205` for yen, `1.205` for Kuwaiti dinars. */
export function toDecimal(value: MoneyLike): string {
  const { amount, currency } = checked(value);
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits);
  return `${amount < 0 ? "-" : ""}${whole}${digits > 0 ? `.${fraction}` : ""}`;
}

/** Reads what `toDecimal` writes. More decimals than the currency has are refused and never rounded. */
export function fromDecimal(text: string, currency: string): MoneyLike {
  const digits = minorDigits(currency);
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || fraction.length > digits) {
    throw new MoneyError(`\`${text}\` is not an amount of ${currency}, which has ${digits} decimals`);
  }
  return money(Number(`${sign}${whole}${fraction.padEnd(digits, "0")}`), currency);
}

/** For people, as `locale` writes it: `€12.05`, `¥1,205`, `KWD 1.205`. */
export function formatMoney(value: MoneyLike, locale?: string | readonly string[]): string {
  const digits = minorDigits(value.currency);
  const format = new Intl.NumberFormat(locale as string | string[] | undefined, {
    style: "currency",
    currency: value.currency,
    // Some libraries of the runtime show fewer decimals for some currencies than ISO 4217 has.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Runtimes from 2023 on take the text as it is, to the last digit.
  return format.format(toDecimal(value) as unknown as number);
}

// An amount beyond this was already rounded when its JSON was read.
function checked(value: MoneyLike): MoneyLike {
  return money(value.amount, value.currency);
}
