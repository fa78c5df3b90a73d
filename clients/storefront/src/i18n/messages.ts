// Looks texts up: the tenant's wording first, then the storefront's language, which is English unless it is known.

import { shopDe } from "./shop.de.ts";
import { shopEn, type ShopKey } from "./shop.en.ts";

export type Language = "en" | "de";

/** One file of texts in every language. Files of pages that load later load with them. */
export type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;
export type Values = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** Keys of texts that differ between one and many: `cart.open` stands for `cart.open_one` and `cart.open_other`. */
export type Countable<Key extends string> = Key extends `${infer Stem}_one` ? Stem : never;

export const shopTexts: Texts<ShopKey> = { en: shopEn, de: shopDe };

export function languageOf(locale: string): Language {
  return locale.slice(0, 2).toLowerCase() === "de" ? "de" : "en";
}

/** The language that the texts are really in, for `lang`; the region of the locale is kept when it fits. */
export function documentLanguage(locale: string): string {
  const spoken = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  return spoken === languageOf(locale) ? locale.replaceAll("_", "-") : "en";
}

export function translator<Key extends string>(
  texts: Texts<Key>,
  locale: string,
  overrides: Readonly<Record<string, string>> = {},
): Translate<Key> {
  const own = texts[languageOf(locale)];
  return (key, values = {}) => {
    const text = Object.hasOwn(overrides, key) ? overrides[key] : own[key];
    return fill(text ?? own[key], values);
  };
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all));
}

/** The text for a count. */
export function plural<Key extends string>(t: Translate<Key>, stem: Countable<Key>, count: number): string {
  return t(`${stem}_${count === 1 ? "one" : "other"}` as Key, { count });
}
