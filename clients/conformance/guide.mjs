// The programs of docs/INTEGRATORS.md. `guide.mjs write` puts those in TypeScript and Python into files and compares the others
// with the examples that are compiled; `guide.mjs run NAME COMMAND…` runs one against the installation of STOA_DEV:
// it makes its articles, finds them again, and sees the order for one of them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const clients = fileURLToPath(new URL("..", import.meta.url));
const guide = readFileSync(`${clients}../docs/INTEGRATORS.md`, "utf8");
const blocks = (language) => [...guide.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map((it) => it[1]);

function write() {
  assert.deepEqual([blocks("ts").length, blocks("python").length], [4, 4]);
  writeFileSync(`${clients}packages/sdk/test/guide-program.ts`, blocks("ts").join("\n"));
  writeFileSync(`${clients}sdk-python/tests/guide_program.py`, blocks("python").join("\n"));
  const go = readFileSync(`${clients}sdk-go/examples/integration/main.go`, "utf8");
  assert.deepEqual(blocks("go"), [go.replaceAll("\t", "    ")], "the guide's Go is examples/integration");
  const rust = readFileSync(`${clients}sdk-rust/examples/integration.rs`, "utf8");
  assert.deepEqual(blocks("rust"), [rust], "the guide's Rust is examples/integration.rs");
}

async function run(name, [command, ...args]) {
  const { tenants, stripe } = JSON.parse(readFileSync(process.env.STOA_DEV, "utf8"));
  const { host, owner } = tenants[0];
  const SHOP = `http://${host}`;
  const env = { ...process.env, SHOP, STOA_SECRET_KEY: await makeKey(SHOP, owner) };
  const lines = () => execFileSync(command, args, { env, encoding: "utf8" }).trimEnd().split("\n");
  const [tray, napkin] = [`GUIDE-${name}-1`, `GUIDE-${name}-2`];
  const ours = (it) => it.includes(`GUIDE-${name}`);

  assert.deepEqual(lines().filter(ours), [`created ${tray}`, `created ${napkin}`]);
  const { number, amount } = await buy(SHOP, stripe, tray);
  const second = lines();
  assert.deepEqual(second.filter(ours), [`set ${tray}`, `set ${napkin}`, `order ${number} 2 ${tray}`]);
  // Those in Go and Rust leave the money where it is.
  if (["TS", "PY"].includes(name)) assert.equal(second.at(-1), `refund succeeded ${amount}`);
}

// Does what the guide's shell does, with the same body.
async function makeKey(baseUrl, owner) {
  const { Admin } = await import("@stoa/sdk");
  const { access_token: accessToken } = await new Admin({ baseUrl }).login(owner);
  const [, body] = /-d '(\{.*?\})'/s.exec(blocks("sh")[0]);
  return (await new Admin({ baseUrl, accessToken }).createApiKey(JSON.parse(body))).secret;
}

// A list may be as old as its Cache-Control says, and the program before this one has just read the same.
async function find(shop, sku) {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    for await (const { slug } of shop.listProducts({ sort: "newest", limit: 100 })) {
      const variant = (await shop.getProduct({ slug })).variants.find((it) => it.sku === sku);
      if (variant) return variant;
    }
  }
  throw new Error(`no product has the SKU ${sku} after ten seconds`);
}

// Buys two of the article with the SKU, and returns when the order is paid.
async function buy(SHOP, stripe, sku) {
  const { Storefront } = await import("@stoa/sdk");
  const shop = new Storefront({ baseUrl: SHOP });
  const variant = await find(shop, sku);
  assert.deepEqual(variant?.price, { amount: 3900, currency: "EUR" });
  const made = await shop.createCart();
  const cart = { cart_id: made.id, cart_token: made.token };
  await shop.addCartLine({ ...cart, variant_id: variant.id, quantity: 2 });
  const name = { first_name: "Anna", last_name: "Berg" };
  const address = { ...name, street_name: "Long Street 1", city: "Berlin", postal_code: "10115", country: "DE" };
  await shop.updateCart({ ...cart, email: "anna@example.com", shipping_address: address });
  const [option] = (await shop.listShippingOptions(cart)).data;
  const { total } = (await shop.updateCart({ ...cart, shipping_option_id: option.id })).totals;
  const { order, payment } = await shop.placeOrder({ ...cart, expected_total: total, payment_provider: "stripe" });

  const [intent] = payment.client_secret.split("_secret");
  const body = new URLSearchParams({ key: "pk_test_stoa", client_secret: payment.client_secret, payment_method: "pm_card_visa" });
  const confirmed = await fetch(`${stripe}/v1/payment_intents/${intent}/confirm`, { method: "POST", body });
  assert(confirmed.ok, await confirmed.text());
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { status } = await shop.getOrder({ order_id: order.id, order_token: order.token });
    if (status === "paid") return { number: order.number, amount: total.amount };
  }
  throw new Error("the order was not paid within ten seconds");
}

const [what, name, ...command] = process.argv.slice(2);
if (what === "write") write();
else await run(name, command);
