// Whether the shopper is in customer groups: then the catalogue's requests carry the access token, for prices and products of
// the groups. Everybody else shares the answers that caches keep.

import type { Storage } from "../shop/storage.ts";
import type { Session } from "./session.ts";

const KEY = "member";

export interface MembershipApi {
  listOwnCustomerGroups(): PromiseLike<{ data: unknown[] }>;
}

export class Membership {
  readonly #session: Session;
  readonly #storage: Storage;
  readonly #tab: Storage;
  #onChange: () => void = () => undefined;
  #api: MembershipApi | undefined;
  #known: boolean;

  /** `tab` ends with the tab: groups are asked for once in each. */
  constructor(session: Session, storage: Storage, tab: Storage) {
    this.#session = session;
    this.#storage = storage;
    this.#tab = tab;
    this.#known = this.isMember();
  }

  isMember = (): boolean => this.#session.isSignedIn() && this.#storage.get(KEY) === true;

  /** `onChange` loads what is shown again, since it was loaded as somebody else. */
  start(api: MembershipApi, onChange: () => void): void {
    this.#api = api;
    this.#onChange = onChange;
    this.#session.subscribe(() => void this.#check());
    // What came with the page is what visitors see.
    if (this.#known) onChange();
    void this.#check();
  }

  async #check(): Promise<void> {
    if (!this.#session.isSignedIn()) {
      this.#storage.remove(KEY);
      this.#tab.remove(KEY);
      return this.#tell();
    }
    if (this.#tab.get(KEY) !== undefined || !this.#api) return this.#tell();
    this.#tab.set(KEY, true);
    try {
      const groups = await this.#api.listOwnCustomerGroups();
      this.#storage.set(KEY, groups.data.length > 0);
    } catch {
      // Asked for again with the next page.
      this.#tab.remove(KEY);
    }
    this.#tell();
  }

  #tell(): void {
    const isMember = this.isMember();
    if (isMember === this.#known) return;
    this.#known = isMember;
    this.#onChange();
  }
}
