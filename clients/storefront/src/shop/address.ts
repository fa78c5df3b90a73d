// An address as it is written on a label. Only for browsers, which know the names of countries.

import { languageOf } from "../i18n/messages.ts";
import type { Address } from "../sdk.ts";

export function addressLines(address: Address, locale: string): string[] {
  const { first_name, last_name, company, street_name, second_line, postal_code, city, region, country } = address;
  const join = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(" ");
  const isNorthAmerican = country === "US" || country === "CA";
  return [
    join(first_name, last_name),
    company ?? "",
    street_name,
    second_line ?? "",
    isNorthAmerican ? `${join(city)}, ${join(region, postal_code)}` : join(postal_code, city, region),
    new Intl.DisplayNames([languageOf(locale)], { type: "region" }).of(country) ?? country,
  ].filter(Boolean);
}
