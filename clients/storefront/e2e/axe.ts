// What axe finds wrong with a page by the rules of WCAG 2.2 AA, and what sticks out sideways.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  // From the top: what happens to lie half below the header, which stays in sight, is not too small to hit.
  await page.evaluate("window.scrollTo(0, 0)");
  // Colours that are still changing have a contrast that nobody sees.
  await page.evaluate(
    `Promise.all(document.getAnimations()
      .filter((it) => it.effect?.getComputedTiming().iterations !== Infinity)
      .map((it) => it.finished.catch(() => undefined))).then(() => undefined)`,
  );
  const violations: unknown = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`,
  );
  const overflow: unknown = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  return [...(violations as string[]), ...(overflow === 0 ? [] : [`${String(overflow)} pixels too wide`])];
}
