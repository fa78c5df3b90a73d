// The vectors of webhooks that all clients must agree on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { verifyWebhook, WebhookError } from "../dist/index.js";

interface Case {
  name: string;
  secret: string;
  headers: Record<string, string>;
  body: string;
  id?: string;
  error?: string;
}

const file = new URL("../../../conformance/webhooks.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as { now: number; cases: Case[] };
const now = new Date(vectors.now * 1_000);

for (const { name, secret, headers, body, id, error } of vectors.cases) {
  test(name, async () => {
    for (const content of [body, new TextEncoder().encode(body)]) {
      for (const form of [headers, new Headers(headers)]) {
        const outcome = await verifyWebhook(content, form, secret, now).catch((it: unknown) => it);
        if (id !== undefined) assert.equal(outcome, id);
        else assert(outcome instanceof WebhookError && outcome.reason === error, String(outcome));
      }
    }
  });
}

test("the clock is read", async () => {
  const { body, headers, secret } = vectors.cases[0]!;
  await assert.rejects(verifyWebhook(body, headers, secret), /too old/);
});
