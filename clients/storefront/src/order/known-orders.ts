// Tokens of orders that were placed in this browser, so that it can show them.

import type { Storage } from "../shop/storage.ts";

const KEY = "orders";
const MOST = 20;

interface KnownOrder {
  id: string;
  token: string;
}

export function rememberOrder(storage: Storage, id: string, token: string): void {
  const others = list(storage).filter((it) => it.id !== id);
  storage.set(KEY, [{ id, token }, ...others].slice(0, MOST));
}

export function orderToken(storage: Storage, id: string): string | undefined {
  return list(storage).find((it) => it.id === id)?.token;
}

/** Whoever signs out leaves nothing behind at a shared device, whether the orders were made with the account or before. */
export function forgetOrders(storage: Storage): void {
  storage.remove(KEY);
}

function list(storage: Storage): KnownOrder[] {
  const kept = storage.get(KEY);
  if (!Array.isArray(kept)) return [];
  return kept.filter((it: Partial<KnownOrder> | null): it is KnownOrder => typeof it?.id === "string" && typeof it.token === "string");
}
