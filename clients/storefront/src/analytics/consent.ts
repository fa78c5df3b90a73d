// Whether visits are counted: where the store has to ask, once the visitor agreed; elsewhere until they decline.

import type { Storage } from "../shop/storage.ts";

export type Answer = "accepted" | "declined";

export interface ConsentState {
  /** Absent until the question is answered. */
  answer: Answer | undefined;
  isCounted: boolean;
  isAsking: boolean;
  /** Whether the visitor opened the question again, to change the answer. */
  isChanging: boolean;
}

/** Before the browser's storage is read, and on the server. */
export const UNKNOWN: ConsentState = { answer: undefined, isCounted: false, isAsking: false, isChanging: false };

const KEY = "analytics";

export class Consent {
  readonly #storage: Storage;
  readonly #isNeeded: boolean;
  readonly #listeners = new Set<() => void>();
  #state: ConsentState;

  constructor(storage: Storage, isNeeded: boolean) {
    this.#storage = storage;
    this.#isNeeded = isNeeded;
    this.#state = this.#kept();
    storage.watch(KEY, () => this.#become(this.#kept()));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): ConsentState => this.#state;

  answer(answer: Answer): void {
    this.#storage.set(KEY, answer);
    this.#become(this.#answered(answer));
  }

  /** Shows the question again. */
  change(): void {
    this.#become({ ...this.#state, isAsking: true, isChanging: true });
  }

  #kept(): ConsentState {
    const kept = this.#storage.get(KEY);
    const answer = kept === "accepted" || kept === "declined" ? kept : undefined;
    return { ...this.#answered(answer), isAsking: this.#isNeeded && answer === undefined };
  }

  #answered(answer: Answer | undefined): ConsentState {
    const isCounted = this.#isNeeded ? answer === "accepted" : answer !== "declined";
    return { answer, isCounted, isAsking: false, isChanging: false };
  }

  #become(state: ConsentState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
