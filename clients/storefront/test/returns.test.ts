import assert from "node:assert/strict";
import { test } from "node:test";
import { canCancel, returnable } from "../src/returns/returnable.ts";
import type { Order, OrderReturn } from "../src/sdk.ts";

const NOW = Date.parse("2026-06-01T12:00:00Z");
const parcel = (quantity: number, delivered_at?: string) => ({
  status: delivered_at ? "delivered" : "shipped",
  delivered_at,
  lines: [{ line_id: "a", quantity }],
});
const order = (fulfilled_quantity: number, ...fulfillments: ReturnType<typeof parcel>[]) =>
  ({ lines: [{ id: "a", fulfilled_quantity }, { id: "b", fulfilled_quantity: 0 }], fulfillments }) as unknown as Order;
const back = (status: string, quantity: number, received_quantity = 0) =>
  ({ status, lines: [{ line_id: "a", quantity, received_quantity }] }) as unknown as OrderReturn;
const left = (of: Order, ...returns: OrderReturn[]) => returnable(of, returns, NOW).map(({ line, units }) => [line.id, units]);

test("only units that were delivered can come back, for as long as any store allows", () => {
  assert.deepEqual(left(order(3, parcel(1), parcel(2, "2026-05-30T00:00:00Z"))), [["a", 2]]);
  assert.deepEqual(left(order(1, parcel(1))), []);
  assert.deepEqual(left(order(2, parcel(1, "2025-05-31T00:00:00Z"), parcel(1, "2026-05-30T00:00:00Z"))), [["a", 1]]);
});

test("a unit is in one return", () => {
  const delivered = order(5, parcel(5, "2026-05-30T00:00:00Z"));
  assert.deepEqual(left(delivered, back("requested", 2), back("approved", 1)), [["a", 2]]);
  assert.deepEqual(left(delivered, back("rejected", 2), back("cancelled", 1)), [["a", 5]]);
  assert.deepEqual(left(delivered, back("received", 3, 1)), [["a", 4]]);
  assert.deepEqual(left(delivered, back("received", 5, 5)), []);
});

test("a return is called off until something has come", () => {
  assert.equal(canCancel(back("requested", 2)), true);
  assert.equal(canCancel(back("approved", 2)), true);
  assert.equal(canCancel(back("approved", 2, 1)), false);
  for (const status of ["rejected", "cancelled", "received"]) assert.equal(canCancel(back(status, 2)), false);
});
