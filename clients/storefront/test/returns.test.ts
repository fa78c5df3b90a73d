import assert from "node:assert/strict";
import { test } from "node:test";
import { canCancel, isNeverReturnable, returnable } from "../src/returns/returnable.ts";
import type { Order, OrderReturn } from "../src/sdk.ts";

const order = (...lines: { id: string; returnable_quantity: number; not_returnable_reason?: string }[]) => ({ lines }) as unknown as Order;
const back = (status: string, quantity: number, received_quantity = 0) =>
  ({ status, lines: [{ line_id: "a", quantity, received_quantity }] }) as unknown as OrderReturn;

test("what can come back is what the API says of each line", () => {
  const found = returnable(order({ id: "a", returnable_quantity: 2 }, { id: "b", returnable_quantity: 0, not_returnable_reason: "nothing_left" }));
  assert.deepEqual(found.map(({ line, units }) => [line.id, units]), [["a", 2]]);
});

test("a store that takes nothing back says so of every line", () => {
  const never = { id: "a", returnable_quantity: 0, not_returnable_reason: "not_offered" };
  assert.equal(isNeverReturnable(order(never, { ...never, id: "b" })), true);
  assert.equal(isNeverReturnable(order(never, { id: "b", returnable_quantity: 0, not_returnable_reason: "window_closed" })), false);
  assert.equal(isNeverReturnable(order({ id: "a", returnable_quantity: 1 })), false);
});

test("a return is called off until something has come", () => {
  assert.equal(canCancel(back("requested", 2)), true);
  assert.equal(canCancel(back("approved", 2)), true);
  assert.equal(canCancel(back("approved", 2, 1)), false);
  for (const status of ["rejected", "cancelled", "received"]) assert.equal(canCancel(back(status, 2)), false);
});
