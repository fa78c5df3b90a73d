// What of an order can still come back, and why the rest cannot: the API says it for each line.

import type { Order, OrderLine, OrderReturn } from "../sdk.ts";

export interface Returnable {
  line: OrderLine;
  /** At least one. */
  units: number;
}

export function returnable({ lines }: Order): Returnable[] {
  return lines.flatMap((line) => (line.returnable_quantity > 0 ? [{ line, units: line.returnable_quantity }] : []));
}

/** Whether the store takes nothing back at all. */
export function isNeverReturnable({ lines }: Order): boolean {
  return lines.every((it) => it.not_returnable_reason === "not_offered");
}

/** Whether the shopper can call it off: it is open, and nothing has come yet. */
export function canCancel({ status, lines }: OrderReturn): boolean {
  return (status === "requested" || status === "approved") && lines.every((it) => it.received_quantity === 0);
}
