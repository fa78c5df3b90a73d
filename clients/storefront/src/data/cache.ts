// Responses of the API by request path. On the server it is filled before rendering; in the browser it loads what is missing.

import type { Reply } from "../contract.ts";

/** Sends a GET request. Throws when no response came. */
export type Load = (path: string) => Promise<Reply>;

export type Entry =
  | { state: "loading" }
  | { state: "failed" }
  /** `stale` when it has been there for a while: it is shown, and loaded again. */
  | { state: "ready"; reply: Reply };

const LOADING: Entry = { state: "loading" };
const FAILED: Entry = { state: "failed" };
const FRESH_MS = 30_000;
const MOST = 200;

export class DataCache {
  readonly #entries = new Map<string, { entry: Entry; at: number }>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  readonly #load: Load | undefined;

  constructor(data: Readonly<Record<string, Reply>>, load?: Load) {
    this.#load = load;
    const at = Date.now();
    for (const [path, reply] of Object.entries(data)) this.#entries.set(path, { entry: { state: "ready", reply }, at });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  read(path: string): Entry {
    return this.#entries.get(path)?.entry ?? LOADING;
  }

  /** Loads what is not there, failed or is old. */
  want(path: string): void {
    const known = this.#entries.get(path);
    const isFresh = known?.entry.state === "ready" && Date.now() - known.at < FRESH_MS;
    if (!isFresh) void this.load(path);
  }

  /** Loads what is there again, of these paths: it is shown until the new answer is there. */
  loadAgain(of: (path: string) => boolean): void {
    for (const path of [...this.#entries.keys()].filter(of)) void this.load(path);
  }

  load(path: string): Promise<void> {
    const running = this.#running.get(path);
    if (running || !this.#load) return running ?? Promise.resolve();
    if (this.read(path).state === "failed") this.#put(path, LOADING);
    const loading = this.#load(path)
      .then((reply) => this.#keep(path, reply))
      .catch(() => {
        if (this.read(path).state !== "ready") this.#put(path, FAILED);
      })
      .finally(() => this.#running.delete(path));
    this.#running.set(path, loading);
    return loading;
  }

  #keep(path: string, reply: Reply): void {
    const known = this.read(path);
    // What failed for now does not replace what is there.
    if (reply.status >= 500 && known.state === "ready") return;
    if (this.#entries.size >= MOST) {
      const oldest = this.#entries.keys().next();
      if (!oldest.done) this.#entries.delete(oldest.value);
    }
    this.#put(path, reply.status >= 500 || reply.status === 429 ? FAILED : { state: "ready", reply });
  }

  #put(path: string, entry: Entry): void {
    this.#entries.delete(path);
    this.#entries.set(path, { entry, at: Date.now() });
    for (const listener of this.#listeners) listener();
  }
}
