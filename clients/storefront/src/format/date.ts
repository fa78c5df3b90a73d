// Dates as text without `Intl`, so that server and browser agree. Times are shown in UTC where they matter by the day only.

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: "January February March April May June July August September October November December".split(" "),
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
};

/** The day of an RFC 3339 time: `29 November 2026`, `November 29, 2026`, `29. November 2026`. */
export function formatDay(time: string, locale: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(time) ?? [];
  if (!year || !month || !day) return "";
  const language = locale.slice(0, 2).toLowerCase() === "de" ? "de" : "en";
  const name = MONTHS[language]?.[Number(month) - 1] ?? month;
  if (language === "de") return `${Number(day)}. ${name} ${year}`;
  return locale.endsWith("US") ? `${name} ${Number(day)}, ${year}` : `${Number(day)} ${name} ${year}`;
}

/** Day and time on the shopper's clock, of what the browser alone draws. */
export function formatMoment(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale.replaceAll("_", "-"), { dateStyle: "long", timeStyle: "short" }).format(new Date(time));
}
