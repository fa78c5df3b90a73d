// Which fields an address has, by country, and what they are called.

import type { FieldKey } from "../form/texts.ts";
import { languageOf } from "../i18n/messages.ts";
import rules from "./countries.json" with { type: "json" };

export interface AddressRules {
  /** Letters of the fields there are: A street, C city, S region, Z postal code. */
  fields: string;
  /** Those that must be filled in. */
  required: string;
  region: string;
  postal: string;
  /** A postal code. */
  example: string;
  /** Regions to choose from: what is sent, and what is shown if that is something else. */
  choices?: readonly (readonly string[])[];
}

const RULES = rules as Readonly<Record<string, AddressRules>>;
const ANY: AddressRules = { fields: "ACSZ", required: "AC", region: "province", postal: "postal", example: "" };

export function rulesOf(country: string): AddressRules {
  return RULES[country] ?? ANY;
}

const REGION_NAMES: Readonly<Record<string, FieldKey>> = {
  state: "field.state",
  province: "field.province",
  county: "field.county",
  prefecture: "field.prefecture",
  emirate: "field.emirate",
};
const POSTAL_NAMES: Readonly<Record<string, FieldKey>> = {
  zip: "field.zip",
  pin: "field.pin",
  eircode: "field.eircode",
};

export const regionLabel = ({ region }: AddressRules): FieldKey => REGION_NAMES[region] ?? "field.region";
export const postalLabel = ({ postal }: AddressRules): FieldKey => POSTAL_NAMES[postal] ?? "field.postal";

/** All countries with their names, as a dictionary of the language sorts them. Only for browsers, which know the names. */
export function countryNames(locale: string): { code: string; name: string }[] {
  const language = languageOf(locale);
  const names = new Intl.DisplayNames([language], { type: "region" });
  const { compare } = new Intl.Collator(language);
  return Object.keys(RULES)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => compare(one.name, other.name));
}
