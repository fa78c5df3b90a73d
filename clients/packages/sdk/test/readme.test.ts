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

test("the receiver of webhooks takes what is signed, once, and nothing else", async () => {
  const example = examples.find((it) => it.includes("verifyWebhook("))!;
  const program = `${example}
import { createHmac } from "node:crypto";

const key = Buffer.from("a secret of thirty-two bytes ...!");
process.env["STOA_WEBHOOK_SECRET"] = "whsec_" + key.toString("base64");
const body = JSON.stringify({ type: "order.paid", data: { id: "ord_1" } });
async function send(text: string, secret = key) {
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update("msg_1." + time + "." + text).digest("base64");
  const headers = { "webhook-id": "msg_1", "webhook-timestamp": String(time), "webhook-signature": "v1," + signature };
  const response = await receive(new Request("https://shop.example/webhooks", { method: "POST", body, headers }));
  console.log(response.status, await response.text());
}
await send(body);
await send(body);
await send("altered");
await send(body, Buffer.from("another secret"));
`;
  const file = join(folder, "webhooks.ts");
  writeFileSync(file, program);
  const printed = execFileSync(process.execPath, [file], { encoding: "utf8" }).trimEnd().split("\n");
  rmSync(file); // the examples below are checked beside each other, by type

  assert.deepEqual(printed, ["received order.paid", "204 ", "204 ", "400 wrong_signature", "400 wrong_signature"]);
});

test("every example is right by type", () => {
  // Later examples use what the first ones made.
  const [, setUp = "", ...others] = examples;
  assert(others.length >= 5, "the README has examples");
  others.forEach((example, at) => {
    // Examples stand in a block, where nothing is exported.
    const text = example.replace(/^import .*$/gm, "").replace(/^export /gm, "");
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

const IMPORTS = `import { Admin, ApiError, ConflictError, formatMoney, fromDecimal, hasCode, multiplyMoney, PermissionDeniedError, problemCodes,
  RateLimitError, Storefront, TimeoutError, toDecimal, verifyWebhook, WebhookError } from "@stoa/sdk";
declare const cart: { cart_id: string; cart_token: string };
declare const total: { amount: number; currency: string };
declare const session: { current: string; renew(): Promise<string> };
declare const showInForm: (pointer: string, detail: string) => void;`;
