// The README's examples: the quick start runs as it is printed, and every other one is right by type.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { dev, skip } from "./stoa.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const readme = readFileSync(join(here, "../README.md"), "utf8");
const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map((it) => it[1]!);

let folder: string;
before(() => {
  // Inside the package, so that its own name leads to it.
  folder = mkdtempSync(join(here, "readme-"));
});
after(() => rmSync(folder, { recursive: true }));

test("the quick start prints the products of the demo store", { skip }, () => {
  const [imports, blank, ...program] = examples[0]!.trimEnd().split("\n");
  assert.match(imports!, /^import /);
  assert.equal(blank, "");
  assert(program.length <= 5, "the quick start has at most five lines");
  const file = join(folder, "quick-start.ts");
  writeFileSync(file, examples[0]!.replace("aurora.localhost:8080", dev!.tenants[0]!.host));
  const printed = execFileSync(process.execPath, [file], { encoding: "utf8" }).trim().split("\n");

  assert(printed.length > 20, `only ${printed.length} products`);
  assert.match(printed[0]!, /^Taper Candles, set of six €14\.00$/);
});

test("every example is right by type", () => {
  // Later examples use what the first ones made.
  const [, setUp = "", ...others] = examples;
  assert(others.length >= 5, "the README has examples");
  others.forEach((example, at) => {
    const text = example.replace(/^import .*$/gm, "");
    writeFileSync(join(folder, `example-${at}.ts`), `${IMPORTS}\n${setUp}\n{\n${text}\n}\nvoid [shop, admin];\n`);
  });
  const config = { extends: "../tsconfig.json", compilerOptions: { noUnusedLocals: false }, include: ["."] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(/package\.json$/, "bin/tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  } catch (error) {
    assert.fail((error as { stdout: string }).stdout);
  }
});

const IMPORTS = `import { Admin, ApiError, ConflictError, formatMoney, fromDecimal, hasCode, multiplyMoney, PermissionDeniedError,
  RateLimitError, Storefront, TimeoutError, toDecimal } from "@stoa/sdk";
declare const cart: { cart_id: string; cart_token: string };
declare const total: { amount: number; currency: string };
declare const session: { current: string; renew(): Promise<string> };
declare const showInForm: (pointer: string, detail: string) => void;`;
