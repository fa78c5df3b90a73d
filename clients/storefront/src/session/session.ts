// The shopper's sign-in: the access token in memory, the refresh token in storage, one refresh at a time over all tabs.

import { ApiError, type Account, type ShopperSession } from "../sdk.ts";
import type { Storage } from "../shop/storage.ts";

const KEY = "session";

export interface SessionApi {
  refresh(params: { refresh_token: string }): PromiseLike<ShopperSession>;
  logout(params: { refresh_token: string }): PromiseLike<void>;
}

export type Lock = <Result>(act: () => Promise<Result>) => Promise<Result>;

interface Kept {
  refresh_token: string;
}

export class Session {
  #access: string | undefined;
  #account: Account | undefined;
  #refreshing: Promise<string | undefined> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #storage: Storage;
  readonly #lock: Lock;
  readonly #onEnd: () => void;
  #api: SessionApi | undefined;

  /** `onEnd` is called once for each sign-in that ends here. */
  constructor(storage: Storage, lock: Lock, onEnd: () => void = () => undefined) {
    this.#storage = storage;
    this.#lock = lock;
    this.#onEnd = onEnd;
    storage.watch(KEY, () => {
      // Another tab signed in or out, or has the newer refresh token.
      if (!this.#kept()) this.#forget();
      this.#tell();
    });
  }

  connect(api: SessionApi): void {
    this.#api = api;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether somebody signed in here and did not sign out since. */
  isSignedIn = (): boolean => this.#kept() !== undefined;

  get account(): Account | undefined {
    return this.#account;
  }

  begin = (session: ShopperSession): void => {
    this.#take(session);
    this.#tell();
  };

  async end(): Promise<void> {
    const kept = this.#kept();
    this.drop();
    // The session may have ended elsewhere, or the network be away: here it is over in any case.
    if (kept) await Promise.resolve(this.#api?.logout(kept)).catch(() => undefined);
  }

  /** Forgets a session that the server has ended. */
  drop(): void {
    const wasSignedIn = this.isSignedIn();
    this.#storage.remove(KEY);
    if (wasSignedIn) this.#onEnd();
    this.#forget();
    this.#tell();
  }

  /** The SDK's token callback. */
  token = async (rejected?: string): Promise<string | undefined> => {
    if (this.#access !== undefined && this.#access !== rejected) return this.#access;
    if (!this.isSignedIn()) return undefined;
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  };

  #refresh(): Promise<string | undefined> {
    return this.#lock(async () => {
      // Read within the lock: another tab may have refreshed it meanwhile.
      const kept = this.#kept();
      if (!kept || !this.#api) return undefined;
      try {
        this.#take(await this.#api.refresh(kept));
        return this.#access;
      } catch (error) {
        if (error instanceof ApiError && error.status < 500 && error.status !== 429) {
          this.drop();
          return undefined;
        }
        throw error;
      }
    });
  }

  #take(session: ShopperSession): void {
    this.#access = session.access_token;
    this.#account = session.account;
    this.#storage.set(KEY, { refresh_token: session.refresh_token } satisfies Kept);
  }

  #kept(): Kept | undefined {
    const kept = this.#storage.get(KEY) as Partial<Kept> | undefined;
    return typeof kept?.refresh_token === "string" ? { refresh_token: kept.refresh_token } : undefined;
  }

  #forget(): void {
    this.#access = undefined;
    this.#account = undefined;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
