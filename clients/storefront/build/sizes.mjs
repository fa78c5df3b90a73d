// Prints what visitors download, and fails when it is more than was agreed.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Most kilobytes, gzipped. */
const BUDGETS = { first: 110, styles: 15, checkout: 40 };

export async function checkSizes(dist, { isQuiet = false } = {}) {
  const shop = JSON.parse(await readFile(join(dist, "shop.json"), "utf8"));
  const assets = await readdir(join(dist, "public/assets"));
  const checkout = assets.filter((it) => /^checkout-page-.*\.js$/.test(it)).map((it) => `/assets/${it}`);
  const sizes = {
    first: await total(dist, [shop.entry, ...shop.preload]),
    styles: await total(dist, shop.styles),
    checkout: await total(dist, checkout),
  };
  const rows = Object.entries(sizes).map(([name, size]) => ({ name, size, most: BUDGETS[name] }));
  const render = (await readFile(join(dist, "render.js"))).length / 1000;
  if (!isQuiet) {
    for (const { name, size, most } of rows) console.log(`${name.padEnd(9)} ${size.toFixed(1)} kB of ${most} kB gzipped`);
    console.log(`render.js ${render.toFixed(0)} kB`);
  }
  const tooLarge = rows.filter(({ size, most }) => size > most || size === 0);
  if (tooLarge.length > 0) throw new Error(`over budget or missing: ${tooLarge.map(({ name }) => name).join(", ")}`);
}

async function total(dist, urls) {
  let sum = 0;
  for (const url of urls) sum += gzipSync(await readFile(join(dist, "public", url)), { level: 9 }).length;
  return sum / 1000;
}
