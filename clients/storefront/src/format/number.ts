// How a locale writes numbers. Only what money and counts need.

export interface NumberStyle {
  region: string;
  decimal: string;
  group: string;
  /** The first group of digits is set apart only from this many digits on. */
  groupFrom: number;
  symbolLast: boolean;
  symbolGap: boolean;
}

const NARROW = "\u202f";
const NO_BREAK = "\u00a0";

export function numberStyle(locale: string): NumberStyle {
  const [language = "en", ...rest] = locale.split(/[-_]/);
  const region = rest.find((it) => /^[A-Z]{2}$/.test(it)) ?? "";
  const point = { region, decimal: ".", group: ",", groupFrom: 4, symbolLast: false, symbolGap: false };
  const comma = { region, decimal: ",", group: ".", groupFrom: 4, symbolLast: true, symbolGap: true };
  switch (language.toLowerCase()) {
    case "de":
      if (region === "AT") return { ...comma, symbolLast: false };
      if (region === "CH" || region === "LI") return { ...point, group: "’", symbolGap: true };
      return comma;
    case "fr":
      return { ...comma, group: NARROW };
    case "nl":
      return { ...comma, symbolLast: false };
    case "es":
    case "it":
    case "pt":
      if (region === "BR") return { ...comma, symbolLast: false };
      return { ...comma, groupFrom: 5 };
    case "da":
    case "id":
    case "tr":
      return comma;
    case "pl":
    case "sv":
    case "nb":
    case "fi":
    case "cs":
      return { ...comma, group: NO_BREAK, groupFrom: language === "pl" ? 5 : 4 };
    default:
      return point;
  }
}

/** Digits with separators between groups of three. */
export function groupDigits(digits: string, style: NumberStyle): string {
  if (digits.length < style.groupFrom) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, style.group);
}

/** A count, such as a quantity or a number of pages. */
export function formatNumber(value: number, locale: string): string {
  const sign = value < 0 ? "-" : "";
  return sign + groupDigits(String(Math.abs(Math.trunc(value))), numberStyle(locale));
}
