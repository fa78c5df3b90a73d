// What of an order can still come back, as far as the order and its returns say it.

import type { Order, OrderLine, OrderReturn } from "../sdk.ts";

/** The longest window that a store can set. What it has set the API alone knows, and it has the last word. */
const LONGEST_WINDOW_MS = 365 * 24 * 60 * 60 * 1000;

export interface Returnable {
  line: OrderLine;
  /** Units that were delivered and are in no other return; at least one. */
  units: number;
}

export function returnable(order: Order, returns: readonly OrderReturn[], now: number): Returnable[] {
  const parcels = order.fulfillments.filter(
    ({ status, delivered_at }) => status === "delivered" && delivered_at && now - Date.parse(delivered_at) <= LONGEST_WINDOW_MS,
  );
  return order.lines.flatMap((line) => {
    const delivered = sum(parcels.flatMap((it) => it.lines).filter((it) => it.line_id === line.id), (it) => it.quantity);
    const taken = sum(returns, (it) => takenBy(it, line.id));
    // A return does not say which parcel its units came in.
    const units = Math.min(delivered, line.fulfilled_quantity - taken);
    return units > 0 ? [{ line, units }] : [];
  });
}

function takenBy({ status, lines }: OrderReturn, id: string): number {
  if (status === "rejected" || status === "cancelled") return 0;
  // Units that did not come with a return that is over can be in another one.
  return sum(lines.filter((it) => it.line_id === id), (it) => (status === "received" ? it.received_quantity : it.quantity));
}

/** Whether the shopper can call it off: it is open, and nothing has come yet. */
export function canCancel({ status, lines }: OrderReturn): boolean {
  return (status === "requested" || status === "approved") && lines.every((it) => it.received_quantity === 0);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
