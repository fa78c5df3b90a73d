import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAverage, halfStars } from "../src/format/rating.ts";

test("means have one decimal place, rounded half up", () => {
  const means = ["1.00", "4.04", "4.05", "4.35", "4.94", "4.95", "5.00"];
  assert.deepEqual(means.map((it) => formatAverage(it, "en-GB")), ["1.0", "4.0", "4.1", "4.4", "4.9", "5.0", "5.0"]);
  assert.equal(formatAverage("4.35", "de-DE"), "4,4");
});

test("stars are filled by halves", () => {
  assert.deepEqual(["1.00", "4.24", "4.25", "4.74", "4.75", "5.00"].map(halfStars), [2, 8, 9, 9, 10, 10]);
});
