// The one cart of a host: drawer, page, checkout and every other tab show what is in here.

import type { AccountCart, Address, Cart, CartLine, CartTakeover, GuestCart, ShippingOptionList, ShopperSession } from "../sdk.ts";
import { ApiError, ConnectionError } from "../sdk.ts";
import { failureOf, type Failure } from "../shop/failure.ts";
import type { Storage } from "../shop/storage.ts";

export interface CartRef {
  cart_id: string;
  cart_token: string;
}

/** The part of the SDK that a cart needs. */
export interface CartApi {
  createCart(): PromiseLike<Cart>;
  openAccountCart(): PromiseLike<AccountCart>;
  getCart(params: CartRef): PromiseLike<Cart>;
  addCartLine(params: CartRef & { variant_id: string; quantity: number }): PromiseLike<Cart>;
  changeCartLine(params: CartRef & { line_id: string; quantity: number }): PromiseLike<Cart>;
  updateCart(params: CartRef & CartChange): PromiseLike<Cart>;
  listShippingOptions(params: CartRef): PromiseLike<ShippingOptionList>;
}

export type CartChange = Partial<Pick<Cart, "email" | "shipping_address" | "shipping_option_id">> & {
  /** `null`: the shipping address is billed. */
  billing_address?: Address | null;
  /** Saved addresses of the signed-in shopper, in place of written ones. */
  shipping_address_id?: string;
  billing_address_id?: string;
};

export interface CartSnapshot {
  phase: "idle" | "loading" | "ready" | "failed";
  /** Absent while there is none. Quantities are those that the shopper wants, before the API has them too. */
  cart: Cart | undefined;
  /** Lines whose change is on its way. */
  busy: ReadonlySet<string>;
  /** Why the last change of a line did not work. */
  failures: ReadonlyMap<string, Failure>;
  /** What signing in has left out of the cart, until the shopper has seen it. */
  takeover: CartTakeover | undefined;
}

/** As it is kept. The account's goes with the session. */
interface Kept extends CartRef {
  is_accounts?: boolean;
}

const CART = "cart";
/** Written after every change, so that other tabs look again. */
const CHANGED = "cart.changed";
const NONE: CartSnapshot = { phase: "idle", cart: undefined, busy: new Set(), failures: new Map(), takeover: undefined };

/** Where both carts stay as they are, so does the one that is shown here. */
const STAYS: ReadonlySet<string> = new Set(["locked", "total_too_large"]);

export class CartStore {
  readonly #api: CartApi | undefined;
  readonly #storage: Storage | undefined;
  readonly #isSignedIn: () => boolean;
  readonly #listeners = new Set<() => void>();
  readonly #wanted = new Map<string, number>();
  readonly #sending = new Set<string>();
  #failures: ReadonlyMap<string, Failure> = new Map();
  #snapshot = NONE;
  #cart: Cart | undefined;
  #takeover: CartTakeover | undefined;
  #phase: CartSnapshot["phase"] = "idle";
  #queue: Promise<unknown> = Promise.resolve();

  constructor(api?: CartApi, storage?: Storage, isSignedIn: () => boolean = () => false) {
    this.#api = api;
    this.#storage = storage;
    this.#isSignedIn = isSignedIn;
  }

  /** Loads the cart of earlier visits, and follows other tabs. */
  start(): void {
    this.#storage?.watch(CART, () => void this.refresh());
    this.#storage?.watch(CHANGED, () => void this.refresh());
    void this.refresh();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): CartSnapshot => this.#snapshot;

  /** What the server renders and hydration begins with. */
  initial = (): CartSnapshot => NONE;

  get ref(): CartRef | undefined {
    const kept = this.#storage?.get(CART) as Partial<Kept> | undefined;
    if (typeof kept?.cart_id !== "string" || typeof kept.cart_token !== "string") return undefined;
    return { cart_id: kept.cart_id, cart_token: kept.cart_token };
  }

  get #isAccounts(): boolean {
    return (this.#storage?.get(CART) as Partial<Kept> | undefined)?.is_accounts === true;
  }

  /** Signs in with what a guest has chosen, and goes on with the account's cart. `begin` has the session begin here. */
  signIn(send: (guest: { guest_cart?: GuestCart }) => PromiseLike<ShopperSession>, begin: (session: ShopperSession) => void): Promise<void> {
    return this.#enqueue(async () => {
      const guest = this.#guest();
      const session = await send(guest ? { guest_cart: guest } : {});
      begin(session);
      // Without it the shopper is signed in all the same.
      const cart = session.cart ?? (await Promise.resolve(this.#client().openAccountCart()).catch(() => undefined));
      if (!cart || STAYS.has(cart.takeover?.outcome ?? "")) return;
      this.#keep(cart);
      if (cart.takeover && cart.takeover.left_out.length > 0) this.#takeover = cart.takeover;
      this.#cart = undefined;
      await this.#reload();
      this.#announce();
    });
  }

  /** The shopper has seen what was left out. */
  dismissTakeover(): void {
    this.#takeover = undefined;
    this.#publish();
  }

  #guest(): GuestCart | undefined {
    const { ref } = this;
    // What the API would refuse keeps nobody from signing in.
    if (!ref || this.#isAccounts || !/^[0-9a-f]{64}$/.test(ref.cart_token)) return undefined;
    return { id: ref.cart_id, token: ref.cart_token };
  }

  #keep({ id, token }: AccountCart): void {
    this.#storage?.set(CART, { cart_id: id, cart_token: token, is_accounts: true } satisfies Kept);
  }

  refresh(): Promise<void> {
    return this.#enqueue(() => this.#reload());
  }

  /** Adds units. Rejects with the error when they could not be added. */
  add(variantId: string, quantity: number): Promise<void> {
    return this.#enqueue(async () => {
      await this.#makeOpen();
      const before = this.#quantityOf(variantId);
      const params = { ...this.#required(), variant_id: variantId, quantity };
      try {
        this.#take(await this.#client().addCartLine(params));
      } catch (error) {
        // The request may have arrived although its response did not: the cart knows.
        if (!(error instanceof ConnectionError)) throw error;
        await this.#reload();
        if (this.#quantityOf(variantId) < before + quantity) throw error;
      }
      this.#announce();
    });
  }

  /** Changes a line at once, and the API's line as soon as it can be; 0 removes it. */
  setQuantity(lineId: string, quantity: number): void {
    this.#wanted.set(lineId, quantity);
    this.#clearFailure(lineId);
    this.#publish();
    if (!this.#sending.has(lineId)) void this.#send(lineId);
  }

  /** Changes contact, address or shipping. Rejects with the error when the API refuses. */
  update(change: CartChange): Promise<Cart> {
    return this.#enqueue(async () => {
      const cart = await this.#client().updateCart({ ...this.#required(), ...change });
      this.#take(cart);
      this.#announce();
      return cart;
    });
  }

  async shippingOptions(): Promise<ShippingOptionList["data"]> {
    return (await this.#client().listShippingOptions(this.#required())).data;
  }

  /** Lets the cart go, after its order was paid. */
  forget(): void {
    this.#storage?.remove(CART);
    this.#takeover = undefined;
    this.#clear();
    this.#announce();
  }

  /**
   * Lets go whose the goods were: the account keeps its cart, and a guest's with a contact or an address becomes a new one that has
   * the same goods.
   */
  disown(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#isAccounts) return this.forget();
      if (this.ref && !this.#cart) await this.#reload();
      const old = this.#cart;
      // One that could not be read may have them.
      if (this.ref && !old) this.forget();
      if (!old || (!old.email && !old.shipping_address && !old.billing_address)) return;
      this.forget();
      await this.#create();
      await this.#copyLines(old);
      this.#announce();
    });
  }

  /** Begins a new cart with the lines and the addresses of one that is reserved for an order. */
  restart(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#copyToNew();
      this.#announce();
    });
  }

  async #copyToNew(): Promise<void> {
    const old = this.#cart;
    await this.#create();
    if (!old) return;
    await this.#copyLines(old);
    const { email, shipping_address, billing_address } = old;
    const known = Object.entries({ email, shipping_address, billing_address }).filter(([, value]) => value !== undefined);
    if (known.length === 0) return;
    const change: CartChange = Object.fromEntries(known);
    this.#take(await this.#client().updateCart({ ...this.#required(), ...change }));
  }

  async #copyLines({ lines }: Cart): Promise<void> {
    for (const { variant_id, quantity } of lines) {
      try {
        this.#take(await this.#client().addCartLine({ ...this.#required(), variant_id, quantity }));
      } catch (error) {
        // The order that awaits payment may hold the last ones.
        if (!(error instanceof ApiError)) throw error;
      }
    }
  }

  async #makeOpen(): Promise<void> {
    if (this.ref && !this.#cart) await this.#reload();
    if (!this.ref) await this.#create();
    else if (this.#cart?.status === "completing") await this.#copyToNew();
  }

  async #create(): Promise<void> {
    if (this.#isSignedIn() && (await this.#openAccounts())) return;
    const cart = await this.#client().createCart();
    if (!cart.token) throw new Error("a new cart has a token");
    this.#storage?.set(CART, { cart_id: cart.id, cart_token: cart.token } satisfies Kept);
    this.#take(cart);
  }

  /** The account's cart in place of none. One that is reserved for an order is of no use here. */
  async #openAccounts(): Promise<boolean> {
    const opened = await Promise.resolve(this.#client().openAccountCart()).catch(() => undefined);
    if (!opened) return false;
    const cart = await this.#client().getCart({ cart_id: opened.id, cart_token: opened.token });
    if (cart.status !== "open") return false;
    this.#keep(opened);
    this.#take(cart);
    return true;
  }

  async #reload(): Promise<void> {
    const ref = this.ref;
    if (!ref || !this.#api) return this.#clear();
    if (!this.#cart) {
      this.#phase = "loading";
      this.#publish();
    }
    try {
      const cart = await this.#api.getCart(ref);
      if (cart.status !== "completed") return this.#take(cart);
      this.#storage?.remove(CART);
      this.#clear();
    } catch (error) {
      if (error instanceof ApiError && error.status < 500 && error.status !== 429) {
        const wasAccounts = this.#isAccounts;
        this.#storage?.remove(CART);
        // A session has few tokens for it: another device may have got this one's.
        if (wasAccounts && this.#isSignedIn() && (await this.#openAccounts().catch(() => false))) return;
        this.#clear();
      } else if (!this.#cart) {
        this.#phase = "failed";
        this.#publish();
      }
    }
  }

  async #send(lineId: string): Promise<void> {
    this.#sending.add(lineId);
    await this.#enqueue(async () => {
      const quantity = this.#wanted.get(lineId);
      if (quantity === undefined) return;
      try {
        const cart = await this.#client().changeCartLine({ ...this.#required(), line_id: lineId, quantity });
        if (this.#wanted.get(lineId) === quantity) this.#wanted.delete(lineId);
        this.#take(cart);
        this.#announce();
      } catch (error) {
        this.#wanted.delete(lineId);
        this.#failures = new Map(this.#failures).set(lineId, failureOf(error));
        await this.#reload();
      }
    }).catch(() => undefined);
    this.#sending.delete(lineId);
    this.#publish();
    // Changed again while it was on its way.
    if (this.#wanted.has(lineId)) void this.#send(lineId);
  }

  #enqueue<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #client(): CartApi {
    if (!this.#api) throw new Error("a cart can be changed in the browser only");
    return this.#api;
  }

  #required(): CartRef {
    const ref = this.ref;
    if (!ref) throw new Error("there is no cart");
    return ref;
  }

  #quantityOf(variantId: string): number {
    return this.#cart?.lines.find((it) => it.variant_id === variantId)?.quantity ?? 0;
  }

  #take(cart: Cart): void {
    this.#cart = cart;
    this.#phase = "ready";
    this.#publish();
  }

  #clear(): void {
    this.#cart = undefined;
    this.#phase = "ready";
    this.#wanted.clear();
    this.#failures = new Map();
    this.#publish();
  }

  #clearFailure(lineId: string): void {
    const failures = new Map(this.#failures);
    failures.delete(lineId);
    this.#failures = failures;
  }

  #announce(): void {
    this.#storage?.set(CHANGED, Date.now());
  }

  #publish(): void {
    const cart = this.#cart && { ...this.#cart, lines: this.#cart.lines.flatMap((line) => this.#wantedLine(line)) };
    this.#snapshot = {
      phase: this.#phase,
      cart,
      busy: new Set([...this.#wanted.keys(), ...this.#sending]),
      failures: this.#failures,
      takeover: this.#takeover,
    };
    for (const listener of this.#listeners) listener();
  }

  #wantedLine(line: CartLine): CartLine[] {
    const quantity = this.#wanted.get(line.id) ?? line.quantity;
    return quantity === 0 ? [] : [{ ...line, quantity }];
  }
}

/** How many units there are in all. */
export function countOf(cart: Cart | undefined): number {
  return (cart?.lines ?? []).reduce((sum, line) => sum + line.quantity, 0);
}
