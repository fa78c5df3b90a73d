import assert from "node:assert/strict";
import { test } from "node:test";
import { CartStore, type CartApi } from "../src/cart/store.ts";
import { placeOrder } from "../src/checkout/place.ts";
import { ConnectionError, type AccountCart, type Cart, type Checkout, type ShopperSession } from "../src/sdk.ts";
import { createStorage } from "../src/shop/storage.ts";

const usd = (amount: number) => ({ amount, currency: "USD" });

/** An API with one cart. `fail` is asked before each answer to a change. */
function fakeApi(fail: (call: string) => Error | undefined = () => undefined) {
  const quantities = new Map<string, number>();
  const calls: string[] = [];
  let details: object = {};
  const cart = (): Cart => ({
    ...details,
    id: "cart_1",
    token: "secret",
    status: "open",
    currency: "USD",
    tax_included: false,
    requirements: [],
    totals: { items: usd(0), shipping: usd(0), tax: usd(0), total: usd(0) },
    lines: [...quantities].map(([id, quantity]) => ({
      id: `line-${id}`,
      variant_id: id,
      title: id,
      variant_title: "",
      quantity,
      unit_price: usd(100),
      total: usd(100 * quantity),
      available: true,
      notices: [],
    })),
  });
  const change = async (call: string, act: () => void): Promise<Cart> => {
    calls.push(call);
    act();
    const error = fail(call);
    if (error) throw error;
    return cart();
  };
  const api: CartApi = {
    createCart: () =>
      change("create", () => {
        quantities.clear();
        details = {};
      }),
    openAccountCart: async () => {
      calls.push("open account's");
      return { id: "cart_own", token: "own" };
    },
    getCart: async () => cart(),
    addCartLine: ({ variant_id: id, quantity }) =>
      change(`add ${id} ${quantity}`, () => quantities.set(id, (quantities.get(id) ?? 0) + quantity)),
    changeCartLine: ({ line_id: line, quantity }) =>
      change(`change ${line} ${quantity}`, () => {
        const id = line.replace("line-", "");
        if (quantity === 0) quantities.delete(id);
        else quantities.set(id, quantity);
      }),
    updateCart: ({ cart_id: _, cart_token: __, ...changed }) => change("update", () => (details = { ...details, ...changed })),
    listShippingOptions: async () => ({ data: [] }),
  };
  return { api, calls };
}

const forbidden = () =>
  createStorage(() => {
    throw new Error("storage is switched off");
  });

test("a shop without storage has a cart all the same", async () => {
  const { api, calls } = fakeApi();
  const store = new CartStore(api, forbidden());
  await store.add("a", 2);
  await store.add("a", 1);
  assert.deepEqual(calls, ["create", "add a 2", "add a 1"]);
  assert.equal(store.snapshot().cart?.lines[0]?.quantity, 3);
});

test("units whose response was lost are not added again", async () => {
  const { api } = fakeApi((call) => (call.startsWith("add") ? new ConnectionError("lost") : undefined));
  const store = new CartStore(api, forbidden());
  await store.add("a", 2);
  assert.equal(store.snapshot().cart?.lines[0]?.quantity, 2);
});

test("quick changes of a quantity show at once, and only the last one is sent after the first", async () => {
  const { api, calls } = fakeApi();
  const store = new CartStore(api, forbidden());
  await store.add("a", 1);
  for (const quantity of [2, 3, 4]) store.setQuantity("line-a", quantity);
  assert.equal(store.snapshot().cart?.lines[0]?.quantity, 4);
  await store.refresh();
  await store.refresh();
  assert.deepEqual(calls.slice(2), ["change line-a 4"]);
  store.setQuantity("line-a", 0);
  assert.deepEqual(store.snapshot().cart?.lines, []);
});

test("an order is sent again with the same key until it is answered", async () => {
  const keys: string[] = [];
  const storage = forbidden();
  let isOnline = false;
  const api = {
    async placeOrder(_: object, { idempotencyKey }: { idempotencyKey: string }): Promise<Checkout> {
      keys.push(idempotencyKey);
      if (!isOnline) throw new ConnectionError("lost");
      return { order: { id: "ord_1", number: 1, status: "pending_payment", token: "t", total: usd(100) } };
    },
  };
  let made = 0;
  const place = (total: number) =>
    placeOrder(
      api,
      storage,
      { ref: { cart_id: "cart_1", cart_token: "t" }, total: usd(total), provider: "stripe" },
      () => `key-${(made += 1)}`,
    );
  await assert.rejects(place(100));
  isOnline = true;
  await place(100);
  await place(200);
  assert.deepEqual(keys, ["key-1", "key-1", "key-2"]);
});

test("a cart that begins anew keeps its goods, its contact and both addresses", async () => {
  const { api, calls } = fakeApi();
  const store = new CartStore(api, forbidden());
  const known = {
    email: "anna@example.com",
    shipping_address: { street_name: "Long Street 1", country: "DE" },
    billing_address: { street_name: "Ring 7", country: "AT" },
  };
  await store.add("a", 2);
  await store.update(known);
  await store.restart();
  const { email, shipping_address, billing_address, lines } = store.snapshot().cart ?? {};
  assert.deepEqual({ email, shipping_address, billing_address }, known);
  assert.equal(lines?.[0]?.quantity, 2);
  assert.deepEqual(calls, ["create", "add a 2", "update", "create", "add a 2", "update"]);
});

test("a cart that its shopper leaves behind keeps the goods, and neither contact nor address", async () => {
  const { api, calls } = fakeApi();
  const store = new CartStore(api, forbidden());
  await store.add("a", 2);
  await store.disown();
  assert.deepEqual(calls, ["create", "add a 2"]);
  await store.update({ email: "anna@example.com", shipping_address: { street_name: "Long Street 1", country: "DE" } });
  await store.disown();
  const { email, shipping_address, lines } = store.snapshot().cart ?? {};
  assert.deepEqual({ email, shipping_address }, { email: undefined, shipping_address: undefined });
  assert.equal(lines?.[0]?.quantity, 2);
  assert.deepEqual(calls.slice(2), ["update", "create", "add a 2"]);
});

test("a cart that cannot be copied when its shopper leaves is let go", async () => {
  let isOnline = true;
  const { api } = fakeApi(() => (isOnline ? undefined : new ConnectionError("lost")));
  const store = new CartStore(api, forbidden());
  await store.add("a", 2);
  await store.update({ email: "anna@example.com" });
  isOnline = false;
  await assert.rejects(store.disown(), ConnectionError);
  assert.equal(store.ref, undefined);
  assert.equal(store.snapshot().cart, undefined);
});

const session = (cart?: AccountCart) => ({ ...(cart && { cart }) }) as unknown as ShopperSession;
const TOKEN = "0".repeat(64);
const left = (outcome: string, ...left_out: object[]) => ({ outcome, rule: "sum", left_out }) as unknown as AccountCart["takeover"];

test("signing in sends a guest's cart, and goes on with the account's", async () => {
  const { api, calls } = fakeApi();
  const storage = forbidden();
  storage.set("cart", { cart_id: "cart_guest", cart_token: TOKEN });
  const store = new CartStore(api, storage);
  const sent: unknown[] = [];
  const begun: string[] = [];
  const takeover = left("taken_over", { title: "Lamp", kept: 1, wanted: 2, reason: "stock_limit" });
  const signIn = (answer: ShopperSession) =>
    store.signIn(
      async (guest) => (sent.push(guest), answer),
      () => void begun.push("begun"),
    );
  await signIn(session({ id: "cart_own", token: "own", takeover } as AccountCart));
  assert.deepEqual(sent, [{ guest_cart: { id: "cart_guest", token: TOKEN } }]);
  assert.deepEqual(store.ref, { cart_id: "cart_own", cart_token: "own" });
  assert.equal(store.snapshot().takeover?.left_out.length, 1);
  store.dismissTakeover();
  assert.equal(store.snapshot().takeover, undefined);

  // The account's cart is nobody's to send, and stays behind when its shopper signs out.
  await store.disown();
  assert.equal(store.ref, undefined);
  await signIn(session());
  assert.deepEqual(sent[1], {});
  assert.deepEqual(begun, ["begun", "begun"]);
  assert.deepEqual(calls, ["open account's"]);
});

test("where one of the carts is reserved, the guest's stays", async () => {
  const { api } = fakeApi();
  const storage = forbidden();
  storage.set("cart", { cart_id: "cart_guest", cart_token: TOKEN });
  const store = new CartStore(api, storage);
  await store.signIn(async () => session({ id: "cart_own", token: "own", takeover: left("locked") } as AccountCart), () => undefined);
  assert.deepEqual(store.ref, { cart_id: "cart_guest", cart_token: TOKEN });
});

test("whoever is signed in begins with the account's cart, and with a guest's where there is none to be had", async () => {
  const { api, calls } = fakeApi();
  const store = new CartStore(api, forbidden(), () => true);
  await store.add("a", 1);
  assert.deepEqual(store.ref, { cart_id: "cart_own", cart_token: "own" });
  store.forget();
  api.openAccountCart = async () => {
    throw new ConnectionError("lost");
  };
  await store.add("a", 1);
  assert.deepEqual(store.ref, { cart_id: "cart_1", cart_token: "secret" });
  assert.deepEqual(calls, ["open account's", "add a 1", "create", "add a 1"]);
});
