import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetOrders, orderToken, rememberOrder } from "../src/order/known-orders.ts";
import { ApiError, ConnectionError, type ShopperSession } from "../src/sdk.ts";
import { Session, type Lock, type SessionApi } from "../src/session/session.ts";
import { createStorage } from "../src/shop/storage.ts";

const BEGUN = { access_token: "access", refresh_token: "refresh", account: { id: "usr_1" } } as ShopperSession;
const alone: Lock = (act) => act();

/** A browser that knows an order, and what its API answers to a refresh. */
function start(refresh: () => Promise<ShopperSession> = async () => BEGUN) {
  const items = new Map<string, string>();
  const storage = createStorage(() => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }));
  rememberOrder(storage, "ord_1", "token");
  const ended: string[] = [];
  const api: SessionApi = { refresh, logout: async ({ refresh_token }) => void ended.push(refresh_token) };
  const session = new Session(storage, alone, () => forgetOrders(storage));
  session.connect(api);
  return { session, ended, known: () => orderToken(storage, "ord_1") };
}

test("signing out forgets the orders of this browser", async () => {
  const { session, ended, known } = start();
  session.begin(BEGUN);
  assert.equal(known(), "token");
  await session.end();
  assert.equal(known(), undefined);
  assert.deepEqual(ended, ["refresh"]);
});

test("a sign-in that was ended elsewhere forgets them too, and a lost connection does not", async () => {
  let answer: Error = new ConnectionError("lost");
  const { session, known } = start(() => Promise.reject(answer));
  session.begin(BEGUN);
  await assert.rejects(session.token("access"), ConnectionError);
  assert.equal(known(), "token");
  answer = Object.create(ApiError.prototype, { status: { value: 401 } }) as Error;
  assert.equal(await session.token("access"), undefined);
  assert.equal(known(), undefined);
  assert.equal(session.isSignedIn(), false);
});

test("who was not signed in keeps the orders", async () => {
  const { session, known } = start();
  session.drop();
  await session.end();
  assert.equal(known(), "token");
});
