// Ratings as text.

import { numberStyle } from "./number.ts";

/** A mean such as `4.35` with one decimal place, rounded half up: `4.4`, `4,4`. */
export function formatAverage(average: string, locale: string): string {
  const tenths = String(Math.floor((hundredths(average) + 5) / 10)).padStart(2, "0");
  return `${tenths.slice(0, -1)}${numberStyle(locale).decimal}${tenths.slice(-1)}`;
}

/** How many half stars are drawn for a mean. */
export function halfStars(average: string): number {
  return Math.floor((hundredths(average) + 25) / 50);
}

// Whole numbers: 4.35 is a little less as a float.
function hundredths(average: string): number {
  const [whole = "0", fraction = ""] = average.split(".");
  return Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"));
}
