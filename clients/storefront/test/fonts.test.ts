// The fonts that a brand may choose stand in two places: the API refuses others, and the shop brings them along.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), "utf8");

test("the shop brings along every font that the API accepts, and no other", async () => {
  const rust = await read("../../../platform/domain/src/tenancy/kit.rs");
  const [, list = ""] = /pub const FONTS: \[&str; \d+\] = \[([^\]]*)\];/.exec(rust) ?? [];
  const accepted = [...list.matchAll(/"([^"]+)"/g)].map(([, family]) => family);
  const styles = await read("../src/styles/fonts.css");
  const brought = new Set([...styles.matchAll(/font-family: "([^"]+)"/g)].map(([, family]) => family));
  // The reader's own font needs no file.
  assert.deepEqual([...brought, "system-ui"].sort(), accepted.sort());
});

test("every font has its Latin letters, which pages load first", async () => {
  const styles = await read("../src/styles/fonts.css");
  const faces = [...styles.matchAll(/font-family: "([^"]+)";[^}]*url\("@fontsource-variable\/([\w-]+)\/files\/\2-latin-wght-normal\.woff2"\)/g)];
  const families = new Set([...styles.matchAll(/font-family: "([^"]+)"/g)].map(([, family]) => family));
  assert.deepEqual(
    faces.map(([, family, slug]) => [family, slug]).sort(),
    [...families].map((family = "") => [family, family.toLowerCase().replaceAll(" ", "-")]).sort(),
  );
});
