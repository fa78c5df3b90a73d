import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { termsOf, termsVersion } from "../src/account/terms.ts";
import type { Shop } from "../src/contract.ts";

const shop = (version: number, ...slugs: string[]): Shop =>
  ({ brand: { version, pages: slugs.map((slug) => ({ slug, title: slug })) } }) as unknown as Shop;
const page = (html: string) => ({ getPage: ({ slug }: { slug: string }) => Promise.resolve({ slug, title: "AGB", html }) });

test("the terms are the page that has one of their names", () => {
  assert.equal(termsOf(shop(1, "imprint", "agb"))?.slug, "agb");
  assert.equal(termsOf(shop(1, "imprint")), undefined);
});

test("a version of the terms changes with their text alone", async () => {
  const terms = { slug: "agb", title: "AGB" };
  const hash = createHash("sha256").update("<p>Ä</p>").digest("hex").slice(0, 16);
  assert.equal(await termsVersion(page("<p>Ä</p>"), terms, shop(1, "agb")), `agb-${hash}`);
  assert.equal(await termsVersion(page("<p>Ä</p>"), { ...terms, title: "Bedingungen" }, shop(2, "agb", "imprint")), `agb-${hash}`);
  assert.notEqual(await termsVersion(page("<p>Ö</p>"), terms, shop(1, "agb")), `agb-${hash}`);
});
