import type { OrderLine } from "../sdk.ts";

/** The first line of each merchant. */
export function firstLines(lines: readonly OrderLine[]): OrderLine[] {
  const bySeller = new Map(lines.toReversed().map((line) => [line.merchant.slug, line]));
  return lines.filter((line) => bySeller.get(line.merchant.slug) === line);
}
