// A web page pays for every byte, and has nothing of Node.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

async function bundle(program: string): Promise<{ size: number; text: string }> {
  const result = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  const [file] = result.outputFiles;
  return { size: gzipSync(file!.contents, { level: 9 }).length, text: file!.text };
}

test("a storefront gets a small bundle, without the other clients", async () => {
  const { size, text } = await bundle(`
    import { Storefront, formatMoney, hasCode } from "@stoa/sdk";
    window.shop = [new Storefront({ baseUrl: location.origin }), formatMoney, hasCode];
  `);
  console.log(`storefront bundle: ${size} bytes gzipped`);

  assert(size < 7_000, `${size} bytes`);
  assert(text.includes("/storefront/v1/carts"));
  assert(!text.includes("/admin/v1/") && !text.includes("/operator/v1/"));
});
