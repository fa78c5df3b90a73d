// The installation under test, from the outside: its API as staff and operators use it, and its mailbox. STOA_DEV names the
// file that `stoa dev` writes for scripts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { request } from "node:http";

interface Credentials {
  email: string;
  password: string;
}

interface Dev {
  api: string;
  stripe: string;
  operator: Credentials;
  tenants: { slug: string; host: string; owner: Credentials }[];
}

export const DEV = JSON.parse(readFileSync(process.env["STOA_DEV"] ?? "../../.stoa/dev.json", "utf8")) as Dev;
const { hostname, port } = new URL(DEV.api);

export const AURORA = `http://${hostOf("aurora")}`;
export const MERIDIAN = `http://${hostOf("meridian")}`;

function hostOf(slug: string): string {
  return tenantOf(slug).host;
}

function tenantOf(slug: string): Dev["tenants"][number] {
  const found = DEV.tenants.find((it) => it.slug === slug);
  assert.ok(found, `there is a tenant ${slug}`);
  return found;
}

/** A word that no other run has used. */
export function unique(): string {
  return Math.random().toString(36).slice(2, 10);
}

export interface Answer {
  status: number;
  text: string;
}

interface Call {
  host?: string;
  token?: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** One request. Node cannot resolve hosts below localhost, so they are only named. */
export function call(method: string, path: string, { host = `${hostname}:${port}`, token, body, headers: more = {} }: Call = {}): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    ...more,
    host,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(text !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      let answer = "";
      response.setEncoding("utf8").on("data", (part: string) => (answer += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: answer }));
    });
    sent.on("error", reject);
    sent.end(text);
  });
}

async function expectJson(method: string, path: string, sent: Call): Promise<unknown> {
  const { status, text } = await call(method, path, sent);
  assert.ok(status >= 200 && status < 300, `${method} ${path}: ${status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** A member of a tenant's staff. */
export class Staff {
  readonly host: string;
  readonly #token: string;

  constructor(host: string, token: string) {
    this.host = host;
    this.#token = token;
  }

  static async signIn(host: string, owner: Credentials): Promise<Staff> {
    const session = await expectJson("POST", "/admin/v1/auth/login", { host, body: owner });
    return new Staff(host, (session as { access_token: string }).access_token);
  }

  /** The owner of a demo store. */
  static ofDemo(slug: string): Promise<Staff> {
    const { host, owner } = tenantOf(slug);
    return Staff.signIn(host, owner);
  }

  async send<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    // Some operations need a key; the others do not look at it.
    const headers = { "idempotency-key": unique() };
    return (await expectJson(method, `/admin/v1${path}`, { host: this.host, token: this.#token, body, headers })) as Result;
  }

  /** A product with one variant that nobody else buys. */
  async product(over: ProductInput = {}): Promise<Made> {
    const { title = `Test lamp ${unique()}`, description = "<p>Lights up.</p>", amount = 5000, currency = "EUR", on_hand = 50, sizes = [], merchant = 0 } = over;
    const merchants = await this.send<{ data: { id: string }[] }>("GET", "/merchants");
    const variant = () => ({ price: { amount, currency }, on_hand, sku: unique() });
    const sized = { options: ["Size"], variants: sizes.map((size) => ({ ...variant(), options: [size] })) };
    const variants = sizes.length > 0 ? sized : { variants: [variant()] };
    const merchant_id = merchants.data[merchant]?.id;
    const slug = `test-${unique()}`;
    const sent = { slug, title, description, status: "active", merchant_id, ...variants };
    const made = await this.send<{ variants: { id: string }[] }>("POST", "/products", sent);
    const ids = made.variants.map((it) => it.id);
    return { slug, title, variant: ids[0] ?? "", variants: ids };
  }

  setPrice(variant: string, amount: number, currency = "EUR"): Promise<unknown> {
    return this.send("PUT", `/variants/${variant}/price`, { price: { amount, currency } });
  }

  setStock(variant: string, on_hand: number): Promise<unknown> {
    return this.send("PUT", `/variants/${variant}/stock`, { on_hand });
  }

  /** Orders that were placed with the address. */
  async orders(email: string): Promise<{ number: number; status: string; email: string }[]> {
    const page = await this.send<{ data: { number: number; status: string; email: string }[] }>("GET", "/orders?limit=100");
    return page.data.filter((it) => it.email === email);
  }

  /** Ships everything of an order in one parcel; of several merchants, what one of them sold. */
  async ship(order: string, merchant?: string): Promise<string> {
    const sent = merchant === undefined ? {} : { merchant_id: merchant };
    return (await this.send<{ id: string }>("POST", `/orders/${order}/fulfillments`, sent)).id;
  }

  deliver(order: string, parcel: string): Promise<unknown> {
    return this.send("POST", `/orders/${order}/fulfillments/${parcel}/delivered`);
  }

  async storefront(): Promise<string> {
    const { data } = await this.send<{ data: { id: string }[] }>("GET", "/storefronts");
    return data[0]?.id ?? "";
  }

  async publishBrand(kit: object): Promise<void> {
    const brand = `/storefronts/${await this.storefront()}/brand`;
    const { version } = await this.send<{ version: { number: number } }>("PUT", `${brand}/draft`, kit);
    await this.send("POST", `${brand}/publish`, { version: version.number });
  }
}

export interface ProductInput {
  title?: string;
  description?: string;
  amount?: number;
  currency?: string;
  on_hand?: number;
  /** One variant for each; without them, one in all. */
  sizes?: string[];
  /** The place of the merchant in the list of the tenant's. */
  merchant?: number;
}

export interface Made {
  slug: string;
  title: string;
  variant: string;
  variants: string[];
}

interface StorefrontInput {
  currency: string;
  [field: string]: unknown;
}

/** As the operator of the platform. */
async function operate(path: string, body: object): Promise<unknown> {
  const signedIn = await expectJson("POST", "/operator/v1/auth/login", { body: DEV.operator });
  const token = (signedIn as { access_token: string }).access_token;
  return expectJson("POST", `/operator/v1${path}`, { token, body });
}

/** A tenant of its own, with one merchant and the others by their slugs, one way of shipping, and its owner signed in. */
export async function newTenant(name: string, storefront: StorefrontInput, others: readonly string[] = []): Promise<Staff> {
  return (await newTenantWith(name, storefront, [], others)).owner;
}

/** The same with further storefronts, by their slugs; and the hosts of those. */
export async function newTenantWith(
  name: string,
  storefront: StorefrontInput,
  further: readonly (readonly [string, StorefrontInput])[],
  others: readonly string[] = [],
): Promise<{ owner: Staff; hosts: string[] }> {
  const slug = `test-${unique()}`;
  const owner = { email: `owner@${slug}.example`, password: `lamp river otter ${unique()}` };
  const sent = {
    slug,
    name,
    owner,
    hosts: [`${slug}.localhost`],
    storefront,
    merchants: [{ slug: "house", name }, ...others.map((it) => ({ slug: it, name: `Merchant ${it}` }))],
    shipping_options: [{ name: "DHL", rate: { kind: "flat", price: { amount: 490, currency: storefront.currency } } }],
  };
  const { id } = (await operate("/tenants", sent)) as { id: string };
  const hosts = [];
  for (const [of, settings] of further) {
    const { host } = (await operate(`/tenants/${id}/storefronts`, { slug: of, storefront: settings })) as { host: string };
    hosts.push(`${host}:${port}`);
  }
  return { owner: await Staff.signIn(`${slug}.localhost:${port}`, owner), hosts };
}

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The newest letter to the address whose subject has the words. */
export async function mail(to: string, words: string): Promise<Mail> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const all = (await expectJson("GET", "/dev/mailbox.json", {})) as Mail[];
    const found = all.find((it) => it.to === to && it.subject.includes(words));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no letter to ${to} about "${words}" within a minute`);
}

/** The link of a letter. */
export function linkIn({ text }: Mail, path: string): string {
  const link = text.split(/\s+/).find((it) => it.includes(path));
  assert.ok(link, `the letter has a link to ${path}: ${text}`);
  return link;
}
