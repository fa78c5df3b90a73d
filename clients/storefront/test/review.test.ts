import assert from "node:assert/strict";
import { test } from "node:test";
import { refusalOf } from "../src/review/picture-rules.ts";
import { firstLines } from "../src/review/sellers-of.ts";
import type { OrderLine } from "../src/sdk.ts";

const line = (id: string, slug: string): OrderLine => ({ id, merchant: { slug, name: slug } }) as OrderLine;

test("each seller of an order is reviewed once, by the first line of it", () => {
  const lines = [line("oln_1", "north"), line("oln_2", "south"), line("oln_3", "north")];
  assert.deepEqual(firstLines(lines).map((it) => it.id), ["oln_1", "oln_2"]);
  assert.deepEqual(firstLines([]), []);
});

test("files that cannot be pictures are refused before they are sent", () => {
  assert.equal(refusalOf({ type: "image/webp", size: 10 * 1024 * 1024 }), undefined);
  assert.equal(refusalOf({ type: "image/png", size: 10 * 1024 * 1024 + 1 }), "review.picture_too_big");
  assert.equal(refusalOf({ type: "image/heic", size: 1 }), "review.picture_unsupported");
  assert.equal(refusalOf({ type: "", size: 1 }), "review.picture_unsupported");
});
