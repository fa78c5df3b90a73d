import assert from "node:assert/strict";
import { test } from "node:test";
import { refusalOf } from "../src/review/picture-rules.ts";
import { linesOfOthers } from "../src/review/lines-of-others.ts";
import type { OrderLine, OwnReview } from "../src/sdk.ts";

const lines = ["oln_1", "oln_2", "oln_3"].map((id) => ({ id }) as OrderLine);
const review = (slug: string, line?: string): OwnReview =>
  ({ id: `${slug}-${line ?? ""}`, merchant: { slug, name: slug }, ...(line && { order_line_id: line }) }) as OwnReview;
const idsOf = (all: readonly OrderLine[]): string[] => all.map((it) => it.id);

test("a seller can be reviewed by every line of whom nothing is known", () => {
  const ofProducts = [review("north", "oln_1"), review("south", "oln_2")];
  assert.deepEqual(idsOf(linesOfOthers(lines, ofProducts, [])), ["oln_1", "oln_2", "oln_3"]);
  assert.deepEqual(idsOf(linesOfOthers(lines, ofProducts, [review("north")])), ["oln_2", "oln_3"]);
  assert.deepEqual(idsOf(linesOfOthers(lines, [], [review("north")])), ["oln_1", "oln_2", "oln_3"]);
});

test("an order of one line has one seller", () => {
  assert.deepEqual(idsOf(linesOfOthers(lines.slice(0, 1), [], [])), ["oln_1"]);
  assert.deepEqual(idsOf(linesOfOthers(lines.slice(0, 1), [], [review("north")])), []);
});

test("files that cannot be pictures are refused before they are sent", () => {
  assert.equal(refusalOf({ type: "image/webp", size: 10 * 1024 * 1024 }), undefined);
  assert.equal(refusalOf({ type: "image/png", size: 10 * 1024 * 1024 + 1 }), "review.picture_too_big");
  assert.equal(refusalOf({ type: "image/heic", size: 1 }), "review.picture_unsupported");
  assert.equal(refusalOf({ type: "", size: 1 }), "review.picture_unsupported");
});
