// Tells the store which steps of a purchase its visitors reach: in batches, without cookies, and only with consent where the store needs it.

import type { RecordEvents } from "../sdk.ts";
import type { Consent } from "./consent.ts";

export type ShopEvent = RecordEvents["events"][number];

const PATH = "/storefront/v1/events";
/** How long an event waits for others. */
const WAIT_MS = 3_000;
/** Most events of a request. */
const MOST = 50;

/** Sends a batch. Nothing depends on whether it arrives. */
export type Send = (batch: RecordEvents) => void;

export class ShopEvents {
  readonly #consent: Consent;
  readonly #send: Send;
  readonly #today: () => string;
  #waiting: ShopEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #visit = { day: "", word: "" };

  constructor(consent: Consent, send: Send = post, today: () => string = () => new Date().toDateString()) {
    this.#consent = consent;
    this.#send = send;
    this.#today = today;
    // What was not sent is forgotten with the consent.
    consent.subscribe(() => {
      if (!this.#consent.snapshot().isCounted) this.#take();
    });
  }

  record(event: ShopEvent): void {
    if (!this.#consent.snapshot().isCounted) return;
    this.#waiting.push(event);
    if (this.#waiting.length >= MOST) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WAIT_MS);
  }

  /** Sends what waits: also called when the page is left, after which there may be no other chance. */
  flush = (): void => {
    const events = this.#take();
    const consent = this.#consent.snapshot().answer === "accepted";
    if (events.length > 0) this.#send({ visit: this.#word(), consent, events });
  };

  #take(): ShopEvent[] {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** Made at random, in memory alone: another tab and another day have another one. */
  #word(): string {
    const day = this.#today();
    if (this.#visit.day !== day) {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      this.#visit = { day, word: [...bytes].map((it) => it.toString(16).padStart(2, "0")).join("") };
    }
    return this.#visit.word;
  }
}

/** Outlives the page. A refusal or a lost connection loses the batch, and nobody is told. */
function post(batch: RecordEvents): void {
  const headers = { "Content-Type": "application/json" };
  const sent = { method: "POST", keepalive: true, credentials: "omit", headers, body: JSON.stringify(batch) } as const;
  fetch(PATH, sent).catch(() => undefined);
}
