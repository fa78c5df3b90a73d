// What only this client has: cancelling, transports, browsers, React Native.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import {
  Admin,
  CancelledError,
  hasCode,
  problemCodes,
  Storefront,
  StoaError,
  type Attempt,
  type ClientOptions,
  type ProblemCode,
} from "../dist/index.js";
import { startMock, startRun, type Mock } from "./mock.ts";

let mock: Mock;
before(async () => {
  mock = await startMock();
});
after(() => mock.stop());

function client(options: Omit<ClientOptions, "baseUrl">, answer: () => Response): { shop: Storefront; sent: RequestInit[] } {
  const sent: RequestInit[] = [];
  const fetch = async (_url: string, init: RequestInit) => {
    sent.push(init);
    return answer();
  };
  return { shop: new Storefront({ baseUrl: "https://shop.example", fetch, retryDelayMs: 1, ...options }), sent };
}

test("a signal cancels the request that is under way", async () => {
  const { baseUrl } = startRun(mock, "a slow response is a timeout");
  const controller = new AbortController();
  const call = new Storefront({ baseUrl }).getStore({}, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);

  const started = Date.now();
  await assert.rejects(call, CancelledError);
  assert(Date.now() - started < 1_000);
});

test("a signal cancels the wait between two attempts", async () => {
  const { baseUrl, seen } = startRun(mock, "retries end");
  const controller = new AbortController();
  const call = new Storefront({ baseUrl, retryDelayMs: 60_000 }).getStore({}, { signal: controller.signal });
  setTimeout(() => controller.abort(), 200);

  await assert.rejects(call, CancelledError);
  assert.equal((await seen()).length, 1);
});

test("a signal that was given before stops everything", async () => {
  const { shop, sent } = client({}, () => Response.json({}));

  await assert.rejects(shop.getStore({}, { signal: AbortSignal.abort() }), CancelledError);
  assert.equal(sent.length, 0);
});

for (const [chance, waits] of [[0, [100, 200]], [1, [200, 400]]] as const) {
  test(`the delay doubles, ${waits.join(" and ")} ms at chance ${chance}`, async ({ mock: fake }) => {
    fake.timers.enable({ apis: ["setTimeout"] });
    fake.method(Math, "random", () => chance);
    const settled = (): Promise<void> => new Promise(setImmediate);
    const { shop, sent } = client({ retryDelayMs: 200 }, () => new Response("", { status: 503 }));
    const call = assert.rejects(shop.getStore(), StoaError);

    for (const [retry, wait] of waits.entries()) {
      await settled();
      fake.timers.tick(wait - 1);
      await settled();
      assert.equal(sent.length, retry + 1);
      fake.timers.tick(1);
    }
    await call;
    assert.equal(sent.length, 3);
  });
}

test("any transport can be used", async () => {
  const { shop, sent } = client({}, () => Response.json({ name: "From elsewhere" }));

  assert.equal((await shop.getStore()).name, "From elsewhere");
  assert.equal(sent.length, 1);
});

test("every attempt is reported, without tokens", async () => {
  const attempts: Attempt[] = [];
  let count = 0;
  const { shop } = client({ onAttempt: (it) => attempts.push(it) }, () => {
    count += 1;
    if (count === 1) throw new TypeError("fetch failed");
    return Response.json({}, { headers: { "X-Request-Id": "req_2" } });
  });
  await shop.getCart({ cart_id: "cart_1", cart_token: "secret" });

  assert.deepEqual(
    attempts.map(({ durationMs: _, ...rest }) => rest),
    [
      { method: "GET", url: "https://shop.example/storefront/v1/carts/cart_1", retry: 0 },
      { method: "GET", url: "https://shop.example/storefront/v1/carts/cart_1", retry: 1, status: 200, requestId: "req_2" },
    ],
  );
});

test("the code of an error can be asked for", async () => {
  const { shop } = client({}, () => Response.json({ code: "cart_full" }, { status: 409 }));
  const error: unknown = await shop.createCart().catch((it: unknown) => it);

  assert(hasCode(error, "cart_full"));
  assert.equal(hasCode(error, "cart_changed"), false);
  assert.equal(hasCode(new Error("cart_full"), "cart_full"), false);
});

test("every reason that the document names is a constant", async () => {
  const document = readFileSync(new URL("../../../../openapi/stoa.json", import.meta.url), "utf8");
  const named = new Set([...document.matchAll(/"code": \{\s*"enum": \[(.*?)\]/gs)].flatMap((it) => JSON.parse(`[${it[1]}]`) as string[]));
  const ours: string[] = Object.values(problemCodes);

  assert(ours.length > 50);
  assert.deepEqual(ours.filter((it) => !named.has(it)), []);
  assert.deepEqual([...named].filter((it) => !ours.includes(it)), ONLY_ELSEWHERE);
  const code: ProblemCode = problemCodes.cartFull;
  const { shop } = client({}, () => Response.json({ code }, { status: 409 }));
  assert(hasCode(await shop.createCart().catch((it: unknown) => it), problemCodes.cartFull));
});

// Reasons of operations that no client has: probes, webhooks of payment providers.
const ONLY_ELSEWHERE = ["webhook_malformed", "webhook_signature_invalid", "webhook_provider_unavailable"];

test("the result of a call is used like any promise", async () => {
  const { shop } = client({}, () => Response.json({ name: "Aurora" }));
  const ended: string[] = [];
  const [store, name] = await Promise.all([
    shop.getStore().finally(() => ended.push("yes")),
    shop.getStore().then((it) => it.name),
  ]);
  assert.deepEqual([store.name, name, ended], ["Aurora", "Aurora", ["yes"]]);

  const { shop: failing } = client({ maxRetries: 0 }, () => Response.json({}, { status: 500 }));
  assert.equal(await failing.getStore().catch(() => "caught"), "caught");
  assert.equal(await failing.getStore().then(undefined, () => "caught"), "caught");
  await assert.rejects(failing.getStore().finally(() => ended.push("again")));
  assert.equal(ended.length, 2);
});

test("options that cannot be right are refused", () => {
  const wrong: ClientOptions[] = [
    {},
    { baseUrl: "https://shop.example", host: "shop.example" },
    { baseUrl: "shop.example" },
    { baseUrl: "ftp://shop.example" },
    { baseUrl: "https://shop.example/?a=1" },
    { host: "shop.example", secretKey: "sk_1", accessToken: "token" },
    { host: "shop.example", timeoutMs: 0 },
    { host: "shop.example", timeoutMs: Number.NaN },
    { host: "shop.example", maxRetries: -1 },
  ];
  for (const options of wrong) assert.throws(() => new Storefront(options), StoaError, JSON.stringify(options));
});

test("a host is short for its address", async () => {
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return Response.json({});
  };
  await new Storefront({ host: "shop.example", fetch }).getStore();
  await new Storefront({ baseUrl: "https://api.example/stoa/", fetch }).getStore();

  assert.deepEqual(urls, ["https://shop.example/storefront/v1/store", "https://api.example/stoa/storefront/v1/store"]);
});

test("a browser gets no secret key and sends no header that needs permission", async () => {
  const global = globalThis as { document?: object };
  global.document = {};
  try {
    assert.throws(() => new Admin({ host: "shop.example", secretKey: "sk_1" }), /must not be used in a browser/);
    const { shop, sent } = client({}, () => Response.json({}));
    await shop.getStore();
    assert.deepEqual(sent[0]?.headers, { Accept: "application/json" });
  } finally {
    delete global.document;
  }
});

test("keys are made and timeouts work without what React Native lacks", async () => {
  const lacks = { crypto: globalThis.crypto, URL: globalThis.URL, any: AbortSignal.any, timeout: AbortSignal.timeout };
  Object.defineProperty(globalThis, "crypto", { value: undefined, configurable: true });
  Object.assign(globalThis, { URL: undefined });
  Object.assign(AbortSignal, { any: undefined, timeout: undefined });
  try {
    const { shop, sent } = client({}, () => Response.json({}));
    const order = { cart_id: "c", cart_token: "t", expected_total: { amount: 1, currency: "EUR" } };
    const controller = new AbortController();
    await shop.placeOrder({ ...order, payment_provider: "stripe" }, { signal: controller.signal });
    await shop.placeOrder({ ...order, payment_provider: "stripe" });
    const keys = sent.map((it) => (it.headers as Record<string, string>)["Idempotency-Key"]);
    assert.match(keys[0]!, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(keys[0], keys[1]);
  } finally {
    Object.defineProperty(globalThis, "crypto", { value: lacks.crypto, configurable: true });
    Object.assign(globalThis, { URL: lacks.URL });
    Object.assign(AbortSignal, { any: lacks.any, timeout: lacks.timeout });
  }
});

test("a name below localhost is this machine", async () => {
  const { baseUrl, seen } = startRun(mock, "one request");
  const address = baseUrl.replace("127.0.0.1", "aurora.localhost");
  const store = await new Storefront({ baseUrl: address }).getStore();

  assert.equal(store.name, "Aurora");
  const host = (await seen())[0]?.headers["host"];
  assert.equal(host, new URL(address).host);
});

test("a name below localhost times out too", async () => {
  const { baseUrl } = startRun(mock, "a slow response is a timeout");
  const shop = new Storefront({ baseUrl: baseUrl.replace("127.0.0.1", "aurora.localhost"), maxRetries: 0 });

  await assert.rejects(shop.getStore({}, { timeoutMs: 100 }), { name: "TimeoutError" });
});
