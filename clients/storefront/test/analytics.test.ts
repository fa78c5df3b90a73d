import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Consent } from "../src/analytics/consent.ts";
import { ShopEvents } from "../src/analytics/events.ts";
import type { RecordEvents } from "../src/sdk.ts";
import { createStorage } from "../src/shop/storage.ts";

let kept: Map<string, string>;
let backing: Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;
let consent: Consent;
let events: ShopEvents;
let sent: RecordEvents[];
let today: string;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  kept = new Map();
  backing = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  consent = new Consent(createStorage(() => backing), true);
  sent = [];
  today = "Monday";
  events = new ShopEvents(consent, (batch) => sent.push(batch), () => today);
});

const seen = (product: string) => ({ kind: "product_viewed", product_id: product }) as const;

test("nothing is kept or sent before the question is answered, nor after it is declined", () => {
  assert.deepEqual(consent.snapshot(), { answer: undefined, isCounted: false, isAsking: true, isChanging: false });
  events.record(seen("prod_1"));
  mock.timers.tick(60_000);
  consent.answer("declined");
  events.record(seen("prod_2"));
  events.flush();
  assert.deepEqual(sent, []);
  assert.deepEqual([...kept], [["stoa.analytics", '"declined"']]);
  // Not what was shown before, either.
  consent.answer("accepted");
  events.flush();
  assert.deepEqual(sent, []);
});

test("events of a moment are one request, with the same word all day and another one the next", () => {
  consent.answer("accepted");
  events.record(seen("prod_1"));
  events.record({ kind: "checkout_started" });
  assert.equal(sent.length, 0);
  mock.timers.tick(3_000);
  events.record(seen("prod_2"));
  events.flush();
  today = "Tuesday";
  events.record(seen("prod_3"));
  events.flush();
  mock.timers.tick(60_000);
  const [first, second, third] = sent;
  assert.deepEqual(sent.map((it) => it.events), [[seen("prod_1"), { kind: "checkout_started" }], [seen("prod_2")], [seen("prod_3")]]);
  assert.deepEqual(sent.map((it) => it.consent), [true, true, true]);
  assert.match(first?.visit ?? "", /^[0-9a-f]{32}$/);
  assert.equal(second?.visit, first?.visit);
  assert.notEqual(third?.visit, first?.visit);
  // The word is nowhere but in memory.
  assert.deepEqual([...kept], [["stoa.analytics", '"accepted"']]);
});

test("no request has more events than the API takes", () => {
  consent.answer("accepted");
  for (let at = 0; at < 120; at += 1) events.record(seen(`prod_${at}`));
  events.flush();
  assert.deepEqual(sent.map((it) => it.events.length), [50, 50, 20]);
});

test("who changes to declining takes back what waits", () => {
  consent.answer("accepted");
  events.record(seen("prod_1"));
  consent.change();
  assert.deepEqual(consent.snapshot(), { answer: "accepted", isCounted: true, isAsking: true, isChanging: true });
  consent.answer("declined");
  events.flush();
  mock.timers.tick(60_000);
  assert.deepEqual(sent, []);
});

test("where no consent is needed nobody is asked, and visits count until they are declined", () => {
  consent = new Consent(createStorage(() => backing), false);
  events = new ShopEvents(consent, (batch) => sent.push(batch), () => today);
  assert.deepEqual(consent.snapshot(), { answer: undefined, isCounted: true, isAsking: false, isChanging: false });
  events.record(seen("prod_1"));
  events.flush();
  assert.deepEqual(sent.map((it) => [it.consent, it.events]), [[false, [seen("prod_1")]]]);
  consent.change();
  assert.deepEqual(consent.snapshot(), { answer: undefined, isCounted: true, isAsking: true, isChanging: true });
  consent.answer("declined");
  events.record(seen("prod_2"));
  events.flush();
  assert.equal(sent.length, 1);
});
