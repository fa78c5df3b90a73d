import assert from "node:assert/strict";
import { test } from "node:test";
import { awaitLink, forgetTrip, isLinkable, keepTrip, tripOf } from "../src/account/trip.ts";
import { createStorage } from "../src/shop/storage.ts";

const TRIP = { browser_token: "f".repeat(64), provider: "Example ID", return_to: "/account/orders" };

function storage() {
  return createStorage(() => {
    throw new Error("storage is switched off");
  });
}

test("an identity can be linked for half an hour after the API has asked for it", () => {
  const tab = storage();
  keepTrip(tab, TRIP);
  assert.equal(isLinkable(tripOf(tab), 0), false);
  awaitLink(tab, TRIP, 1_000);
  assert.deepEqual(tripOf(tab), { ...TRIP, linkable_until: 1_801_000 });
  assert.equal(isLinkable(tripOf(tab), 1_800_999), true);
  assert.equal(isLinkable(tripOf(tab), 1_801_000), false);
  forgetTrip(tab);
  assert.equal(tripOf(tab), undefined);
});

test("what is no trip is none", () => {
  const tab = storage();
  for (const wrong of [null, "x", [], {}, { ...TRIP, browser_token: 1 }, { browser_token: "f" }]) {
    tab.set("social", wrong);
    assert.equal(tripOf(tab), undefined, JSON.stringify(wrong));
  }
});
